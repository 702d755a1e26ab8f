// The real core against a simulated clock, disk and chance: whatever is asked, whatever fails and whenever the power
// goes, what was promised holds. COMITY_SEEDS says how many lives, COMITY_FIRST_SEED from where, COMITY_SEED lives one.
#include <gtest/gtest.h>

#include <cstdlib>

#include "simulation/sim_world.h"

namespace comity {
namespace {

std::uint64_t number_in(const char* name, std::uint64_t otherwise) {
  const auto* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// Most lives are short and meet their troubles early; some are long.
Setting setting_of(std::uint64_t seed, Planted planted = Planted::nothing) {
  Setting setting;
  setting.seed = seed;
  setting.steps = seed % 50 == 25 ? 300 : 30;
  setting.planted = planted;
  return setting;
}

std::string told(const Violation& violation, std::uint64_t seed) {
  return violation.invariant + ": " + violation.detail + "\nagain: COMITY_SEED=" + std::to_string(seed) +
         " build/release/tests/test_simulation --gtest_filter='Simulation.WhateverHappens*'";
}

// What a simulation that is not idle has done, each many times.
const std::vector<std::string> must_have{"fact",
                                         "closed act",
                                         "turn",
                                         "retry",
                                         "request id reused",
                                         "commit refused",
                                         "restart",
                                         "stopped",
                                         "scrub",
                                         "crash while idle",
                                         "crash at an operation",
                                         "unanswered and there",
                                         "unanswered and absent",
                                         "disk full",
                                         "room again",
                                         "fault disk",
                                         "fault disk-full",
                                         "older record refused",
                                         "other record refused",
                                         "bit flipped",
                                         "found by the scrub",
                                         "found at start-up",
                                         "clock a day on",
                                         "clock a day back",
                                         "clock stands",
                                         "worlds compared",
                                         "receipts verified",
                                         "consistencies proven",
                                         "refused erasure-same-person",
                                         "refused pseudonym-malformed",
                                         "start-up refused what it could not read",
                                         "fault record-damaged"};

TEST(Simulation, WhateverHappensWhatWasPromisedHolds) {
  const auto one = number_in("COMITY_SEED", 0);
  const auto first = one != 0 ? one : number_in("COMITY_FIRST_SEED", 1);
  const auto count = one != 0 ? 1 : number_in("COMITY_SEEDS", 300);
  std::map<std::string, std::int64_t> did;
  for (auto seed = first; seed < first + count; ++seed) {
    const auto story = live(setting_of(seed));
    ASSERT_FALSE(story.violation) << told(*story.violation, seed);
    for (const auto& [what, times] : story.did) did[what] += times;
  }
  std::printf("%llu seeds\n", static_cast<unsigned long long>(count));
  for (const auto& [what, times] : did) std::printf("  %-42s %lld\n", what.c_str(), static_cast<long long>(times));
  if (count < 30) return;
  for (const auto& what : must_have) EXPECT_GT(did[what], 0) << "the simulation was idle: " << what;
}

TEST(Simulation, ASeedGivesTheSameLifeAgainByteForByte) {
  const auto count = number_in("COMITY_REPLAYS", 3);
  std::set<std::string> digests;
  for (std::uint64_t seed = 41; seed < 41 + count; ++seed) {
    const auto once = live(setting_of(seed));
    EXPECT_EQ(once.digest, live(setting_of(seed)).digest) << seed;
    digests.insert(once.digest);
  }
  EXPECT_EQ(digests.size(), count) << "and each seed another life";
}

TEST(Simulation, ThePublicLogIsTheSameWhateverIsAskedInTheClosedOne) {
  const auto count = number_in("COMITY_PAIRS", 4);
  for (std::uint64_t seed = 1; seed <= count; ++seed)
    if (const auto violation = compare_closed(setting_of(seed))) ADD_FAILURE() << told(*violation, seed);
}

// The first seed with which a wrongly built part is found, and what then did not hold.
struct Finding {
  std::uint64_t seed = 0;
  std::string invariant{};
};
Finding find(Planted planted, std::uint64_t most) {
  for (std::uint64_t seed = 1; seed <= most; ++seed) {
    const auto setting = setting_of(seed, planted);
    const auto violation = planted == Planted::anchor_tells ? compare_closed(setting) : live(setting).violation;
    if (violation) return {seed, violation->invariant};
  }
  return {};
}

TEST(Simulation, FindsEachPlantedBug) {
  const std::vector<std::tuple<Planted, std::string, std::string>> bugs{
      {Planted::acknowledges_early, "a store that answers before it is durable", "I21"},
      {Planted::drops_last, "a store that drops the last entry of a batch", "I21"},
      {Planted::memory_goes_back, "a signer's memory that a crash throws back", "I22"},
      {Planted::replay_forgets, "a store that gives replay another entry", "start-up"},
      {Planted::world_forgets, "a world that forgets an entry", "I13"},
      {Planted::retry_by_clock, "a retry under another id", "I12"},
      {Planted::salts_repeat, "salts that repeat", "a salt"},
      {Planted::anchor_tells, "an anchor that tells the closed log's size", "I23"}};
  for (const auto& [planted, what, invariant] : bugs) {
    const auto [seed, broken] = find(planted, 40);
    EXPECT_GT(seed, 0U) << what << ": not found";
    EXPECT_EQ(broken.substr(0, invariant.size()), invariant) << what;
    std::printf("  %s: found by seed %d, %s\n", what.c_str(), static_cast<int>(seed), broken.c_str());
  }
}

}  // namespace
}  // namespace comity
