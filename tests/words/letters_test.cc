#include "words/letters.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Letters, AHeadingBeginsWithACapital) {
  EXPECT_EQ(capitalised("fourth session"), "Fourth session");
  EXPECT_EQ(capitalised("четвертая сессия"), "Четвертая сессия");
  EXPECT_EQ(capitalised("élection du Bureau"), "Élection du Bureau");
  EXPECT_EQ(capitalised("⟦⟦cuarto⟧ período⟧"), "⟦⟦Cuarto⟧ período⟧");
}

TEST(Letters, FiguresAndScriptsWithoutCapitalsStay) {
  for (const auto* text : {"8th meeting", "第四届会议", "الدورة الرابعة", "", "— ", "Already"})
    EXPECT_EQ(capitalised(text), text);
}

}  // namespace
}  // namespace comity
