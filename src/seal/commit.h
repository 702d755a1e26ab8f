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

// lp: the length as four bytes, big-endian, then the bytes; so that no two lists of parts join to the same bytes.
std::string length_prefixed(std::string_view bytes);

// lp(origin) ‖ nonce ‖ lp(field).
std::string place_bytes(const CommitPlace& place);

// r = HKDF-SHA256(key, "comity/open/1\n" ‖ lp(origin) ‖ nonce ‖ lp(field)).
// The key is the 32 bytes of one data subject (or of one sealed procedure).
Digest opening(std::string_view key, const CommitPlace& place);

// C = SHA-256("comity/commit/1\n" ‖ lp(field) ‖ r ‖ lp(canonical value)).
Digest commitment(std::string_view field, const Digest& opening, std::string_view canonical_value);

}  // namespace comity
