// How a report weighs what the record holds: equal words that differ are told as such, stronger ones come first, what
// is not known is told as missing, what was planned stands in the draft alone.
#include <gtest/gtest.h>

#include "support/given.h"
#include "views/report_kinds.h"
#include "views/report_pages.h"

namespace comity {
namespace {

// A body with one session in the year.
struct ReportTold : testing::Test {
  Given given = Given().body().session("oewg-ict/s1", 1);

  ReportView report(Basis basis = Basis::actual) const {
    const auto lens = given.lens();
    const auto cycle = cycle_of(lens, {"oewg-ict"}, 2023);
    if (!cycle) throw std::runtime_error("no cycle");
    return report_of(lens, *cycle, ReportKind::procedural, basis);
  }
  static const SentenceRow& sentence(const ReportView& view, const std::string& id) {
    for (const auto& section : view.sections)
      for (const auto& paragraph : section.paragraphs)
        for (const auto& one : paragraph.sentences)
          if (one.id == id) return one;
    throw std::runtime_error("no sentence " + id);
  }
  static const ToldRow& told(const SentenceRow& sentence, const std::string& about, const std::string& aspect) {
    for (const auto& one : sentence.told)
      if (one.about == about && one.aspect == aspect) return one;
    throw std::runtime_error("nothing told of " + about);
  }
  static bool lacks(const ReportView& view, const std::string& key) {
    return std::any_of(view.missing.begin(), view.missing.end(), [&](const auto& gap) { return gap.say.key == key; });
  }
};

TEST_F(ReportTold, WithEquallyStrongEntriesThatDifferSaysThatTheyDo) {
  given.held("oewg-ict/s1", days("2023-03-06", "2023-03-10")).held("oewg-ict/s1", days("2023-03-06", "2023-03-09"));
  const auto view = report();
  const auto& days_told = told(sentence(view, "held"), "oewg-ict/s1", "days");
  EXPECT_EQ(days_told.contradicted, "1");
  EXPECT_EQ(days_told.values, (std::vector<std::string>{"2023-03-06/2023-03-10", "2023-03-06/2023-03-09"}));
  EXPECT_FALSE(view.contradicted.empty());
}

TEST_F(ReportTold, TakesTheStrongerAndMarksTheWeakerThatTellsOtherwise) {
  given.held("oewg-ict/s1", days("2023-03-06", "2023-03-09"), reported());
  const auto weaker = given.last();
  given.held("oewg-ict/s1", days("2023-03-06", "2023-03-10"));
  const auto view = report();
  const auto& held = sentence(view, "held");
  const auto& days_told = told(held, "oewg-ict/s1", "days");
  EXPECT_EQ(days_told.values, std::vector<std::string>{"2023-03-06/2023-03-10"});
  EXPECT_EQ(days_told.contradicted, "");
  EXPECT_TRUE(view.contradicted.empty());
  const auto row = std::find_if(held.evidence.begin(), held.evidence.end(),
                                [&](const auto& one) { return one.mark.entry == static_cast<std::int64_t>(weaker); });
  ASSERT_NE(row, held.evidence.end());
  EXPECT_EQ(row->otherwise, "1");
}

TEST_F(ReportTold, DoesNotTellAPlanAsWhatTookPlace) {
  given.planned("oewg-ict/s1", days("2023-03-06", "2023-03-10"));
  const auto draft = report(Basis::planned), actual = report();
  EXPECT_EQ(told(sentence(draft, "held"), "oewg-ict/s1", "days").values,
            std::vector<std::string>{"2023-03-06/2023-03-10"});
  EXPECT_THROW(sentence(actual, "held"), std::runtime_error);
  EXPECT_FALSE(actual.missing.empty());
}

TEST_F(ReportTold, LeavesBlanksInTheDraftAndGapsInTheReport) {
  given.planned("oewg-ict/s1", days("2023-03-06", "2023-03-10")).held("oewg-ict/s1", days("2023-03-06", "2023-03-10"));
  const auto draft = report(Basis::planned), actual = report();
  const auto& adopted = sentence(draft, "adopted");
  EXPECT_TRUE(std::any_of(adopted.told.begin(), adopted.told.end(), [](const auto& one) { return one.blank == "1"; }));
  EXPECT_THROW(sentence(actual, "adopted"), std::runtime_error);
  EXPECT_TRUE(lacks(actual, "report.missing.adoption"));
  EXPECT_FALSE(lacks(actual, "report.missing.days"));
}

TEST_F(ReportTold, LeavesOutASessionThatWasCancelled) {
  given.session("oewg-ict/s2", 2).planned("oewg-ict/s2", days("2023-05-01", "2023-05-05"));
  given.held("oewg-ict/s1", days("2023-03-06", "2023-03-10"));
  const auto with_both = report(Basis::planned);
  EXPECT_NO_THROW(told(sentence(with_both, "held"), "oewg-ict/s2", "days"));
  given.act(SessionCancelled{{"oewg-ict/s2"}, {}});
  const auto without = report(Basis::planned);
  EXPECT_THROW(told(sentence(without, "held"), "oewg-ict/s2", "days"), std::runtime_error);
}

TEST_F(ReportTold, CountsOnlyWhatAnEntryCountsAndSetsItAgainstAHigherNumber) {
  given.held("oewg-ict/s1", days("2023-03-06", "2023-03-10"));
  given.act(PlenariesCounted{{"oewg-ict/s1"}, 3}).opened("oewg-ict/s1/m", 9, "2023-03-09");
  const auto view = report();
  EXPECT_FALSE(view.contradicted.empty()) << "a ninth plenary meeting and three counted";
}

TEST_F(ReportTold, DiffersFromItsDraftWhereThePlanWasChanged) {
  given.planned("oewg-ict/s1", days("2023-03-06", "2023-03-10")).held("oewg-ict/s1", days("2023-03-06", "2023-03-09"));
  const auto found = differences(report(Basis::planned), report());
  const auto row = std::find_if(found.facts.begin(), found.facts.end(),
                                [](const auto& one) { return one.about == "oewg-ict/s1" && one.aspect == "days"; });
  ASSERT_NE(row, found.facts.end());
  EXPECT_EQ(row->kind, ReportDifference::changed);
  EXPECT_EQ(row->draft, std::vector<std::string>{"2023-03-06/2023-03-10"});
  EXPECT_EQ(row->report, std::vector<std::string>{"2023-03-06/2023-03-09"});
}

}  // namespace
}  // namespace comity
