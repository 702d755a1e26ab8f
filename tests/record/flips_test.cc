// Single bit flips. In record.db each flip that changes what is read is found when the
// record is opened; one that nothing reads leaves the export byte-equal. In an export each flip at all is found.
// COMITY_FLIPS sets their number (300 in each run of ./test; 10,000 for the figures).
#include <cstdlib>
#include <random>

#include "record/export.h"
#include "record/files.h"
#include "record/signer.h"
#include "record_under_test.h"

namespace comity {
namespace {

int flips() {
  const char* set = std::getenv("COMITY_FLIPS");
  return set == nullptr ? 300 : std::atoi(set);
}

constexpr std::uint64_t flips_seed = 20210601;

struct Flip {
  std::size_t byte;
  int bit;
};
Flip any_flip(std::mt19937_64& random, std::size_t size) {
  return {static_cast<std::size_t>(random() % size), static_cast<int>(random() % 8)};
}
std::string flipped(std::string bytes, const Flip& flip) {
  bytes[flip.byte] = static_cast<char>(bytes[flip.byte] ^ (1 << flip.bit));
  return bytes;
}
void write(const std::filesystem::path& file, const std::string& bytes) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  ASSERT_NE(out, nullptr);
  ASSERT_EQ(std::fwrite(bytes.data(), 1, bytes.size(), out), bytes.size());
  std::fclose(out);
}

constexpr std::array exported_files{"entries.jsonl", "batches.jsonl", "checkpoint", "key"};

// Everything that both logs say, as exported.
std::string exported(const Record& record, const Folder& folder) {
  std::string all;
  for (const auto log : logs) {
    const auto into = folder.path() / "export" / name_of(log);
    export_log(record, log, record.checkpoint(log), into);
    for (const auto* file : exported_files) all += *read_file(into / file);
  }
  return all;
}

TEST(Flips, in_the_database_are_found_or_change_nothing) {
  const Folder folder;
  const auto file = folder / "record.db";
  {
    const auto record = sqlite_record(file);
    fill(*record, 40);
  }
  const auto whole = *read_file(file);
  const auto wanted = exported(*sqlite_record(file), folder);
  std::mt19937_64 random(flips_seed);
  std::map<std::string, int> found;
  int unread = 0;
  int silent = 0;
  for (int i = 0; i < flips(); ++i) {
    const auto flip = any_flip(random, whole.size());
    write(file, flipped(whole, flip));
    std::filesystem::remove(folder / "record.db-wal");
    const auto code = fault_of([&] {
      const auto record = sqlite_record(file);
      ++(exported(*record, folder) == wanted ? unread : silent);
    });
    if (!code.empty()) ++found[code];
  }
  std::string told;
  int all = 0;
  for (const auto& [code, count] : found) {
    told += " " + code + " " + std::to_string(count);
    all += count;
  }
  std::printf("record.db of %zu bytes: %d flips, %d found (%s ), %d read by nothing, %d silent\n", whole.size(),
              flips(), all, told.c_str(), unread, silent);
  EXPECT_EQ(silent, 0);
  EXPECT_EQ(all + unread, flips());
  EXPECT_GT(all, flips() / 3) << "the test was idle";
  EXPECT_GT(unread, 0) << "the test was idle";
}

TEST(Flips, in_an_export_are_all_found) {
  const Folder folder;
  const auto record = memory_record("log.example/test", test_key());
  fill(*record, 40);
  std::mt19937_64 random(flips_seed);
  int found = 0;
  int tried = 0;
  for (const auto log : logs) {
    const auto into = folder.path() / name_of(log);
    export_log(*record, log, record->checkpoint(log), into);
    ASSERT_TRUE(verify_export(into).sound());
    for (const auto* file : exported_files) {
      const auto whole = *read_file(into / file);
      // Small files are few of the bytes but all of the trust: each file gets an eighth of the flips.
      for (int i = 0; i < flips() / 8; ++i, ++tried) {
        const auto flip = any_flip(random, whole.size());
        write(into / file, flipped(whole, flip));
        const auto report = verify_export(into);
        EXPECT_FALSE(report.sound()) << file << " byte " << flip.byte << " bit " << flip.bit;
        if (!report.sound()) ++found;
      }
      write(into / file, whole);
    }
    EXPECT_TRUE(verify_export(into).sound());
  }
  std::printf("export: %d flips, %d found, %d silent\n", tried, found, tried - found);
  EXPECT_EQ(found, tried);
  EXPECT_GT(tried, 0) << "the test was idle";
}

TEST(Flips, in_the_write_ahead_log_are_found_by_what_the_signer_remembers) {
  const Folder folder;
  const auto file = folder / "record.db";
  const auto wal = folder / "record.db-wal";
  const auto born = genesis("log.example/test", test_key());
  create_sqlite(file, born);
  Signer::begin(folder.path(), born);
  std::string saved_file;
  std::string saved_wal;
  {
    Record record(open_sqlite(file));
    fill(record, 20);
    Signer signer(folder.path(), test_key());
    signer.remember(record);
    for (const auto log : logs) signer.sign(record, log);
    // Read with the record open: the end of this block would fold the log into the file.
    saved_file = *read_file(file);
    saved_wal = *read_file(wal);
  }
  ASSERT_GT(saved_wal.size(), 10'000U);
  std::mt19937_64 random(flips_seed);
  int found = 0;
  int whole = 0;
  for (int i = 0; i < flips() / 10; ++i) {
    write(file, saved_file);
    write(wal, flipped(saved_wal, any_flip(random, saved_wal.size())));
    const auto code = fault_of([&] {
      Record record(open_sqlite(file));
      Signer(folder.path(), test_key()).remember(record);
      EXPECT_EQ(record.size(Log::open), 20);
    });
    ++(code.empty() ? whole : found);
  }
  std::printf("write-ahead log: %d flips, %d found, %d harmless\n", flips() / 10, found, whole);
  EXPECT_GT(found, 0) << "the test was idle";
}

}  // namespace
}  // namespace comity
