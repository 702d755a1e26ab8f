#include "record/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr std::string_view dash = "\u2014 ";  // an em dash and a space open each signature line
constexpr char ed25519 = '\1';                // the algorithm byte of signed-note

std::string typed(const VerifierKey& key) { return ed25519 + key.public_key; }

// The text up to and with the next newline; empty where there is none.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const auto line = text.substr(0, end + 1);
  text.remove_prefix(end + 1);
  return line;
}

// Control characters other than newline are refused by signed-note.
bool is_note_text(std::string_view text) {
  const auto allowed = [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n'; };
  return valid_utf8(text) && std::all_of(text.begin(), text.end(), allowed);
}

struct SignatureLine {
  std::string name;
  std::string id;
  std::string signature;
};

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

struct Note {
  std::string text;
  std::vector<SignatureLine> signatures;
};

std::optional<Note> parse_note(std::string_view bytes) {
  if (bytes.size() > 1'000'000 || !is_note_text(bytes)) return std::nullopt;
  // The text may hold empty lines: the last one divides.
  const auto divide = bytes.rfind("\n\n");
  if (divide == std::string_view::npos) return std::nullopt;
  Note note{std::string(bytes.substr(0, divide + 1)), {}};
  auto rest = bytes.substr(divide + 2);
  while (!rest.empty()) {
    const auto line = parse_signature_line(take_line(rest));
    if (!line || note.signatures.size() == 100) return std::nullopt;
    note.signatures.push_back(*line);
  }
  if (note.signatures.empty()) return std::nullopt;
  return note;
}

// Decimal without sign or leading zeros.
std::optional<std::int64_t> parse_size(std::string_view text) {
  std::int64_t size = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, size);
  if (error != std::errc{} || stop != end || size < 0 || std::to_string(size) != text) return std::nullopt;
  return size;
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

Result<VerifierKey> parse_verifier_key(std::string_view text) {
  const Refusal refusal{"key-text"};
  const auto first = text.find('+');
  if (first == std::string_view::npos || !is_key_name(text.substr(0, first))) return refusal;
  const auto second = text.find('+', first + 1);
  if (second == std::string_view::npos) return refusal;
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->size() != 1 + public_key_size || bytes->front() != ed25519) return refusal;
  const VerifierKey key{std::string(text.substr(0, first)), bytes->substr(1)};
  // Printed again it must be the same text: this compares the key's id, too.
  if (print(key) != text) return refusal;
  return key;
}

std::string default_origin(std::string_view public_key) { return "comity.invalid/" + to_hex(public_key).substr(0, 16); }

std::string sign_note(std::string_view text, std::string_view name, const SignKey& key) {
  check(text.ends_with('\n') && is_note_text(text) && is_key_name(name), "a note is text that ends in a newline");
  const auto id = key_id({std::string(name), key.public_key()});
  return std::string(text) + "\n" + std::string(dash) + std::string(name) + " " + to_base64(id + key.sign(text)) + "\n";
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

std::string print(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(to_bytes(checkpoint.root)) +
         "\n";
}

// Lines after the root are extensions of others: tlog-checkpoint lets them be, and so do we, unless they are empty.
Result<Checkpoint> parse_checkpoint(std::string_view text) {
  const Refusal refusal{"checkpoint-malformed"};
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto line = take_line(text);
    if (line.size() < 2) return refusal;
    line.remove_suffix(1);
    lines.push_back(line);
  }
  if (lines.size() < 3) return refusal;
  const auto size = parse_size(lines[1]);
  const auto bytes = from_base64(lines[2]);
  const auto root = bytes ? digest_from_bytes(*bytes) : std::nullopt;
  if (!size || !root) return refusal;
  return Checkpoint{std::string(lines[0]), *size, *root};
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const SignKey& key) {
  return sign_note(print(checkpoint), checkpoint.origin, key);
}

Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& key) {
  const auto text = open_note(note, key);
  if (!text) return text.refusal();
  auto checkpoint = parse_checkpoint(*text);
  if (checkpoint && checkpoint->origin != key.name) return Refusal{"checkpoint-origin"};
  return checkpoint;
}

}  // namespace comity
