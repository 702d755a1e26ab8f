// R02 and R03: the power goes at any moment. What a recording disk wrote down is built anew with any part of what was
// not synced, torn and reordered; each such disk is opened as at start-up. The same tests show that they would see a
// careless record: with synchronous=NORMAL acknowledged acts are lost, with OFF the file is damaged.
// COMITY_CUTS sets the number of states (1,000 in each run of ./test; 100,000 for the figures), COMITY_POINTS that of
// the moments at which all subsets are tried (6; 200).
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <sstream>

#include "disk/child.h"
#include "disk/disk.h"
#include "faults/crash.h"
#include "faults/victim.h"
#include "record/backup.h"
#include "record/files.h"
#include "record/record_under_test.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t end) { return random_() % end; }
  bool once_in(std::size_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 random_;
};

void tell_size(Tape& tape, std::string_view what, Log log, std::int64_t size) {
  tape.tell(std::string(what) + " " + std::string(name_of(log)) + " " + std::to_string(size));
}

void one_commit(OpenDirectory& directory, Writer& writer, Dice& dice, Tape& tape) {
  auto& record = *directory.record;
  Commit commit;
  if (!dice.once_in(4)) writer.add(commit, Log::open, 1 + static_cast<int>(dice.below(4)));
  if (commit[Log::open].entries.empty() || dice.once_in(4)) writer.add(commit, Log::closed, 1);
  record.append(commit);
  for (const auto log : logs) tell_size(tape, "entries", log, record.size(log));
  for (const auto log : logs) {
    if (dice.once_in(3)) continue;
    directory.signer->sign(record, log);
    tell_size(tape, "signed", log, record.size(log));
  }
}

// What a server may do in an hour, in thirty steps.
std::string live(const fs::path& folder, std::uint64_t seed, Tape& tape) {
  auto directory = open_or_throw(folder);
  Writer writer(*directory.record);
  Dice dice(seed);
  for (int step = 0; step < 30; ++step) {
    if (dice.once_in(6)) {
      directory.record->settle();
    } else if (dice.once_in(6)) {
      tape.tell("blob " + to_hex(directory.blobs->put("text " + std::to_string(seed) + std::to_string(step)).digest));
    } else {
      one_commit(directory, writer, dice, tape);
    }
  }
  for (const auto log : logs)
    directory.record->each(log, 0, directory.record->size(log), [&](std::int64_t, std::string_view bytes) {
      tape.tell("leaf " + std::string(name_of(log)) + " " + to_hex(leaf_hash(bytes)));
    });
  return "";
}

// What had been promised when the power went.
struct Promised {
  std::array<std::int64_t, 2> entries{};
  std::array<std::int64_t, 2> checkpoints{};
  std::vector<std::string> blobs{};
};

// One recorded life, and the judgement of any disk that a power cut may have left of it.
class Recorded {
 public:
  Recorded(std::uint64_t seed, const char* synchronous = nullptr) {
    make_record(folder_ / "data");
    crash_ = std::make_unique<Crash>(folder_.path());
    const auto child = in_child(tape_, [&] {
      disk = disk_below(folder_.path(), tape_);
      disk.records = true;
      disk.synchronous = synchronous;
      return live(folder_ / "data", seed, tape_);
    });
    EXPECT_EQ(child.ending, Ending::done) << child.code;
    crash_->record(tape_);
    for (const auto& line : tape_.told()) {
      std::istringstream words(line);
      std::string what, log, leaf;
      if (words >> what >> log >> leaf && what == "leaf") leaves_[log == "closed" ? 1 : 0].push_back(leaf);
    }
  }

  const Crash& crash() const { return *crash_; }
  fs::path state() const { return state_.path() / "root"; }

  Promised promised(std::size_t at) const {
    Promised promised;
    for (std::size_t i = 0; i < at; ++i) {
      if (crash_->lines()[i].op != Op::told) continue;
      std::istringstream words(std::string(crash_->lines()[i].bytes));
      std::string what, which;
      std::int64_t size = 0;
      words >> what >> which >> size;
      if (what == "blob") promised.blobs.push_back(which);
      if (what == "entries") promised.entries[which == "closed" ? 1 : 0] = size;
      if (what == "signed") promised.checkpoints[which == "closed" ? 1 : 0] = size;
    }
    return promised;
  }

  // "", or what is wrong with the state after the cut: a fault's code, or what was lost.
  std::string judge(std::size_t at, bool goes_on) const {
    const auto wanted = promised(at);
    try {
      auto directory = open_or_throw(state() / "data");
      if (auto lost = compare(*directory.record, wanted); !lost.empty()) return lost;
      for (const auto& blob : wanted.blobs)
        if (!directory.blobs->read(*digest_from_hex(blob))) return "lost a blob";
      for (const auto log : logs) {
        const auto note = read_file(state() / "data" / ("signed-" + std::string(name_of(log)))).value_or("");
        const auto memory = open_checkpoint(note, {directory.record->origin(log), test_key().public_key()});
        if (!memory || memory->size < wanted.checkpoints[static_cast<std::size_t>(log)]) return "lost a signature";
      }
      if (goes_on) {
        Writer(*directory.record).append(Log::open, 1);
        for (const auto log : logs) directory.signer->sign(*directory.record, log);
      }
    } catch (const Fault& fault) {
      return fault.code + ": " + fault.what();
    }
    return "";
  }
  // The same without the signer, which stops what the careless have lost before anybody can look at it.
  std::string judge_bare(std::size_t at) const {
    try {
      return compare(Record(open_sqlite(state() / "data" / "record.db")), promised(at));
    } catch (const Fault& fault) {
      return fault.code;
    }
  }

