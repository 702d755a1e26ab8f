#include "registrar/succeeding.h"

#include "seal/hash.h"

namespace comity {
namespace {

template <class A>
std::optional<std::pair<VerifierKey, std::string>> said_by(const A* act) {
  const auto key = act ? parse_verifier_key(act->verifier) : Result<VerifierKey>(Refusal{"unknown-kind", {}});
  if (!key) return std::nullopt;
  return std::pair(*key, act->checkpoint);
}

}  // namespace

FirstEntry first_entries(const Predecessor& earlier, const Texts& erratum, const std::string& salt, const Date& on) {
  return [=](Log log, Instant at) {
    const auto which = static_cast<std::size_t>(log);
    const auto& key = earlier.keys[which];
    const auto& note = earlier.notes[which];
    const auto request = "succession/" + to_hex(sha256(earlier.notes[0])).substr(0, 16);
    Entry entry = to_entry(ClosedRequest{request, ClosedLogSucceeded{key.name, print(key), note}, registrar_author});
    entry.salt = salt;
    if (log == Log::open) {
      const LogSucceeded act{key.name, print(key), note, erratum};
      entry = to_entry({request, {}, {act, {Happened{on, {}, {}, {}}, {}, {}}}, registrar_author}, act);
    }
    entry.at = at;
    return to_bytes(entry);
  };
}

std::optional<std::pair<VerifierKey, std::string>> succeeded(Log log, std::string_view bytes) {
  const auto entry = parse_entry(bytes);
  if (!entry) return std::nullopt;
  if (log == Log::closed) {
    const auto understood = understand_closed(*entry);
    return understood ? said_by(std::get_if<ClosedLogSucceeded>(&understood->act)) : std::nullopt;
  }
  const auto understood = understand(*entry);
  return understood ? said_by(std::get_if<LogSucceeded>(&understood->act)) : std::nullopt;
}

}  // namespace comity
