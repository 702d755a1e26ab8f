// R02 for what is made once: the power goes while a record is born, copied and restored. Whatever was said to be done
// is there afterwards, to the last folder; what was not is refused or missing, never half a record.
// COMITY_CUTS / 4 states.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "disk/child.h"
#include "disk/disk.h"
#include "faults/crash.h"
#include "faults/victim.h"
#include "record/backup.h"
#include "record/record_under_test.h"
#include "record/witness.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

std::string make_all(const fs::path& root, Tape& tape) {
  make_record(root / "new/data");
  tape.tell("born");
  {
    const auto directory = open_or_throw(root / "new/data");
    fill(*directory.record, 6);
    for (const auto log : logs) directory.signer->sign(*directory.record, log);
    directory.blobs->put("a text");
    tape.tell("filled");
    const auto& record = *directory.record;
    check(bool(back_up(record, {record.checkpoint(Log::open), record.checkpoint(Log::closed)}, root / "new/data/blobs",
                       root / "backup")),
          "a backup");
    tape.tell("copied");
  }
  const auto restored = restore(root / "backup", root / "restored", test_key());
  check(restored && restored->sound(), "a sound backup");
  tape.tell("restored");
  check(bool(Witness::init(root / "witness", "witness.example", test_key())), "a witness");
  tape.tell("witness");
  return "";
}

void open_whole(const fs::path& folder, std::int64_t size) {
  const auto directory = open_or_throw(folder);
  if (directory.record->size(Log::open) < size) throw Fault("lost", "an entry");
  if (size > 0 && directory.blobs->read(sha256("a text")) != "a text") throw Fault("lost", "a blob");
}

// "", or what is wrong.
std::string judge(const fs::path& root, const std::set<std::string>& told) {
  try {
    if (told.contains("born") || holds_record(root / "new/data"))
      open_whole(root / "new/data", told.contains("filled") ? 6 : 0);
    if (told.contains("restored") || holds_record(root / "restored")) open_whole(root / "restored", 6);
    if (told.contains("copied") || fs::exists(root / "backup")) {
      fs::remove_all(root / "again");
      const auto again = restore(root / "backup", root / "again", test_key());
      if (!again || !again->sound()) return again ? "backup damaged" : again.refusal().code;
      open_whole(root / "again", 6);
    }
    if (told.contains("witness")) return Witness::open(root / "witness") ? "" : "no witness";
  } catch (const Fault& fault) {
    return fault.code + ": " + fault.what();
  }
  return "";
}

TEST(Power, may_go_while_a_record_is_born_copied_and_restored) {
  const int wanted = figure("COMITY_CUTS", 1000) / 4;
  const Folder folder;
  const Folder state;
  Tape tape;
  Crash crash(folder.path());
  const auto child = in_child(tape, [&] {
    disk = disk_below(folder.path(), tape);
    disk.records = true;
    return make_all(folder.path(), tape);
  });
  ASSERT_EQ(child.ending, Ending::done) << child.code;
  crash.record(tape);
  std::mt19937_64 random(20210601);
  std::map<std::string, int> moments;
  int wrong = 0;
  for (int i = 0; i < wanted && wrong < 5; ++i) {
    const auto at = 1 + random() % crash.size();
    const auto kept = random() % 5;
    crash.build(
        at, 512, [&](std::size_t) { return random() % 4 < kept ? Fate::kept : Fate::lost; }, state / "root");
    std::set<std::string> told;
    for (std::size_t line = 0; line < at; ++line)
      if (crash.lines()[line].op == Op::told) told.emplace(crash.lines()[line].bytes);
    ++moments[std::to_string(told.size())];
    const auto found = judge(state / "root", told);
    EXPECT_EQ(found, "") << "cut at " << at << " of " << crash.size() << ", after " << told.size() << " were told";
    if (!found.empty()) ++wrong;
  }
  std::printf("births, copies, restorations: %d power cuts at %zu operations, %d wrong\n", wanted, crash.size(), wrong);
  EXPECT_GE(moments.size(), 4U) << "the test was idle";
}

}  // namespace
}  // namespace comity
