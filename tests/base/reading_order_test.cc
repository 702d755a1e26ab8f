// Lines of Arabic, as their signs stand on a page from the left, and as they are read.
#include "base/reading_order.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(ReadingOrder, SymbolsFiguresAndBracketsStayTogether) {
  EXPECT_EQ(line_from_right({".)A/77/275(", "2023", "هيلوي/زومت", "13", "يف", "ردص"}),
            "صدر في 13 تموز/يوليه 2023 (A/77/275).");
  EXPECT_EQ(line_from_right({"².75/240", "رارقلا"}), "القرار 75/240.²");
  EXPECT_EQ(line_from_right({"¹².)أ(", "16", "ةرقفلا"}), "الفقرة 16 (أ).¹²");
  EXPECT_EQ(line_from_right({"2021-2025", "ةرودلا"}), "الدورة 2021-2025");
}

TEST(ReadingOrder, LatinWordsKeepTheirOrderAndAYearGoesWithThem) {
  EXPECT_EQ(line_from_right({"November", "2026", "20"}), "20 November 2026");
  EXPECT_EQ(line_from_right({"Original:", "English"}), "Original: English");
  EXPECT_EQ(line_from_right({"https://undocs.org/ar/A/77/275", "رظنا"}), "انظر https://undocs.org/ar/A/77/275");
}

TEST(ReadingOrder, ASignAboveALetterComesBehindIt) { EXPECT_EQ(line_from_right({"ظفحيُ"}), "يُحفظ"); }

TEST(ReadingOrder, NothingGivesNothing) {
  EXPECT_EQ(line_from_right({}), "");
  EXPECT_EQ(letters_from_right("A/77/275 الف"), 2);
  EXPECT_FALSE(begins_chinese(""));
  EXPECT_TRUE(ends_chinese("75/240号"));
}

}  // namespace
}  // namespace comity
