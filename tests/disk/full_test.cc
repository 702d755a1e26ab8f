// R05: the disk is full, on a disk that says so after any number of bytes, and on a small real one where this process
// may mount it. Nothing false is answered, reading goes on, and when there is room again a restart goes on as well.
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "disk/child.h"
#include "disk/disk.h"
#include "faults/victim.h"
#include "record/backup.h"
#include "record/record_under_test.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

// Appends until the disk is full; what was answered can still be read. Gives the number of entries answered.
std::int64_t fill_up(OpenDirectory& directory) {
  auto& record = *directory.record;
  Writer writer(record);
  std::int64_t answered = record.size(Log::open);
  const auto code = fault_of([&] {
    for (int i = 0; i < 100'000; ++i) {
      writer.append(Log::open, 5);
      answered = record.size(Log::open);
      directory.signer->sign(record, Log::open);
      answered = record.size(Log::open);
    }
  });
  if (code != "disk-full") throw std::runtime_error("ended with '" + code + "' instead of a full disk");
  if (fault_of([&] { writer.append(Log::open, 1); }) != "record-stopped") throw std::runtime_error("taken again");
  std::int64_t read = 0;
  record.each(Log::open, 0, answered, [&](std::int64_t, std::string_view) { ++read; });
  if (read != answered) throw std::runtime_error("reading does not go on");
  return answered;
}

// After there is room again.
void go_on(const fs::path& folder, std::int64_t answered) {
  auto directory = open_or_throw(folder);
  if (directory.record->size(Log::open) < answered) throw std::runtime_error("an answered act was lost");
  Writer(*directory.record).append(Log::open, 5);
  for (const auto log : logs) directory.signer->sign(*directory.record, log);
}

TEST(FullDisk, stops_the_record_and_a_restart_goes_on) {
  Tape tape(std::size_t(1) << 20U);
  int filled = 0;
  for (std::int64_t room = 20'000; room < 400'000; room += 37'001, ++filled) {
    const Folder folder;
    make_record(folder / "data");
    const auto child = in_child(tape, [&] {
      std::int64_t answered = 0;
      {
        auto directory = open_or_throw(folder / "data");
        disk = disk_below(folder / "data", tape);
        disk.room = room;
        answered = fill_up(directory);
      }
      // A start-up on the full disk either verifies and serves, or says why not.
      const auto code = fault_of([&] { open_or_throw(folder / "data"); });
      if (!code.empty() && code != "disk-full") throw std::runtime_error("a full disk is told as " + code);
      disk.room = -1;
      go_on(folder / "data", answered);
      return "";
    });
    EXPECT_EQ(child.ending, Ending::done) << child.code << " with room for " << room;
  }
  EXPECT_GT(filled, 5) << "the test was idle";
}

TEST(FullDisk, refuses_blobs_and_backups_and_keeps_what_there_was) {
  Tape tape(std::size_t(1) << 20U);
  int filled = 0;
  for (std::int64_t room = 0; room < 6'000; room += 611, ++filled) {
    const Folder folder;
    make_record(folder / "data");
    const auto child = in_child(tape, [&] {
      auto directory = open_or_throw(folder / "data");
      auto& record = *directory.record;
      fill(record, 20);
      directory.blobs->put("a text");
      disk = disk_below(folder.path(), tape);
      disk.room = room;
      const std::string large(8'000, 'x');
      if (fault_of([&] { directory.blobs->put(large); }) != "disk-full") return "blob-kept";
      if (directory.blobs->read(sha256(large))) return "half-a-blob";
      const Checkpoints both{record.checkpoint(Log::open), record.checkpoint(Log::closed)};
      disk.room = room;
      const auto told = fault_of([&] { (void)back_up(record, both, folder / "data/blobs", folder / "backup"); });
      if (!told.starts_with("disk") || fs::exists(folder / "backup")) return "half-a-backup";
      if (record.stopped() || directory.blobs->read(sha256("a text")) != "a text") return "reading-stopped";
      disk.room = -1;
      directory.blobs->put(large);
      return back_up(record, both, folder / "data/blobs", folder / "backup") ? "" : "no-backup";
    });
    EXPECT_EQ(child.ending, Ending::done) << child.code << " with room for " << room;
  }
  EXPECT_GT(filled, 5) << "the test was idle";
}

// False where this process may not mount.
bool mount_small(const fs::path& folder) {
  if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return ::mount("small", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
}

TEST(FullDisk, of_one_megabyte_stops_the_record_and_goes_on_when_it_grows) {
  Tape tape(std::size_t(1) << 20U);
  const Folder folder;
  const auto child = in_child(tape, [&] {
    if (!mount_small(folder.path())) return "not-mounted";
    make_record(folder / "data");
    std::int64_t answered = 0;
    {
      auto directory = open_or_throw(folder / "data");
      answered = fill_up(directory);
    }
    tape.tell("answered " + std::to_string(answered));
    if (::mount("small", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=8m") != 0) return "not-grown";
    go_on(folder / "data", answered);
    return "";
  });
  // Where nobody may mount, the disk of the other tests stands for it.
  EXPECT_TRUE(child.ending == Ending::done || child.code == "not-mounted") << child.code;
  const auto told = tape.told();
  std::printf("a disk of one megabyte: %s\n", told.empty() ? "" : told.front().c_str());
}

}  // namespace
}  // namespace comity
