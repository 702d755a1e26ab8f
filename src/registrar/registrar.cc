#include "registrar/registrar.h"

#include <algorithm>

#include "base/check.h"
#include "record/anchor.h"
#include "registrar/succeeding.h"
#include "registrar/text_shelf.h"

namespace comity {
namespace {

constexpr std::size_t refusals_shown = 20;

constexpr std::size_t at(Log log) { return static_cast<std::size_t>(log); }

// The closed log as it was, in whatever log it was then: where this one succeeds another, the earlier entries stand
// here one number later.
class ClosedPast {
 public:
  explicit ClosedPast(const Record& record)
      : record_(record),
        generations_(
            generations(record, Log::closed, [](std::string_view bytes) { return succeeded(Log::closed, bytes); })) {}

  // Whether this is the closed log that was anchored when the closed entry `number` was made.
  bool opens(std::uint64_t number, const AnchorOpened& opened, const ClosedLogAnchored& anchor) const {
    const auto salt = from_hex(opened.anchor_salt);
    std::size_t at = 0;
    auto own = static_cast<std::int64_t>(number);
    for (; own > 0 && own <= generations_[at].carried; --own) ++at;
    if (!salt || salt->size() != 32 || opened.size < 0 || opened.size > own) return false;
    const auto root = at == 0 ? record_.root(Log::closed, opened.size)
                              : generations_[at].tree.root_at(static_cast<std::uint64_t>(opened.size));
    const Checkpoint closed{generations_[at].origin, opened.size, root};
    return to_hex(root) == opened.root && to_hex(anchor_hash(*salt, closed)) == anchor.hash;
  }

 private:
  const Record& record_;
  std::vector<Generation> generations_;
};

}  // namespace

// What one commit adds. Callers that decide while another commit is on its way to disk share the next one.
struct Registrar::Round {
  std::array<std::int64_t, 2> first{};  // by Log
  std::array<Decided, 2> entries{};     // by Log
  Askings asked{};
  bool done = false;
  std::exception_ptr failed{};

