// The institution at another moment: what was recorded by then, and what had happened by a day.
#include "registrar/moments.h"

#include <gtest/gtest.h>

#include "support/registry.h"

namespace comity {
namespace {

struct Moments2022 : testing::Test {
  Registry registry{"2026-01-01T00:00:00Z"};
  Moments2022() {
    registry.enter({{a_document("A/1"), confirmed().on("2021-06-01")}});
    registry.clock("2026-02-01T00:00:00Z");
    registry.enter({{a_document("A/2"), confirmed().on("2022-07-25")}, {a_document("A/3"), confirmed()}});
  }
  std::string symbols(const Moment& moment) {
    Moments moments(*registry);
    std::string out;
    for (const auto* fact : (*moments.world(moment))->facts<DocumentRegistered>()) out += fact->act.id.text + " ";
    return out;
  }
};

TEST_F(Moments2022, AsOfANumberShowsTheFirstEntriesOnly) {
  EXPECT_EQ(symbols({0, {}}), "");
  EXPECT_EQ(symbols({1, {}}), "A/1 ");
  EXPECT_EQ(symbols({3, {}}), "A/1 A/2 A/3 ");
}

TEST_F(Moments2022, OnADayShowsWhatHadHappenedByItAndWhatHasNoDay) {
  EXPECT_EQ(symbols({3, day("2021-05-31")}), "A/3 ");
  EXPECT_EQ(symbols({3, day("2021-06-01")}), "A/1 A/3 ");
  EXPECT_EQ(symbols({3, day("2022-07-25")}), "A/1 A/2 A/3 ");
}

TEST_F(Moments2022, OnADayADocumentOfALaterDateIsNotThereYet) {
  auto document = a_document("A/4");
  document.date = day("2023");
  registry.enter({{document, confirmed()}});
  EXPECT_EQ(symbols({4, day("2022-12-31")}), "A/1 A/2 A/3 ");
  EXPECT_EQ(symbols({4, day("2023-01-01")}), "A/1 A/2 A/3 A/4 ");
}

TEST_F(Moments2022, OnADayAPlanThatNobodyDatedIsKnownFromTheDayThatItPlansFor) {
  BodyEstablished body;
  body.id = {"oewg-ict"};
  body.names = body.short_names = body.parent = in_english("Body");
  body.founding = {{"A/1"}};
  SessionEntered session;
  session.id = {"oewg-ict/s4"};
  session.body = body.id;
  session.type = SessionType::organizational;
  const SessionPlanned plan{session.id, days("2023-03-06", "2023-03-10"), {}};
  ASSERT_TRUE(
      registry.enter({{body, confirmed().on("2021")}, {session, confirmed()}, {plan, reported()}}).refused.empty());
  Moments moments(*registry);
  EXPECT_FALSE((*moments.world({6, day("2023-03-05")}))->one<SessionPlanned>(session.id));
  EXPECT_TRUE((*moments.world({6, day("2023-03-06")}))->one<SessionPlanned>(session.id));
}

TEST_F(Moments2022, BothTogetherShowWhatWasKnownThenOfThatDay) { EXPECT_EQ(symbols({1, day("2022-07-25")}), "A/1 "); }

TEST_F(Moments2022, NoLaterEntryChangesAnEarlierMoment) {
  const auto before = symbols({2, {}});
  registry.enter({{FactCorrected{0, "misread", "document-registered", to_json(Act(a_document("A/9")))}, confirmed()}});
  EXPECT_EQ(symbols({2, {}}), before);
}

TEST_F(Moments2022, ReadsNumbersInstantsAndDays) {
  const auto size = [this](std::string_view text) { return *size_as_of(*registry, text); };
  EXPECT_EQ(size("2"), 2);
  EXPECT_EQ(size("2025-12-31T23:59:59Z"), 0);
  EXPECT_EQ(size("2026-01-01T00:00:00Z"), 1);
  EXPECT_EQ(size("2026-01-31"), 1);
  EXPECT_EQ(size("2026-02-01"), 3);
  EXPECT_EQ(size("2026-01"), 1);
}

TEST_F(Moments2022, RefusesWhatLiesBeyondTheRecordAndWhatIsNoMoment) {
  EXPECT_EQ(size_as_of(*registry, "4").refusal().code, "as-of-beyond");
  EXPECT_EQ(size_as_of(*registry, "2026-02-02T00:00:00Z").refusal().code, "as-of-beyond");
  EXPECT_EQ(size_as_of(*registry, "2027").refusal().code, "as-of-beyond");
  EXPECT_EQ(size_as_of(*registry, "2027-01-01").refusal().code, "as-of-beyond");
  EXPECT_EQ(size_as_of(*registry, "yesterday").refusal().code, "as-of-malformed");
  EXPECT_EQ(size_as_of(*registry, "").refusal().code, "as-of-malformed");
}

TEST_F(Moments2022, KeepsAtMostFourWorldsAndGivesTheSameOneAgain) {
  Moments moments(*registry);
  const auto first = *moments.world({1, {}});
  EXPECT_EQ(*moments.world({1, {}}), first);
  for (int size = 0; size < 4; ++size) ASSERT_TRUE(moments.world({size, day("2021-01-01")}));
  EXPECT_NE(*moments.world({1, {}}), first);
}

}  // namespace
}  // namespace comity
