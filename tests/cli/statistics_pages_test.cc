// Statistics of the shipped record on the site: in six languages, as twin and table, as of another moment; and what is
// said of a cycle that is not there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/loaded.h"

namespace comity {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string of_group = "/oewg-ict/statistics";

struct StatisticsPages : testing::Test {
  Site site{*shipped_record(), shipped(), assets()};

  std::string body(const std::string& target, int status = 200) {
    const auto answer = get(site, target);
    EXPECT_EQ(answer.status, status) << target;
    return answer.body;
  }
  Json twin(const std::string& path) { return *parse_json(body(path), JsonLimits{}); }
};

// "at-least 25" of the figure, "not-known"; empty where there is none.
std::string figure_told(const Json& twin, const std::string& what, const std::string& kind,
                        const std::string& session = {}) {
  const auto is = [](const Json& row, const char* name, const std::string& value) {
    const auto* said = member(row, name);
    return said ? *text(*said) == value : value.empty();
  };
  for (const auto& row : *list(*member(twin, "figures"))) {
    if (!is(row, "what", what) || !is(row, "kind", kind) || !is(row, "session", session)) continue;
    const auto* count = member(row, "count");
    return *text(*member(row, "known")) + (count ? " " + std::to_string(*number(*count)) : "");
  }
  return "";
}

// As counted by hand in data/oewg-ict-2021-2025.
TEST_F(StatisticsPages, CountWhatTheShippedRecordHolds) {
  const auto of_2022 = twin("/en" + of_group + "/2022.json");
  EXPECT_EQ(figure_told(of_2022, "meetings-held", "plenary"), "at-least 25");
  EXPECT_EQ(figure_told(of_2022, "meetings-held", "plenary", "oewg-ict/s0"), "not-known");
  EXPECT_EQ(figure_told(of_2022, "meetings-held", "plenary", "oewg-ict/s3"), "at-least 6");
  EXPECT_EQ(figure_told(of_2022, "meetings-held", "consultation"), "exactly 4");
  EXPECT_EQ(figure_told(of_2022, "decisions", "consensus"), "exactly 7");
  EXPECT_EQ(figure_told(of_2022, "decisions", "silence"), "exactly 1");
  EXPECT_EQ(figure_told(of_2022, "days-to-adoption", "A/AC.292/2022/L.1"), "not-known");
  const auto of_2023 = twin("/en" + of_group + "/2023.json");
  EXPECT_EQ(figure_told(of_2023, "meetings-held", "plenary"), "exactly 20");
  EXPECT_EQ(figure_told(of_2023, "days-to-adoption", "A/AC.292/2023/L.1"), "exactly 15");
  const auto of_2024 = twin("/en" + of_group + "/2024.json");
  EXPECT_EQ(figure_told(of_2024, "meetings-held", "plenary"), "at-least 9");
  EXPECT_EQ(figure_told(of_2024, "meetings-held", "virtual-briefing"), "");
  EXPECT_EQ(figure_told(of_2024, "meetings-planned", "virtual-briefing"), "exactly 1");
  const auto of_2025 = twin("/en" + of_group + "/2025.json");
  EXPECT_EQ(figure_told(of_2025, "meetings-held", "simulation-exercise"), "exactly 4");
  EXPECT_EQ(figure_told(of_2025, "days-to-adoption", "A/AC.292/2025/L.1"), "exactly 10");
  const auto whole = twin("/en" + of_group + ".json");
  EXPECT_EQ(figure_told(whole, "meetings-held", "plenary"), "at-least 83");
  EXPECT_EQ(figure_told(whole, "segments-held", "stakeholders"), "exactly 6");
}

TEST_F(StatisticsPages, OpenTheEntriesThatTheyWereCountedFrom) {
  const auto whole = twin("/en" + of_group + ".json");
  const auto size = *number(*member(whole, "size"));
  std::size_t opened = 0;
  for (const auto& row : *list(*member(whole, "figures")))
    for (const auto& entry : *list(*member(row, "entries"))) {
      EXPECT_LT(*number(entry), size);
      ++opened;
    }
  EXPECT_GT(opened, 300U);
  const auto page = body("/es" + of_group + "/2022");
  EXPECT_THAT(page, HasSubstr("al menos 25"));
  EXPECT_THAT(page, HasSubstr("<a href=\"/es/record/"));
  EXPECT_THAT(page, HasSubstr("no es un documento de las Naciones Unidas"));
}

TEST_F(StatisticsPages, AreTheSameTwinInEveryLanguageAndTheirOwnPage) {
  std::set<std::string> pages, tables;
  const auto english = body("/en" + of_group + ".json");
  for (const auto language : languages) {
    const std::string start = "/" + std::string(code_of(language)) + of_group;
    EXPECT_EQ(body(start + ".json"), english);
    tables.insert(body(start + ".csv"));
    pages.insert(body(start));
    pages.insert(body(start + "/2023"));
  }
  EXPECT_EQ(tables.size(), 1U);
  EXPECT_EQ(pages.size(), 12U);
  const auto head = tables.begin()->substr(0, tables.begin()->find('\r'));
  for (const auto* column : {"scope", "cycle", "session", "what", "kind", "count", "known", "marks.mark", "entries"})
    EXPECT_THAT("," + head + ",", HasSubstr("," + std::string(column) + ","));
}

TEST_F(StatisticsPages, NameTheCyclesThatThereAre) {
  const auto page = body("/fr" + of_group + "/2031", 404);
  EXPECT_THAT(page, HasSubstr("2022, 2023, 2024, 2025"));
  EXPECT_THAT(body("/en" + of_group + "/2031.json", 404), HasSubstr("no-such-cycle"));
  EXPECT_THAT(body("/en" + of_group + "/last", 404), Not(HasSubstr("2022, 2023")));
  EXPECT_THAT(body("/en" + of_group + "/2025?on=2022-12-31", 404), Not(HasSubstr("2022, 2023")));
}

TEST_F(StatisticsPages, AreOfTheMomentThatIsAskedFor) {
  const auto then = twin("/en" + of_group + ".json?on=2022-12-31");
  EXPECT_EQ(figure_told(then, "meetings-held", "plenary"), "at-least 25");
  EXPECT_EQ(*text(*member(then, "day")), "2022-12-31");
  const auto page = body("/en" + of_group + "?on=2022-12-31");
  EXPECT_THAT(page, HasSubstr("/statistics/2022?on=2022-12-31"));
  EXPECT_THAT(body("/en/oewg-ict?on=2022-12-31"), HasSubstr(of_group + "?on=2022-12-31\""));
  EXPECT_THAT(body("/en/oewg-ict/s1?on=2022-12-31"), HasSubstr(of_group + "?on=2022-12-31\""));
}

TEST_F(StatisticsPages, AreOfBodiesThatHaveHardlyBegun) {
  const auto mechanism = twin("/en/global-mechanism/statistics.json");
  EXPECT_EQ(figure_told(mechanism, "meetings-held", "plenary"), "not-known");
  EXPECT_EQ(figure_told(mechanism, "sessions-held", "organizational"), "exactly 1");
  EXPECT_EQ(figure_told(mechanism, "sessions-planned", "thematic-group"), "exactly 1");
  EXPECT_THAT(body("/en/global-mechanism/statistics.csv"), AllOf(HasSubstr("not-known"), Not(HasSubstr("at-least"))));
}

}  // namespace
}  // namespace comity
