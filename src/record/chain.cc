#include "record/chain.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "seal/hash.h"

namespace comity {
namespace {

std::string detail_of(const Refusal& refusal) {
  std::string out;
  for (const auto& [key, value] : refusal.values) out += (out.empty() ? "" : ", ") + key + " " + value;
  return out;
}

// Walks through one batch; holds what each entry is compared with.
class Walk {
 public:
  Walk(Log log, const Chain& chain) : log_(log), chain_(chain), number_(chain.size()), last_at_(chain.last_at()) {}

  void step(const Examined::One& one) {
    const auto& head = one.head;
    Link link{one.leaf};
    if (head) {
      link = {link.leaf, head->request, head->at, head->format};
      compare(*head);
    } else {
      problem(head.refusal().code, detail_of(head.refusal()));
    }
    judged_.links.push_back(std::move(link));
    ++number_;
  }

  Judged finish(const Examined& batch) {
    const auto end = std::exchange(number_, chain_.size());  // a batch's own problems are told of where it begins
    judged_.mark = batch.mark;
    if (judged_.links.empty()) problem("batch-empty");
    if (batch.mark.size != end) problem("batch-size", std::to_string(batch.mark.size));
    if (!batch.root_right) problem("batch-root");
    if (!batch.signature_right) problem("batch-signature");
    return std::move(judged_);
  }

 private:
  void compare(const EntryHead& head) {
    if (head.number != number_) problem("number-gap", std::to_string(head.number));
    if (log_ == Log::closed && !head.salted) problem("salt-missing");
    if (judged_.links.empty() || judged_.links.back().request != head.request)
      open_request(head);
    else if (head.at != last_at_)
      problem("request-instants");
    last_at_ = head.at;
  }
  void open_request(const EntryHead& head) {
    if (head.at <= last_at_ && number_ > 0) problem("at-order");
    if (chain_.find(head.request) != nullptr || !requests_.emplace(head.request, number_).second)
      problem("request-repeated", head.request);
  }
  void problem(std::string code, std::string detail = {}) {
    judged_.problems.push_back({log_, number_, std::move(code), std::move(detail)});
  }

  Log log_;
  const Chain& chain_;
  std::int64_t number_;
  Instant last_at_;
  std::map<std::string, std::int64_t> requests_;
  Judged judged_;
};

}  // namespace

std::string print(const Problem& problem) {
  const auto detail = problem.detail.empty() ? "" : " (" + problem.detail + ")";
  if (problem.number < 0) return fmt::format("{} log: {}{}", name_of(problem.log), problem.code, detail);
  return fmt::format("{} log, entry {}: {}{}", name_of(problem.log), problem.number, problem.code, detail);
}

Digest batch_item(const EntryHead& head, const Digest& leaf) {
  return leaf_hash(fmt::format(R"(comity/batch-item/1
{{"act-digest":"{}","at":{},"leaf":"{}","number":{}}})",
                               to_hex(head.act_digest), head.at.us, to_hex(leaf), head.number));
}

std::string batch_text(std::string_view origin, std::int64_t first, std::int64_t size, const Digest& root) {
  return fmt::format("comity/batch/1\n{}\n{}\n{}\n{}\n", origin, first, size, to_base64(to_bytes(root)));
}

Examined examine(const VerifierKey& key, std::int64_t first, const Batch& batch) {
  Examined out;
  out.mark = batch.mark;
  out.entries.reserve(batch.entries.size());
  std::vector<Digest> items;
  for (const auto& bytes : batch.entries) {
    out.entries.push_back({leaf_hash(bytes), parse_head(bytes)});
    const auto& [leaf, head] = out.entries.back();
    if (head) items.push_back(batch_item(*head, leaf));
  }
  out.root_right = batch.mark.root == root_of(items);
  const auto text = batch_text(key.name, first, batch.mark.size, batch.mark.root);
  out.signature_right = verify_signature(key.public_key, text, batch.mark.signature);
  return out;
}

Judged Chain::judge(const Examined& batch) const {
  Walk walk(log_, *this);
  for (const auto& one : batch.entries) walk.step(one);
  return walk.finish(batch);
}

void Chain::take(Judged judged) {
  for (auto& link : judged.links) {
    const auto number = size();
    tree_.append(link.leaf);
    if (link.format > entry_format) ++later_formats_;
    if (link.request.empty()) continue;  // unreadable, and reported
    auto& span = requests_.try_emplace(std::move(link.request), Span{number, 0, link.at}).first->second;
    ++span.count;
    last_at_ = link.at;
  }
  marks_.push_back(std::move(judged.mark));
}

std::optional<Problem> Chain::judge_checkpoint(std::string_view note) const {
  const auto checkpoint = open_checkpoint(note, key_);
  if (!checkpoint) return Problem{log_, -1, checkpoint.refusal().code};
  if (checkpoint->size > size()) return Problem{log_, size(), "entries-missing", std::to_string(checkpoint->size)};
  if (checkpoint->root != tree_.root_at(static_cast<std::uint64_t>(checkpoint->size)))
    return Problem{log_, -1, "checkpoint-root", std::to_string(checkpoint->size)};
  return std::nullopt;
}

const Span* Chain::find(const std::string& request) const {
  const auto found = requests_.find(request);
  return found == requests_.end() ? nullptr : &found->second;
}

std::vector<Problem> judge_between(const Chain& open, const Chain& closed) {
  std::vector<Problem> problems;
  std::unordered_map<std::int64_t, const std::string*> requests;  // of the public log, by instant
  for (const auto& [request, span] : open.requests()) requests.emplace(span.at.us, &request);
  for (const auto& [request, span] : closed.requests()) {
    const auto* other = open.find(request);
    const auto same_instant = requests.find(span.at.us);
    if (other != nullptr && other->at != span.at)
      problems.push_back({Log::closed, span.first, "request-instants", request});
    if (same_instant != requests.end() && *same_instant->second != request)
      problems.push_back({Log::closed, span.first, "at-order", request});
  }
  return problems;
}

}  // namespace comity
