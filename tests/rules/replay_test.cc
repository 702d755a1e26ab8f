// Replay = live: the same acts in the same order make the same world, whatever was asked of it in between.
#include <gtest/gtest.h>

#include <random>

#include "support/given.h"
#include "support/world_text.h"

namespace comity {
namespace {

struct Entered {
  Act act{};
  Said said{};
  std::uint64_t entry = 0;
};

// Proposes random acts about few ids, so that many are granted, many refused, and some correct earlier ones.
class Proposals {
 public:
  explicit Proposals(unsigned seed) : random_(seed) {}

  Act next(const std::vector<Entered>& before) {
    const auto session = "oewg-ict/s" + std::to_string(below(4));
    const auto meeting = session + "/m" + std::to_string(below(3));
    const auto when = Days{{2022, 1 + below(12), 1 + below(20)}, {2022, 12, 28}};
    switch (below(8)) {
      case 0:
        return SessionEntered{{session}, {"oewg-ict"}, SessionType::substantive, below(4), {}};
      case 1:
        return SessionPlanned{{session}, when, {}};
      case 2:
        return SessionHeld{{session}, when, {}};
      case 3:
        return SessionCancelled{{session}, {}};
      case 4:
        return MeetingOpened{{meeting}, {session}, below(4)};
      case 5:
        return MeetingClosed{{meeting}};
      case 6:
        return PlenariesCounted{{session}, below(5)};
      default:
        return correction(before);
    }
  }

 private:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  Act correction(const std::vector<Entered>& before) {
    if (before.empty()) return MeetingClosed{{"oewg-ict/s0/m0"}};
    const auto& wrong = before[static_cast<std::size_t>(below(static_cast<int>(before.size())))];
    return FactCorrected{static_cast<std::int64_t>(wrong.entry), "misread", std::string(kind_of(wrong.act)),
                         to_json(wrong.act)};
  }
  std::mt19937 random_;
};

TEST(Replay, MakesTheWorldThatWasThereLive) {
  std::size_t granted = 0, refused = 0, corrections = 0;
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Given live;
    live.body();
    std::vector<Entered> entered;
    Proposals proposals(seed);
    for (int i = 0; i < 60; ++i) {
      const auto act = proposals.next(entered);
      if (live.outcome(act) != "granted") {
        ++refused;
        continue;
      }
      ++granted;
      corrections += std::holds_alternative<FactCorrected>(act) ? 1 : 0;
      live.act(act);
      entered.push_back({act, confirmed(), live.last()});
    }
    Given again;
    again.body();
    World replayed = again.world();
    for (const auto& one : entered) replayed.apply(one.act, {one.entry, instant("2026-11-20T12:00:00Z"), one.said, {}});
    EXPECT_EQ(text_of(live.world()), text_of(replayed)) << "seed " << seed;
  }
  EXPECT_GT(granted, 300U);
  EXPECT_GT(refused, 300U);
  EXPECT_GT(corrections, 30U);
}

}  // namespace
}  // namespace comity
