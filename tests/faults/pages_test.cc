// R12: a disk that says it has written and has not, that writes elsewhere, or that gives back yesterday's page. It is
// found before the next checkpoint or at the next start-up, or it has changed nothing that was promised.
// COMITY_PAGES sets the number (100 in each run of ./test; 10,000 for the figures).
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "disk/child.h"
#include "disk/disk.h"
#include "faults/victim.h"
#include "record/record_under_test.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

enum class Found { at_once, at_start_up, harmless, unseen };

using Leaves = std::array<std::vector<Digest>, 2>;

// The same life each time, so that its leaves are known.
void live(OpenDirectory& directory, Tape& tape, int from, int to) {
  auto& record = *directory.record;
  for (int i = from; i < to; ++i) {
    Writer(record).append(Log::open, 2);
    if (i % 2 == 0) Writer(record).append(Log::closed, 1);
    tape.tell("promised " + std::to_string(record.size(Log::open)) + " " + std::to_string(record.size(Log::closed)));
    for (const auto log : logs) directory.signer->sign(record, log);
    if (i % 4 == 3) record.settle();
  }
}

Leaves leaves_of(const Record& record) {
  Leaves leaves;
  for (const auto log : logs)
    for (std::int64_t n = 0; n < record.size(log); ++n)
      leaves[static_cast<std::size_t>(log)].push_back(record.leaf(log, n));
  return leaves;
}

// Whether the record holds the first entries of the known life, and as many as were promised.
bool holds(const Record& record, const Leaves& known, const Tape& tape) {
  std::array<std::size_t, 2> promised{};
  for (const auto& line : tape.told())
    if (line.starts_with("promised ")) std::sscanf(line.c_str(), "promised %zu %zu", &promised[0], &promised[1]);
  const auto leaves = leaves_of(record);
  for (const std::size_t log : {0U, 1U}) {
    if (leaves[log].size() < promised[log] || leaves[log].size() > known[log].size()) return false;
    if (!std::equal(leaves[log].begin(), leaves[log].end(), known[log].begin())) return false;
  }
  return true;
}

Found judge(const fs::path& folder, const Leaves& known, Tape& tape) {
  try {
    auto directory = open_or_throw(folder);
    if (!holds(*directory.record, known, tape)) return Found::unseen;
    live(directory, tape, 0, 1);  // and goes on from there
    return Found::harmless;
  } catch (const Fault&) {
    return Found::at_start_up;
  }
}

constexpr int days_lived = 9;

struct FindTally {
  std::array<int, 4> found{};
  void add(Found one) { ++found[static_cast<std::size_t>(one)]; }
  void tell(const char* what, int wanted) const {
    std::printf("%s: %d, found at once %d, at start-up %d, harmless %d, unseen %d\n", what, wanted, found[0], found[1],
                found[2], found[3]);
    EXPECT_EQ(found[3], 0);
    EXPECT_GT(found[0] + found[1], wanted / 25) << "the test was idle";
  }
};

class Pages : public testing::Test {
 protected:
  void begin() {
    fs::remove_all(data_);
    make_record(data_);
    tape_.clear();
  }
  // A life in a child whose disk fails at one write; it closes the record, or is killed.
  Child life(Mishap mishap, long at, std::int64_t astray, bool closes) {
    return in_child(tape_, [&] {
      auto directory = open_or_throw(data_);
      disk = disk_below(data_, tape_);
      disk.mishap = mishap;
      disk.mishap_at = at;
      disk.astray = astray;
      live(directory, tape_, 0, days_lived);
      if (!closes) ::kill(::getpid(), SIGKILL);
      return "";
    });
  }
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }

  Folder folder_;
  fs::path data_ = folder_ / "data";
  Tape tape_{std::size_t(4) << 20U};
  std::mt19937_64 random_{20210601};
};

TEST_F(Pages, lost_or_written_elsewhere_are_found) {
  begin();
  ASSERT_EQ(life(Mishap::lost, 1'000'000, 0, true).ending, Ending::done);
  const auto writes = static_cast<int>(tape_.writes());
  const auto known = leaves_of(*open_or_throw(data_).record);
  const int wanted = figure("COMITY_PAGES", 100);
  std::array<FindTally, 2> tallies;
  for (int trial = 0; trial < wanted; ++trial) {
    begin();
    const auto mishap = trial % 2 == 0 ? Mishap::lost : Mishap::misdirected;
    const auto astray = (below(2) == 0 ? 4096 : 512) * (1 + below(8)) * (below(2) == 0 ? 1 : -1);
    const auto child = life(mishap, 1 + below(writes), astray, below(2) == 0);
    ASSERT_NE(child.ending, Ending::broken);
    const auto found = judge(data_, known, tape_);
    const bool at_once = child.ending == Ending::fault && found != Found::unseen;
    tallies[static_cast<std::size_t>(trial % 2)].add(at_once ? Found::at_once : found);
    EXPECT_NE(found, Found::unseen) << "trial " << trial;
  }
  tallies[0].tell("writes lost", (wanted + 1) / 2);
  tallies[1].tell("writes elsewhere", wanted / 2);
}

TEST_F(Pages, of_yesterday_are_found) {
  begin();
  {
    auto directory = open_or_throw(data_);
    live(directory, tape_, 0, 4);
  }
  fs::copy_file(data_ / "record.db", folder_ / "older.db");
  {
    auto directory = open_or_throw(data_);
    live(directory, tape_, 4, days_lived);
  }
  const auto known = leaves_of(*open_or_throw(data_).record);
  const int wanted = figure("COMITY_PAGES", 100);
  const int older = ::open((folder_ / "older.db").c_str(), O_RDONLY | O_CLOEXEC);
  FindTally tally;
  int idle = 0;
  for (int trial = 0; trial < wanted; ++trial) {
    const auto before = tape_.mishaps();
    const auto from = tape_.writes() + 1 + below(30);
    const auto stale = 1 + below(8);
    const auto child = in_child(tape_, [&] {
      disk = disk_below(data_, tape_);
      disk.older = older;
      (data_ / "record.db").string().copy(disk.older_of.data(), disk.older_of.size() - 1);
      disk.stale_from = from;
      disk.stale = stale;
      const auto directory = open_or_throw(data_);
      if (!holds(*directory.record, known, tape_)) return "unseen";
      ::kill(::getpid(), SIGKILL);  // nothing was promised since; what a page of yesterday says goes nowhere
      return "";
    });
    if (tape_.mishaps() == before) ++idle;
    ASSERT_NE(child.ending, Ending::broken);
    EXPECT_NE(child.code, "unseen") << "trial " << trial;
    tally.add(child.code == "unseen"          ? Found::unseen
              : child.ending == Ending::fault ? Found::at_start_up
                                              : Found::harmless);
    const auto cleared = tape_.told();
    tape_.clear();
    for (const auto& line : cleared)
      if (line.starts_with("promised ")) tape_.tell(line);
  }
  ::close(older);
  std::printf("(%d of %d starts read no page of yesterday)\n", idle, wanted);
  tally.tell("pages of yesterday", wanted);
}

}  // namespace
}  // namespace comity