  bool empty() const { return entries[0].told.empty() && entries[1].told.empty(); }
  std::int64_t next(Log log) const { return first[at(log)] + static_cast<std::int64_t>(entries[at(log)].told.size()); }
  template <class Take>
  void each(const Take& take) const {
    for (const auto& decided : entries)
      for (const auto& told : decided.told) take(told);
  }
};

Registrar::Registrar(Desk desk) : desk_(std::move(desk)) {
  replay();
  judge_anchors();
  judge_blobs();
  drafting_ = seen_;
  last_at_ = desk_.record.last_at();
  next_ = std::make_shared<Round>();
  for (const auto log : logs) next_->first[at(log)] = desk_.record.size(log);
}

Registrar::~Registrar() = default;

void Registrar::replay() {
  for (const auto log : logs)
    tell(desk_.record, log, desk_.record.size(log), [this](const Told& told) { take_in(told); });
}

// The same function at replay and after a commit, so that both give the same world.
void Registrar::take_in(const Told& told) {
  seen_.apply(told);
  if (!told.understood()) ++not_understood_;
  if (told.log == Log::closed) return;
  instants_.push_back(told.at);
  requests_[told.request] = told.number;
}

// A successor holds what it says it succeeds; each anchor and its opening were made by one request, at one instant
// (docs/record-format.md 8, 14).
void Registrar::judge_anchors() const {
  generations(desk_.record, Log::open, [](std::string_view bytes) { return succeeded(Log::open, bytes); });
  const ClosedPast past(desk_.record);
  std::map<Instant, const Fact<ClosedLogAnchored>*> anchors;
  for (const auto* anchor : seen_.open.facts<ClosedLogAnchored>()) anchors.emplace(anchor->from.at, anchor);
  for (const auto* opened : seen_.closed.facts<AnchorOpened>()) {
    const auto found = anchors.find(opened->from.at);
    if (found == anchors.end() || !past.opens(opened->from.entry, opened->act, found->second->act))
      throw Fault("record-damaged", "closed entry " + std::to_string(opened->from.entry) + ": anchor-wrong");
    anchors.erase(found);
  }
  if (!anchors.empty())
    throw Fault("record-damaged",
                "public entry " + std::to_string(anchors.begin()->second->from.entry) + ": anchor-not-opened");
}

// What the record says is held is there, of the size that it says; its bytes are for the scrub to read.
void Registrar::judge_blobs() const {
  if (!desk_.blobs) return;
  std::vector<BlobName> named;
  for (const auto* text : seen_.open.facts<TextImported>())
    for (const auto& blob : blobs_named(text->act)) named.push_back(blob);
  for (const auto* text : seen_.closed.facts<TextWithheld>())
    for (const auto& blob : blobs_named(text->act.text)) named.push_back(blob);
  const auto absent = desk_.blobs->absent(named);
  if (!absent.empty()) throw Fault("blob-absent", to_hex(absent.front().digest));
}

std::int64_t Registrar::size() const {
  const std::shared_lock lock(readers_);
  return static_cast<std::int64_t>(instants_.size());
}

std::array<std::string, 2> Registrar::checkpoints() {
  const std::lock_guard lock(signing_);
  if (!desk_.record.stopped()) sign_both();
  return {desk_.record.checkpoint(Log::open), desk_.record.checkpoint(Log::closed)};
}

std::vector<Registrar::Found> Registrar::latest(const std::string& prefix) const {
  const std::shared_lock lock(readers_);
  std::vector<Found> found;
  for (auto it = requests_.lower_bound(prefix); it != requests_.end() && it->first.starts_with(prefix); ++it)
    found.push_back({it->second, it->first});
  return found;
}

// --- deciding ------------------------------------------------------------------------------------------------------

// A request that was asked before: in this draft, in a round that is not durable yet, or in the record.
std::optional<Asking> Registrar::known(const Draft& draft, const std::string& request) const {
  const std::array<const Askings*, 3> pending{&draft.asked(), &next_->asked, flying_ ? &flying_->asked : nullptr};
  for (const auto* asked : pending)
    if (asked && asked->contains(request)) return asked->at(request);
  const auto places = desk_.record.find(request);
  if (places.empty()) return std::nullopt;
  const auto head = parse_head(*desk_.record.read(places.front().log, places.front().number));
  return Asking{head->number, head->act_digest};
}

// One request against the writer's world. `retried` is what the request asks; `grant` decides at an instant and gives
// the entries. What is granted is applied, so that the next request may build on it.
template <class Grant>
std::optional<Refusal> Registrar::decide_one(Draft& draft, const std::string& request, const Digest& retried,
                                             const Grant& grant) {
  if (const auto before = known(draft, request)) {
    if (before->digest != retried) return Refusal{"request-id-reused", {{"request", request}}};
    draft.add_again(before->number);
    return std::nullopt;
  }
  const auto entries = grant(draft.stamp(desk_.clock()));
  if (!entries) return entries.refusal();
  const auto number = draft.next(entries->front().first);
  for (const auto& [log, entry] : *entries) {
    const auto granted = draft.add(log, entry);
    if (!granted) return granted.refusal();
    check(granted->understood(), "what the rules grant is understood");
    drafting_.apply(*granted);
  }
  draft.remember(request, {number, retried});
  return std::nullopt;
}

std::optional<Refusal> Registrar::absent(const std::vector<BlobName>& named) const {
  const auto missing = desk_.blobs ? desk_.blobs->absent(named) : std::vector<BlobName>();
  if (missing.empty()) return std::nullopt;
  return Refusal{"blob-not-there", {{"sha256", to_hex(missing.front().digest)}}};
}

std::optional<Refusal> Registrar::decide_fact(Draft& draft, const EntryRequest& request) {
  const auto retried = act_digest(to_entry(request, request.fact.act));
  return decide_one(draft, request.id, retried, [&](Instant now) -> Result<Entries> {
    const auto acts = decide(drafting_.open, request.fact, {now, request.by});
    if (!acts) return acts.refusal();
    // Last, so that no file is left here for an act that the rules refuse.
    if (auto why = absent(blobs_named(request.fact.act))) return *std::move(why);
    Entries entries;
    for (const auto& act : *acts) entries.emplace_back(Log::open, to_entry(request, act));
    return entries;
  });
}

// The acts of both logs under one request.
Registrar::Entries Registrar::entries_of(const std::string& request, const Both& both, const Author& by) {
  Entries entries;
  for (const auto& act : both.open) entries.emplace_back(Log::open, to_entry({request, {}, {act, {}}, by}, act));
  for (const auto& act : both.closed) {
    auto entry = to_entry(ClosedRequest{request, act, by});
    entry.salt = desk_.salts();
    entries.emplace_back(Log::closed, std::move(entry));
  }
  return entries;
}

template <class Command>
std::optional<Refusal> Registrar::decide_both(Draft& draft, const ClosedRequest& request, const Command& command) {
  return decide_one(draft, request.id, act_digest(to_entry(request)), [&](Instant now) -> Result<Entries> {
    const auto both = decide(drafting_.worlds(), command, {now, request.by});
    if (!both) return both.refusal();
    if (const auto* text = std::get_if<TextWithheld>(&request.act))
      if (auto why = absent(blobs_named(text->text))) return *std::move(why);
    return entries_of(request.id, *both, request.by);
  });
}

// --- committing ----------------------------------------------------------------------------------------------------

// Nothing of a refused draft stays in the writer's world. (After a Fault no further act is taken, so none can see it.)
void Registrar::give_up() {
  drafting_ = seen_;
  for (const auto* round : {flying_.get(), next_.get()})
    if (round) round->each([this](const Told& told) { drafting_.apply(told); });
}

// The commit point is record.append: before it nothing was entered, after it everything is durable.
void Registrar::commit(const Round& round) {
  Commit commit;
  for (const auto log : logs)
    if (const auto& bytes = round.entries[at(log)].bytes; !bytes.empty())
      commit[log] = seal_batch(desk_.record.origin(log), round.first[at(log)], bytes, desk_.key);
  desk_.record.append(commit);
}

// Takes the next round to disk, for all who wait for it. The writer's lock is free meanwhile.
void Registrar::lead(Lock& lock) {
  const auto round = flying_ = next_;
  next_ = std::make_shared<Round>();
  for (const auto log : logs) next_->first[at(log)] = round->next(log);
  lock.unlock();
  try {
    commit(*round);
  } catch (...) {
    round->failed = std::current_exception();
  }
  lock.lock();
  if (!round->failed) {
    const std::unique_lock readers(readers_);
    round->each([this](const Told& told) { take_in(told); });
    ++taken_in_;
  }
  round->done = true;
  flying_.reset();
  landed_.notify_all();
}

void Registrar::land(Lock& lock, const std::shared_ptr<Round>& round) {
  while (!round->done) {
    if (flying_)
      landed_.wait(lock);
    else
      lead(lock);
  }
  if (round->failed) std::rethrow_exception(round->failed);
}

// Nothing is begun that the disk may have no room for: a write that fails would stop the record. What closes something
// (an anchor, an erasure agreed on) gets the reserve.
void Registrar::require_room(bool closing) const {
  desk_.record.require_going();
  if (desk_.room && !desk_.room(closing)) throw Fault("disk-full", "nothing is entered until there is room again");
}

// Decides and waits until everything that the answer speaks of is durable: also what another caller had asked before.
template <class Decide>
Registrar::Outcome Registrar::attempt(bool closing, const Decide& decide_all) {
  Lock lock(writer_);
  require_room(closing);
  Draft draft({next_->next(Log::open), next_->next(Log::closed)}, last_at_);
  Outcome outcome;
  try {
    decide_all(draft, outcome.refused);
  } catch (...) {
    give_up();
    throw;
  }
  if (!outcome.refused.empty()) {
    if (!draft.empty()) give_up();
    return outcome;
  }
  outcome.entered = draft.entered();
  last_at_ = draft.last();
  draft.move_into(next_->entries, next_->asked);
  if (const auto round = next_->empty() ? flying_ : next_) land(lock, round);
  lock.unlock();
  if (desk_.signing == Signing::with_each_commit) sign();
  return outcome;
}

Registrar::Outcome Registrar::enter(const std::vector<EntryRequest>& requests) {
  return attempt(false, [&](Draft& draft, std::vector<RefusedRequest>& refused) {
    for (std::size_t i = 0; i < requests.size() && refused.size() < refusals_shown; ++i)
      if (auto why = decide_fact(draft, requests[i])) refused.push_back({i, *std::move(why)});
  });
}

Registrar::Outcome Registrar::enter(const ClosedRequest& request) {
  return attempt(false, [&](Draft& draft, std::vector<RefusedRequest>& refused) {
    if (auto why = decide_both(draft, request, EnterClosed{request.act})) refused.push_back({0, *std::move(why)});
  });
}

// Named by its own number in the log that readers of the name may see, as anchors are.
Registrar::Outcome Registrar::enter(const CompleteErasure& command) {
  return attempt(true, [&](Draft& draft, std::vector<RefusedRequest>& refused) {
    const auto own = command.open_fields.empty() ? "erased/closed/" + std::to_string(draft.next(Log::closed))
                                                 : "erased/" + std::to_string(draft.next(Log::open));
    const ClosedRequest request{own, command.completed, registrar_author};
    if (auto why = decide_both(draft, request, command)) refused.push_back({0, *std::move(why)});
  });
}

void Registrar::anchor() {
  attempt(true, [this](Draft& draft, std::vector<RefusedRequest>& refused) {
    const auto& record = desk_.record;
    const auto size = record.size(Log::closed);
    const Checkpoint closed{record.origin(Log::closed), size, record.root(Log::closed, size)};
    const auto salt = desk_.salts();
    const AnchorClosedLog command{{to_hex(salt), size, to_hex(closed.root)}, to_hex(anchor_hash(salt, closed))};
    // Named by its own public number: a name made of anything closed would tell how much is entered there.
    const auto own = std::to_string(draft.next(Log::open));
    const ClosedRequest request{"anchor/" + own, command.opened, registrar_author};
    if (auto why = decide_both(draft, request, command)) refused.push_back({0, *std::move(why)});
  });
}

// At the end of one commit, so that a copy up to the two checkpoints holds no half of a request.
void Registrar::sign_both() {
  const auto sizes = desk_.record.sizes();
  for (const auto log : logs) desk_.signer.sign(desk_.record, log, sizes[at(log)]);
}

void Registrar::sign() {
  const std::lock_guard lock(signing_);
  sign_both();
}

}  // namespace comity
