#include "record/memory.h"

namespace comity {
namespace {

class MemoryStore : public Store {
 public:
  explicit MemoryStore(const Genesis& genesis) : key_(genesis.key), checkpoints_(genesis.checkpoints) {}

  std::string key() const override { return key_; }
  std::int64_t size(Log log) const override { return static_cast<std::int64_t>(entries_[index(log)].size()); }
  void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const override {
    for (auto number = from; number < to; ++number)
      take(number, entries_[index(log)][static_cast<std::size_t>(number)]);
  }
  std::vector<BatchMark> marks(Log log) const override { return marks_[index(log)]; }
  std::string checkpoint(Log log) const override { return checkpoints_[index(log)]; }

  void append(const Commit& commit) override {
    for (const auto log : logs) {
      const auto& batch = commit[log];
      if (batch.entries.empty()) continue;
      auto& entries = entries_[index(log)];
      entries.insert(entries.end(), batch.entries.begin(), batch.entries.end());
      marks_[index(log)].push_back(batch.mark);
    }
  }
  void put_checkpoint(Log log, std::string_view note) override { checkpoints_[index(log)] = note; }
  void forget() override {}
  void settle() override {}

 private:
  static std::size_t index(Log log) { return static_cast<std::size_t>(log); }

  std::string key_;
  std::array<std::string, 2> checkpoints_;
  std::array<std::vector<std::string>, 2> entries_;
  std::array<std::vector<BatchMark>, 2> marks_;
};

}  // namespace

std::unique_ptr<Store> memory_store(const Genesis& genesis) { return std::make_unique<MemoryStore>(genesis); }

std::unique_ptr<Record> memory_record(std::string_view origin, const SignKey& key) {
  return std::make_unique<Record>(memory_store(genesis(origin, key)));
}

}  // namespace comity
