#include "record/note.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr std::string_view dash = "\u2014 ";  // an em dash and a space open each signature line
constexpr std::size_t most_signatures = 100;
constexpr std::size_t most_bytes = 1'000'000;

std::string typed(const VerifierKey& key) { return static_cast<char>(key.use) + key.public_key; }

// Control characters other than newline are refused by signed-note.
bool is_note_text(std::string_view text) {
  const auto allowed = [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n'; };
  return valid_utf8(text) && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace

bool is_key_name(std::string_view name) {
  const auto allowed = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '+' && c != 0x7f; };
  // U+00A0, U+2028 and their like are spaces too: names of this house are plain ASCII.
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return !name.empty() && std::all_of(name.begin(), name.end(), allowed) &&
         std::all_of(name.begin(), name.end(), ascii);
}

std::string key_id(const VerifierKey& key) {
  return to_bytes(Hasher().add(key.name).add("\n").add(typed(key)).finish()).substr(0, 4);
}

std::string print(const VerifierKey& key) { return key.name + "+" + to_hex(key_id(key)) + "+" + to_base64(typed(key)); }

Result<VerifierKey> parse_verifier_key(std::string_view text, KeyUse use) {
  const Refusal refusal{"key-text"};
  const auto first = text.find('+');
  if (first == std::string_view::npos || !is_key_name(text.substr(0, first))) return refusal;
  const auto second = text.find('+', first + 1);
  if (second == std::string_view::npos) return refusal;
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->size() != 1 + public_key_size || bytes->front() != static_cast<char>(use)) return refusal;
  const VerifierKey key{std::string(text.substr(0, first)), bytes->substr(1), use};
  // Printed again it must be the same text: this compares the key's id, too.
  if (print(key) != text) return refusal;
  return key;
}

std::string print(const SignatureLine& line) {
  return std::string(dash) + line.name + " " + to_base64(line.id + line.signature) + "\n";
}

std::optional<SignatureLine> parse_signature_line(std::string_view line) {
  if (!line.starts_with(dash) || line.empty() || line.back() != '\n') return std::nullopt;
  line.remove_prefix(dash.size());
  line.remove_suffix(1);
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
  const auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return std::nullopt;
  return SignatureLine{std::string(line.substr(0, space)), bytes->substr(0, 4), bytes->substr(4)};
}

std::string print(const Note& note) {
  auto out = note.text + "\n";
  for (const auto& line : note.signatures) out += print(line);
  return out;
}

std::optional<Note> parse_note(std::string_view bytes) {
  if (bytes.size() > most_bytes || !is_note_text(bytes)) return std::nullopt;
  // The text may hold empty lines: the last one divides.
  const auto divide = bytes.rfind("\n\n");
  if (divide == std::string_view::npos) return std::nullopt;
  Note note{std::string(bytes.substr(0, divide + 1)), {}};
  auto rest = bytes.substr(divide + 2);
  while (!rest.empty()) {
    const auto line = parse_signature_line(take_line(rest));
    if (!line || note.signatures.size() == most_signatures) return std::nullopt;
    note.signatures.push_back(*line);
  }
  if (note.signatures.empty()) return std::nullopt;
  return note;
}

const SignatureLine* line_of(const Note& note, const VerifierKey& key) {
  const SignatureLine* found = nullptr;
  for (const auto& line : note.signatures) {
    if (line.name != key.name || line.id != key_id(key)) continue;
    if (found != nullptr) return nullptr;
    found = &line;
  }
  return found;
}

std::string sign_note(std::string_view text, std::string_view name, const SignKey& key) {
  check(text.ends_with('\n') && is_note_text(text) && is_key_name(name), "a note is text that ends in a newline");
  const auto id = key_id({std::string(name), key.public_key()});
  return print(Note{std::string(text), {{std::string(name), id, key.sign(text)}}});
}

Result<std::string> open_note(std::string_view bytes, const VerifierKey& key) {
  const auto note = parse_note(bytes);
  if (!note) return Refusal{"note-malformed"};
  bool found = false;
  for (const auto& line : note->signatures) {
    if (line.name != key.name || line.id != key_id(key)) continue;
    if (found || !verify_signature(key.public_key, note->text, line.signature)) return Refusal{"note-signature"};
    found = true;
  }
  if (!found) return Refusal{"note-unsigned"};
  return note->text;
}

}  // namespace comity
