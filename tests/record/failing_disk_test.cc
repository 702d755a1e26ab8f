// The n-th write or sync of a commit fails, for every n: the record stops, nothing false was acknowledged, reading
// goes on, and start-up finds a whole history again.
#include <sqlite3.h>

#include "record_under_test.h"

namespace comity {
namespace {

// A disk under SQLite that fails when told: a shim over the default VFS.
struct Disk {
  int countdown = 0;  // 0: works
  bool for_good = false;
  int result = SQLITE_IOERR;
  bool failed = false;

  int judge(int otherwise) {
    if (failed && for_good) return result;
    if (countdown == 0 || --countdown > 0) return otherwise;
    failed = true;
    return result;
  }
};
Disk disk;

struct File {
  sqlite3_file base;
  sqlite3_file* real;
};
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

int shim_close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
int shim_read(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), into, count, at);
}
int shim_write(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
  const int judged = disk.judge(SQLITE_OK);
  return judged != SQLITE_OK ? judged : real(file)->pMethods->xWrite(real(file), from, count, at);
}
int shim_truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int judged = disk.judge(SQLITE_OK);
  return judged != SQLITE_OK ? judged : real(file)->pMethods->xTruncate(real(file), size);
}
int shim_sync(sqlite3_file* file, int flags) {
  const int judged = disk.judge(SQLITE_OK);
  return judged != SQLITE_OK ? judged : real(file)->pMethods->xSync(real(file), flags);
}
int shim_size(sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); }
int shim_lock(sqlite3_file* file, int lock) { return real(file)->pMethods->xLock(real(file), lock); }
int shim_unlock(sqlite3_file* file, int lock) { return real(file)->pMethods->xUnlock(real(file), lock); }
int shim_reserved(sqlite3_file* file, int* out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }
int shim_control(sqlite3_file* file, int op, void* arg) {
  return real(file)->pMethods->xFileControl(real(file), op, arg);
}
int shim_sector(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int shim_device(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

const sqlite3_io_methods methods{1,           shim_close, shim_read,   shim_write,    shim_truncate, shim_sync,
                                 shim_size,   shim_lock,  shim_unlock, shim_reserved, shim_control,  shim_sector,
                                 shim_device, nullptr,    nullptr,     nullptr,       nullptr,       nullptr,
                                 nullptr};

sqlite3_vfs* original = nullptr;

int shim_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  auto* shim = reinterpret_cast<File*>(file);
  shim->base.pMethods = nullptr;
  shim->real = reinterpret_cast<sqlite3_file*>(shim + 1);
  const int result = original->xOpen(original, name, shim->real, flags, out);
  if (result == SQLITE_OK) shim->base.pMethods = &methods;
  return result;
}

class FailingDisk : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    original = sqlite3_vfs_find(nullptr);
    shim_ = *original;
    shim_.zName = "failing";
    shim_.szOsFile = static_cast<int>(sizeof(File)) + original->szOsFile;
    shim_.xOpen = shim_open;
    sqlite3_vfs_register(&shim_, 1);
  }
  static void TearDownTestSuite() { sqlite3_vfs_unregister(&shim_); }
  void TearDown() override { disk = {}; }

  // One commit whose n-th operation fails. False when the commit had fewer operations.
  bool fail_at(int n, int result, bool for_good) {
    disk = {};
    const Folder folder;
    const auto file = folder / "record.db";
    {
      const auto record = sqlite_record(file);
      Writer writer(*record);
      writer.append(Log::open, 2);
      disk = {n, for_good, result, false};
      const auto code = fault_of([&] { record->append(writer.commit(Log::open, 2)); });
      if (!disk.failed) {
        EXPECT_EQ(code, "");
        return false;
      }
      EXPECT_EQ(code, result == SQLITE_FULL ? "disk-full" : "disk") << n;
      EXPECT_TRUE(record->stopped());
      EXPECT_EQ(fault_of([&] { record->append(writer.commit(Log::open, 1)); }), "record-stopped") << "no retry";
      EXPECT_EQ(fault_of([&] { record->settle(); }), "record-stopped");
      EXPECT_EQ(record->size(Log::open), 2) << "not acknowledged, not shown";
      EXPECT_TRUE(record->read(Log::open, 1).has_value()) << "reading goes on";
      EXPECT_EQ(record->read(Log::open, 2), std::nullopt);
    }
    disk = {};
    // The commit was not acknowledged: it may have reached the disk whole, or not at all.
    const auto record = sqlite_record(file);
    EXPECT_TRUE(record->size(Log::open) == 2 || record->size(Log::open) == 4) << record->size(Log::open);
    Writer(*record).append(Log::open, 1);
    return true;
  }
  static sqlite3_vfs shim_;
};
sqlite3_vfs FailingDisk::shim_;

TEST_F(FailingDisk, each_operation_of_a_commit_may_fail) {
  for (const int result : {SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_FULL})
    for (const bool for_good : {false, true}) {
      int n = 1;
      while (fail_at(n, result, for_good)) ++n;
      EXPECT_GT(n, 3) << "the test was idle: a commit writes and syncs";
    }
}

TEST_F(FailingDisk, a_checkpoint_that_cannot_be_kept_stops_the_record) {
  const Folder folder;
  const auto record = sqlite_record(folder / "record.db");
  Writer(*record).append(Log::open, 2);
  disk = {1, false, SQLITE_IOERR_WRITE, false};
  EXPECT_EQ(fault_of([&] { checkpoint(*record, Log::open); }), "disk");
  EXPECT_TRUE(record->stopped());
}

TEST_F(FailingDisk, settling_may_fail_at_each_operation) {
  int failures = 0;
  for (int n = 1;; ++n) {
    disk = {};
    const Folder folder;
    const auto file = folder / "record.db";
    bool failed = false;
    {
      const auto record = sqlite_record(file);
      Writer(*record).append(Log::open, 3);
      disk = {n, false, SQLITE_IOERR_FSYNC, false};
      const auto code = fault_of([&] { record->settle(); });
      failed = disk.failed;
      EXPECT_EQ(code.empty(), !failed);
      disk = {};
    }
    EXPECT_EQ(sqlite_record(file)->size(Log::open), 3) << "an acknowledged act is never lost";
    if (!failed) break;
    ++failures;
  }
  EXPECT_GT(failures, 1) << "the test was idle";
}

}  // namespace
}  // namespace comity
