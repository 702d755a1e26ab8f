// One life while it is lived: the core as a process has it, the disk under it, the clock, who asks, and the ledger.
// sim_life.cc starts and stops the process, sim_deeds.cc says what is done, sim_damage.cc what becomes of the disk.
#pragma once

#include "seal/hash.h"
#include "simulation/sim_world.h"

namespace comity {

inline constexpr std::int64_t second_us = 1'000'000;
inline constexpr std::int64_t hour_us = 3'600 * second_us;
inline constexpr std::int64_t day_us = 24 * hour_us;
inline constexpr std::int64_t disk_total = 1'000 * Room::least;

inline const SignKey& the_key() {
  static const auto key = SignKey::from_seed(std::string(32, '\x07'));
  return key;
}
inline const Genesis& the_genesis() {
  static const auto born = genesis("example.org/log", the_key());
  return born;
}

// The core as a process has it: gone with a crash.
struct Core {
  std::unique_ptr<Record> record;
  Signer signer;
  Blobs blobs;
  Room room;
  std::unique_ptr<Registrar> registrar{};
  std::unique_ptr<Rhythm> rhythm{};
};

class Life {
 public:
  explicit Life(const Setting& setting)
      : setting_(setting),
        plan_(setting.seed * 4 + 1),
        faults_(setting.seed * 4 + 2),
        salts_(setting.seed * 4 + 3),
        callers_(setting.seed * 4, setting.closed_seed == 0 ? ~setting.seed : setting.closed_seed),
        disk_(the_genesis(), setting.planted),
        ledger_(disk_, {the_genesis().key.substr(0, the_genesis().key.find('+')), the_key().public_key()}),
        signing_(plan_.one_in(2) ? Signing::later : Signing::with_each_commit),
        trouble_share_(2 + faults_.below(12)) {}

  Story story() {
    Story story;
    try {
      start();
      for (int i = 0; i < setting_.steps; ++i) step();
      finish();
    } catch (const Violation& violation) {
      story.violation = violation;
    }
    story.digest = to_hex(sha256(told_ + image_bytes()));
    story.masked_public = masked_public(disk_.kept);
    story.did = std::move(did_);
    return story;
  }

 private:
  // --- the process ---
  void start();
  void stop() { core_.reset(); }
  void restart();
  void crash();
  std::string start_code();
  void guarded(const std::function<void()>& act);
  void judge_fault(const Fault& fault);

  // --- what is done ---
  void step();
  void act(std::int64_t what);
  void pass_time();
  void plan_trouble();
  void enter_facts();
  void enter_closed();
  void enter_bad();
  void retry();
  void reuse();
  void ask_again();
  void turn();
  void anchor_wrongly();
  void scrub();
  void fill();
  void come_back_older();
  void come_back_other();
  struct Kept;
  std::string& held(const Kept& kept);
  void flip();
  void live_with(const Kept& kept);
  void finish();

  void ask(const Asks& asks);
  void answered(const Asks& asks, const Registrar::Outcome& outcome);
  void demand_no_effect(const std::string& what, std::int64_t commits, const std::string& world) const;
  std::string seen() const;
  void compare_worlds();
  void settle_unanswered();
  std::string open_text() const;
  std::string image_bytes() const;
  void tell(const std::string& what) {
    ++did_[what];
    told_ += what + "\n";
  }

  const Setting setting_;
  Chance plan_;    // what is done: the same whatever the closed log holds
  Chance faults_;  // what goes wrong, and what is looked at again
  Chance salts_;
  Callers callers_;
  Disk disk_;
  Ledger ledger_;
  const Signing signing_;
  const std::int64_t trouble_share_;
  Instant wall_{1'800'000'000 * second_us};
  int frozen_ = 0;
  std::int64_t free_ = disk_total;
  std::unique_ptr<Core> core_{};
  std::vector<Refusal> alarms_{};  // that the rhythm told
  std::string refusal_{};          // why start-up refused
  std::vector<Asks> unanswered_{};
  bool damaged_ = false;  // something is flipped on the disk
  std::string told_{};
  std::map<std::string, std::int64_t> did_{};
};

}  // namespace comity
