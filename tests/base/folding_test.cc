// What readers take for the same, and the bytes that each sign comes from.
#include "base/folding.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

std::u32string signs_of(std::string_view text) {
  std::u32string out;
  for (const auto& one : folded(text)) out += one.sign;
  return out;
}

TEST(Folding, leaves_out_case_and_accents) {
  EXPECT_EQ(signs_of("Período ÉTÉ"), U"periodo ete");
  EXPECT_EQ(signs_of("Всё Йод"), U"все йод");
  EXPECT_EQ(signs_of("И\xcc\x86од"), U"иод");
  EXPECT_EQ(signs_of("第十一届"), U"第十一届");
}

TEST(Folding, knows_the_forms_of_an_arabic_letter) {
  EXPECT_EQ(signs_of("الأُمَــة"), U"الامه");
  EXPECT_EQ(signs_of("مستوى"), U"مستوي");
  EXPECT_EQ(signs_of("٢٠٢٦"), U"2026");
}

TEST(Folding, knows_one_dash_blank_and_apostrophe_and_sees_no_marks_of_direction) {
  EXPECT_EQ(signs_of("a‑b–c−d—e-f"), U"a-b-c-d-e-f");
  EXPECT_EQ(signs_of("a\u00a0b\tc\u202fd"), U"a b c d");
  EXPECT_EQ(signs_of("l’a l'a l‘a"), U"l'a l'a l'a");
  EXPECT_EQ(signs_of("a\u200e\u00adb"), U"ab");
}

TEST(Folding, tells_the_bytes_of_a_sign_with_its_marks) {
  const auto signs = folded(
      "xé"
      "e\xcc\x81"
      "y");
  ASSERT_EQ(signs.size(), 4U);
  EXPECT_EQ(signs[1].begin, 1U);
  EXPECT_EQ(signs[1].end, 3U);
  EXPECT_EQ(signs[2].begin, 3U);
  EXPECT_EQ(signs[2].end, 6U);
  EXPECT_EQ(signs[3].end, 7U);
}

TEST(Folding, reads_what_is_no_text) {
  EXPECT_EQ(signs_of("a\xff"
                     "b"),
            U"a\xfffd"
            "b");
  EXPECT_EQ(signs_of("\xcc\x81"), U"");
  EXPECT_EQ(signs_of(""), U"");
}

TEST(Folding, knows_what_words_are_made_of) {
  EXPECT_TRUE(in_a_word(U'a') && in_a_word(U'7') && in_a_word(U'й') && in_a_word(U'会'));
  EXPECT_FALSE(in_a_word(U'-') || in_a_word(U' ') || in_a_word(U'…'));
  EXPECT_TRUE(is_ideograph(U'会'));
  EXPECT_FALSE(is_ideograph(U'a'));
}

}  // namespace
}  // namespace comity
