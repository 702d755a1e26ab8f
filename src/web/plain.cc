#include "web/plain.h"

#include "record/checkpoint.h"
#include "record/export.h"
#include "record/proof.h"
#include "record/tiles.h"
#include "web/compress.h"

namespace comity {
namespace {

std::int64_t checkpointed(const Record& record) {
  const auto checkpoint = open_checkpoint(record.checkpoint(Log::open), record.key());
  check(bool(checkpoint), "the record holds a checkpoint that it did not verify");
  return checkpoint->size;
}

std::string entries(const Record& record) {
  std::string out;
  record.each(Log::open, 0, checkpointed(record), [&out](std::int64_t, std::string_view bytes) {
    out += bytes;
    out += '\n';
  });
  return out;
}

Response file(std::string content_type, std::string body) { return {200, std::move(content_type), std::move(body)}; }

constexpr const char* plain_text = "text/plain; charset=utf-8";
constexpr std::string_view proof_ending = ".tlog-proof";

// The number in "/record/12.tlog-proof", where the last checkpoint covers that entry.
std::optional<std::int64_t> proven_entry(const Record& record, std::string_view path) {
  constexpr std::string_view folder = "/record/";
  if (!path.starts_with(folder) || !path.ends_with(proof_ending)) return std::nullopt;
  path.remove_prefix(folder.size());
  path.remove_suffix(proof_ending.size());
  const auto number = parse_tree_size(path);
  return number && *number < checkpointed(record) ? number : std::nullopt;
}

}  // namespace

Result<Response> record_file(const Record& record, std::string_view path, std::string_view checkpoint) {
  constexpr const char* lines = "application/jsonl; charset=utf-8";
  if (path == "/record/checkpoint") return file(plain_text, std::string(checkpoint));
  if (path == "/record/key") return file(plain_text, print(record.key()) + "\n");
  if (path == "/record/entries.jsonl") return file(lines, entries(record));
  if (path == "/record/batches.jsonl") return file(lines, batches_text(record, Log::open, checkpointed(record)));
  if (const auto number = proven_entry(record, path))
    return file(plain_text, print(log_proof(record, Log::open, *number, checkpoint)));
  return Refusal{"no-such-page", {}};
}

Result<Response> log_file(const Record& record, std::string_view path, std::string_view checkpoint) {
  constexpr std::string_view prefix = "/log/";
  const Refusal absent{"no-such-page", {}};
  if (!path.starts_with(prefix)) return absent;
  path.remove_prefix(prefix.size());
  if (path == "checkpoint") return file(plain_text, std::string(checkpoint));
  const auto tile = parse_tile(path);
  auto bytes = tile ? tile_bytes(record, Log::open, checkpointed(record), *tile) : std::nullopt;
  if (!bytes) return absent;
  auto response = file("application/octet-stream", *std::move(bytes));
  response.keep = Keep::forever;
  if (tile->level == Tile::entries) response.gzip = gzip(response.body);  // hashes do not get smaller
  return response;
}

}  // namespace comity
