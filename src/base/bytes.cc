#include "base/bytes.h"

#include <algorithm>

namespace comity {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

unsigned byte_at(std::string_view bytes, std::size_t i) {
  return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
}

// The 24 bits of four base64 digits; padding counts as zero.
std::optional<unsigned> quantum(std::string_view four) {
  unsigned bits = 0;
  for (const char c : four) {
    const auto at = c == '=' ? 0 : base64_digits.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    bits = bits << 6U | static_cast<unsigned>(at);
  }
  return bits;
}

}  // namespace

std::string to_hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += hex_digits[byte >> 4U];
    out += hex_digits[byte & 15U];
  }
  return out;
}

std::string to_hex(const Digest& digest) { return to_hex(to_bytes(digest)); }

std::optional<std::string> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const auto high = hex_digits.find(text[i]);
    const auto low = hex_digits.find(text[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    out += static_cast<char>(high << 4U | low);
  }
  return out;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
  const auto bytes = from_hex(text);
  return bytes ? digest_from_bytes(*bytes) : std::nullopt;
}

std::string to_base64(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const unsigned bits = byte_at(bytes, i) << 16U | byte_at(bytes, i + 1) << 8U | byte_at(bytes, i + 2);
    out += base64_digits[bits >> 18U];
    out += base64_digits[bits >> 12U & 63U];
    out += i + 1 < bytes.size() ? base64_digits[bits >> 6U & 63U] : '=';
    out += i + 2 < bytes.size() ? base64_digits[bits & 63U] : '=';
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const auto first_pad = std::min(text.find('='), text.size());
  const auto padding = text.size() - first_pad;
  if (padding > 2 || text.substr(first_pad).find_first_not_of('=') != std::string_view::npos) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const auto bits = quantum(text.substr(i, 4));
    if (!bits) return std::nullopt;
    out += static_cast<char>(*bits >> 16U);
    out += static_cast<char>(*bits >> 8U & 255U);
    out += static_cast<char>(*bits & 255U);
  }
  out.resize(out.size() - padding);
  // One text per value: bits hidden behind the padding are refused.
  if (to_base64(out) != text) return std::nullopt;
  return out;
}

std::string to_bytes(const Digest& digest) { return {digest.begin(), digest.end()}; }

std::optional<Digest> digest_from_bytes(std::string_view bytes) {
  Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

}  // namespace comity
