// The one write path: all or nothing, once, in order, and the same after replay.
#include "registrar/registrar.h"

#include <gtest/gtest.h>

#include "support/registry.h"

namespace comity {
namespace {

std::size_t documents(Registrar& registrar) {
  return registrar.read([](const World& world, const auto&) { return world.facts<DocumentRegistered>().size(); });
}

TEST(Registrar, EntersWhatTheRulesGrantAndReadersSeeIt) {
  Registry registry;
  const auto outcome = registry.enter({{a_document("A/1"), confirmed()}, {a_document("A/2"), confirmed()}});
  ASSERT_EQ(outcome.entered.size(), 2U);
  EXPECT_TRUE(outcome.entered[0].fresh);
  EXPECT_EQ(outcome.entered[1].number, 1);
  EXPECT_EQ(registry->size(), 2);
  EXPECT_EQ(documents(*registry), 2U);
}

TEST(Registrar, EntersNothingWhenOneOfTheRequestsIsRefusedAndNamesIt) {
  Registry registry;
  const auto outcome = registry.enter({{a_document("A/1"), confirmed()}, {a_document("A/1"), confirmed()}});
  ASSERT_EQ(outcome.refused.size(), 1U);
  EXPECT_EQ(outcome.refused[0].index, 1U);
  EXPECT_EQ(outcome.refused[0].why.code, "symbol-taken");
  EXPECT_EQ(registry->size(), 0);
  EXPECT_EQ(documents(*registry), 0U);
}

TEST(Registrar, KeepsNothingOfARefusedCommitInTheWritersWorld) {
  Registry registry;
  registry.enter({{a_document("A/1"), confirmed()}, {a_document("A/1"), confirmed()}});
  EXPECT_TRUE(registry.enter({{a_document("A/1"), confirmed()}}).refused.empty());
}

TEST(Registrar, LetsALaterRequestOfTheSameCommitBuildOnAnEarlierOne) {
  Registry registry;
  const DocumentRelated relation{{"A/2"}, Relation::revises, {"A/1"}};
  const auto outcome =
      registry.enter({{a_document("A/1"), confirmed()}, {a_document("A/2"), confirmed()}, {relation, confirmed()}});
  EXPECT_TRUE(outcome.refused.empty());
}

TEST(Registrar, GivesTheSameEntryToARetryAndRefusesAnotherActUnderTheSameRequest) {
  Registry registry;
  const EntryRequest request{"once", "", {a_document("A/1"), confirmed()}, operator_of_secretariat};
  const auto first = registry->enter({request});
  const auto again = registry->enter({request});
  ASSERT_EQ(again.entered.size(), 1U);
  EXPECT_FALSE(again.entered[0].fresh);
  EXPECT_EQ(again.entered[0].number, first.entered[0].number);
  auto other = request;
  other.fact.act = a_document("A/2");
  ASSERT_EQ(registry->enter({other}).refused.size(), 1U);
  EXPECT_EQ(registry->enter({other}).refused[0].why.code, "request-id-reused");
  EXPECT_EQ(registry->size(), 1);
}

TEST(Registrar, KnowsARetryWithinOneCommitAndAfterARestart) {
  Registry registry;
  const EntryRequest request{"once", "", {a_document("A/1"), confirmed()}, operator_of_secretariat};
  const auto twice = registry->enter({request, request});
  ASSERT_EQ(twice.entered.size(), 2U);
  EXPECT_EQ(twice.entered[0].number, twice.entered[1].number);
  registry.reopen();
  EXPECT_FALSE(registry->enter({request}).entered[0].fresh);
  EXPECT_EQ(registry->size(), 1);
}

TEST(Registrar, StampsStrictlyIncreasingInstantsEvenWhenTheClockRunsBackwards) {
  Registry registry("2026-11-20T12:00:00Z");
  registry.enter({{a_document("A/1"), confirmed()}});
  registry.clock("2026-11-20T11:00:00Z");
  registry.enter({{a_document("A/2"), confirmed()}, {a_document("A/3"), confirmed()}});
  registry->read([](const World&, const std::vector<Instant>& instants) {
    ASSERT_EQ(instants.size(), 3U);
    EXPECT_LT(instants[0], instants[1]);
    EXPECT_LT(instants[1], instants[2]);
    EXPECT_EQ(instants[0], instant("2026-11-20T12:00:00Z"));
  });
}

TEST(Registrar, ReplaysTheRecordIntoTheSameWorld) {
  Registry registry;
  registry.enter({{a_document("A/1"), confirmed()}, {a_document("A/2"), confirmed()}});
  auto corrected = a_document("A/1");
  corrected.type = DocumentKind::letter;
  registry.enter({{FactCorrected{0, "misread", "document-registered", to_json(Act(corrected))}, confirmed()}});
  const auto look = [&registry] {
    return registry->read([](const World& world, const auto&) {
      const auto* fact = world.one<DocumentRegistered>(Symbol{"A/1"});
      return std::pair(fact->act, fact->from);
    });
  };
  const auto live = look();
  EXPECT_EQ(live.first.type, DocumentKind::letter);
  EXPECT_EQ(live.second.corrects, 0U);
  registry.reopen();
  EXPECT_EQ(look(), live);
}

TEST(Registrar, FindsTheLatestEntryOfEachRequestByPrefix) {
  Registry registry;
  registry->enter({{"data:set:1", "", {a_document("A/1"), confirmed()}, operator_of_secretariat},
                   {"data:set:2", "", {a_document("A/2"), confirmed()}, operator_of_secretariat},
                   {"other", "", {a_document("A/3"), confirmed()}, operator_of_secretariat}});
  const auto found = registry->latest("data:set:");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].request, "data:set:2");
  EXPECT_EQ(found[1].number, 1);
}

TEST(Registrar, RefusesAnActThatWouldNotFitIntoAnEntry) {
  Registry registry;
  auto document = a_document("A/1");
  document.titles = in_english(std::string(70'000, 'x'));
  const auto outcome = registry.enter({{document, confirmed()}});
  ASSERT_EQ(outcome.refused.size(), 1U);
  EXPECT_EQ(outcome.refused[0].why.code, "entry-too-long");
}

TEST(Registrar, SignsACheckpointOverEveryCommit) {
  Registry registry;
  registry.enter({{a_document("A/1"), confirmed()}});
  const auto checkpoint = open_checkpoint(registry.record().checkpoint(Log::open), registry.record().key());
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->size, 1);
}

}  // namespace
}  // namespace comity
