// SHA-256 and HKDF against the published examples (FIPS 180-4; RFC 5869, A.3).
#include "seal/hash.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Hash, gives_the_published_digests) {
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, pieces_give_the_digest_of_the_whole) {
  EXPECT_EQ(Hasher().add("a").add("").add("bc").finish(), sha256("abc"));
  EXPECT_EQ(Hasher().add(sha256("x")).finish(), sha256(to_bytes(sha256("x"))));
}

TEST(Hash, hkdf_gives_the_published_bytes) {
  EXPECT_EQ(to_hex(hkdf_sha256(std::string(22, '\x0b'), "", 42)),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

}  // namespace
}  // namespace comity
