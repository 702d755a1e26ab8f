#include "words/dates.h"

#include <gtest/gtest.h>

#include "words_under_test.h"

namespace comity {
namespace {

std::string in(Language language, std::string_view date) { return written(shipped().in(language), *parse_date(date)); }

TEST(Dates, AWholeDateStandsAsInTheBodyOfAUnitedNationsText) {
  EXPECT_EQ(in(Language::ar, "2025-07-11"), "11 تموز/يوليه 2025");
  EXPECT_EQ(in(Language::zh, "2025-07-11"), "2025年7月11日");
  EXPECT_EQ(in(Language::en, "2025-07-11"), "11 July 2025");
  EXPECT_EQ(in(Language::fr, "2025-07-11"), "11 juillet 2025");
  EXPECT_EQ(in(Language::ru, "2025-07-11"), "11 июля 2025 года");
  EXPECT_EQ(in(Language::es, "2025-07-11"), "11 de julio de 2025");
}

}  // namespace
}  // namespace comity
