#include "vault/box.h"

#include "base/check.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr std::size_t padding = 64;

Secret key_of_box(const Secret& key, std::string_view context) {
  check(key.bytes().size() == aead_key_size, "a key of the vault is 32 bytes");
  return Secret(hkdf_sha256(key.bytes(), context, aead_key_size));
}

}  // namespace

std::string close_box(const Secret& key, std::string_view context, std::string_view content, const Random& random) {
  const auto iv = random(aead_nonce_size);
  return iv + encrypt(key_of_box(key, context), iv, context, content);
}

std::optional<std::string> open_box(const Secret& key, std::string_view context, std::string_view box) {
  if (box.size() < aead_nonce_size) return std::nullopt;
  return decrypt(key_of_box(key, context), box.substr(0, aead_nonce_size), context, box.substr(aead_nonce_size));
}

std::string wrap_context(std::string_view subject, std::int64_t epoch) {
  check(subject.size() == 16, "a subject is 16 bytes");
  std::string context = "comity/wrap/1\n" + std::string(subject);
  for (int shift = 56; shift >= 0; shift -= 8) context += static_cast<char>(static_cast<std::uint64_t>(epoch) >> shift);
  return context;
}

std::string value_context(const CommitPlace& place) { return "comity/enc/1\n" + place_bytes(place); }

std::string padded(std::string text) {
  text.resize((text.size() + padding - 1) / padding * padding);
  return text;
}

std::string unpadded(std::string text) {
  text.resize(text.find_last_not_of('\0') + 1);
  return text;
}

}  // namespace comity
