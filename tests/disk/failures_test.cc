// R04: the n-th call to the disk fails, for every n until none is left to fail, once or from then on, with EIO and with
// ENOSPC, in each thing that a record does. Whatever was answered is there after a restart; what stands then is whole;
// whoever met the failure says which and goes no further. Under the sanitizers each seventh n is tried: there it is
// the memory that is watched. COMITY_FAILURES=all tries each n in all four ways, instead of one of them.
#include <gtest/gtest.h>

#include <map>

#include "disk/child.h"
#include "disk/disk.h"
#include "faults/victim.h"
#include "record/backup.h"
#include "record/export.h"
#include "record/record_under_test.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

#ifdef COMITY_ADDRESS_SANITIZER
constexpr long stride = 7;
#else
constexpr long stride = 1;
#endif

struct Failure {
  long n = 0;
  bool for_good = false;
  int error = EIO;
};

// One thing that a record does, from a data directory made anew each time.
class Scene {
 public:
  virtual ~Scene() = default;
  // In the child. The disk fails from `fail` on.
  virtual std::string run(const std::function<void()>& fail) = 0;
  virtual void judge(bool done) = 0;  // in the parent, whose disk works

  Tape& tape() { return tape_; }
  const fs::path& root() const { return folder_.path(); }

 protected:
  fs::path data() const { return root() / "data"; }
  // A record of three commits, checkpointed and folded, and one more commit in the write-ahead log.
  void make() const {
    make_record(data());
    auto directory = open_or_throw(data());
    fill(*directory.record, 6);
    for (const auto log : logs) directory.signer->sign(*directory.record, log);
    directory.blobs->put("a text");
  }
  // What was answered is there; then work goes on.
  std::int64_t restart() {
    std::array<std::int64_t, 2> promised{6, 1};
    for (const auto& line : tape_.told())
      if (line.starts_with("entries ")) promised[0] = std::stol(line.substr(8));
    auto directory = open_or_throw(data());
    EXPECT_GE(directory.record->size(Log::open), promised[0]) << "an acknowledged act was lost";
    EXPECT_GE(directory.record->size(Log::closed), promised[1]);
    const auto size = directory.record->size(Log::open);
    Writer(*directory.record).append(Log::open, 1);
    directory.signer->sign(*directory.record, Log::open);
    return size;
  }

 private:
  Folder folder_;
  Tape tape_{std::size_t(4) << 20U};
};

class Append : public Scene {
 public:
  Append() { make(); }
  std::string run(const std::function<void()>& fail) override {
    auto directory = open_or_throw(data());
    auto& record = *directory.record;
    Writer writer(record);
    fail();
    try {
      for (int i = 0; i < 3; ++i) {
        writer.append(Log::open, 2);
        tape().tell("entries " + std::to_string(record.size(Log::open)));
        if (i == 1) record.settle();
      }
    } catch (const Fault&) {
      // No retry: nothing is taken any more, and what was committed can be read as long as the disk gives it.
      if (!record.stopped()) throw std::runtime_error("the record goes on after a failed write");
      if (fault_of([&] { writer.append(Log::open, 1); }) != "record-stopped") throw std::runtime_error("taken again");
      throw;
    }
    return "";
  }
  void judge(bool) override { restart(); }
};

class Checkpointing : public Scene {
 public:
  Checkpointing() { make(); }
  std::string run(const std::function<void()>& fail) override {
    auto directory = open_or_throw(data());
    Writer writer(*directory.record);
    writer.append(Log::open, 2);
    writer.append(Log::closed, 1);
    fail();
    for (const auto log : logs) directory.signer->sign(*directory.record, log);
    tape().tell("entries 8");
    return "";
  }
  void judge(bool) override { restart(); }
};

class StartUp : public Scene {
 public:
  StartUp() { make(); }
  std::string run(const std::function<void()>& fail) override {
    fail();
    return open_or_throw(data()).record->size(Log::open) == 6 ? "" : "entries-missing";
  }
  void judge(bool) override { EXPECT_EQ(restart(), 6); }
};

class LoadScene : public Scene {
 public:
  LoadScene() { make_record(data()); }
  std::string run(const std::function<void()>& fail) override {
    fail();
    Load load{"load"};
    load.commits = 3;
    load.batch = 4;
    return enter_load(data(), load, tape());
  }
  void judge(bool done) override {
    Book book;
    book.read(tape());
    book.judge(*open_or_throw(data()).record);
    EXPECT_EQ(book.lost(), 0);
    EXPECT_TRUE(!done || book.promised() == 12);
  }
};

class Birth : public Scene {
 public:
  std::string run(const std::function<void()>& fail) override {
    fail();
    const auto made = init_directory(data(), "log.example/test", test_key());
    return made ? "" : made.refusal().code;
  }
  void judge(bool done) override {
    EXPECT_TRUE(!done || holds_record(data()));
    if (holds_record(data())) open_or_throw(data());
    if (!holds_record(data())) {
      fs::remove_all(data());
      make_record(data());
    }
  }
};

