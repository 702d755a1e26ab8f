// The institution, its bodies, mandate, agenda and officers.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

BodyEstablished a_body(const std::string& id) {
  BodyEstablished act;
  act.id = {id};
  return act;
}

OfficerElected a_chair(std::optional<Date> from = {}, std::optional<Date> until = {}) {
  OfficerElected act;
  act.body = {"oewg-ict"};
  act.state = {"sgp"};
  act.from = from;
  act.until = until;
  return act;
}

TEST(Institution, IsDescribedOnceUnderASlug) {
  Given given;
  EXPECT_EQ(given.outcome(InstitutionDescribed{{"First Committee"}, {}, {}}), "id-malformed");
  given.act(InstitutionDescribed{{"ict-security"}, in_english("The institution"), {}});
  EXPECT_EQ(given.outcome(InstitutionDescribed{{"another"}, {}, {}}), "institution-described");
}

TEST(Body, IsEstablishedUnderASlugThatIsNoPageOfTheSite) {
  Given given;
  EXPECT_EQ(given.outcome(a_body("oewg-ict")), "granted");
  EXPECT_EQ(given.outcome(a_body("OEWG")), "id-malformed");
  EXPECT_EQ(given.outcome(a_body("oewg/ict")), "id-outside-parent");
  EXPECT_EQ(given.outcome(a_body("documents")), "id-is-page");
  EXPECT_EQ(given.body().outcome(a_body("oewg-ict")), "id-taken");
}

TEST(Body, DoesNotEndBeforeItBegins) {
  auto act = a_body("oewg-ict");
  act.from = day("2025");
  act.until = day("2021");
  EXPECT_EQ(Given().outcome(act), "days-backwards");
}

TEST(Mandate, HasEachClauseOnceUnderASlug) {
  Given given;
  given.body();
  EXPECT_EQ(given.outcome(MandateGiven{{"oewg-ict"}, "Rules, norms", {}}), "id-malformed");
  given.act(MandateGiven{{"oewg-ict"}, "norms", in_english("To develop the rules")});
  EXPECT_EQ(given.outcome(MandateGiven{{"oewg-ict"}, "norms", {}}), "id-taken");
  EXPECT_EQ(given.outcome(MandateGiven{{"oewg-ict"}, "dialogue", {}}), "granted");
}

TEST(Succession, NeverRunsInACircle) {
  Given given;
  given.body("first").body("second").body("third");
  EXPECT_EQ(given.outcome(BodySucceeded{{"first"}, {"first"}}), "succession-circle");
  given.act(BodySucceeded{{"first"}, {"second"}}).act(BodySucceeded{{"second"}, {"third"}});
  EXPECT_EQ(given.outcome(BodySucceeded{{"third"}, {"first"}}), "succession-circle");
}

TEST(SupportingEntity, IsDesignatedOnceForEachPart) {
  Given given;
  given.body();
  EXPECT_EQ(given.outcome(EntityDesignated{{"oewg-ict"}, {"UNIDIR"}, {}, SupportRole::partner}), "id-malformed");
  given.act(EntityDesignated{{"oewg-ict"}, {"unoda"}, in_english("Office"), SupportRole::substantive});
  EXPECT_EQ(given.outcome(EntityDesignated{{"oewg-ict"}, {"unoda"}, {}, SupportRole::substantive}), "id-taken");
  EXPECT_EQ(given.outcome(EntityDesignated{{"oewg-ict"}, {"unoda"}, {}, SupportRole::secretariat}), "granted");
  EXPECT_EQ(given.outcome(EntityDesignated{{"nobody"}, {"unoda"}, {}, SupportRole::partner}), "no-such-reference");
}

TEST(RulesOfProcedure, MayBeChosenByTheBody) {
  EXPECT_EQ(Given().body().outcome(RulesChosen{{"oewg-ict"}, in_english("Those of the Main Committees")}), "granted");
}

TEST(Arrangement, HasATopicThatIsASlug) {
  Given given;
  given.body();
  EXPECT_EQ(given.outcome(ArrangementReported{{"oewg-ict"}, "reporting", in_english("Each year")}), "granted");
  EXPECT_EQ(given.outcome(ArrangementReported{{"oewg-ict"}, "Reporting!", {}}), "id-malformed");
}

