#include "record/tiles.h"

#include <fmt/format.h>

#include <charconv>

namespace comity {
namespace {

constexpr int last_level = 63;  // of a name, by the specification; no log has tiles so high

// The number in groups of three digits, all but the last behind an x: 1234067 is x001/x234/067.
std::string print_index(std::int64_t index) {
  auto out = fmt::format("{:03}", index % 1000);
  for (index /= 1000; index > 0; index /= 1000) out = fmt::format("x{:03}/{}", index % 1000, out);
  return out;
}

std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_index(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != 'x' && c != '/') plain += c;
  return plain.size() > 15 ? std::nullopt : digits(plain);
}

// How many hashes (or entries) a log of that size has on the tile's level.
std::int64_t on_level(std::int64_t size, int level) {
  for (int i = 0; i < level && size > 0; ++i) size /= tile_width;
  return size;
}

std::string bundle(const Record& record, Log log, std::int64_t from, std::int64_t to) {
  std::string out;
  record.each(log, from, to, [&out](std::int64_t, std::string_view bytes) {
    out += static_cast<char>(bytes.size() >> 8);
    out += static_cast<char>(bytes.size() & 0xff);
    out += bytes;
  });
  return out;
}

void add_row(std::vector<Tile>& tiles, int level, std::int64_t count) {
  for (std::int64_t index = 0; index * tile_width < count; ++index)
    tiles.push_back({level, index, std::min(tile_width, count - index * tile_width)});
}

}  // namespace

std::string print(const Tile& tile) {
  const auto kind = tile.level == Tile::entries ? "entries" : std::to_string(tile.level);
  const auto part = tile.width == tile_width ? "" : fmt::format(".p/{}", tile.width);
  return fmt::format("tile/{}/{}{}", kind, print_index(tile.index), part);
}

std::optional<Tile> parse_tile(std::string_view path) {
  if (!path.starts_with("tile/")) return std::nullopt;
  auto rest = path.substr(5);
  const auto slash = rest.find('/');
  const auto kind = rest.substr(0, slash);
  rest = slash == rest.npos ? std::string_view() : rest.substr(slash + 1);
  const auto part = rest.find(".p/");
  const auto level = kind == "entries" ? Tile::entries : digits(kind);
  const auto index = parse_index(rest.substr(0, part));
  const auto width = part == rest.npos ? tile_width : digits(rest.substr(part + 3));
  if (!level || !index || !width || *level > last_level) return std::nullopt;
  const Tile tile{static_cast<int>(*level), *index, *width};
  return *width > 0 && *width <= tile_width && print(tile) == path ? std::optional(tile) : std::nullopt;
}

std::optional<std::string> tile_bytes(const Record& record, Log log, std::int64_t size, const Tile& tile) {
  const auto from = tile.index * tile_width;
  const auto to = from + tile.width;
  if (to > on_level(size, tile.level)) return std::nullopt;
  if (tile.level == Tile::entries) return bundle(record, log, from, to);
  std::string out;
  for (auto index = from; index < to; ++index)
    out += to_bytes(record.subtree(log, std::size_t{8} * static_cast<std::size_t>(tile.level), index));
  return out;
}

std::vector<Tile> tiles_of(std::int64_t size) {
  std::vector<Tile> tiles;
  for (int level = 0; on_level(size, level) > 0; ++level) add_row(tiles, level, on_level(size, level));
  add_row(tiles, Tile::entries, size);
  return tiles;
}

}  // namespace comity
