// R01: kill -9 at any point of load, start-up, fold and backup: what was answered is there, once, in its order, and
// every receipt verifies. COMITY_KILLS sets the number (300 in each run of ./test; 10,000 for the figures).
#include <gtest/gtest.h>

#include <random>

#include "disk/child.h"
#include "disk/disk.h"
#include "faults/victim.h"
#include "record/export.h"
#include "record/record_under_test.h"

namespace comity {
namespace {

struct KillTally {
  int kills = 0;
  int in_start_up = 0;
  int ended = 0;
  int backups = 0;
  std::int64_t promised = 0;
  std::int64_t receipts = 0;
  std::int64_t recovered = 0;
  std::int64_t lost = 0;
  std::int64_t disordered = 0;
};

// One life of a data directory: killed over and over until it is large enough to be left.
class Life {
 public:
  Life(std::mt19937_64& random, KillTally& tally) : random_(random), tally_(tally) { make_record(data()); }
  ~Life() {
    tally_.promised += book_.promised();
    tally_.receipts += book_.receipts();
    tally_.lost += book_.lost();
    tally_.disordered += book_.disordered();
    tally_.recovered += size_;
  }

  void kill_once(int round) {
    auto load = any_load(round);
    tape_.clear();
    const bool by_time = below(2) == 0;
    const auto child = in_child(
        tape_,
        [&] {
          disk = disk_below(folder_.path(), tape_);
          // Half of the kills hit a call in its middle or just before it; the others any instruction.
          disk.die_at = by_time ? 0 : 1 + below(below(4) == 0 ? 60 : 600);
          disk.mishap = below(2) == 0 ? Mishap::half : Mishap::none;
          return enter_load(data(), load, tape_);
        },
        by_time ? std::optional(below(60'000)) : std::nullopt);
    ASSERT_TRUE(child.ending == Ending::killed || child.ending == Ending::done) << child.code;
    ++(child.ending == Ending::killed ? tally_.kills : tally_.ended);
    const auto told = tape_.told();
    if (told.empty()) ++tally_.in_start_up;
    book_.read(tape_);
    recover(load);
  }
  bool is_large() const { return size_ > 250; }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  std::filesystem::path data() const { return folder_ / "data"; }

  Load any_load(int round) {
    Load load{"k" + std::to_string(round)};
    load.batch = 1 << below(7);
    load.threads = load.batch > 8 ? 1 + below(4) : 1 << below(7);
    load.commits = std::max(1, 256 / load.batch / load.threads);
    load.settles = below(4) == 0;
    if (below(4) == 0) load.backup = (folder_ / ("backup-" + std::to_string(round)).c_str()).string();
    load.unanswered = book_.unanswered();
    return load;
  }
  void recover(const Load& load) {
    const auto directory = open_or_throw(data());
    book_.judge(*directory.record);
    size_ = directory.record->size(Log::open);
    if (load.backup.empty() || !std::filesystem::exists(load.backup)) return;
    EXPECT_TRUE(verify_export(std::filesystem::path(load.backup) / "public").sound())
        << "a backup with its name is whole";
    ++tally_.backups;
  }

  std::mt19937_64& random_;
  KillTally& tally_;
  Folder folder_;
  Tape tape_{};
  Book book_;
  std::int64_t size_ = 0;
};

TEST(Kills, lose_double_and_reorder_nothing_that_was_answered) {
  const int wanted = figure("COMITY_KILLS", 300);
  std::mt19937_64 random(20210601);
  KillTally tally;
  for (int round = 0; tally.kills < wanted && round < 4 * wanted && !HasFatalFailure();) {
    Life life(random, tally);
    while (!life.is_large() && tally.kills < wanted && !HasFatalFailure()) life.kill_once(round++);
  }
  std::printf(
      "kills: %d (%d in start-up), %d ended before; acts answered %ld, recovered %ld, lost or doubled %ld, out of "
      "order %ld; receipts verified %ld; backups whole %d\n",
      tally.kills, tally.in_start_up, tally.ended, tally.promised, tally.recovered, tally.lost, tally.disordered,
      tally.receipts, tally.backups);
  EXPECT_EQ(tally.kills, wanted);
  EXPECT_EQ(tally.lost, 0);
  EXPECT_EQ(tally.disordered, 0);
  EXPECT_GT(tally.promised, wanted) << "the test was idle";
  EXPECT_GT(tally.in_start_up, 0) << "the test was idle";
}

}  // namespace
}  // namespace comity
