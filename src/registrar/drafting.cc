#include "registrar/drafting.h"

#include <iterator>

namespace comity {

void WorldsKept::apply(const Told& told) {
  if (const auto* act = std::get_if<Understood>(&told.meaning)) open.apply(act->act, act->from);
  if (const auto* act = std::get_if<UnderstoodClosed>(&told.meaning)) closed.apply(act->act, act->from);
}

Verdict Draft::add(Log log, Entry entry) {
  entry.number = next(log);
  entry.at = last_;
  auto bytes = to_bytes(entry);
  if (bytes.size() > entry_limit) return Refusal{"entry-too-long", {{"limit", std::to_string(entry_limit)}}};
  if (const auto strict = parse_entry(bytes); !strict) return strict.refusal();
  entered_.push_back({entry.number, true});
  entries_[index(log)].push_back(std::move(bytes));
  return Granted{};
}

void Draft::move_into(std::array<std::vector<std::string>, 2>& entries, Askings& asked) {
  for (std::size_t log = 0; log < entries.size(); ++log)
    std::move(entries_[log].begin(), entries_[log].end(), std::back_inserter(entries[log]));
  asked.merge(asked_);
}

}  // namespace comity
