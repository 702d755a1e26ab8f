// The scrub: reads everything that is kept once more, a little at a time, and compares it with what was judged. What
// rots on a disk is found while there are still good copies, not at the next start.
#pragma once

#include "record/blobs.h"
#include "record/record.h"

namespace comity {

class Scrub {
 public:
  // The references must outlive it.
  Scrub(const Record& record, const Blobs& blobs) : record_(record), blobs_(blobs) {}

  // Reads the next `entries` entries, or as many blobs; true when this was the end of a round. Adds what is wrong:
  // leaf-changed {entry}, blob-damaged {digest as detail}.
  bool step(std::int64_t entries, std::vector<Problem>& problems);
  std::int64_t rounds() const { return rounds_; }

 private:
  void step_log(Log log, std::int64_t entries, std::vector<Problem>& problems);
  bool step_blobs(std::int64_t count, std::vector<Problem>& problems);

  const Record& record_;
  const Blobs& blobs_;
  std::array<std::int64_t, 2> next_{};  // by Log
  std::vector<Digest> blobs_left_{};
  bool in_blobs_ = false;
  std::int64_t rounds_ = 0;
};

}  // namespace comity
