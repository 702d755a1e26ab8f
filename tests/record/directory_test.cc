// The data directory: one process, one version, one key, and a history that only grows.
#include "record/directory.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <functional>

#include "record/files.h"
#include "record_under_test.h"

namespace comity {
namespace {

// Runs the step in a process of its own; gives back what it said (at most one pipe's worth).
template <class Step>
std::string in_another_process(const Step& step) {
  std::array<int, 2> pipe_ends{};
  EXPECT_EQ(::pipe(pipe_ends.data()), 0);
  const auto child = ::fork();
  if (child == 0) {
    std::string said;
    try {
      said = step();
    } catch (const Fault& fault) {
      said = fault.code;
    }
    const auto written = ::write(pipe_ends[1], said.data(), said.size());
    ::_exit(written < 0 ? 1 : 0);
  }
  ::close(pipe_ends[1]);
  std::string said(4096, '\0');
  const auto got = ::read(pipe_ends[0], said.data(), said.size());
  said.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  ::close(pipe_ends[0]);
  ::waitpid(child, nullptr, 0);
  return said;
}

std::string said_of(const Result<OpenDirectory>& opened) { return opened ? "opened" : opened.refusal().code; }

class DataDirectory : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(bool(init_directory(var_, "log.example/test", test_key()))); }
  OpenDirectory open() { return std::move(*open_directory(var_)); }
  std::string code_of_opening() {
    std::string code;
    const auto fault = fault_of([&] { code = said_of(open_directory(var_)); });
    return fault.empty() ? code : fault;
  }
  void append_and_sign(int count) {
    auto opened = open();
    Writer(*opened.record).append(Log::open, count);
    opened.signer->sign(*opened.record, Log::open);
  }
  Folder folder_;
  std::filesystem::path var_ = folder_ / "var";
};

