#include "web/plain.h"

#include "record/checkpoint.h"
#include "record/export.h"

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

}  // namespace

Result<Response> record_file(const Record& record, std::string_view path) {
  constexpr const char* text = "text/plain; charset=utf-8";
  constexpr const char* lines = "application/jsonl; charset=utf-8";
  if (path == "/record/checkpoint") return file(text, record.checkpoint(Log::open));
  if (path == "/record/key") return file(text, print(record.key()) + "\n");
  if (path == "/record/entries.jsonl") return file(lines, entries(record));
  if (path == "/record/batches.jsonl") return file(lines, batches_text(record, Log::open, checkpointed(record)));
  return Refusal{"no-such-page", {}};
}

}  // namespace comity
