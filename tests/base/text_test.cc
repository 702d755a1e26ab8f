// UTF-8, normal form and slugs.
#include "base/text.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Text, utf8_without_overlong_forms_and_surrogates) {
  for (const auto* good : {"", "abc", "é", "中", "😀"}) EXPECT_TRUE(valid_utf8(good)) << good;
  for (const auto* bad : {"\x80", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe4\xb8"})
    EXPECT_FALSE(valid_utf8(bad)) << bad;
}

TEST(Text, nfc_composes) {
  EXPECT_TRUE(is_nfc("é"));
  EXPECT_FALSE(is_nfc("e\xcc\x81"));
  EXPECT_EQ(nfc("e\xcc\x81"), "é");
}

TEST(Text, ends_are_trimmed) {
  EXPECT_EQ(trimmed(" \ta b\t \r"), "a b");
  for (const auto* empty : {"", " ", "\t\r "}) EXPECT_EQ(trimmed(empty), "") << empty;
}

TEST(Text, lower_case_is_of_ascii_alone) { EXPECT_EQ(lower_ascii("AbZ-É9"), "abz-É9"); }

TEST(Text, slugs) {
  for (const auto* good : {"a", "oewg-ict", "2023-03-09-am"}) EXPECT_TRUE(is_slug(good)) << good;
  for (const auto* bad : {"", "-a", "a-", "A", "a_b", "a/b", "é"}) EXPECT_FALSE(is_slug(bad)) << bad;
  EXPECT_TRUE(is_slug_path("oewg-ict/s4/2023-03-09-am"));
  for (const auto* bad : {"", "/a", "a/", "a//b"}) EXPECT_FALSE(is_slug_path(bad)) << bad;
}

}  // namespace
}  // namespace comity
