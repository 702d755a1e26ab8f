#include "record/cosign.h"

#include "base/check.h"

namespace comity {
namespace {

constexpr std::size_t time_size = 8;

// What is signed: both lines and the whole text of the checkpoint.
std::string message(std::string_view text, std::int64_t seconds) {
  return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

std::string big_endian(std::int64_t value) {
  std::string out(time_size, '\0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, value >>= 8) *at = static_cast<char>(value & 0xff);
  return out;
}

std::int64_t from_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(value);
}

}  // namespace

SignatureLine cosign(std::string_view text, std::string_view name, const SignKey& key, std::int64_t seconds) {
  check(seconds >= 0 && is_key_name(name), "a witness with a name and a clock");
  const VerifierKey witness{std::string(name), key.public_key(), KeyUse::cosigner};
  return {witness.name, key_id(witness), big_endian(seconds) + key.sign(message(text, seconds))};
}

Result<std::int64_t> cosigned_at(const Note& note, const VerifierKey& witness) {
  const auto* line = line_of(note, witness);
  if (line == nullptr) return Refusal{"cosignature-absent", {{"witness", witness.name}}};
  const Refusal bad{"cosignature-bad", {{"witness", witness.name}}};
  if (line->signature.size() != time_size + signature_size) return bad;
  const auto seconds = from_big_endian(std::string_view(line->signature).substr(0, time_size));
  const auto signature = std::string_view(line->signature).substr(time_size);
  if (seconds < 0 || !verify_signature(witness.public_key, message(note.text, seconds), signature)) return bad;
  return seconds;
}

}  // namespace comity
