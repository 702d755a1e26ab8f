// Checkpoints as text: C2SP tlog-checkpoint at commit 5ba5ee8 (decisions.md 33).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "record/note.h"

namespace comity {

// House rule: a log that nobody has named says so in its origin (decisions.md 12).
std::string default_origin(std::string_view public_key);  // "comity.invalid/" and 16 hex digits

// A size in a text of the log's formats: decimal without sign or leading zeros.
std::optional<std::int64_t> parse_tree_size(std::string_view text);

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
