// Which sessions one report covers.
#include "views/cycle.h"

#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

const BodyId group{"oewg-ict"};

// "2022: s0 s1, 2023: s2"
std::string told(const std::vector<Cycle>& cycles) {
  std::string out;
  for (const auto& cycle : cycles) {
    out += (out.empty() ? "" : ", ") + std::to_string(cycle.year) + ":";
    for (const auto& session : cycle.sessions) out += " " + session.text.substr(session.text.find('/') + 1);
  }
  return out;
}

Given five_sessions() {
  Given given;
  given.body().session("oewg-ict/s0").session("oewg-ict/s1", 1).session("oewg-ict/s2", 2).session("oewg-ict/s3", 3);
  given.session("oewg-ict/s4", 4);
  given.held("oewg-ict/s0", days("2021-06-01")).held("oewg-ict/s1", days("2021-12-13", "2021-12-17"));
  given.held("oewg-ict/s2", days("2022-07-25", "2022-07-29")).held("oewg-ict/s3", days("2022-12-05", "2022-12-09"));
  given.planned("oewg-ict/s4", days("2023-07-24", "2023-07-28"));
  return given;
}

DecisionTaken adopts(const std::string& session, const std::string& draft) {
  DecisionTaken act;
  act.id = {session + "-adopts"};
  act.body = group;
  act.titles = in_english("Adoption");
  act.session = SessionId{session};
  act.documents = {{draft}};
  return act;
}

TEST(Cycle, WithoutReportsEndsBeforeTheAssemblyBegins) {
  EXPECT_EQ(told(cycles_of(five_sessions().lens(), group)), "2021: s0, 2022: s1 s2, 2023: s3 s4");
}

TEST(Cycle, EndsWithTheSessionThatAdoptsItsReport) {
  auto given = five_sessions();
  given.document("A/AC.292/2022/L.1", "2022-07-15", DocumentKind::draft_report);
  given.act(adopts("oewg-ict/s2", "A/AC.292/2022/L.1"), confirmed().on("2022-07-29"));
  EXPECT_EQ(told(cycles_of(given.lens(), group)), "2022: s0 s1 s2, 2023: s3 s4");
}

TEST(Cycle, EndsWithTheLastSessionThatAReportCovers) {
  auto given = five_sessions();
  DocumentRegistered report;
  report.id = {"A/77/275"};
  report.type = DocumentKind::report;
  report.titles = in_english("Report");
  report.sessions = {{"oewg-ict/s0"}, {"oewg-ict/s2"}, {"oewg-ict/s1"}};
  given.act(report);
  EXPECT_EQ(told(cycles_of(given.lens(), group)), "2022: s0 s1 s2, 2023: s3 s4");
}

TEST(Cycle, KnowsWhatLiesInItsTime) {
  const auto given = five_sessions();
  const auto cycle = cycle_of(given.lens(), group, 2022);
  ASSERT_TRUE(cycle);
  EXPECT_FALSE(cycle->holds(day("2021-06-01")));
  EXPECT_TRUE(cycle->holds(day("2021-06-02")));
  EXPECT_TRUE(cycle->holds(day("2022-07-29")));
  EXPECT_FALSE(cycle->holds(day("2022-07-30")));
  EXPECT_TRUE(cycle_of(given.lens(), group, 2021)->holds(day("2020-01-01")));
}

TEST(Cycle, HasNoCancelledSessionAndNoneWithoutDays) {
  auto given = five_sessions();
  given.session("oewg-ict/s5", 5).act(SessionCancelled{{"oewg-ict/s4"}, in_english("No quorum")});
  EXPECT_EQ(told(cycles_of(given.lens(), group)), "2021: s0, 2022: s1 s2, 2023: s3");
  const auto cycle = cycle_of(given.lens(), group, 2023);
  EXPECT_EQ(cycle->cancelled, std::vector<SessionId>{{"oewg-ict/s4"}});
  EXPECT_FALSE(cycle_of(given.lens(), group, 2024));
}

TEST(Cycle, TheWholeMandateIsAllOfThem) {
  const auto given = five_sessions();
  const auto whole = whole_mandate(given.lens(), group);
  ASSERT_TRUE(whole);
  EXPECT_EQ(told({*whole}), "0: s0 s1 s2 s3 s4");
  EXPECT_EQ(whole->until, day("2023-07-28"));
  EXPECT_FALSE(whole_mandate(Given().body().lens(), group));
}

TEST(Cycle, IsSeenFromTheDayOfTheLens) {
  const auto given = five_sessions();
  const auto lens = given.lens();
  EXPECT_EQ(told(cycles_of({lens.world, lens.now, day("2022-01-01")}, group)), "2021: s0, 2022: s1");
}

}  // namespace
}  // namespace comity
