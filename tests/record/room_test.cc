// Room on the disk, and the scrub that reads everything again.
#include "record/room.h"

#include <fstream>

#include "record/blobs.h"
#include "record/scrub.h"
#include "record_under_test.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t mib = 1 << 20;

// A disk of 100 MiB whose free space the test says.
class RoomTest : public testing::Test {
 protected:
  Room room(std::int64_t reserve) {
    return Room(folder_.path(), reserve, [this] { return Space{free_, 100 * mib}; });
  }
  fs::path reserve() const { return folder_ / "reserve"; }

  const Folder folder_;
  std::int64_t free_ = 90 * mib;
};

TEST_F(RoomTest, KeepsAReserveWhereThereIsRoomForIt) {
  auto one = room(2 * mib);
  EXPECT_EQ(fs::file_size(reserve()), 2U * mib);
  EXPECT_TRUE(one.for_act(false));
}

TEST_F(RoomTest, AFullDiskTakesNoActButOneThatClosesForWhichTheReserveGoes) {
  auto one = room(2 * mib);
  free_ = Room::least - 1;
  EXPECT_FALSE(one.for_act(false));
  EXPECT_TRUE(fs::exists(reserve()));
  EXPECT_TRUE(one.for_act(true));
  EXPECT_FALSE(fs::exists(reserve()));
  EXPECT_FALSE(one.for_act(false)) << "what the reserve gave is for closing acts";
  free_ = 0;
  EXPECT_FALSE(one.for_act(true)) << "nothing left at all";
}

TEST_F(RoomTest, TakesTheReserveAgainWhenThereIsRoom) {
  auto one = room(2 * mib);
  free_ = 1;
  one.for_act(true);
  one.keep();
  EXPECT_FALSE(fs::exists(reserve()));
  free_ = 50 * mib;
  one.keep();
  EXPECT_TRUE(fs::exists(reserve()));
  EXPECT_DOUBLE_EQ(one.used(), 0.5);
}

TEST(Space, OfARealFolderIsSaidAndOfNoneIsAFault) {
  const auto space = space_of(fs::temp_directory_path());
  EXPECT_GT(space.total, 0);
  EXPECT_LE(space.free, space.total);
  EXPECT_EQ(fault_of([] { space_of("/no/such/folder"); }), "disk");
}

std::vector<Problem> whole_round(Scrub& scrub, int& steps) {
  std::vector<Problem> problems;
  for (steps = 1; !scrub.step(3, problems); ++steps) {
  }
  return problems;
}

TEST(Scrub, ReadsEverythingInSmallStepsAndBeginsAgain) {
  const Folder folder;
  const auto record = sqlite_record(folder / "record.db");
  Writer writer(*record);
  writer.append(Log::open, 7);
  writer.append(Log::closed, 4);
  Blobs blobs(folder / "blobs");
  fs::create_directory(folder / "blobs");
  for (const auto* text : {"one", "two", "three", "four"}) blobs.put(text);
  Scrub scrub(*record, blobs);
  for (int round = 1; round <= 2; ++round) {
    int steps = 0;
    EXPECT_TRUE(whole_round(scrub, steps).empty());
    EXPECT_EQ(steps, 3 + 2 + 2) << "seven entries, four closed ones, four blobs, three at a time";
    EXPECT_EQ(scrub.rounds(), round);
  }
}

// Flips one bit of the bytes that the file holds at the text.
void flip(const fs::path& file, const std::string& at_text) {
  std::fstream open(file, std::ios::in | std::ios::out | std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(open)), {});
  const auto at = bytes.find(at_text);
  ASSERT_NE(at, std::string::npos) << "the test has nothing to flip";
  open.clear();
  open.seekp(static_cast<std::streamoff>(at));
  open.put(static_cast<char>(bytes[at] ^ 1));
}

TEST(Scrub, FindsAnEntryThatChangedOnTheDiskThoughItWasReadBefore) {
  const Folder folder;
  const auto record = sqlite_record(folder / "record.db");
  Writer(*record).append(Log::open, 5);
  record->settle();
  const Blobs blobs(folder / "blobs");
  ASSERT_TRUE(record->read(Log::open, 3)) << "now it is in a cache";
  flip(folder / "record.db", record->read(Log::open, 3)->substr(0, 40));
  Scrub scrub(*record, blobs);
  int steps = 0;
  const auto problems = whole_round(scrub, steps);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "leaf-changed");
  // And nobody is given what changed: not as an entry, not in a replay, not in a receipt.
  EXPECT_EQ(fault_of([&] { record->read(Log::open, 3); }), "record-damaged");
  EXPECT_EQ(fault_of([&] { record->each(Log::open, 0, 5, [](auto, auto) {}); }), "record-damaged");
  EXPECT_EQ(fault_of([&] { receipt(*record, Log::open, 2); }), "record-damaged") << "a path through it";
  EXPECT_TRUE(record->read(Log::open, 2));
}

TEST(Scrub, FindsABlobThatChanged) {
  const Folder folder;
  const auto record = sqlite_record(folder / "record.db");
  fs::create_directory(folder / "blobs");
  Blobs blobs(folder / "blobs");
  const auto name = to_hex(blobs.put("the text of a document").digest);
  flip(folder / "blobs" / name.substr(0, 2) / name.substr(2), "text");
  Scrub scrub(*record, blobs);
  int steps = 0;
  const auto problems = whole_round(scrub, steps);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0], (Problem{Log::open, -1, "blob-damaged", name}));
}

}  // namespace
}  // namespace comity
