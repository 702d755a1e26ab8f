// What has to be done again and again, and decides nothing: checkpoints signed soon after a commit, the closed log
// anchored at its hour, erasures carried out that were agreed on, the write-ahead log folded, everything read once
// more, the disk watched. Stop it for a week: no decision differs.
#pragma once

#include <condition_variable>
#include <thread>

#include "record/room.h"
#include "record/scrub.h"
#include "registrar/registrar.h"

namespace comity {

// How often. Times in microseconds; 0: never.
struct Rhythms {
  std::int64_t anchor = 3'600'000'000;
  std::int64_t scrub = 3'600'000'000;  // from the beginning of one round to that of the next
  std::int64_t watch = 10'000'000;     // the disk
  double disk_alarm = 0.8;             // share of the disk that is used
};

class Rhythm {
 public:
  // Something is wrong, or no longer: disk-alarm {used}, scrub-damage {problem}, and the codes of Faults {detail}.
  using Tell = std::function<void(const Refusal& what, bool holds)>;

  // What else is carried out at each turn while acts can be entered: erasures that were agreed on.
  using CarryOut = std::function<void()>;

  // The references must outlive it.
  Rhythm(Registrar& registrar, Record& record, const Blobs& blobs, Room& room, Rhythms rhythms, Tell tell,
         CarryOut carry_out = {});

  // Does what is due at the instant; throws nothing. Called by one thread.
  void turn(Instant now);
  std::int64_t scrubs() const { return scrub_.rounds(); }

 private:
  void sign();
  void anchor(Instant now);
  void settle();
  void scrub(Instant now);
  void watch(Instant now);
  template <class Step>
  void guarded(std::string& trouble, const Step& step);

  Registrar& registrar_;
  Record& record_;
  Room& room_;
  const Rhythms rhythms_;
  const Tell tell_;
  const CarryOut carry_out_;
  Scrub scrub_;
  std::array<std::string, 6> troubles_{};  // by step: the code that it failed with at the last turn, or empty
  std::optional<Instant> anchored_{};      // by this process, or when it began
  Sizes signed_{-1, -1};
  Sizes seen_{-1, -1};  // at the last turn: where they stand still, it is idle
  bool settled_ = true;
  Instant last_scrub_{};
  bool scrubbing_ = false;
  Instant last_watch_{};
  bool alarmed_ = false;
};

// Turns the rhythm on a thread of its own, every quarter of a second, until it ends.
class Turning {
 public:
  explicit Turning(Rhythm& rhythm, Clock clock);
  ~Turning();
  Turning(const Turning&) = delete;
  Turning& operator=(const Turning&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace comity
