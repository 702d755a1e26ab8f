// Signed notes: a text under Ed25519 signatures, each of a named key (C2SP signed-note, at commit 5ba5ee8).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "seal/sign.h"

namespace comity {

// What a key signs: notes of its own, or that it saw those of others (tlog-cosignature). The byte stands in the key's
// text and id, so that a signature of one use is none of the other.
enum class KeyUse : char { log = 1, cosigner = 4 };

// A public key with the name that signs: `name+hash8hex+base64(use ‖ key)`.
struct VerifierKey {
  std::string name;
  std::string public_key;  // Ed25519, 32 bytes
  KeyUse use = KeyUse::log;

  bool operator==(const VerifierKey&) const = default;
};
std::string print(const VerifierKey& key);
// Refuses key-text: also a key of the other use.
Result<VerifierKey> parse_verifier_key(std::string_view text, KeyUse use = KeyUse::log);
std::string key_id(const VerifierKey& key);  // 4 bytes: SHA-256(name ‖ "\n" ‖ use ‖ key), the first four
bool is_key_name(std::string_view name);     // ASCII, not empty, no space, no '+', no control character

// A note: the text (ends in a newline), an empty line, "— name base64(id ‖ signature)" lines.
struct SignatureLine {
  std::string name;
  std::string id;
  std::string signature;
};
std::string print(const SignatureLine& line);  // with its newline
std::optional<SignatureLine> parse_signature_line(std::string_view line);

struct Note {
  std::string text;
  std::vector<SignatureLine> signatures;
};
std::string print(const Note& note);
std::optional<Note> parse_note(std::string_view bytes);

// The one signature line of the key; null where it has none or several.
const SignatureLine* line_of(const Note& note, const VerifierKey& key);

std::string sign_note(std::string_view text, std::string_view name, const SignKey& key);
// The text, once one signature of the key is found good. Signatures of unknown keys are passed over.
// Refuses note-malformed, note-unsigned, note-signature.
Result<std::string> open_note(std::string_view note, const VerifierKey& key);

}  // namespace comity
