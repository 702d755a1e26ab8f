// The running judgement of one log: what must hold from each entry and batch to the next. The live record, start-up
// and the verifier of an export all judge by this one class.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/checkpoint.h"
#include "record/entry.h"
#include "record/merkle.h"
#include "record/store.h"

namespace comity {

// Something that does not hold. `code` is kebab-case; `number` is the entry, or the first of the batch that is meant,
// -1 where neither is.
struct Problem {
  Log log = Log::open;
  std::int64_t number = -1;
  std::string code{};
  std::string detail{};

  bool operator==(const Problem&) const = default;
};
std::string print(const Problem& problem);

// What the chain keeps of an entry.
struct Link {
  Digest leaf{};
  std::string request{};
  Instant at{};
  std::int64_t format = 0;
};

// One batch by itself: read, hashed, its signature judged. Of what came before it only the number is known.
struct Examined {
  struct One {
    Digest leaf{};
    Result<EntryHead> head;
  };
  std::vector<One> entries{};
  BatchMark mark{};
  bool root_right = false;
  bool signature_right = false;
};

// `first`: the number of its first entry. Any number of threads at once.
Examined examine(const VerifierKey& key, std::int64_t first, const Batch& batch);

// One batch, judged: what it would add, and all that is wrong with it.
struct Judged {
  std::vector<Link> links{};
  BatchMark mark{};
  std::vector<Problem> problems{};
};

// The numbers that one request made in one log.
struct Span {
  std::int64_t first = 0;
  std::int64_t count = 0;
  Instant at{};
};

class Chain {
 public:
  Chain(Log log, VerifierKey key) : log_(log), key_(std::move(key)) {}  // the key is named by the log's own origin

  // Judges a batch as the next one; changes nothing. Numbers gapless, each entry canonical, `at` increasing from
  // request to request, requests new and whole, batch root and signature right.
  Judged judge(const Batch& batch) const { return judge(examine(key_, size(), batch)); }
  Judged judge(const Examined& batch) const;
  void take(Judged judged);  // also of a batch with problems, so that a verifier can go on
  std::optional<Problem> judge_checkpoint(std::string_view note) const;

  const Tree& tree() const { return tree_; }
  const VerifierKey& key() const { return key_; }
  std::int64_t size() const { return static_cast<std::int64_t>(tree_.size()); }
  Instant last_at() const { return last_at_; }
  const std::vector<BatchMark>& marks() const { return marks_; }
  const Span* find(const std::string& request) const;
  const std::unordered_map<std::string, Span>& requests() const { return requests_; }
  std::int64_t later_formats() const { return later_formats_; }

 private:
  Log log_;
  VerifierKey key_;
  Tree tree_;
  std::vector<BatchMark> marks_;
  std::unordered_map<std::string, Span> requests_;
  Instant last_at_{};
  std::int64_t later_formats_ = 0;
};

// What must hold between the two logs: an instant belongs to one request, a request to one instant and one commit.
std::vector<Problem> judge_between(const Chain& open, const Chain& closed);

// One item of a batch's tree and the text that its signature covers (receipt.h builds on them).
Digest batch_item(const EntryHead& head, const Digest& leaf);
std::string batch_text(std::string_view origin, std::int64_t first, std::int64_t size, const Digest& root);

}  // namespace comity
