#include "registrar/drafting.h"

#include <iterator>

namespace comity {

void WorldsKept::apply(const Told& told) {
  if (const auto* act = std::get_if<Understood>(&told.meaning)) open.apply(act->act, act->from);
  if (const auto* act = std::get_if<UnderstoodClosed>(&told.meaning)) closed.apply(act->act, act->from);
}

Result<Told> Draft::add(Log log, Entry entry) {
  entry.number = next(log);
  entry.at = last_;
  auto bytes = to_bytes(entry);
  if (bytes.size() > entry_limit) return Refusal{"entry-too-long", {{"limit", std::to_string(entry_limit)}}};
  const auto strict = parse_entry(bytes);
  if (!strict) return strict.refusal();
  auto& mine = entries_[index(log)];
  mine.told.push_back(told(log, *strict));
  mine.bytes.push_back(std::move(bytes));
  entered_.push_back({entry.number, true});
  return mine.told.back();
}

void Draft::move_into(std::array<Decided, 2>& entries, Askings& asked) {
  for (std::size_t log = 0; log < entries.size(); ++log) {
    std::move(entries_[log].bytes.begin(), entries_[log].bytes.end(), std::back_inserter(entries[log].bytes));
    std::move(entries_[log].told.begin(), entries_[log].told.end(), std::back_inserter(entries[log].told));
  }
  asked.merge(asked_);
}

}  // namespace comity
