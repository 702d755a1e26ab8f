// A wrong fact is answered by a later act, which is judged as if the wrong one had never stood.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

FactCorrected correction(std::uint64_t entry, const Act& act) {
  return {static_cast<std::int64_t>(entry), "misread", std::string(kind_of(act)), to_json(act)};
}

struct APlan {
  Given given{};
  std::uint64_t entry = 0;
  APlan() {
    given.body().session("oewg-ict/s4", 4).planned("oewg-ict/s4", days("2023-03-06", "2023-03-11"));
    entry = given.last();
  }
};

TEST(Correction, TakesThePlaceOfTheFactWhichStaysReadable) {
  APlan plan;
  plan.given.corrected(plan.entry, SessionPlanned{{"oewg-ict/s4"}, days("2023-03-06", "2023-03-10"), {}});
  const auto standing = plan.given.world().facts<SessionPlanned>();
  ASSERT_EQ(standing.size(), 1U);
  EXPECT_EQ(standing.front()->act.days, days("2023-03-06", "2023-03-10"));
  EXPECT_EQ(standing.front()->from.corrects, plan.entry);
  EXPECT_NE(plan.given.world().of_entry<SessionPlanned>(plan.entry), nullptr);
  EXPECT_EQ(plan.given.world().corrected_by(plan.entry), plan.given.last());
}

TEST(Correction, OfAFactThatDoesNotStandIsRefused) {
  APlan plan;
  const SessionPlanned better{{"oewg-ict/s4"}, days("2023-03-06", "2023-03-10"), {}};
  EXPECT_EQ(plan.given.outcome(correction(999, better)), "no-such-fact");
  auto negative = correction(0, better);
  negative.entry = -1;
  EXPECT_EQ(plan.given.outcome(negative), "no-such-fact");
  plan.given.corrected(plan.entry, better);
  EXPECT_EQ(plan.given.outcome(correction(plan.entry, better)), "no-such-fact");
}

TEST(Correction, MayItselfBeCorrected) {
  APlan plan;
  const SessionPlanned better{{"oewg-ict/s4"}, days("2023-03-06", "2023-03-10"), {}};
  plan.given.corrected(plan.entry, better);
  const auto first = plan.given.last();
  plan.given.corrected(first, better);
  EXPECT_EQ(plan.given.world().corrected_by(plan.entry), first) << "still";
  EXPECT_EQ(plan.given.world().corrected_by(first), plan.given.last());
}

TEST(Correction, KeepsTheKindOfTheFact) {
  APlan plan;
  EXPECT_EQ(plan.given.outcome(correction(plan.entry, PlenariesCounted{{"oewg-ict/s4"}, 10})), "other-kind");
}

TEST(Correction, IsRefusedWhereTheFactAsCorrectedWouldBe) {
  APlan plan;
  const SessionPlanned backwards{{"oewg-ict/s4"}, days("2023-03-10", "2023-03-06"), {}};
  EXPECT_EQ(plan.given.outcome(correction(plan.entry, backwards)), "days-backwards");
  auto unreadable = correction(plan.entry, backwards);
  unreadable.act = JsonObject{{"session", "oewg-ict/s4"}};
  EXPECT_EQ(plan.given.outcome(unreadable), "field-missing");
}

TEST(Correction, IsJudgedAsIfTheWrongFactHadNeverStood) {
  Given given;
  given.body().session("oewg-ict/s4", 5);
  const SessionEntered fourth{{"oewg-ict/s4"}, {"oewg-ict"}, SessionType::substantive, 4, {}};
  EXPECT_EQ(given.outcome(fourth), "id-taken");
  EXPECT_EQ(given.outcome(correction(given.last(), fourth)), "granted");
}

TEST(Correction, CarriesASourceLikeAnyFact) {
  APlan plan;
  const SessionPlanned better{{"oewg-ict/s4"}, days("2023-03-06", "2023-03-10"), {}};
  EXPECT_EQ(plan.given.outcome(correction(plan.entry, better), {}), "source-missing");
}

}  // namespace
}  // namespace comity
