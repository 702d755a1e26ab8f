#include "record/record.h"

#include <algorithm>
#include <map>

#include "record/verify.h"

namespace comity {
namespace {

VerifierKey key_of(const Store& store) {
  const auto key = parse_verifier_key(store.key());
  if (!key) throw Fault("record-damaged", "the record's verifier key cannot be read");
  return *key;
}

void throw_if_any(const char* code, const std::vector<Problem>& problems) {
  if (problems.empty()) return;
  const auto more = problems.size() == 1 ? "" : " and " + std::to_string(problems.size() - 1) + " more";
  throw Fault(code, print(problems.front()) + more);
}

}  // namespace

std::string origin_of(std::string_view origin, Log log) {
  return std::string(origin) + (log == Log::closed ? "/closed" : "");
}

Genesis genesis(std::string_view origin, const SignKey& key) {
  const auto name = origin.empty() ? default_origin(key.public_key()) : std::string(origin);
  check(is_key_name(name) && !name.ends_with("/closed"), "an origin that can name a log");
  const auto first = [&](Log log) { return sign_checkpoint({origin_of(name, log), 0, empty_root()}, key); };
  return {print(VerifierKey{name, key.public_key()}), {first(Log::open), first(Log::closed)}};
}

Record::Record(std::unique_ptr<Store> store) : store_(std::move(store)), key_(key_of(*store_)) {
  std::vector<Problem> problems;
  for (const auto log : logs) {
    const auto kept = kept_of(*store_, key_, log);
    chains_.push_back(judge(kept, problems));
    notes_[static_cast<std::size_t>(log)] = kept.checkpoint;
  }
  const auto between = judge_between(chain(Log::open), chain(Log::closed));
  problems.insert(problems.end(), between.begin(), between.end());
  throw_if_any("record-damaged", problems);
}

// Whatever goes wrong while writing, nothing is written after it.
template <class Step>
void Record::guarded(const Step& step) {
  const std::lock_guard hold(disk_);
  require_going();
  try {
    step();
  } catch (...) {
    stop();
    throw;
  }
}

// The chains change only while the disk is held, so that they may be read here without holding them.
void Record::append(const Commit& commit) {
  guarded([&] {
    std::array<Judged, 2> judged;
    for (const auto log : logs)
      if (!commit[log].entries.empty()) judged[static_cast<std::size_t>(log)] = chain(log).judge(commit[log]);
    require_new(commit, judged);
    store_->append(commit);
    const std::lock_guard hold(chains_mutex_);
    for (const auto log : logs)
      if (!commit[log].entries.empty())
        chains_[static_cast<std::size_t>(log)].take(std::move(judged[static_cast<std::size_t>(log)]));
  });
}

// Each chain has judged its own batch; here, what must hold between the logs.
void Record::require_new(const Commit& commit, const std::array<Judged, 2>& judged) const {
  std::vector<Problem> problems;
  std::map<Instant, std::string> requests;
  for (const auto log : logs) {
    const auto& mine = judged[static_cast<std::size_t>(log)];
    const auto& other = chain(log == Log::open ? Log::closed : Log::open);
    problems.insert(problems.end(), mine.problems.begin(), mine.problems.end());
    auto number = chain(log).size();
    for (const auto& link : mine.links) {
      const auto known = requests.emplace(link.at, link.request).first;
      if (other.find(link.request) != nullptr) problems.push_back({log, number, "request-repeated", link.request});
      if ((other.size() > 0 && link.at <= other.last_at()) || known->second != link.request)
        problems.push_back({log, number, "at-order"});
      ++number;
    }
    if (commit[log].entries.empty() && !commit[log].mark.signature.empty())
      problems.push_back({log, number, "batch-empty"});
  }
  throw_if_any("record-refused", problems);
}

void Record::put_checkpoint(Log log, std::string_view note) {
  guarded([&] {
    if (const auto wrong = chain(log).judge_checkpoint(note)) throw_if_any("record-refused", {*wrong});
    const auto next = open_checkpoint(note, chain(log).key());
    const auto last = open_checkpoint(notes_[static_cast<std::size_t>(log)], chain(log).key());
    if (!last || next->size < last->size) throw_if_any("record-refused", {{log, -1, "checkpoint-smaller"}});
    store_->put_checkpoint(log, note);
    if (store_->checkpoint(log) != note) throw_if_any("record-refused", {{log, -1, "checkpoint-changed"}});
    notes_[static_cast<std::size_t>(log)] = note;
  });
}

void Record::settle() {
  guarded([&] { store_->settle(); });
}

void Record::stop() { stopped_ = true; }

bool Record::stopped() const { return stopped_ || frozen_; }

void Record::freeze() { frozen_ = true; }

void Record::require_going() const {
  if (frozen_) throw Fault("log-frozen", "this log has ended: its successor goes on");
  if (stopped_) throw Fault("record-stopped", "an earlier write failed: restart, so that the record is verified");
}

std::int64_t Record::size(Log log) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).size();
}

