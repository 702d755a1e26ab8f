// What the core has promised in a simulation, written down beside it, and whether it keeps it: the invariants of
// reliability 3.5 that exist so far. Looks at the simulated disk and at what the core answers; knows no rule.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "registrar/registrar.h"
#include "simulation/sim_callers.h"
#include "simulation/sim_disk.h"

namespace comity {

// An invariant that did not hold. Thrown, so that the run ends there.
struct Violation {
  std::string invariant{};  // "I2 ..."
  std::string detail{};
};

inline void demand(bool holds, std::string_view invariant, const std::string& detail) {
  if (!holds) throw Violation{std::string(invariant), detail};
}

// One request that was answered.
struct Acknowledged {
  Asks asks;  // as it was asked: one fact, or one closed act
  Log log = Log::open;
  std::int64_t number = 0;
  Digest leaf{};
  std::string receipt{};
};

class Ledger {
 public:
  Ledger(const Disk& disk, const VerifierKey& key) : disk_(disk), key_(key) {}

  // The answer to one request, as soon as it is given. `fresh` where it made an entry.
  void acknowledge(const Asks& asks, const Entered& entered, const Record& record);
  // After each step.
  void look(const Record& record);
  void look_at_memory();
  // After a crash, before anything is started: what was acknowledged lies on the disk.
  void look_at_disk() const;
  // At the end: every receipt is what it was.
  void look_back(const Record& record) const;

  const std::vector<Acknowledged>& acknowledged() const { return acknowledged_; }
  std::int64_t receipts_verified = 0;
  std::int64_t consistencies_proven = 0;

 private:
  struct Watched {
    std::int64_t seen = 0;  // entries that were looked at
    std::map<std::int64_t, Digest> roots{};
    std::string note{};
    Checkpoint checkpoint{};
    std::int64_t remembered = 0;
  };
  Watched& of(Log log) { return watched_[static_cast<std::size_t>(log)]; }
  void look_at_entries();
  void look_at_entry(Log log, std::int64_t number, const EntryHead& head);
  void look_at_roots(const Record& record, Log log);
  void look_at_checkpoint(const Record& record, Log log);

  const Disk& disk_;
  VerifierKey key_;
  std::array<Watched, 2> watched_{};
  Instant last_at_{};
  std::string last_request_{};
  std::set<std::string> salts_{};
  std::vector<Acknowledged> acknowledged_{};
  std::map<std::string, std::size_t> by_request_{};
};

// The public log with what the closed log may touch masked: instants, and the anchors' hashes.
std::string masked_public(const Image& image);
// Both worlds, folded anew from what lies on the disk.
WorldsKept fold(const Image& image);
std::string text_of(const WorldsKept& worlds);
// I16, of the closed world.
void demand_two_persons(const ClosedWorld& world);

}  // namespace comity
