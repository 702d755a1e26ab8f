#include "simulation/sim_disk.h"

#include <algorithm>

namespace comity {
namespace {

class SimulatedStore : public Store {
 public:
  explicit SimulatedStore(Disk& disk) : disk_(disk) {}

  std::string key() const override { return disk_.kept.key; }
  std::int64_t size(Log log) const override { return static_cast<std::int64_t>(disk_.kept.entries[at(log)].size()); }
  std::vector<BatchMark> marks(Log log) const override { return disk_.kept.marks[at(log)]; }
  std::string checkpoint(Log log) const override { return disk_.kept.checkpoints[at(log)]; }

  void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const override {
    const auto trouble = disk_.read();
    if (trouble == Trouble::read_fails) throw Fault("disk", "simulated: cannot be read");
    for (auto number = from; number < std::min(to, size(log)); ++number) {
      auto bytes = disk_.kept.entries[at(log)][place(log, number)];
      if (trouble == Trouble::read_flips && number == from) bytes[bytes.size() / 2] ^= 4;
      take(number, bytes);
    }
  }

  void append(const Commit& commit) override {
    if (disk_.while_appending) disk_.while_appending();
    disk_.write([&] {
      for (const auto log : logs) add(log, commit[log]);
      ++disk_.commits;
    });
  }
  void put_checkpoint(Log log, std::string_view note) override {
    disk_.write([&] { disk_.kept.checkpoints[at(log)] = note; });
  }
  void forget() override {}
  void settle() override {
    disk_.write([] {});
  }

 private:
  // The planted replay leaves out the last entry, and sees the first one twice instead.
  std::size_t place(Log log, std::int64_t number) const {
    const bool forgets = disk_.planted == Planted::replay_forgets && disk_.replaying && number == size(log) - 1;
    return forgets ? 0 : static_cast<std::size_t>(number);
  }
  void add(Log log, const Batch& batch) {
    if (batch.entries.empty()) return;
    auto& entries = disk_.kept.entries[at(log)];
    entries.insert(entries.end(), batch.entries.begin(), batch.entries.end());
    if (disk_.planted == Planted::drops_last) entries.pop_back();
    disk_.kept.marks[at(log)].push_back(batch.mark);
  }

  Disk& disk_;
};

class SimulatedMemory : public SignerMemory {
 public:
  explicit SimulatedMemory(Disk& disk) : disk_(disk) {}

  std::string name(Log log) const override { return "the memory of the " + std::string(name_of(log)) + " log"; }
  std::optional<std::string> read(Log log) const override { return disk_.memory[at(log)]; }
  void write(Log log, std::string_view note) override {
    disk_.write([&] { disk_.memory[at(log)] = note; });
  }

 private:
  Disk& disk_;
};

}  // namespace

Past past_of(const Image& image) {
  Past past;
  for (const auto log : logs) {
    past.entries[at(log)] = image.entries[at(log)].size();
    past.marks[at(log)] = image.marks[at(log)].size();
  }
  past.checkpoints = image.checkpoints;
  return past;
}

void go_back(Image& image, const Past& past) {
  for (const auto log : logs) {
    image.entries[at(log)].resize(past.entries[at(log)]);
    image.marks[at(log)].resize(past.marks[at(log)]);
  }
  image.checkpoints = past.checkpoints;
}

Disk::Disk(const Genesis& genesis, Planted planted_bug)
    : memory(genesis.checkpoints), planted(planted_bug), first_memory_(genesis.checkpoints) {
  kept.key = genesis.key;
  kept.checkpoints = genesis.checkpoints;
  became_durable();
}

void Disk::became_durable() {
  durable_ = past_of(kept);
  if (history.empty() || history.back().entries != durable_.entries) history.push_back(durable_);
}

Trouble Disk::strike(bool reading) {
  if (trouble_ == Trouble::none || strikes_reading(trouble_) != reading || --countdown_ > 0) return Trouble::none;
  struck_ = true;
  return std::exchange(trouble_, Trouble::none);
}

Trouble Disk::read() { return strike(true); }

template <class Write>
void Disk::write(const Write& change) {
  const auto trouble = strike(false);
  if (trouble == Trouble::crash_before) throw Crash{};
  if (trouble == Trouble::fails_before) throw Fault("disk", "simulated: cannot be written");
  if (trouble == Trouble::full) throw Fault("disk-full", "simulated: no room");
  const auto before = past_of(kept);
  change();
  const bool appended = past_of(kept).entries != before.entries;
  if (planted == Planted::acknowledges_early && appended)
    durable_ = before;
  else
    became_durable();
  if (trouble == Trouble::crash_after) throw Crash{};
  if (trouble == Trouble::fails_after) throw Fault("disk", "simulated: written, but not said so");
}

void Disk::mend(const std::string& flipped, const std::string& good) {
  const auto put_right = [&](Past& past) {
    std::replace(past.checkpoints.begin(), past.checkpoints.end(), flipped, good);
  };
  std::for_each(history.begin(), history.end(), put_right);
  put_right(durable_);
}

void Disk::lose_power() {
  go_back(kept, durable_);
  if (planted == Planted::memory_goes_back) memory = first_memory_;
}

std::unique_ptr<Store> store_on(Disk& disk) { return std::make_unique<SimulatedStore>(disk); }
std::unique_ptr<SignerMemory> memory_on(Disk& disk) { return std::make_unique<SimulatedMemory>(disk); }

}  // namespace comity
