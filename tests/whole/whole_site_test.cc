// The whole shipped site in six languages: every address has its page, and its twin is the same under each.
#include <gtest/gtest.h>

#include "cli/addresses.h"

namespace comity {
namespace {

struct WholeSite : testing::Test {
  Site site{*shipped_record(), shipped(), assets()};
};

TEST_F(WholeSite, AnswersEveryAddressInSixLanguages) {
  std::size_t pages = 0;
  for (const auto& path : all_addresses())
    for (const auto language : languages) {
      EXPECT_EQ(fault_of_page(site, language, path), "");
      ++pages;
    }
  EXPECT_GT(pages, 6U * 150U);
}

TEST_F(WholeSite, GivesTheSameTwinUnderEveryLanguage) {
  std::size_t twins = 0;
  for (const auto& path : all_addresses()) {
    const auto english = get(site, "/en" + path + ".json");
    ASSERT_EQ(english.status, 200) << path;
    EXPECT_TRUE(parse_json(english.body, {true, false, 64})) << path;
    for (const auto language : languages)
      EXPECT_EQ(get(site, "/" + std::string(code_of(language)) + path + ".json").body, english.body) << path;
    ++twins;
  }
  EXPECT_GT(twins, 150U);
}

}  // namespace
}  // namespace comity
