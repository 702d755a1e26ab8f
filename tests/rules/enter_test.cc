// What holds for every fact, whatever its kind.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

const WebsitePublished website{{"oewg-ict"}, "https://meetings.example"};

TEST(Entering, AFactWithASourceAndACertaintyIsGranted) {
  EXPECT_EQ(Given().body().outcome(website, confirmed("A/77/275", "11")), "granted");
}

TEST(Entering, AFactWithoutASourceIsRefused) {
  Said nothing_cited;
  nothing_cited.certainty = Certainty::reported;
  EXPECT_EQ(Given().body().outcome(website, nothing_cited), "source-missing");
}

TEST(Entering, AFactThatDoesNotSayHowCertainItIsIsRefused) {
  auto unsure = confirmed();
  unsure.certainty.reset();
  EXPECT_EQ(Given().body().outcome(website, unsure), "certainty-missing");
}

TEST(Entering, APublicationReportsAndIsRefusedAsConfirmation) {
  Given given;
  given.body();
  EXPECT_EQ(given.outcome(website, by_publication(Certainty::confirmed, "A news site")), "certainty-needs-document");
  EXPECT_EQ(given.outcome(website, by_publication(Certainty::asserted, "A news site")), "certainty-needs-document");
  EXPECT_EQ(given.outcome(website, reported("A news site")), "granted");
  EXPECT_EQ(given.outcome(website, unverified("A memory")), "granted");
}

// A/AC.292/2023/L.1 tells on 13 July of the session of 24-28 July, in the past tense.
TEST(Entering, ADraftDatedBeforeTheEventAssertsItAndDoesNotConfirmIt) {
  Given given;
  given.body().session("oewg-ict/s5", 5).document("A/AC.292/2023/L.1", "2023-07-13");
  const SessionHeld held{{"oewg-ict/s5"}, days("2023-07-24", "2023-07-28"), {}};
  EXPECT_EQ(given.outcome(held, confirmed("A/AC.292/2023/L.1", "3").on("2023-07-24")), "confirmed-before-event");
  EXPECT_EQ(given.outcome(held, asserted("A/AC.292/2023/L.1", "3").on("2023-07-24")), "granted");
}

TEST(Entering, ADocumentOfTheSameDayConfirms) {
  Given given;
  given.body().document("A/77/275", "2022-07-29");
  EXPECT_EQ(given.outcome(website, confirmed("A/77/275").on("2022-07-29")), "granted");
}

TEST(Entering, OneLaterDocumentAmongTheSourcesConfirms) {
  Given given;
  given.body().document("A/AC.292/2023/L.1", "2023-07-13").document("A/78/265", "2023-08-01");
  auto both = confirmed("A/AC.292/2023/L.1").on("2023-07-24");
  both.sources.push_back({Symbol{"A/78/265"}, "3"});
  EXPECT_EQ(given.outcome(website, both), "granted");
}

TEST(Entering, WhatIsSaidToHaveHappenedTomorrowIsRefused) {
  Given given;
  given.body().at("2026-11-20T12:00:00Z");
  EXPECT_EQ(given.outcome(website, confirmed().on("2026-11-21")), "happened-in-future");
  EXPECT_EQ(given.outcome(website, confirmed().on("2026-11-20")), "granted");
}

TEST(Entering, AReferenceToAThingThatTheRecordDoesNotKnowIsRefused) {
  Given given;
  given.body();
  EXPECT_EQ(given.outcome(WebsitePublished{{"no-such-body"}, "https://a.example"}), "no-such-reference");
  EXPECT_EQ(given.outcome(SessionPlanned{{"oewg-ict/s9"}, days("2025-01-01"), {}}), "no-such-reference");
  EXPECT_EQ(given.outcome(AgendaProposed{{"oewg-ict"}, {"A/AC.292/2021/1"}}), "no-such-reference");
}

TEST(Entering, ARefusedFactChangesNothing) {
  Given given;
  given.body();
  EXPECT_EQ(given.outcome(WebsitePublished{{"oewg-ict"}, "ftp://old.example"}), "website-malformed");
  EXPECT_TRUE(given.world().facts<WebsitePublished>().empty());
}

}  // namespace
}  // namespace comity
