#include "record/verify.h"

#include "base/ahead.h"
#include "record/record.h"

namespace comity {
namespace {

constexpr std::int64_t examined_together = 256;  // entries, and a batch counts as some: a thread is worth starting

// A batch, and what was wrong with how it was given; before and after it was examined.
template <class B>
struct Piece {
  B batch{};
  std::vector<Problem> problems{};
};
// Pieces that follow each other, and the number of the first entry.
struct Stretch {
  std::int64_t first = 0;
  std::vector<Piece<Batch>> pieces{};
};
using ExaminedStretch = std::vector<Piece<Examined>>;

ExaminedStretch examine_all(const VerifierKey& key, const Stretch& stretch) {
  ExaminedStretch out;
  auto first = stretch.first;
  for (const auto& [batch, problems] : stretch.pieces) {
    out.push_back({examine(key, first, batch), problems});
    first += static_cast<std::int64_t>(batch.entries.size());
  }
  return out;
}

// Feeds a chain with one batch after the other, as the marks divide the entries. Other threads examine them before.
class Feed {
 public:
  Feed(const Kept& kept, Chain& chain, std::vector<Problem>& problems)
      : kept_(kept),
        chain_(chain),
        problems_(problems),
        ahead_([&kept](const Stretch& stretch) { return examine_all(kept.key, stretch); },
               [this](const ExaminedStretch& stretch) { add(stretch); }) {}

  void take(std::int64_t number, std::string_view bytes) {
    if (number != place_) problem("number-gap", number);
    piece_.batch.entries.emplace_back(bytes);
    ++place_;
    if (next_ < kept_.marks.size() && kept_.marks[next_].size == place_) close(kept_.marks[next_++]);
  }
  void finish() {
    if (next_ != kept_.marks.size()) problem("entries-missing", place_ - in_batch());
    if (in_batch() > 0) {
      problem("batch-missing", place_ - in_batch());
      close({});
    }
    hand_over();
    ahead_.finish();
    add_problems(piece_.problems);
  }

 private:
  std::int64_t in_batch() const { return static_cast<std::int64_t>(piece_.batch.entries.size()); }
  void close(const BatchMark& mark) {
    constexpr std::int64_t worth_of_a_signature = 16;
    piece_.batch.mark = mark;
    weight_ += in_batch() + worth_of_a_signature;
    stretch_.pieces.push_back(std::exchange(piece_, {}));
    if (weight_ >= examined_together) hand_over();
  }
  void hand_over() {
    ahead_.put(std::exchange(stretch_, Stretch{place_}));
    weight_ = 0;
  }
  void add(const ExaminedStretch& stretch) {
    for (const auto& [batch, problems] : stretch) {
      add_problems(problems);
      auto judged = chain_.judge(batch);
      add_problems(judged.problems);
      chain_.take(std::move(judged));
    }
  }
  void add_problems(const std::vector<Problem>& found) {
    problems_.insert(problems_.end(), found.begin(), found.end());
  }
  void problem(std::string code, std::int64_t number) {
    piece_.problems.push_back({kept_.log, number, std::move(code)});
  }

  const Kept& kept_;
  Chain& chain_;
  std::vector<Problem>& problems_;
  Piece<Batch> piece_{};
  Stretch stretch_{};
  std::int64_t weight_ = 0;
  std::int64_t place_ = 0;
  std::size_t next_ = 0;
  Ahead<Stretch, ExaminedStretch> ahead_;
};

}  // namespace

Chain judge(const Kept& kept, std::vector<Problem>& problems) {
  Chain chain(kept.log, kept.key);
  Feed feed(kept, chain, problems);
  kept.each([&](std::int64_t number, std::string_view bytes) { feed.take(number, bytes); });
  feed.finish();
  if (chain.size() != kept.size) problems.push_back({kept.log, chain.size(), "entries-missing"});
  if (const auto wrong = chain.judge_checkpoint(kept.checkpoint)) problems.push_back(*wrong);
  return chain;
}

LogReport report_of(const Chain& chain, std::string_view checkpoint) {
  const auto signed_state = open_checkpoint(checkpoint, chain.key());
  return {chain.size(), chain.tree().root(), signed_state ? signed_state->size : 0, chain.later_formats()};
}

Kept kept_of(const Store& store, const VerifierKey& key, Log log) {
  const auto size = store.size(log);
  return {log,
          {origin_of(key.name, log), key.public_key},
          size,
          [&store, log, size](const Take& take) { store.each(log, 0, size, take); },
          store.marks(log),
          store.checkpoint(log)};
}

Report verify(const Store& store, const std::optional<VerifierKey>& trusted) {
  Report report;
  const auto key = parse_verifier_key(store.key());
  if (!key) {
    report.problems.push_back({Log::open, -1, key.refusal().code});
    return report;
  }
  if (trusted && *trusted != *key) report.problems.push_back({Log::open, -1, "key-other", print(*key)});
  std::vector<Chain> chains;
  for (const auto log : logs) {
    const auto kept = kept_of(store, *key, log);
    chains.push_back(judge(kept, report.problems));
    report.logs[static_cast<std::size_t>(log)] = report_of(chains.back(), kept.checkpoint);
  }
  const auto between = judge_between(chains[0], chains[1]);
  report.problems.insert(report.problems.end(), between.begin(), between.end());
  return report;
}

}  // namespace comity
