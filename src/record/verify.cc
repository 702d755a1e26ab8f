#include "record/verify.h"

#include "record/record.h"

namespace comity {
namespace {

// Feeds a chain with one batch after the other, as the marks divide the entries.
class Feed {
 public:
  Feed(const Kept& kept, Chain& chain, std::vector<Problem>& problems)
      : kept_(kept), chain_(chain), problems_(problems) {}

  void take(std::int64_t number, std::string_view bytes) {
    const auto place = chain_.size() + static_cast<std::int64_t>(batch_.entries.size());
    if (number != place) problem("number-gap", number);
    batch_.entries.emplace_back(bytes);
    if (next_ < kept_.marks.size() && kept_.marks[next_].size == place + 1) close(kept_.marks[next_++]);
  }
  void finish() {
    if (next_ != kept_.marks.size()) problem("entries-missing", chain_.size());
    if (batch_.entries.empty()) return;
    problem("batch-missing", chain_.size());
    close({});
  }

 private:
  void close(const BatchMark& mark) {
    batch_.mark = mark;
    auto judged = chain_.judge(batch_);
    problems_.insert(problems_.end(), judged.problems.begin(), judged.problems.end());
    chain_.take(std::move(judged));
    batch_ = {};
  }
  void problem(std::string code, std::int64_t number) { problems_.push_back({kept_.log, number, std::move(code)}); }

  const Kept& kept_;
  Chain& chain_;
  std::vector<Problem>& problems_;
  Batch batch_;
  std::size_t next_ = 0;
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
