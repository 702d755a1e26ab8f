#include "words/numbers.h"

#include <gtest/gtest.h>

#include "words_under_test.h"

namespace comity {
namespace {

TEST(Numbers, AreGroupedByTheirLanguageInEuropeanDigits) {
  const std::array<std::string_view, 6> million{"1,000,000",           "1,000,000",           "1,000,000",
                                                "1\u202f000\u202f000", "1\u00a0000\u00a0000", "1.000.000"};
  for (std::size_t i = 0; i < languages.size(); ++i) EXPECT_EQ(number(languages[i], 1'000'000), million[i]);
  EXPECT_EQ(number(Language::es, 1500), "1.500");
  EXPECT_EQ(number(Language::en, -8500), "-8,500");
  EXPECT_EQ(number(Language::ar, 193), "193");
  EXPECT_EQ(number(Language::fr, 0), "0");
}

TEST(Numbers, APercentageIsRoundedToTheNearestUnit) {
  EXPECT_EQ(percent(Language::en, 1, 3), "33%");
  EXPECT_EQ(percent(Language::en, 2, 3), "67%");
  EXPECT_EQ(percent(Language::en, 1, 2), "50%");
  EXPECT_EQ(percent(Language::en, 193, 193), "100%");
  EXPECT_EQ(percent(Language::en, 0, 193), "0%");
  EXPECT_EQ(percent(Language::fr, 1, 3), "33\u00a0%");
  EXPECT_EQ(percent(Language::es, 1, 3), "33\u00a0%");
  EXPECT_EQ(percent(Language::ru, 1, 3), "33\u00a0%");
  EXPECT_EQ(percent(Language::zh, 1, 3), "33%");
  EXPECT_NE(percent(Language::ar, 1, 3).find("33"), std::string::npos);
}

TEST(Numbers, AFileHasASizeThatAPersonReads) {
  const auto english = shipped().in(Language::en);
  EXPECT_EQ(file_size(english, 0), "0 bytes");
  EXPECT_EQ(file_size(english, 1), "1 byte");
  EXPECT_EQ(file_size(english, 999), "999 bytes");
  EXPECT_EQ(file_size(english, 1000), "1 KB");
  EXPECT_EQ(file_size(english, 3'140'000), "3.1 MB");
  EXPECT_EQ(file_size(english, 9'960'000), "10 MB");
  EXPECT_EQ(file_size(english, 31'400'000), "31 MB");
  EXPECT_EQ(file_size(english, 999'600), "1 MB");
  EXPECT_EQ(file_size(english, 5'000'000'000'000), "5,000 GB");
  EXPECT_EQ(file_size(shipped().in(Language::fr), 3'140'000), "3,1 Mo");
  EXPECT_EQ(file_size(shipped().in(Language::ru), 3'140'000), "3,1 МБ");
  EXPECT_EQ(file_size(shipped().in(Language::ar), 3'140'000), "3.1 ميغابايت");
}

TEST(Numbers, AListIsJoinedAsTheLanguageJoins) {
  const std::vector<std::string> three{"A", "B", "C"};
  EXPECT_EQ(join(Language::ar, three), "A وB وC");
  EXPECT_EQ(join(Language::zh, three), "A、B和C");
  EXPECT_EQ(join(Language::en, three), "A, B and C");
  EXPECT_EQ(join(Language::fr, three), "A, B et C");
  EXPECT_EQ(join(Language::ru, three), "A, B и C");
  EXPECT_EQ(join(Language::es, three), "A, B y C");
  EXPECT_EQ(join(Language::es, {"Francia", "Italia"}), "Francia e Italia");
  EXPECT_EQ(join(Language::en, three, Join::either), "A, B or C");
  EXPECT_EQ(join(Language::ru, three, Join::either), "A, B или C");
  EXPECT_EQ(join(Language::en, {"A"}), "A");
  EXPECT_EQ(join(Language::en, {}), "");
}

}  // namespace
}  // namespace comity
