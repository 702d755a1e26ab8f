#include "registrar/telling.h"

#include "base/ahead.h"

namespace comity {
namespace {

constexpr std::size_t told_together = 256;  // entries: a thread is worth starting for so many

using Lines = std::vector<std::string>;

template <class Meaning>
void give(Told& out, Result<Meaning> meaning) {
  if (meaning) out.meaning = *std::move(meaning);
}

}  // namespace

Told told(Log log, const Entry& entry) {
  Told out{log, entry.number, entry.at, entry.request};
  log == Log::open ? give(out, understand(entry)) : give(out, understand_closed(entry));
  return out;
}

Told told(Log log, std::string_view bytes) {
  if (const auto entry = parse_entry(bytes)) return told(log, *entry);
  const auto head = parse_head(bytes);
  check(bool(head), "the record gave out an entry that it had not verified");
  return {log, head->number, head->at, head->request};
}

void tell(const Record& record, Log log, std::int64_t size, const std::function<void(const Told&)>& take) {
  const auto understand_all = [log](const Lines& lines) {
    std::vector<Told> out;
    out.reserve(lines.size());
    for (const auto& line : lines) out.push_back(told(log, line));
    return out;
  };
  Ahead<Lines, std::vector<Told>> ahead(understand_all, [&](const std::vector<Told>& all) {
    for (const auto& one : all) take(one);
  });
  Lines lines;
  record.each(log, 0, size, [&](std::int64_t, std::string_view bytes) {
    lines.emplace_back(bytes);
    if (lines.size() == told_together) ahead.put(std::exchange(lines, {}));
  });
  if (!lines.empty()) ahead.put(std::move(lines));
  ahead.finish();
}

}  // namespace comity
