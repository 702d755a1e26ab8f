// What is decided and not yet durable: the entries that one caller's requests make, and the world that they make.
#pragma once

#include <array>
#include <map>

#include "record/store.h"
#include "registrar/telling.h"

namespace comity {

struct Entered {
  std::int64_t number = 0;
  bool fresh = false;  // false: the request had been entered before
};

// Both worlds, fed by the same function at replay, after a commit and while drafting.
struct WorldsKept {
  World open{};
  ClosedWorld closed{};

  // Nothing where the entry is not understood.
  void apply(const Told& told);
  Worlds worlds() const { return {open, closed}; }
};

// A request that was asked: its first entry and the digest of what it asked.
struct Asking {
  std::int64_t number = 0;
  Digest digest{};
};

using Askings = std::map<std::string, Asking>;  // by request id

// The entries of one log that are decided: their bytes, and what these mean.
struct Decided {
  std::vector<std::string> bytes{};
  std::vector<Told> told{};
};

class Draft {
 public:
  // `first`: the numbers that the next entries get, by Log. `last`: the instant of the entry before.
  Draft(std::array<std::int64_t, 2> first, Instant last) : first_(first), last_(last) {}

  // The instant for one request: later than any before, whatever the wall clock says (decisions.md 2).
  Instant stamp(Instant wall) { return last_ = std::max(wall, Instant{last_.us + 1}); }
  Instant last() const { return last_; }

  // Adds an entry at the last stamp; what its bytes mean. Refuses entry-too-long {limit}, and what parse_entry refuses.
  Result<Told> add(Log log, Entry entry);
  void add_again(std::int64_t number) { entered_.push_back({number, false}); }
  void remember(const std::string& request, const Asking& asking) { asked_.emplace(request, asking); }

  std::int64_t next(Log log) const {
    return first_[index(log)] + static_cast<std::int64_t>(entries_[index(log)].told.size());
  }
  const Askings& asked() const { return asked_; }
  const std::vector<Entered>& entered() const { return entered_; }
  bool empty() const { return entries_[0].told.empty() && entries_[1].told.empty(); }
  void move_into(std::array<Decided, 2>& entries, Askings& asked);

 private:
  static std::size_t index(Log log) { return static_cast<std::size_t>(log); }

  std::array<std::int64_t, 2> first_;
  Instant last_;
  std::array<Decided, 2> entries_{};  // by Log
  Askings asked_{};
  std::vector<Entered> entered_{};
};

}  // namespace comity
