// A disk that is only simulated: what a restart would find on it, what goes wrong with which of its operations, and the
// Store and SignerMemory of the real core upon it. Knows bytes, and no act.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "record/record.h"
#include "record/signer.h"

namespace comity {

// Thrown where the power fails: no exception that the core knows, so that nothing goes on after it.
struct Crash {};

// What goes wrong with one operation. An append is there wholly or not at all; which of both, nobody is told.
enum class Trouble { none, crash_before, crash_after, fails_before, fails_after, full, read_fails, read_flips };
constexpr bool strikes_reading(Trouble trouble) {
  return trouble == Trouble::read_fails || trouble == Trouble::read_flips;
}

// Wrongly built parts, to show that the simulation finds them.
enum class Planted {
  nothing,
  acknowledges_early,  // a store that answers before the commit is durable
  drops_last,          // a store that loses the last entry of a batch
  memory_goes_back,    // a signer's memory that a crash throws back
  replay_forgets,      // a store that gives replay other entries than start-up verified
  world_forgets,       // a world that an entry is missing from after a restart
  retry_by_clock,      // a caller that makes its request ids anew from the clock
  salts_repeat,        // a source of salts that runs dry
  anchor_tells,        // an anchor whose request id tells the size of the closed log
};

// The place of a log in the pairs below.
constexpr std::size_t at(Log log) { return static_cast<std::size_t>(log); }

// What lies on the disk, of both logs.
struct Image {
  std::string key{};
  std::array<std::vector<std::string>, 2> entries{};
  std::array<std::vector<BatchMark>, 2> marks{};
  std::array<std::string, 2> checkpoints{};
};

// An earlier state of it: how much of each list, and the checkpoints of that time.
struct Past {
  std::array<std::size_t, 2> entries{};
  std::array<std::size_t, 2> marks{};
  std::array<std::string, 2> checkpoints{};
};
Past past_of(const Image& image);
void go_back(Image& image, const Past& past);

class Disk {
 public:
  Disk(const Genesis& genesis, Planted planted);

  // The n-th operation from now on that the trouble can strike is struck, once.
  void arm(Trouble trouble, int operations) { trouble_ = trouble, countdown_ = operations, struck_ = false; }
  void disarm() { trouble_ = Trouble::none; }
  bool struck() const { return struck_; }
  void lose_power();  // what was not durable is gone

  // A note was flipped and is put right: also in what is known of it.
  void mend(const std::string& flipped, const std::string& good);

  template <class Write>
  void write(const Write& change);
  Trouble read();  // the trouble that strikes this reading, if any

  Image kept;
  std::array<std::string, 2> memory;  // the signer's notes, by Log
  std::vector<Past> history{};        // after each durable write
  std::int64_t commits = 0;           // that reached the disk
  std::function<void()> while_appending{};
  bool replaying = false;
  const Planted planted;

 private:
  Trouble strike(bool reading);
  void became_durable();

  const std::array<std::string, 2> first_memory_;
  Past durable_;
  Trouble trouble_ = Trouble::none;
  int countdown_ = 0;
  bool struck_ = false;
};

// Upon a disk that must outlive them.
std::unique_ptr<Store> store_on(Disk& disk);
std::unique_ptr<SignerMemory> memory_on(Disk& disk);

}  // namespace comity