 private:
  std::string compare(const Record& record, const Promised& wanted) const {
    for (const auto log : logs) {
      const auto which = static_cast<std::size_t>(log);
      if (record.size(log) < wanted.entries[which]) return "lost";
      for (std::int64_t n = 0; n < record.size(log); ++n)
        if (to_hex(record.leaf(log, n)) != leaves_[which].at(static_cast<std::size_t>(n))) return "changed";
    }
    return "";
  }

  Folder folder_;
  Folder state_;
  Tape tape_{};
  std::unique_ptr<Crash> crash_;
  std::array<std::vector<std::string>, 2> leaves_;
};

struct Cut {
  std::size_t at = 0;
  std::size_t sector = 512;
  std::size_t kept = 0;   // of four
  bool in_order = false;  // what was not synced is there up to some operation
};

Cut any_cut(Dice& dice, std::size_t lines) {
  return {1 + dice.below(lines), dice.once_in(2) ? 512U : 4096U, dice.below(5), dice.once_in(4)};
}

void build(const Recorded& recorded, const Cut& cut, Dice& dice) {
  const auto last = dice.below(cut.at + 1);
  const auto keep = [&](std::size_t line) {
    if (cut.in_order) return line < last ? Fate::kept : Fate::lost;
    if (dice.below(4) < cut.kept) return Fate::kept;
    return dice.once_in(8) ? Fate::garbage : Fate::lost;
  };
  recorded.crash().build(cut.at, cut.sector, keep, recorded.state());
}

TEST(Power, may_go_at_any_moment) {
  const int wanted = figure("COMITY_CUTS", 1000);
  const int each = std::max(100, wanted / 50);
  Dice dice(20210601);
  int states = 0;
  std::size_t loose = 0;
  std::map<std::string, int> wrong;
  for (std::uint64_t seed = 1; states < wanted; ++seed) {
    const Recorded recorded(seed);
    for (int i = 0; i < each && states < wanted; ++i, ++states) {
      const auto cut = any_cut(dice, recorded.crash().size());
      build(recorded, cut, dice);
      loose += recorded.crash().loose(cut.at).size();
      const auto found = recorded.judge(cut.at, dice.once_in(4));
      if (!found.empty() && ++wrong[found] <= 3)
        ADD_FAILURE() << found << ": life " << seed << ", cut at " << cut.at << ", sectors of " << cut.sector;
    }
  }
  std::printf("power cuts: %d states, %.1f unsynced operations each, %zu kinds of loss\n", states,
              double(loose) / states, wrong.size());
  EXPECT_GT(loose, static_cast<std::size_t>(states)) << "the test was idle";
}

// What the same cuts do to a record that SQLite keeps with less care.
std::map<std::string, int> careless(const char* synchronous, int states) {
  std::map<std::string, int> found;
  Dice dice(7);
  const Recorded recorded(11, synchronous);
  for (int i = 0; i < states; ++i) {
    const auto cut = any_cut(dice, recorded.crash().size());
    build(recorded, cut, dice);
    ++found[recorded.judge_bare(cut.at)];
    // Nor does a loss pass unseen: the signer remembers.
    if (const auto bare = recorded.judge_bare(cut.at); bare == "lost") ++found[recorded.judge(cut.at, false)];
  }
  std::string told;
  for (const auto& [what, count] : found) told += " '" + what.substr(0, 40) + "' " + std::to_string(count);
  std::printf("synchronous=%s: %d states:%s\n", synchronous, states, told.c_str());
  return found;
}

TEST(Power, shows_loss_where_commits_are_not_synced) { EXPECT_GT(careless("NORMAL", 200)["lost"], 20); }
TEST(Power, shows_damage_where_nothing_is_synced) { EXPECT_GT(careless("OFF", 200)["record-damaged"], 20); }

// At the moment before a sync of the database, all subsets of what it is about to cover.
TEST(Power, may_leave_any_subset_of_what_a_commit_has_written) {
  const int wanted = figure("COMITY_POINTS", 6);
  int points = 0;
  int states = 0;
  for (std::uint64_t seed = 101; points < wanted; ++seed) {
    const Recorded recorded(seed);
    const auto& crash = recorded.crash();
    for (std::size_t at = 0; at < crash.size() && points < wanted; ++at) {
      const auto& line = crash.lines()[at];
      if (line.op != Op::sync || line.bytes.find("record.db") == line.bytes.npos) continue;
      const auto loose = crash.loose(at);
      if (loose.size() < 4 || loose.size() > 12) continue;
      ++points;
      for (std::size_t subset = 0; subset < std::size_t(1) << loose.size(); ++subset, ++states) {
        const auto keep = [&](std::size_t which) {
          const auto place = std::lower_bound(loose.begin(), loose.end(), which) - loose.begin();
          return (subset >> place & 1U) != 0 ? Fate::kept : Fate::lost;
        };
        crash.build(at, std::size_t(1) << 30U, keep, recorded.state());
        const auto found = recorded.judge(at, false);
        ASSERT_EQ(found, "") << "life " << seed << ", cut at " << at << ", subset " << subset;
      }
    }
  }
  std::printf("all subsets: %d points, %d states, none lost or damaged\n", points, states);
  EXPECT_GE(states, 16 * points) << "the test was idle";
}

}  // namespace
}  // namespace comity
