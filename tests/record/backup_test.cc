// R16: a restored record is the record, byte for byte; what is damaged, foreign or in the way is refused.
#include "record/backup.h"

#include <fstream>

#include "record/export.h"
#include "record/files.h"
#include "record_under_test.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

// Every file of a folder, by its path in it.
std::map<std::string, std::string> files_of(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& file : fs::recursive_directory_iterator(folder))
    if (file.is_regular_file()) out[fs::relative(file.path(), folder).string()] = *read_file(file.path());
  return out;
}

class Backup : public testing::Test {
 protected:
  Backup() {
    EXPECT_TRUE(init_directory(folder_ / "var", "log.example/test", test_key()));
    auto open = *open_directory(folder_ / "var");
    fill(*open.record, 60);
    for (const auto log : logs) open.signer->sign(*open.record, log);
    open.blobs->put("a text");
    open.blobs->put("another text");
    back_up_to(open, "backup");
  }
  void back_up_to(const OpenDirectory& open, const char* name) const {
    const Checkpoints now{open.record->checkpoint(Log::open), open.record->checkpoint(Log::closed)};
    ASSERT_TRUE(back_up(*open.record, now, open_blobs(), folder_ / name));
  }
  fs::path open_blobs() const { return folder_ / "var/blobs"; }
  Result<Report> restored() const { return restore(folder_ / "backup", folder_ / "new", test_key()); }

  Folder folder_;
};

TEST_F(Backup, HoldsBothLogsAndTheBlobsButNoKey) {
  const auto files = files_of(folder_ / "backup");
  EXPECT_EQ(files.size(), 10U);
  for (const auto& [name, bytes] : files) EXPECT_EQ(bytes.find(to_hex(test_key().seed())), bytes.npos) << name;
  EXPECT_TRUE(
      verify_export(folder_ / "backup/public", VerifierKey{"log.example/test", test_key().public_key()}).sound());
  EXPECT_FALSE(fs::exists(folder_ / "backup.new"));
  EXPECT_EQ(fs::status(folder_ / "backup").permissions(), fs::perms::owner_all) << "the closed log is in it";
}

TEST_F(Backup, IsRestoredByteForByte) {
  const auto report = restored();
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->sound());
  const auto before = *open_directory(folder_ / "var");
  const auto after = *open_directory(folder_ / "new");
  for (const auto log : logs) {
    const auto size = before.record->size(log);
    EXPECT_GT(size, 0);
    EXPECT_EQ(after.record->size(log), size);
    EXPECT_EQ(after.record->root(log, size), before.record->root(log, size));
    EXPECT_EQ(after.record->marks(log), before.record->marks(log));
    EXPECT_EQ(after.record->checkpoint(log), before.record->checkpoint(log));
    for (std::int64_t number = 0; number < size; ++number)
      EXPECT_EQ(receipt(*after.record, log, number), receipt(*before.record, log, number));
  }
  const Checkpoints now{after.record->checkpoint(Log::open), after.record->checkpoint(Log::closed)};
  ASSERT_TRUE(back_up(*after.record, now, folder_ / "new/blobs", folder_ / "again"));
  EXPECT_EQ(files_of(folder_ / "again"), files_of(folder_ / "backup"));
}

TEST_F(Backup, GoesOnWhereItEnded) {
  ASSERT_TRUE(restored());
  auto open = *open_directory(folder_ / "new");
  Writer(*open.record).append(Log::open, 5);
  open.signer->sign(*open.record, Log::open);
  EXPECT_EQ(open.record->size(Log::open), 65);
}

TEST_F(Backup, NeverReplacesAnything) {
  const auto open = *open_directory(folder_ / "var");
  const Checkpoints now{open.record->checkpoint(Log::open), open.record->checkpoint(Log::closed)};
  EXPECT_EQ(back_up(*open.record, now, open_blobs(), folder_ / "backup").refusal().code, "backup-exists");
  ASSERT_TRUE(restored());
  EXPECT_EQ(restored().refusal().code, "record-exists");
}

TEST_F(Backup, OfAnotherKeyOrOfNothingIsRefused) {
  const auto other = SignKey::from_seed(std::string(32, 'o'));
  EXPECT_EQ(restore(folder_ / "backup", folder_ / "new", other).refusal().code, "backup-other-key");
  EXPECT_EQ(restore(folder_ / "none", folder_ / "new", test_key()).refusal().code, "backup-missing");
  EXPECT_FALSE(fs::exists(folder_ / "new"));
}

TEST_F(Backup, WithAFlippedBitIsReportedAndNothingIsMade) {
  for (const auto& [name, bytes] : files_of(folder_ / "backup")) {
    if (name.starts_with("blobs")) continue;
    for (const auto at : {std::size_t{0}, bytes.size() / 3, bytes.size() - 1}) {
      auto flipped = bytes;
      flipped[at] ^= 4;
      std::ofstream(folder_.path() / "backup" / name, std::ios::binary) << flipped;
      const auto report = restored();
      EXPECT_TRUE(!report || !report->sound()) << name << " at " << at;
      EXPECT_FALSE(fs::exists(folder_ / "new")) << name << " at " << at;
      std::ofstream(folder_.path() / "backup" / name, std::ios::binary) << bytes;
    }
  }
  EXPECT_TRUE(restored()->sound());
}

// A cut log is sound in itself, but no file is: its checkpoint says how long it was.
TEST_F(Backup, ThatWasCutIsReported) {
  const auto file = folder_ / "backup/public/entries.jsonl";
  auto bytes = *read_file(file);
  bytes.resize(bytes.rfind('\n', bytes.size() - 2) + 1);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  EXPECT_FALSE(restored()->sound());
}

}  // namespace
}  // namespace comity
