// Checkpoints and their signatures as text: C2SP signed-note and tlog-checkpoint at commit 5ba5ee8 (decisions.md 33).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "seal/sign.h"

namespace comity {

// A public key with the name that signs: `name+hash8hex+base64(0x01 ‖ key)`.
struct VerifierKey {
  std::string name;
  std::string public_key;  // Ed25519, 32 bytes

  bool operator==(const VerifierKey&) const = default;
};
std::string print(const VerifierKey& key);
Result<VerifierKey> parse_verifier_key(std::string_view text);  // refuses key-text
std::string key_id(const VerifierKey& key);  // 4 bytes: SHA-256(name ‖ "\n" ‖ 0x01 ‖ key), the first four
bool is_key_name(std::string_view name);     // ASCII, not empty, no space, no '+', no control character

// House rule: a log that nobody has named says so in its origin (decisions.md 12).
std::string default_origin(std::string_view public_key);  // "comity.invalid/" and 16 hex digits

// A signed note: the text (ends in a newline), an empty line, "— name base64(id ‖ signature)" lines.
std::string sign_note(std::string_view text, std::string_view name, const SignKey& key);
// The text, once one signature of the key is found good. Signatures of unknown keys are passed over.
// Refuses note-malformed, note-unsigned, note-signature.
Result<std::string> open_note(std::string_view note, const VerifierKey& key);

struct Checkpoint {
  std::string origin;
  std::int64_t size = 0;
  Digest root{};

  bool operator==(const Checkpoint&) const = default;
};
std::string print(const Checkpoint& checkpoint);             // the text to be signed
Result<Checkpoint> parse_checkpoint(std::string_view text);  // refuses checkpoint-malformed
std::string sign_checkpoint(const Checkpoint& checkpoint, const SignKey& key);
// As open_note and parse_checkpoint; refuses checkpoint-origin where the origin is not the key's name.
Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key);

}  // namespace comity
