// Bytes as text and back: hexadecimal and base64. Strings hold raw bytes throughout.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity {

using Digest = std::array<std::uint8_t, 32>;  // SHA-256

std::string to_hex(std::string_view bytes);  // lower case
std::string to_hex(const Digest& digest);
std::optional<std::string> from_hex(std::string_view text);  // lower case only, even length
std::optional<Digest> digest_from_hex(std::string_view text);

std::string to_base64(std::string_view bytes);                  // RFC 4648 with padding
std::optional<std::string> from_base64(std::string_view text);  // strict: canonical padding, no white space

std::string to_bytes(const Digest& digest);
std::optional<Digest> digest_from_bytes(std::string_view bytes);  // exactly 32

}  // namespace comity
