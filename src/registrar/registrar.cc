#include "registrar/registrar.h"

#include <algorithm>

namespace comity {
namespace {

constexpr std::size_t refusals_shown = 20;

// House rule: instants strictly increase over requests, whatever the wall clock does (decisions.md 2).
Instant after(Instant last, Instant wall) { return std::max(wall, Instant{last.us + 1}); }

}  // namespace

// A commit in the making.
struct Registrar::Draft {
  Instant last;
  std::int64_t first = 0;
  std::vector<std::string> entries{};
  std::vector<Entered> entered{};
  std::map<std::string, std::pair<std::int64_t, Digest>> requests{};
};

Registrar::Registrar(Record& record, const SignKey& key, Signer& signer, Clock clock)
    : record_(record), key_(key), signer_(signer), clock_(std::move(clock)) {
  record_.each(Log::open, 0, record_.size(Log::open), [this](std::int64_t, std::string_view bytes) { take_in(bytes); });
  drafting_ = world_;
}

// The same function at replay and after a commit, so that both give the same world.
void Registrar::take_in(std::string_view bytes) {
  const auto head = parse_head(bytes);
  check(bool(head), "the record gave out an entry that it had not verified");
  instants_.push_back(head->at);
  requests_[head->request] = head->number;
  const auto entry = parse_entry(bytes);
  const auto understood = entry ? understand(*entry) : Result<Understood>(entry.refusal());
  if (!understood) {
    ++not_understood_;
    return;
  }
  world_.apply(understood->act, understood->from);
}

std::int64_t Registrar::size() const {
  const std::shared_lock lock(readers_);
  return static_cast<std::int64_t>(instants_.size());
}

std::array<std::string, 2> Registrar::checkpoints() {
  const std::lock_guard lock(writer_);
  return {record_.checkpoint(Log::open), record_.checkpoint(Log::closed)};
}

std::vector<Registrar::Found> Registrar::latest(const std::string& prefix) const {
  const std::shared_lock lock(readers_);
  std::vector<Found> found;
  for (auto it = requests_.lower_bound(prefix); it != requests_.end() && it->first.starts_with(prefix); ++it)
    found.push_back({it->second, it->first});
  return found;
}

// One request against the writer's world. What is granted is applied there, so that the next one may build on it.
std::optional<Refusal> Registrar::decide_one(const EntryRequest& request, Draft& draft) {
  const auto retried = act_digest(to_entry(request, request.fact.act));
  const auto again = [&](std::int64_t number, const Digest& digest) -> std::optional<Refusal> {
    if (digest != retried) return Refusal{"request-id-reused", {{"request", request.id}}};
    draft.entered.push_back({number, false});
    return std::nullopt;
  };
  if (const auto it = draft.requests.find(request.id); it != draft.requests.end())
    return again(it->second.first, it->second.second);
  if (const auto places = record_.find(request.id); !places.empty()) {
    const auto head = parse_head(*record_.read(places.front().log, places.front().number));
    return again(head->number, head->act_digest);
  }
  const auto at = after(draft.last, clock_());
  const auto acts = decide(drafting_, request.fact, {at, request.by});
  if (!acts) return acts.refusal();
  draft.last = at;
  for (const auto& act : *acts) {
    auto entry = to_entry(request, act);
    entry.number = draft.first + static_cast<std::int64_t>(draft.entries.size());
    entry.at = at;
    auto bytes = to_bytes(entry);
    if (bytes.size() > entry_limit) return Refusal{"entry-too-long", {{"limit", std::to_string(entry_limit)}}};
    if (const auto strict = parse_entry(bytes); !strict) return strict.refusal();
    drafting_.apply(act, {static_cast<std::uint64_t>(entry.number), at, request.fact.around, {}});
    draft.requests.emplace(request.id, std::pair(entry.number, retried));
    draft.entered.push_back({entry.number, true});
    draft.entries.push_back(std::move(bytes));
  }
  return std::nullopt;
}

// The commit point is record_.append: before it nothing was entered, after it everything is durable.
void Registrar::commit(Draft& draft) {
  Commit commit;
  commit[Log::open] = seal_batch(record_.origin(Log::open), draft.first, draft.entries, key_);
  record_.append(commit);
  {
    const std::unique_lock lock(readers_);
    for (const auto& bytes : draft.entries) take_in(bytes);
  }
  signer_.sign(record_, Log::open);
}

// Nothing of a refused commit stays in the writer's world. (After a Fault no further act is taken, so none can see it.)
void Registrar::give_up(const Draft& draft) {
  if (!draft.entries.empty()) drafting_ = world_;
}

Registrar::Outcome Registrar::enter(const std::vector<EntryRequest>& requests) {
  const std::lock_guard lock(writer_);
  Draft draft{record_.last_at(), record_.size(Log::open)};
  Outcome outcome;
  for (std::size_t i = 0; i < requests.size() && outcome.refused.size() < refusals_shown; ++i)
    if (auto why = decide_one(requests[i], draft)) outcome.refused.push_back({i, *std::move(why)});
  if (!outcome.refused.empty()) {
    give_up(draft);
    return outcome;
  }
  if (!draft.entries.empty()) commit(draft);
  outcome.entered = std::move(draft.entered);
  return outcome;
}

}  // namespace comity