Sizes Record::sizes() const {
  const std::lock_guard hold(chains_mutex_);
  return {chain(Log::open).size(), chain(Log::closed).size()};
}

Instant Record::last_at() const {
  const std::lock_guard hold(chains_mutex_);
  return std::max(chain(Log::open).last_at(), chain(Log::closed).last_at());
}

// What is stored as it is, with the disk held.
void Record::raw(Log log, std::int64_t from, std::int64_t to, const Take& take) const {
  check(0 <= from && from <= to && to <= chain(log).size(), "entries that the log holds");
  store_->each(log, from, to, take);
}

// Between two readings a bit may turn: only bytes whose hash is the leaf that was judged are given out.
void Record::give_out(Log log, std::int64_t from, std::int64_t to, const Take& take) const {
  auto next = from;
  raw(log, from, to, [&](std::int64_t number, std::string_view bytes) {
    if (number != next++ || leaf_hash(bytes) != chain(log).tree().leaf(static_cast<std::uint64_t>(number)))
      throw_if_any("record-damaged", {{log, number, "leaf-changed"}});
    take(number, bytes);
  });
  if (next != to) throw_if_any("record-damaged", {{log, next, "entries-missing"}});
}

std::optional<std::string> Record::read(Log log, std::int64_t number) const {
  const std::lock_guard hold(disk_);
  std::optional<std::string> found;
  if (number < 0 || number >= chain(log).size()) return found;
  give_out(log, number, number + 1, [&](std::int64_t, std::string_view bytes) { found = std::string(bytes); });
  return found;
}

void Record::each(Log log, std::int64_t from, std::int64_t to, const Take& take) const {
  const std::lock_guard hold(disk_);
  give_out(log, from, to, take);
}

void Record::reread(Log log, std::int64_t from, std::int64_t to, const Take& take) const {
  const std::lock_guard hold(disk_);
  store_->forget();
  raw(log, from, to, take);
}

std::vector<Place> Record::find(std::string_view request) const {
  const std::lock_guard hold(chains_mutex_);
  std::vector<Place> places;
  for (const auto log : logs) {
    const auto* span = chain(log).find(std::string(request));
    for (std::int64_t i = 0; span != nullptr && i < span->count; ++i) places.push_back({log, span->first + i});
  }
  return places;
}

std::vector<BatchMark> Record::marks(Log log) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).marks();
}

std::pair<std::int64_t, BatchMark> Record::batch_of(Log log, std::int64_t number) const {
  const std::lock_guard hold(chains_mutex_);
  check(number >= 0 && number < chain(log).size(), "an entry that the log holds");
  const auto& all = chain(log).marks();
  const auto after = [](std::int64_t n, const BatchMark& mark) { return n < mark.size; };
  const auto found = std::upper_bound(all.begin(), all.end(), number, after);
  return {found == all.begin() ? 0 : std::prev(found)->size, *found};
}

std::string Record::checkpoint(Log log) const {
  const std::lock_guard hold(disk_);
  return notes_[static_cast<std::size_t>(log)];
}

Digest Record::root(Log log, std::int64_t at_size) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).tree().root_at(static_cast<std::uint64_t>(at_size));
}

Digest Record::leaf(Log log, std::int64_t number) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).tree().leaf(static_cast<std::uint64_t>(number));
}

Digest Record::subtree(Log log, std::size_t level, std::int64_t index) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).tree().subtree(level, static_cast<std::uint64_t>(index));
}

Path Record::inclusion(Log log, std::int64_t number, std::int64_t at_size) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).tree().inclusion(static_cast<std::uint64_t>(number), static_cast<std::uint64_t>(at_size));
}

Path Record::consistency(Log log, std::int64_t from, std::int64_t to) const {
  const std::lock_guard hold(chains_mutex_);
  return chain(log).tree().consistency(static_cast<std::uint64_t>(from), static_cast<std::uint64_t>(to));
}

}  // namespace comity
