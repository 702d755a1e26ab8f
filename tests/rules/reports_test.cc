// Versions of reports: what may be frozen, asked, answered, made final and corrected, and when.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

ReportFrozen frozen_report(std::string_view until = {}, Basis basis = Basis::actual) {
  ReportFrozen act{{"oewg-ict"}, "2023", ReportKind::procedural, basis, {}};
  if (!until.empty()) act.corrections_until = day(until);
  return act;
}
ReportCorrectionAsked asked_of(std::int64_t frozen) { return {frozen, "12", {}, {}, in_english("A date is wrong")}; }
ReportCorrectionAnswered answer_to(std::int64_t asked) {
  return {asked, CorrectionOutcome::made, in_english("The record says so now")};
}
ReportTextKept words_of(std::int64_t version, Language language = Language::en) {
  return {version, language, std::string(64, 'a'), 12};
}

// A body whose report is frozen; `frozen` is the entry.
struct FrozenReport : testing::Test {
  std::int64_t put(const Act& act) {
    given.act(act);
    return static_cast<std::int64_t>(given.last());
  }
  Given given = Given().body();
};

TEST_F(FrozenReport, IsOfAKnownBodyAndACycle) {
  EXPECT_EQ(Given().outcome(frozen_report()), "no-such-reference");
  auto act = frozen_report();
  act.cycle = "last";
  EXPECT_EQ(given.outcome(act), "cycle-malformed");
  act.cycle = "mandate";
  EXPECT_EQ(given.outcome(act), "granted");
}

TEST_F(FrozenReport, HasACorrectionsPeriodThatLiesAheadAndIsNotCutShort) {
  EXPECT_EQ(given.outcome(frozen_report("2020-01-01")), "corrections-past");
  put(frozen_report("2099-12-31"));
  EXPECT_EQ(given.outcome(frozen_report()), "corrections-cut-short");
  EXPECT_EQ(given.outcome(frozen_report("2099-12-30")), "corrections-cut-short");
  EXPECT_EQ(given.outcome(frozen_report("2099-12-31")), "granted");
  EXPECT_EQ(given.outcome(frozen_report("", Basis::planned)), "granted");
}

TEST_F(FrozenReport, IsCorrectedWhileThePeriodRuns) {
  EXPECT_EQ(given.outcome(asked_of(99)), "no-such-version");
  const auto silent = put(frozen_report());
  EXPECT_EQ(given.outcome(asked_of(silent)), "corrections-closed");
  const auto open = put(frozen_report("2099-12-31"));
  EXPECT_EQ(given.outcome(asked_of(open)), "granted");
  EXPECT_EQ(given.outcome(asked_of(silent)), "no-such-version") << "another took its place";
}

TEST_F(FrozenReport, AnswersEachCorrectionOnce) {
  const auto open = put(frozen_report("2099-12-31"));
  EXPECT_EQ(given.outcome(answer_to(open)), "no-such-correction");
  const auto asked = put(asked_of(open));
  EXPECT_EQ(given.outcome(answer_to(asked)), "granted");
  put(answer_to(asked));
  EXPECT_EQ(given.outcome(answer_to(asked)), "correction-answered");
}

TEST_F(FrozenReport, IsFinalWhenThePeriodIsOverAndEverybodyHasAnAnswer) {
  const auto open = put(frozen_report("2099-12-31"));
  EXPECT_EQ(given.outcome(ReportFinalised{open}), "corrections-open");
  const auto asked = put(asked_of(open));
  given.at("2100-01-02T00:00:00Z");
  EXPECT_EQ(given.outcome(ReportFinalised{open}), "correction-unanswered");
  const auto again = put(frozen_report());
  EXPECT_EQ(given.outcome(ReportFinalised{again}), "correction-unanswered") << "freezing again answers nobody";
  put(answer_to(asked));
  EXPECT_EQ(given.outcome(ReportFinalised{open}), "no-such-version");
  EXPECT_EQ(given.outcome(ReportFinalised{again}), "granted");
}

TEST_F(FrozenReport, IsNoDraftAndFinalOnce) {
  const auto draft = put(frozen_report("", Basis::planned));
  EXPECT_EQ(given.outcome(ReportFinalised{draft}), "draft-is-not-final");
  const auto frozen = put(frozen_report());
  put(ReportFinalised{frozen});
  EXPECT_EQ(given.outcome(ReportFinalised{frozen}), "report-is-final");
  EXPECT_EQ(given.outcome(frozen_report()), "report-is-final");
}

TEST_F(FrozenReport, HasACorrigendumOnlyWhenItIsFinal) {
  const auto frozen = put(frozen_report());
  EXPECT_EQ(given.outcome(ReportCorrected{frozen, in_english("why")}), "no-such-version");
  const auto final = put(ReportFinalised{frozen});
  EXPECT_EQ(given.outcome(ReportCorrected{final, in_english("why")}), "granted");
}

TEST_F(FrozenReport, HasItsWordsKeptOnceInEachLanguage) {
  EXPECT_EQ(given.outcome(words_of(1)), "no-such-version");
  const auto frozen = put(frozen_report());
  auto act = words_of(frozen);
  act.structure = "short";
  EXPECT_EQ(given.outcome(act), "blob-malformed");
  put(words_of(frozen));
  EXPECT_EQ(given.outcome(words_of(frozen)), "version-kept");
  EXPECT_EQ(given.outcome(words_of(frozen, Language::fr)), "granted");
}

}  // namespace
}  // namespace comity
