// Tiles and bundles: their names, their bytes, and that a stranger who has only them finds the same root.
#include "record/tiles.h"

#include "record_under_test.h"
#include "seal/hash.h"

namespace comity {
namespace {

TEST(Tile, IsNamedAsTheSpecificationSays) {
  EXPECT_EQ(print(Tile{0, 1'234'067}), "tile/0/x001/x234/067");
  EXPECT_EQ(print(Tile{1, 5, 17}), "tile/1/005.p/17");
  EXPECT_EQ(print(Tile{Tile::entries, 0, 255}), "tile/entries/000.p/255");
}

TEST(Tile, IsReadOnlyInTheOneSpelling) {
  for (const Tile& tile : {Tile{0, 0}, Tile{0, 999}, Tile{0, 1000}, Tile{3, 1'234'067, 12}, Tile{Tile::entries, 77}})
    EXPECT_EQ(parse_tile(print(tile)), tile) << print(tile);
  for (const char* wrong : {"",
                            "tile",
                            "tile/",
                            "tile/0",
                            "tile/0/",
                            "tile/0/0",
                            "tile/00/000",
                            "tile/64/000",
                            "tile/-1/000",
                            "tile/0/x000/001",
                            "tile/0/001/234",
                            "tile/0/x001",
                            "tile/0/000.p/0",
                            "tile/0/000.p/256",
                            "tile/0/000.p/007",
                            "tile/0/000.p/",
                            "tile/entries",
                            "tile/data/000",
                            "tile/0/000/",
                            "tile/0/x999999999/x999/x999/999",
                            "tile/0/0x1"})
    EXPECT_FALSE(parse_tile(wrong)) << wrong;
}

// The hashes of a row of the tree, gathered from its tiles as a stranger would.
std::vector<Digest> row(const Record& record, std::int64_t size, int level) {
  std::vector<Digest> out;
  for (const auto& tile : tiles_of(size)) {
    if (tile.level != level) continue;
    const auto bytes = *tile_bytes(record, Log::open, size, tile);
    EXPECT_EQ(bytes.size(), static_cast<std::size_t>(tile.width) * 32);
    for (std::size_t at = 0; at < bytes.size(); at += 32) out.push_back(*digest_from_hex(to_hex(bytes.substr(at, 32))));
  }
  return out;
}

TEST(Tiles, HoldTheWholeTreeAndAllEntries) {
  const auto record = memory_record("log.example/test", test_key());
  fill(*record, 600);
  for (const std::int64_t size : {1, 255, 256, 257, 512, 599, 600}) {
    EXPECT_EQ(root_of(row(*record, size, 0)), record->root(Log::open, size)) << size;
    EXPECT_EQ(row(*record, size, 1).size(), static_cast<std::size_t>(size / 256)) << size;
    for (std::size_t i = 0; i < row(*record, size, 1).size(); ++i) {
      const auto leaves = row(*record, size, 0);
      const auto first = leaves.begin() + static_cast<std::ptrdiff_t>(i * 256);
      EXPECT_EQ(row(*record, size, 1)[i], root_of({first, first + 256}));
    }
  }
  std::vector<Digest> leaves;
  for (const auto& tile : tiles_of(600))
    if (tile.level == Tile::entries) {
      const auto bytes = *tile_bytes(*record, Log::open, 600, tile);
      for (std::size_t at = 0; at < bytes.size();) {
        const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]) * 256 +
                                                     static_cast<unsigned char>(bytes[at + 1]));
        leaves.push_back(leaf_hash(std::string_view(bytes).substr(at + 2, length)));
        at += 2 + length;
      }
    }
  EXPECT_EQ(leaves.size(), 600U);
  EXPECT_EQ(root_of(leaves), record->root(Log::open, 600));
}

TEST(Tiles, AreNotGivenBeyondTheLog) {
  const auto record = memory_record("log.example/test", test_key());
  fill(*record, 300);
  EXPECT_TRUE(tile_bytes(*record, Log::open, 300, {0, 0}));
  EXPECT_TRUE(tile_bytes(*record, Log::open, 300, {0, 1, 44}));
  EXPECT_TRUE(tile_bytes(*record, Log::open, 300, {0, 1, 3}));  // a partial tile that an earlier mirror still asks for
  EXPECT_FALSE(tile_bytes(*record, Log::open, 300, {0, 1, 45}));
  EXPECT_FALSE(tile_bytes(*record, Log::open, 299, {0, 1, 44}));
  EXPECT_FALSE(tile_bytes(*record, Log::open, 300, {0, 1}));
  EXPECT_FALSE(tile_bytes(*record, Log::open, 300, {2, 0, 1}));
  EXPECT_FALSE(tile_bytes(*record, Log::open, 300, {Tile::entries, 2, 1}));
  EXPECT_TRUE(tiles_of(0).empty());
}

}  // namespace
}  // namespace comity
