#include "record/checkpoint.h"

#include <charconv>
#include <vector>

#include "base/text.h"

namespace comity {

std::optional<std::int64_t> parse_tree_size(std::string_view text) {
  std::int64_t size = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, size);
  if (error != std::errc{} || stop != end || size < 0 || std::to_string(size) != text) return std::nullopt;
  return size;
}

std::string default_origin(std::string_view public_key) { return "comity.invalid/" + to_hex(public_key).substr(0, 16); }

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
  const auto size = parse_tree_size(lines[1]);
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