TEST_F(DataDirectory, is_born_and_opened_again) {
  append_and_sign(3);
  append_and_sign(2);
  const auto opened = open();
  EXPECT_EQ(opened.record->size(Log::open), 5);
  EXPECT_EQ(open_checkpoint(opened.record->checkpoint(Log::open), opened.record->key())->size, 5);
  struct stat about {};
  ASSERT_EQ(::stat((var_ / "key").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
}

TEST_F(DataDirectory, is_named_by_its_key_until_somebody_names_it) {
  ASSERT_TRUE(bool(init_directory(folder_ / "unnamed", "", test_key())));
  EXPECT_EQ(open_directory(folder_ / "unnamed")->record->origin(), default_origin(test_key().public_key()));
  for (const auto* bad : {"two words", "a+b", "log.example/closed"})
    EXPECT_EQ(init_directory(folder_ / "bad", bad, test_key()).refusal().code, "origin-malformed") << bad;
}

TEST_F(DataDirectory, is_never_born_twice) {
  append_and_sign(1);
  EXPECT_EQ(init_directory(var_, "", test_key()).refusal().code, "record-exists");
  std::filesystem::remove(var_ / "format");
  EXPECT_EQ(init_directory(var_, "", test_key()).refusal().code, "record-unfinished");
  EXPECT_EQ(code_of_opening(), "record-missing");
}

TEST_F(DataDirectory, of_another_version_is_refused_by_name) {
  write_durably(var_ / "format", "comity 2\n");
  try {
    static_cast<void>(open_directory(var_));
    FAIL();
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "directory-version");
    EXPECT_THAT(fault.what(), testing::HasSubstr("comity 2"));
    EXPECT_THAT(fault.what(), testing::HasSubstr("comity 1"));
  }
}

TEST_F(DataDirectory, a_record_of_another_version_is_refused_by_name) {
  const auto file = var_ / "record.db";
  auto bytes = *read_file(file);
  bytes[63] = 2;  // the last byte of SQLite's user_version
  write_durably(file, bytes);
  EXPECT_EQ(code_of_opening(), "record-version");
}

TEST_F(DataDirectory, a_truncated_record_is_refused) {
  append_and_sign(20);
  const auto whole = *read_file(var_ / "record.db");
  int refused = 0;
  for (std::size_t size = 0; size < whole.size(); size += 1024) {
    write_durably(var_ / "record.db", std::string_view(whole).substr(0, size));
    const auto code = code_of_opening();
    EXPECT_NE(code, "opened") << size;
    refused += code == "record-damaged" ? 1 : 0;
  }
  EXPECT_GT(refused, 10);
  write_durably(var_ / "record.db", whole);
  EXPECT_EQ(code_of_opening(), "opened");
  std::filesystem::remove(var_ / "record.db");
  EXPECT_EQ(code_of_opening(), "record-missing");
}

// Yesterday's copy would let the log be continued in two ways.
TEST_F(DataDirectory, a_record_that_went_back_is_refused_by_the_signer) {
  append_and_sign(2);
  const auto yesterday = *read_file(var_ / "record.db");
  append_and_sign(2);
  write_durably(var_ / "record.db", yesterday);
  EXPECT_EQ(code_of_opening(), "signer-refuses");
}

TEST_F(DataDirectory, a_crash_between_the_signers_memory_and_the_record_loses_nothing) {
  {
    const auto opened = open();
    Writer(*opened.record).append(Log::open, 2);
  }
  const auto unsigned_yet = *read_file(var_ / "record.db");
  auto opened = std::make_unique<OpenDirectory>(open());
  opened->signer->sign(*opened->record, Log::open);
  opened.reset();
  write_durably(var_ / "record.db", unsigned_yet);
  append_and_sign(1);
  EXPECT_EQ(open_checkpoint(open().record->checkpoint(Log::open), {"log.example/test", test_key().public_key()})->size,
            3);
}

TEST_F(DataDirectory, another_history_of_the_same_length_is_refused_by_the_signer) {
  const auto empty = *read_file(var_ / "record.db");
  append_and_sign(2);
  const auto signed_first = *read_file(var_ / "signed-public");
  write_durably(var_ / "record.db", empty);
  {
    // A fork that somebody with the key writes, without the signer.
    const auto record = sqlite_record(var_ / "record.db");
    Commit commit;
    commit[Log::open] = seal_batch(
        record->origin(), 0, {to_bytes(test_entry(Log::open, 0, 7, "x")), to_bytes(test_entry(Log::open, 1, 8, "y"))},
        test_key());
    record->append(commit);
    checkpoint(*record, Log::open);
  }
  EXPECT_EQ(*read_file(var_ / "signed-public"), signed_first);
  EXPECT_EQ(code_of_opening(), "signer-refuses");
  std::filesystem::remove(var_ / "signed-public");
  EXPECT_EQ(code_of_opening(), "signer-refuses") << "a signer without memory signs nothing";
}

TEST_F(DataDirectory, a_signer_that_cannot_remember_stops_the_record) {
  const auto opened = open();
  Writer(*opened.record).append(Log::open, 1);
  std::filesystem::create_directories(var_ / ".new-signed-public");  // where the memory would be written
  EXPECT_EQ(fault_of([&] { opened.signer->sign(*opened.record, Log::open); }), "disk");
  EXPECT_TRUE(opened.record->stopped());
  EXPECT_EQ(fault_of([&] { opened.signer->sign(*opened.record, Log::open); }), "signer-refuses");
  EXPECT_EQ(open_checkpoint(opened.record->checkpoint(Log::open), opened.record->key())->size, 0);
}

TEST_F(DataDirectory, leaves_that_changed_under_the_signer_are_not_signed) {
  auto opened = open();
  Writer(*opened.record).append(Log::open, 2);
  // The signer has read another first leaf: as if a bit of it had turned since.
  Signer other(var_, *opened.key);
  const auto fork = memory_record("log.example/test", test_key());
  other.remember(*fork);
  Commit commit;
  commit[Log::open] = seal_batch("log.example/test", 0, {to_bytes(test_entry(Log::open, 0, 7, "x"))}, test_key());
  fork->append(commit);
  other.sign(*fork, Log::open);
  EXPECT_EQ(fault_of([&] { other.sign(*opened.record, Log::open); }), "signer-refuses");
  EXPECT_TRUE(opened.record->stopped());
}

TEST_F(DataDirectory, the_key_of_another_record_is_refused) {
  std::filesystem::remove(var_ / "key");
  EXPECT_EQ(code_of_opening(), "key-missing");
  write_key(var_ / "key", SignKey::generate());
  EXPECT_EQ(code_of_opening(), "key-mismatch");
}

TEST_F(DataDirectory, a_second_process_is_refused_and_told_who_holds_it) {
  const auto opened = open();
  const auto said = in_another_process([&] {
    const auto second = open_directory(var_);
    return second ? std::string("opened") : second.refusal().code + " " + second.refusal().values.at("pid");
  });
  EXPECT_EQ(said, "record-in-use " + std::to_string(::getpid()));
  EXPECT_EQ(code_of_opening(), "record-in-use") << "nor twice in one process";
}

TEST_F(DataDirectory, a_dead_holder_locks_nobody_out) {
  EXPECT_EQ(in_another_process([&] { return said_of(open_directory(var_)); }), "opened");
  EXPECT_TRUE(std::filesystem::exists(var_ / "lock"));
  EXPECT_EQ(code_of_opening(), "opened");
}

// A process that was born before the record was opened, so that it shares nothing with it: SQLite keeps the locks of
// its process in memory, and a later fork would inherit that memory. It tries the record each time that it is asked.
class Other {
 public:
  explicit Other(std::function<std::string(char)> answer) {
    EXPECT_EQ(::pipe(questions_.data()), 0);
    EXPECT_EQ(::pipe(answers_.data()), 0);
    child_ = ::fork();
    if (child_ != 0) return;
    ::close(questions_[1]);
    char question = 0;
    while (::read(questions_[0], &question, 1) == 1) {
      std::string said;
      const auto code = fault_of([&] { said = answer(question); });
      said = code.empty() ? said : code;
      if (::write(answers_[1], said.data(), said.size()) < 0) break;
    }
    ::_exit(0);
  }
  Other(const Other&) = delete;
  Other& operator=(const Other&) = delete;
  ~Other() {
    for (const int fd : {questions_[0], questions_[1], answers_[0], answers_[1]}) ::close(fd);
    ::waitpid(child_, nullptr, 0);
  }
  std::string ask(char question) const {
    std::string said(256, '\0');
    EXPECT_EQ(::write(questions_[1], &question, 1), 1);
    const auto got = ::read(answers_[0], said.data(), said.size());
    said.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return said;
  }

 private:
  std::array<int, 2> questions_{};
  std::array<int, 2> answers_{};
  pid_t child_ = 0;
};

// decisions.md 15. SQLite's lock alone is lost as soon as this process opens and closes the file once more;
// the lock on var/lock is not.
TEST_F(DataDirectory, the_lock_holds_where_that_of_sqlite_is_lost) {
  const Other other([&](char question) {
    if (question == 'd') return said_of(open_directory(var_));
    open_sqlite(var_ / "record.db")->size(Log::open);
    return std::string("opened");
  });
  const auto opened = open();
  EXPECT_EQ(other.ask('s'), "record-in-use");
  EXPECT_EQ(other.ask('d'), "record-in-use");
  read_file(var_ / "record.db");  // an innocent look at the file
  EXPECT_EQ(other.ask('s'), "opened") << "if this fails, the reason for our own lock is gone";
  EXPECT_EQ(other.ask('d'), "record-in-use");
}

TEST_F(DataDirectory, a_folder_that_cannot_be_written_is_told) {
  append_and_sign(1);
  std::filesystem::permissions(var_, std::filesystem::perms(0555));
  for (const auto* file : {"record.db", "format", "lock"})
    std::filesystem::permissions(var_ / file, std::filesystem::perms(0444));
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  // The superuser may write anywhere: look with the eyes of nobody.
  const auto as_nobody = [&](auto step) {
    return in_another_process([&]() -> std::string {
      if (::geteuid() == 0 && ::setuid(65534) != 0) return "no other user";
      return step();
    });
  };
  EXPECT_EQ(as_nobody([&] { return said_of(open_directory(var_)); }), "record-read-only");
  EXPECT_EQ(as_nobody([&] {
              open_sqlite(var_ / "record.db");
              return std::string("opened");
            }),
            "record-read-only");
  std::filesystem::permissions(var_, std::filesystem::perms(0755));
}

TEST(Blobs, are_kept_by_their_hash) {
  const Folder folder;
  Blobs blobs(folder / "blobs");
  const std::string bytes("a text\0with all bytes", 21);
  const auto name = blobs.put(bytes);
  EXPECT_EQ(blobs.put(bytes), name) << "the same bytes twice";
  EXPECT_EQ(name.size, 21);
  EXPECT_EQ(*blobs.read(name.digest), bytes);
  EXPECT_EQ(blobs.read(Digest{}), std::nullopt);
  const auto hex = to_hex(name.digest);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "blobs" / hex.substr(0, 2) / hex.substr(2)));
  EXPECT_EQ(*blobs.read(blobs.put("").digest), "");
}

TEST(Blobs, what_is_absent_or_damaged_is_named) {
  const Folder folder;
  Blobs blobs(folder / "blobs");
  const auto good = blobs.put("good");
  const auto cut = blobs.put("cut off");
  const auto flipped = blobs.put("flipped");
  const BlobName never{Digest{}, 4};
  const auto file = [&](const BlobName& name) {
    const auto hex = to_hex(name.digest);
    return folder.path() / "blobs" / hex.substr(0, 2) / hex.substr(2);
  };
  write_durably(file(cut), "cut");
  write_durably(file(flipped), "flippee");
  EXPECT_EQ(blobs.absent({good, cut, flipped, never}), (std::vector<BlobName>{cut, never}));
  EXPECT_TRUE(blobs.sound(good.digest));
  for (const auto& wrong : {cut, flipped, never}) EXPECT_FALSE(blobs.sound(wrong.digest));
  EXPECT_EQ(blobs.kept().size(), 3U) << "what was never put is not there";
  EXPECT_EQ(fault_of([&] { blobs.read(flipped.digest); }), "blob-damaged");
}

}  // namespace
}  // namespace comity
