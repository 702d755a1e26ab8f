#include "record/scrub.h"

#include <algorithm>

#include "record/merkle.h"

namespace comity {

void Scrub::step_log(Log log, std::int64_t entries, std::vector<Problem>& problems) {
  auto& next = next_[static_cast<std::size_t>(log)];
  const auto to = std::min(record_.size(log), next + entries);
  std::vector<Digest> leaves;
  record_.reread(log, next, to,
                 [&leaves](std::int64_t, std::string_view bytes) { leaves.push_back(leaf_hash(bytes)); });
  for (const auto& leaf : leaves) {
    if (leaf != record_.leaf(log, next)) problems.push_back({log, next, "leaf-changed"});
    ++next;
  }
}

bool Scrub::step_blobs(std::int64_t count, std::vector<Problem>& problems) {
  if (!in_blobs_) blobs_left_ = blobs_.kept();
  in_blobs_ = true;
  for (; count > 0 && !blobs_left_.empty(); --count, blobs_left_.pop_back())
    if (!blobs_.sound(blobs_left_.back()))
      problems.push_back({Log::open, -1, "blob-damaged", to_hex(blobs_left_.back())});
  return blobs_left_.empty();
}

bool Scrub::step(std::int64_t entries, std::vector<Problem>& problems) {
  for (const auto log : logs)
    if (next_[static_cast<std::size_t>(log)] < record_.size(log)) {
      step_log(log, entries, problems);
      return false;
    }
  if (!step_blobs(entries, problems)) return false;
  next_ = {};
  in_blobs_ = false;
  ++rounds_;
  return true;
}

}  // namespace comity