TEST(Website, HasASecureAddress) {
  EXPECT_EQ(Given().body().outcome(WebsitePublished{{"oewg-ict"}, "http://old.example"}), "website-malformed");
  EXPECT_EQ(Given().body().outcome(WebsitePublished{{"oewg-ict"}, "https://new.example"}), "granted");
}

TEST(Agenda, MayBeProposedBeforeAnyItemStands) {
  EXPECT_EQ(Given().body().document("A/AC.292/2021/1").outcome(AgendaProposed{{"oewg-ict"}, {"A/AC.292/2021/1"}}),
            "granted");
}

TEST(Agenda, IsAdoptedWithItsItems) {
  Given given;
  given.body().session("oewg-ict/s0").document("A/AC.292/2021/1");
  const AgendaAdopted for_all{{"oewg-ict"}, {"A/AC.292/2021/1"}, AgendaScope::all_sessions, {}};
  EXPECT_EQ(given.outcome(for_all), "agenda-empty");
  given.item("oewg-ict/item-1", "1");
  EXPECT_EQ(given.outcome(for_all), "granted");
}

TEST(Agenda, OfOneSessionNamesTheSession) {
  Given given;
  given.body().session("oewg-ict/s0").document("A/AC.292/2021/1").item("oewg-ict/item-1", "1");
  AgendaAdopted for_one{{"oewg-ict"}, {"A/AC.292/2021/1"}, AgendaScope::session, {}};
  EXPECT_EQ(given.outcome(for_one), "field-missing");
  for_one.session = SessionId{"oewg-ict/s0"};
  EXPECT_EQ(given.outcome(for_one), "granted");
}

TEST(AgendaItem, HasANumberOfItsOwn) {
  Given given;
  given.body().item("oewg-ict/item-5", "5");
  AgendaItemEntered again{{"oewg-ict/item-five"}, {"oewg-ict"}, {}, "5", {}, {}};
  EXPECT_EQ(given.outcome(again), "number-taken");
  again.number = "6";
  EXPECT_EQ(given.outcome(again), "granted");
}

TEST(AgendaItem, BelowAnotherSaysWhichAndOnlyThen) {
  Given given;
  given.body().item("oewg-ict/item-5", "5");
  AgendaItemEntered below{{"oewg-ict/item-5-a"}, {"oewg-ict"}, {}, "5.a", {}, {}};
  EXPECT_EQ(given.outcome(below), "item-parent");
  below.parent = ItemId{"oewg-ict/item-5"};
  EXPECT_EQ(given.outcome(below), "granted");
  below.number = "7";
  EXPECT_EQ(given.outcome(below), "item-parent");
}

TEST(Chair, IsOneAtATime) {
  Given given;
  given.body().state("sgp");
  given.act(a_chair(day("2021-06-01"), day("2023-06-01")));
  EXPECT_EQ(given.outcome(a_chair(day("2022-06-01"))), "office-filled");
  EXPECT_EQ(given.outcome(a_chair()), "office-filled");
  EXPECT_EQ(given.outcome(a_chair(day("2023-06-01"))), "granted");
}

TEST(ViceChairs, MayBeMany) {
  Given given;
  given.body().state("sgp");
  auto vice_chair = a_chair();
  vice_chair.office = Office::vice_chair;
  given.act(vice_chair);
  EXPECT_EQ(given.outcome(vice_chair), "granted");
}

TEST(Presiding, IsToldOfAKnownSession) {
  Given given;
  given.body().session("oewg-ict/s1", 1).state("sgp");
  EXPECT_EQ(given.outcome(SessionPresided{{"oewg-ict/s1"}, Office::chair, {}, {"sgp"}}), "granted");
  EXPECT_EQ(given.outcome(TemporaryChairForeseen{{"oewg-ict/s1"}, in_english("The High Representative")}), "granted");
  EXPECT_EQ(given.outcome(TemporaryChairForeseen{{"oewg-ict/s2"}, {}}), "no-such-reference");
}

}  // namespace
}  // namespace comity
