// Hiding commitments to personal fields (docs/record-format.md 9): the leaf holds C, the vault holds the subject's key.
// Whoever has the key can open C; when it is destroyed, nobody can guess what C hid.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"

namespace comity {

// Where a commitment stands: the log, the leaf (by its 32 random bytes, fresh for each leaf) and the field.
struct CommitPlace {
  std::string_view origin;
  std::string_view nonce;  // 32 bytes
  std::string_view field;
};

// r = HKDF-SHA256(key, "comity/open/1\n" ‖ lp(origin) ‖ nonce ‖ lp(field)); lp = four-byte big-endian length, bytes.
// The key is the 32 bytes of one data subject (or of one sealed procedure).
Digest opening(std::string_view key, const CommitPlace& place);

// C = SHA-256("comity/commit/1\n" ‖ lp(field) ‖ r ‖ lp(canonical value)).
Digest commitment(std::string_view field, const Digest& opening, std::string_view canonical_value);

}  // namespace comity
