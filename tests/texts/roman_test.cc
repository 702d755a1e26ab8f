#include "texts/roman.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Roman, NumeralsHaveTheirValueInOneFormOnly) {
  const std::pair<const char*, int> right[]{{"I", 1},    {"iv", 4},    {"IX", 9},          {"xiv", 14},   {"XL", 40},
                                            {"XXV", 25}, {"XCIX", 99}, {"clxxxviii", 188}, {"CXCIX", 199}};
  for (const auto& [text, value] : right) EXPECT_EQ(roman_value(text), value) << text;
  for (const auto* text : {"", "IIII", "VV", "IC", "Iv", "iV", "A", "XXV ", "CC", "i.", "IVX", "XXXXXXXXXXX"})
    EXPECT_EQ(roman_value(text), 0) << text;
}

}  // namespace
}  // namespace comity
