#include "registrar/erasing.h"

#include <charconv>
#include <unordered_map>

namespace comity {
namespace {

using Fields = std::array<std::vector<std::string>, 2>;  // by Log: "12/name"

std::optional<ValuePlace> place_of(const Record& record, Log log, std::string_view named) {
  const auto slash = std::min(named.find('/'), named.size());
  std::int64_t number = 0;
  std::from_chars(named.data(), named.data() + slash, number);
  const auto bytes = record.read(log, number);
  const auto entry = bytes ? parse_entry(*bytes) : Result<Entry>(Refusal{"entry-missing"});
  if (!entry || entry->nonce.empty() || slash == named.size()) return std::nullopt;
  return ValuePlace{log, entry->nonce, std::string(named.substr(slash + 1))};
}

void add_places(const Record& record, Log log, const std::vector<std::string>& fields, std::vector<ValuePlace>& out) {
  for (const auto& field : fields)
    if (auto place = place_of(record, log, field)) out.push_back(*std::move(place));
}

// The numbers of the entries that bear these nonces. Looks at bytes before it reads an entry: few bear one.
std::unordered_map<std::string, std::int64_t> numbers_of(const Record& record, Log log,
                                                         const std::set<std::string>& nonces) {
  constexpr std::string_view member = "\"nonce\":\"";
  std::unordered_map<std::string, std::int64_t> found;
  if (nonces.empty()) return found;
  record.each(log, 0, record.size(log), [&](std::int64_t number, std::string_view bytes) {
    if (bytes.find(member) == bytes.npos) return;
    const auto entry = parse_entry(bytes);
    if (entry && nonces.contains(entry->nonce)) found.emplace(entry->nonce, number);
  });
  return found;
}

// A value that was kept for an act that was never entered has no number, and needs none: it is gone all the same.
Fields fields_at(const Record& record, const std::vector<ValuePlace>& places) {
  Fields fields;
  for (const auto log : logs) {
    std::set<std::string> nonces;
    for (const auto& place : places)
      if (place.log == log) nonces.insert(place.nonce);
    const auto numbers = numbers_of(record, log, nonces);
    auto& named = fields[static_cast<std::size_t>(log)];
    for (const auto& place : places)
      if (const auto at = numbers.find(place.nonce); place.log == log && at != numbers.end())
        named.push_back(std::to_string(at->second) + "/" + place.field);
    std::sort(named.begin(), named.end());
  }
  return fields;
}

// Who was erased before, or never had anything kept, has nothing to be shredded: the places are what the vault noted.
std::vector<ValuePlace> shred(Vault& vault, const std::string& subject, const std::string& cause) {
  const auto shredded = vault.shred({subject}, cause);
  check(bool(shredded) || shredded.refusal().code.starts_with("vault-subject-"), "a vault refuses only subjects");
  return vault.shredded_places(subject);
}

}  // namespace

Shredded keep_erased(const Registrar& registrar, Vault& vault) {
  const auto& record = registrar.record();
  std::vector<ValuePlace> erased;
  registrar.read([&](const World& world, const auto&) {
    for (const auto* fact : world.facts<FieldsErased>()) add_places(record, Log::open, fact->act.erased_fields, erased);
  });
  registrar.read_closed([&](const ClosedWorld& world) {
    for (const auto* fact : world.facts<ErasureCompleted>())
      add_places(record, Log::closed, fact->act.erased_fields, erased);
  });
  return vault.reconcile(erased);
}

int carry_out_erasures(Registrar& registrar, Vault& vault) {
  int done = 0;
  const auto agreed = registrar.read_closed(agreed_erasures);
  for (const auto& id : agreed) {
    const auto subject =
        registrar.read_closed([&](const ClosedWorld& world) { return world.one<ErasureRequested>(id)->act.subject; });
    auto fields = fields_at(registrar.record(), shred(vault, subject, "erasure/" + id));
    const ErasureCompleted completed{{id}, std::move(fields[1]), vault.epoch()};
    if (registrar.enter(CompleteErasure{completed, std::move(fields[0])}).refused.empty()) ++done;
  }
  return done;
}

}  // namespace comity
