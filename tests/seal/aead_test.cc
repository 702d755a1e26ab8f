// Authenticated encryption against the published example (RFC 8439, 2.8.2), and against whoever changes a byte.
#include "seal/aead.h"

#include <gtest/gtest.h>

#include "base/bytes.h"

namespace comity {
namespace {

std::string counting_from(unsigned first, std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(first + i);
  return bytes;
}

const Secret aead_key(counting_from(0x80, 32));
const std::string aead_nonce = *from_hex("070000004041424344454647");
const std::string associated = *from_hex("50515253c0c1c2c3c4c5c6c7");
const std::string plain =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be "
    "it.";

TEST(Aead, gives_the_published_bytes) {
  const auto sealed = encrypt(aead_key, aead_nonce, associated, plain);
  EXPECT_EQ(sealed.size(), plain.size() + aead_tag_size);
  EXPECT_EQ(to_hex(sealed).substr(0, 32), "d31a8d34648e60db7b86afbc53ef7ec2");
  EXPECT_EQ(to_hex(sealed.substr(plain.size())), "1ae10b594f09e26a7e902ecbd0600691");
  EXPECT_EQ(decrypt(aead_key, aead_nonce, associated, sealed), plain);
}

TEST(Aead, opens_nothing_that_was_changed_or_is_for_another) {
  const auto sealed = encrypt(aead_key, aead_nonce, associated, "text");
  int refused = 0;
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    auto flipped = sealed;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    refused += decrypt(aead_key, aead_nonce, associated, flipped) ? 0 : 1;
  }
  EXPECT_EQ(refused, 160);
  for (std::size_t size = 0; size < sealed.size(); ++size)
    EXPECT_FALSE(decrypt(aead_key, aead_nonce, associated, sealed.substr(0, size))) << size;
  EXPECT_FALSE(decrypt(Secret(std::string(32, 'k')), aead_nonce, associated, sealed));
  EXPECT_FALSE(decrypt(aead_key, std::string(12, 'n'), associated, sealed));
  EXPECT_FALSE(decrypt(aead_key, aead_nonce, associated + "x", sealed));
  EXPECT_EQ(decrypt(aead_key, aead_nonce, "", encrypt(aead_key, aead_nonce, "", "")), "");
}

}  // namespace
}  // namespace comity