class BackUp : public Scene {
 public:
  BackUp() { make(); }
  std::string run(const std::function<void()>& fail) override {
    const auto directory = open_or_throw(data());
    const auto& record = *directory.record;
    fail();
    const auto made = back_up(record, {record.checkpoint(Log::open), record.checkpoint(Log::closed)}, data() / "blobs",
                              root() / "backup");
    return made ? "" : made.refusal().code;
  }
  void judge(bool done) override {
    EXPECT_TRUE(!done || fs::exists(root() / "backup"));
    if (fs::exists(root() / "backup")) {
      const auto restored = restore(root() / "backup", root() / "restored", test_key());
      EXPECT_TRUE(restored && restored->sound()) << "a backup that has its name is whole";
      EXPECT_EQ(open_or_throw(root() / "restored").blobs->read(sha256("a text")), "a text");
    }
    restart();
  }
};

class Restore : public Scene {
 public:
  Restore() {
    make();
    const auto directory = open_or_throw(data());
    const auto& record = *directory.record;
    check(bool(back_up(record, {record.checkpoint(Log::open), record.checkpoint(Log::closed)}, data() / "blobs",
                       root() / "backup")),
          "a backup");
  }
  std::string run(const std::function<void()>& fail) override {
    fail();
    const auto restored = restore(root() / "backup", root() / "restored", test_key());
    if (!restored) return restored.refusal().code;
    return restored->sound() ? "" : "disk";  // the file that could not be read is named in the report
  }
  void judge(bool done) override {
    const auto folder = root() / "restored";
    EXPECT_TRUE(!done || holds_record(folder));
    if (!holds_record(folder)) return;
    EXPECT_EQ(open_or_throw(folder).record->size(Log::open), 6);
  }
};

struct Tally {
  long calls = 0;
  int failures = 0;
  std::map<std::string, int> codes{};
  int borne = 0;
};

// False when the scene made fewer calls than n.
template <class Any>
bool fail_once(const Failure& failure, Tally& tally) {
  Any scene;
  const auto child = in_child(scene.tape(), [&] {
    return scene.run([&] {
      disk = disk_below(scene.root(), scene.tape());
      disk.fail_at = failure.n;
      disk.for_good = failure.for_good;
      disk.error = failure.error;
    });
  });
  std::string where = " (nothing failed)";
  for (const auto& line : scene.tape().told())
    if (line.starts_with("failed ") || line.starts_with("why ")) where += " " + line.substr(0, 160);
  const bool failed = scene.tape().mishaps() > 0;
  EXPECT_NE(child.ending, Ending::broken) << "call " << failure.n << where;
  EXPECT_NE(child.ending, Ending::killed) << "call " << failure.n << where;
  const bool done = child.ending == Ending::done;
  EXPECT_TRUE(done || failed) << child.code;
  EXPECT_TRUE(done || !child.code.empty());
  SCOPED_TRACE("call " + std::to_string(failure.n) + where);
  scene.judge(done);
  if (!failed) return false;
  ++tally.failures;
  ++(done ? tally.borne : tally.codes[child.code]);
  if (std::getenv("COMITY_SHOW") != nullptr)
    std::printf("  %s: %s\n", done ? "borne" : child.code.c_str(), where.c_str());
  tally.calls = std::max(tally.calls, failure.n);
  return true;
}

// Each call fails once, from then on, with one error or with the other: in turn, or all four of them.
template <class Any>
void fail_each(const char* name) {
  const bool all = std::getenv("COMITY_FAILURES") != nullptr;
  Tally tally;
  for (long kind = 0; kind < (all ? 4 : 1); ++kind)
    for (long n = 1, calls = 0; calls < 4 && !testing::Test::HasFailure(); n += stride) {
      const auto turn = all ? kind : n % 4;
      const Failure failure{n, turn % 2 == 1, turn < 2 ? EIO : ENOSPC};
      calls = fail_once<Any>(failure, tally) ? 0 : calls + 1;  // of four kinds in turn, one may find no call to fail
      if (all && calls > 0) break;
    }
  std::string told;
  for (const auto& [code, count] : tally.codes) told += " " + code + " " + std::to_string(count);
  std::printf("%s: %d failures over %ld calls:%s, borne %d; lost 0\n", name, tally.failures, tally.calls, told.c_str(),
              tally.borne);
  EXPECT_GT(tally.failures, 10 / stride) << "the test was idle";
}

TEST(Failures, of_each_call_while_acts_are_appended) { fail_each<Append>("append"); }
TEST(Failures, of_each_call_while_checkpoints_are_signed) { fail_each<Checkpointing>("checkpoint"); }
TEST(Failures, of_each_call_at_start_up) { fail_each<StartUp>("start-up"); }
TEST(Failures, of_each_call_while_acts_are_entered) { fail_each<LoadScene>("load"); }
TEST(Failures, of_each_call_while_a_record_is_born) { fail_each<Birth>("birth"); }
TEST(Failures, of_each_call_while_a_backup_is_made) { fail_each<BackUp>("backup"); }
TEST(Failures, of_each_call_while_a_record_is_restored) { fail_each<Restore>("restore"); }

}  // namespace
}  // namespace comity
