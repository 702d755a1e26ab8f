// Authenticated encryption: ChaCha20-Poly1305 (RFC 8439). Knows nothing of who holds the keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "seal/secret.h"

namespace comity {

inline constexpr std::size_t aead_key_size = 32;
inline constexpr std::size_t aead_nonce_size = 12;
inline constexpr std::size_t aead_tag_size = 16;

// The ciphertext and its tag of 16 bytes behind it. A nonce must never serve twice under one key.
std::string encrypt(const Secret& key, std::string_view nonce, std::string_view associated, std::string_view plain);

// Nothing where key, nonce, associated data or a byte of what is sealed is another.
std::optional<std::string> decrypt(const Secret& key, std::string_view nonce, std::string_view associated,
                                   std::string_view sealed);

}  // namespace comity
