// The two boxes of the vault (docs/vault.md 2): a subject's key under the epoch's key, a value under the subject's.
// Knows no file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "seal/aead.h"
#include "seal/commit.h"

namespace comity {

using Random = std::function<std::string(std::size_t)>;  // so many unpredictable bytes

// box = iv ‖ ChaCha20-Poly1305(HKDF-SHA256(key, context), iv, context, content). The context says what the content is
// and where it stands, so that no box can stand in for another.
std::string close_box(const Secret& key, std::string_view context, std::string_view content, const Random& random);
// Nothing where it is not the box of this key and context, or a byte of it is another.
std::optional<std::string> open_box(const Secret& key, std::string_view context, std::string_view box);

// "comity/wrap/1\n" ‖ subject ‖ epoch as eight bytes, big-endian. The subject is 16 bytes.
std::string wrap_context(std::string_view subject, std::int64_t epoch);
// "comity/enc/1\n" ‖ lp(origin of the log) ‖ nonce ‖ lp(field).
std::string value_context(const CommitPlace& place);

// Zero bytes behind, up to a multiple of 64: a box tells little of how long a name is. JSON holds no zero byte.
std::string padded(std::string text);
std::string unpadded(std::string text);

}  // namespace comity
