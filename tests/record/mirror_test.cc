// Mirrors: whole, verified, taken up again, and never led to another history.
#include "record/mirror.h"

#include <fstream>

#include "record/files.h"
#include "record/tiles.h"
#include "record_under_test.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

std::string note(const Record& record, std::int64_t size) {
  return sign_checkpoint({record.origin(), size, record.root(Log::open, size)}, test_key());
}

// The log as it was at a size, as a server gives it.
FetchFile served(const Record& record, std::int64_t size) {
  return [&record, size](const std::string& path) -> std::optional<std::string> {
    if (path == "checkpoint") return note(record, size);
    const auto tile = parse_tile(path);
    return tile ? tile_bytes(record, Log::open, size, *tile) : std::nullopt;
  };
}

class Mirrors : public testing::Test {
 protected:
  Mirrors() {
    fill(*log_, 600);
    fill(*fork_, 300);
    Writer(*fork_).append(Log::closed, 1);  // so that the next instants differ
    Writer(*fork_).append(Log::open, 300);
  }
  Result<Mirrored> copy(const FetchFile& fetch) const { return mirror(folder_.path(), log_->key(), fetch); }
  std::string refused(const FetchFile& fetch) const {
    const auto copied = copy(fetch);
    return copied ? "" : copied.refusal().code;
  }

  Folder folder_;
  std::unique_ptr<Record> log_ = memory_record("log.example/test", test_key());
  std::unique_ptr<Record> fork_ = memory_record("log.example/test", test_key());
};

TEST_F(Mirrors, HoldEveryFileOfTheLog) {
  const auto copied = copy(served(*log_, 600));
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied->before, 0);
  EXPECT_EQ(copied->now, (Checkpoint{"log.example/test", 600, log_->root(Log::open, 600)}));
  EXPECT_EQ(*read_file(folder_ / "checkpoint"), note(*log_, 600));
  for (const auto& tile : tiles_of(600))
    EXPECT_EQ(read_file(folder_.path() / print(tile)), tile_bytes(*log_, Log::open, 600, tile)) << print(tile);
}

TEST_F(Mirrors, GrowWithTheLog) {
  std::int64_t before = 0;
  for (const std::int64_t size : {0, 1, 255, 256, 257, 512, 600, 600}) {
    const auto copied = copy(served(*log_, size));
    ASSERT_TRUE(copied) << size;
    EXPECT_EQ(copied->before, before);
    before = size;
  }
}

TEST_F(Mirrors, ServeMirrorsInTurn) {
  ASSERT_TRUE(copy(served(*log_, 600)));
  const Folder second;
  const auto copied =
      mirror(second.path(), log_->key(), [this](const std::string& path) { return read_file(folder_.path() / path); });
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied->now.size, 600);
}

TEST_F(Mirrors, RefuseAnotherHistory) {
  ASSERT_TRUE(copy(served(*log_, 400)));
  const auto forked = copy(served(*fork_, 600));
  ASSERT_FALSE(forked);
  EXPECT_EQ(forked.refusal(), (Refusal{"mirror-forked", {{"held", "400"}}}));
  EXPECT_EQ(*read_file(folder_ / "checkpoint"), note(*log_, 400)) << "what was copied stays";
}

TEST_F(Mirrors, RefuseAnotherHistoryOfTheSameSize) {
  ASSERT_TRUE(copy(served(*log_, 512)));
  EXPECT_EQ(refused(served(*fork_, 512)), "mirror-differs");
}

TEST_F(Mirrors, RefuseALogThatShrank) {
  ASSERT_TRUE(copy(served(*log_, 400)));
  EXPECT_EQ(copy(served(*log_, 399)).refusal(), (Refusal{"mirror-smaller", {{"held", "400"}, {"size", "399"}}}));
}

TEST_F(Mirrors, RefuseAnotherKey) {
  const VerifierKey other{"log.example/test", SignKey::from_seed(std::string(32, 'o')).public_key()};
  EXPECT_EQ(mirror(folder_.path(), other, served(*log_, 10)).refusal().code, "note-unsigned");
}

// Each file of the log in turn is absent, then has each of some bits flipped: never accepted, and the copy is whole as
// soon as the log is.
TEST_F(Mirrors, RefuseFilesThatAreAbsentOrWrong) {
  auto files = tiles_of(600);
  for (const auto& tile : files) {
    const auto name = print(tile);
    const auto good = served(*log_, 600);
    const Folder folder;
    const auto copied = mirror(folder.path(), log_->key(),
                               [&](const std::string& path) { return path == name ? std::nullopt : good(path); });
    EXPECT_EQ(copied.refusal(), (Refusal{"mirror-absent", {{"file", name}}}));
    const auto bits = static_cast<std::size_t>(good(name)->size()) * 8;
    for (const auto bit : {std::size_t{9}, bits - 1}) {
      const Folder fresh;
      const auto wrong = mirror(fresh.path(), log_->key(), [&](const std::string& path) {
        auto bytes = good(path);
        if (path == name) (*bytes)[bit / 8] ^= static_cast<char>(1 << bit % 8);
        return bytes;
      });
      ASSERT_FALSE(wrong) << name << " bit " << bit;
      EXPECT_EQ(wrong.refusal().code, "mirror-differs") << name << " bit " << bit;
      EXPECT_FALSE(fs::exists(fresh / "checkpoint"));
    }
  }
}

TEST_F(Mirrors, TakeUpWhatWasInterrupted) {
  int left = 3;
  const auto good = served(*log_, 600);
  EXPECT_EQ(refused([&](const std::string& path) { return left-- > 0 ? good(path) : std::nullopt; }), "mirror-absent");
  int asked = 0;
  ASSERT_TRUE(copy([&](const std::string& path) {
    ++asked;
    return good(path);
  }));
  EXPECT_EQ(asked, static_cast<int>(tiles_of(600).size()) + 1 - 2) << "two bundles were there already";
}

// A bundle that was wrong must not stay in the way of the right one.
TEST_F(Mirrors, ForgetWrongBundles) {
  const auto good = served(*log_, 600);
  EXPECT_EQ(refused([&](const std::string& path) {
              auto bytes = good(path);
              if (path == "tile/entries/001") bytes->back() ^= 1;
              return bytes;
            }),
            "mirror-differs");
  EXPECT_TRUE(copy(good));
}

}  // namespace
}  // namespace comity
