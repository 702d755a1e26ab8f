// One text for each byte string: what is not the canonical form is refused.
#include "base/bytes.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Bytes, hexadecimal_is_lower_case_and_even) {
  EXPECT_EQ(to_hex(std::string("\x00\xff\x10", 3)), "00ff10");
  EXPECT_EQ(from_hex("00ff10"), std::string("\x00\xff\x10", 3));
  EXPECT_EQ(from_hex(""), "");
  for (const auto* text : {"0", "0G", "FF", "0x00", " 00"}) EXPECT_EQ(from_hex(text), std::nullopt) << text;
}

TEST(Bytes, base64_is_canonical) {
  for (const auto& [bytes, text] : std::vector<std::pair<std::string, std::string>>{
           {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
  for (const auto* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==\n", "Zm-v", "=Zg="})
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

TEST(Bytes, a_digest_is_32_bytes) {
  EXPECT_TRUE(digest_from_hex(std::string(64, 'a')).has_value());
  EXPECT_FALSE(digest_from_hex(std::string(62, 'a')).has_value());
  EXPECT_FALSE(digest_from_bytes("short").has_value());
}

}  // namespace
}  // namespace comity
