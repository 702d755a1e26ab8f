// A log as static files that strangers' tools mirror by plain copying: tiles of hashes and bundles of entries, 256 wide
// (C2SP tlog-tiles, at commit 5ba5ee8). Names and bytes; knows no address and no disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace comity {

constexpr std::int64_t tile_width = 256;

struct Tile {
  int level = 0;  // 0: hashes of leaves, 1: of full tiles of level 0, and so on; `entries`: the entries themselves
  std::int64_t index = 0;
  std::int64_t width = tile_width;  // hashes or entries in it; fewer than 256: a partial tile, of the log's right edge

  static constexpr int entries = -1;
  bool operator==(const Tile&) const = default;
};

std::string print(const Tile& tile);                    // "tile/0/x001/067.p/12", "tile/entries/000"
std::optional<Tile> parse_tile(std::string_view path);  // only what print writes

// Its bytes: hashes one after another, or entries each behind its length in two bytes, big-endian. Nothing where a log
// of that size has no such tile. `size` is at most the log's.
std::optional<std::string> tile_bytes(const Record& record, Log log, std::int64_t size, const Tile& tile);

// All that a mirror of a log of that size copies: full tiles and those of the right edge, hashes before entries.
std::vector<Tile> tiles_of(std::int64_t size);

}  // namespace comity
