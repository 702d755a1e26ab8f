// R08: one bit flips in a leaf between its judgement and the disk, in the page cache, or on its way to the signer. The
// signer re-reads, sees another tree than the one that was judged, and refuses for good: no wrong checkpoint is ever
// given out. COMITY_BITS sets the number at each of five places (20 in each
// run of ./test; 2,000 for the figures).
#include <gtest/gtest.h>

#include <random>

#include "faults/victim.h"
#include "record/record_under_test.h"

namespace comity {
namespace {

enum class Where { stored, kept, read, mark, note };
constexpr std::array wheres{Where::stored, Where::kept, Where::read, Where::mark, Where::note};
constexpr std::array names{"between judgement and store", "in the store", "on the way to the signer",
                           "in a batch's mark", "in a stored checkpoint"};

// A store in memory in which one bit flips, once, at the given place.
class FlippingStore : public Store {
 public:
  FlippingStore(const Genesis& genesis, std::mt19937_64& random) : below_(memory_store(genesis)), random_(random) {}

  mutable std::optional<Where> next{};  // what flips next

  std::string key() const override { return below_->key(); }
  std::int64_t size(Log log) const override { return below_->size(log); }
  void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const override {
    const auto chosen =
        from + static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(std::max<std::int64_t>(1, to - from)));
    below_->each(log, from, to, [&](std::int64_t number, std::string_view bytes) {
      const bool now = (next == Where::read && number == chosen) || (kept_ == number && log == Log::open);
      if (!now) return take(number, bytes);
      if (next == Where::read) next.reset();
      take(number, kept_ == number ? kept_bytes_ : flipped(std::string(bytes)));
    });
  }
  std::vector<BatchMark> marks(Log log) const override { return below_->marks(log); }
  std::string checkpoint(Log log) const override { return below_->checkpoint(log); }
  void append(const Commit& commit) override {
    auto copy = commit;
    auto& batch = copy[Log::open];
    if (next == Where::stored || next == Where::kept) {
      auto& entry = batch.entries[random_() % batch.entries.size()];
      if (next == Where::stored) {
        entry = flipped(entry);
      } else {  // the page is whole on the disk, and wrong in memory
        kept_ = below_->size(Log::open) + (&entry - batch.entries.data());
        kept_bytes_ = flipped(entry);
      }
      next.reset();
    }
    if (next == Where::mark) {
      batch.mark.signature = flipped(batch.mark.signature);
      next.reset();
    }
    below_->append(copy);
  }
  void put_checkpoint(Log log, std::string_view note) override {
    if (next != Where::note) return below_->put_checkpoint(log, note);
    next.reset();
    below_->put_checkpoint(log, flipped(std::string(note)));
  }
  void forget() override {}
  void settle() override {}

 private:
  std::string flipped(std::string bytes) const {
    auto& byte = bytes[random_() % bytes.size()];
    byte = static_cast<char>(byte ^ (1 << random_() % 8));
    return bytes;
  }
  std::unique_ptr<Store> below_;
  std::mt19937_64& random_;
  mutable std::optional<std::int64_t> kept_{};
  std::string kept_bytes_;
};

struct Outcome {
  bool refused = false;      // by the signer or the record, in this process
  bool wrong = false;        // a checkpoint was given out that is not the judged tree's, or that nobody can verify
  bool found_later = false;  // by the verification that each start-up does
};

Outcome flip(Where where, std::mt19937_64& random) {
  const Folder folder;
  const auto born = genesis("log.example/test", test_key());
  Signer::begin(folder.path(), born);
  auto owned = std::make_unique<FlippingStore>(born, random);
  auto* store = owned.get();
  Record record(std::move(owned));
  Signer signer(folder.path(), test_key());
  signer.remember(record);
  Writer writer(record);
  for (int i = 0; i < 3; ++i) {
    writer.append(Log::open, 1 + static_cast<int>(random() % 4));
    signer.sign(record, Log::open);
  }
  const auto good = record.checkpoint(Log::open);
  Outcome outcome;
  const auto give_up = fault_of([&] {
    store->next = where;
    writer.append(Log::open, 1 + static_cast<int>(random() % 4));
    signer.sign(record, Log::open);
  });
  outcome.refused = !give_up.empty() && record.stopped() && !fault_of([&] { signer.sign(record, Log::open); }).empty();
  const auto given = record.checkpoint(Log::open);
  const auto opened = open_checkpoint(given, record.key());
  outcome.wrong = !opened || opened->root != record.root(Log::open, opened->size) || (outcome.refused && given != good);
  outcome.found_later = !verify(*store, record.key()).problems.empty();
  return outcome;
}

TEST(Bits, that_flip_under_the_signer_are_never_signed) {
  const int wanted = figure("COMITY_BITS", 20);
  std::mt19937_64 random(20210601);
  for (std::size_t i = 0; i < wheres.size(); ++i) {
    int refused = 0;
    int wrong = 0;
    int unseen = 0;
    for (int n = 0; n < wanted; ++n) {
      const auto outcome = flip(wheres[i], random);
      refused += outcome.refused ? 1 : 0;
      wrong += outcome.wrong ? 1 : 0;
      unseen += !outcome.refused && !outcome.found_later ? 1 : 0;
    }
    std::printf(
        "one bit %s: %d flips, refused before the next checkpoint %d, at start-up %d, unseen %d, wrong checkpoints "
        "%d\n",
        names[i], wanted, refused, wanted - refused - unseen, unseen, wrong);
    EXPECT_EQ(unseen, 0);
    EXPECT_EQ(wrong, 0) << names[i];
    if (wheres[i] == Where::mark) continue;  // the batch was judged, and its receipts are right; start-up sees it
    EXPECT_EQ(refused, wanted) << names[i];
  }
}

}  // namespace
}  // namespace comity
