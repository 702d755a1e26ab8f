#include "simulation/sim_ledger.h"

#include "record/merkle.h"
#include "record/receipt.h"
#include "support/world_text.h"

namespace comity {
namespace {

std::string where(Log log, std::int64_t number) { return std::string(name_of(log)) + " " + std::to_string(number); }

const std::string& bytes_at(const Image& image, Log log, std::int64_t number) {
  return image.entries[at(log)][static_cast<std::size_t>(number)];
}

Digest digest_of(const Asks& asks) {
  if (const auto* closed = std::get_if<ClosedRequest>(&asks)) return act_digest(to_entry(*closed));
  const auto& fact = std::get<std::vector<EntryRequest>>(asks).front();
  return act_digest(to_entry(fact, fact.fact.act));
}

const std::string& request_of(const Asks& asks) {
  if (const auto* closed = std::get_if<ClosedRequest>(&asks)) return closed->id;
  return std::get<std::vector<EntryRequest>>(asks).front().id;
}

// The size that a note tells, unverified.
std::int64_t size_in(const std::string& note) {
  const auto line = note.find('\n') + 1;
  return parse_tree_size(note.substr(line, note.find('\n', line) - line)).value_or(-1);
}

void mask(std::string& bytes, const std::string& member, std::string_view until) {
  const auto from = bytes.find(member);
  if (from == std::string::npos) return;
  const auto value = from + member.size();
  bytes.erase(value, bytes.find_first_of(until, value) - value);
}

template <class A>
void add_closed(const ClosedWorld& world, std::string& out) {
  for (const auto* fact : world.facts<A>())
    out += std::to_string(fact->from.entry) + " " + print(fact->from.at) + " " + std::string(A::kind) + " " +
           canonical(to_json(ClosedAct(fact->act))) + "\n";
}

template <class... A>
std::string text_of_closed(const ClosedWorld& world, const std::variant<A...>*) {
  std::string out;
  (add_closed<A>(world, out), ...);
  return out;
}

}  // namespace

void Ledger::acknowledge(const Asks& asks, const Entered& entered, const Record& record) {
  const auto log = std::holds_alternative<ClosedRequest>(asks) ? Log::closed : Log::open;
  const auto& request = request_of(asks);
  const auto place = where(log, entered.number) + ", request " + request;
  const auto held = static_cast<std::int64_t>(disk_.kept.entries[at(log)].size());
  demand(entered.number < held, "I21 a receipt only after the commit is durable", place);
  const auto& bytes = bytes_at(disk_.kept, log, entered.number);
  const auto head = parse_head(bytes);
  demand(head && head->request == request && head->act_digest == digest_of(asks), "I2 the act at its number", place);
  const auto known = by_request_.find(request);
  if (known != by_request_.end()) {
    const auto& before = acknowledged_[known->second];
    demand(!entered.fresh && before.number == entered.number, "I12 same request, same answer", place);
    return;
  }
  const auto given = receipt(record, log, entered.number);
  demand(given.leaf == leaf_hash(bytes) && given.at == head->at, "I2 the receipt says what was entered", place);
  demand(bool(verify(given, key_.public_key)), "receipts verify", place);
  ++receipts_verified;
  by_request_.emplace(request, acknowledged_.size());
  acknowledged_.push_back({asks, log, entered.number, given.leaf, print(given)});
}

void Ledger::look_at_disk() const {
  for (const auto log : logs) {
    const auto held = static_cast<std::int64_t>(disk_.kept.entries[at(log)].size());
    demand(held >= watched_[at(log)].seen, "I21 a receipt only after the commit is durable", where(log, held));
  }
  for (const auto& one : acknowledged_) {
    const auto& entries = disk_.kept.entries[at(one.log)];
    const bool there = one.number < static_cast<std::int64_t>(entries.size());
    demand(there, "I21 a receipt only after the commit is durable", where(one.log, one.number) + " is gone");
    demand(leaf_hash(bytes_at(disk_.kept, one.log, one.number)) == one.leaf, "I2 the act at its number",
           where(one.log, one.number));
  }
}

void Ledger::look_back(const Record& record) const {
  look_at_disk();
  for (const auto& one : acknowledged_)
    demand(print(receipt(record, one.log, one.number)) == one.receipt, "I12 same request, same answer",
           where(one.log, one.number) + ": another receipt");
}

void Ledger::look_at_entry(Log log, std::int64_t number, const EntryHead& head) {
  const auto place = where(log, number);
  const auto& bytes = bytes_at(disk_.kept, log, number);
  demand(head.number == number, "I1 numbers gapless", place);
  const bool same = head.request == last_request_;
  demand(same ? head.at == last_at_ : head.at > last_at_, "I5 instants increase", place);
  demand(bytes.find(planted_name) == bytes.npos, "I15 no personal datum in plain text", place);
  last_at_ = head.at;
  last_request_ = head.request;
  if (log == Log::open) return;
  const auto salt = parse_entry(bytes)->salt;
  demand(salt.size() == 32 && salts_.insert(salt).second, "a salt for each closed leaf", place);
}

// The new entries of both logs, merged by their instants.
void Ledger::look_at_entries() {
  std::multimap<Instant, std::pair<Place, EntryHead>> found;
  for (const auto log : logs)
    for (auto& seen = of(log).seen; seen < static_cast<std::int64_t>(disk_.kept.entries[at(log)].size()); ++seen) {
      const auto head = parse_head(bytes_at(disk_.kept, log, seen));
      demand(bool(head), "I2 the act at its number", where(log, seen) + " cannot be read");
      found.emplace(head->at, std::pair{Place{log, seen}, *head});
    }
  for (const auto& [instant, one] : found) look_at_entry(one.first.log, one.first.number, one.second);
}

void Ledger::look_at_roots(const Record& record, Log log) {
  auto& roots = of(log).roots;
  const auto size = record.size(log);
  const auto known = roots.emplace(size, record.root(log, size)).first;
  // The latest three that were seen, and one from long ago.
  auto earlier = known;
  for (int i = 0; i < 3; ++i, earlier = earlier == roots.begin() ? earlier : std::prev(earlier))
    demand(record.root(log, earlier->first) == earlier->second, "I3 a root never changes", where(log, earlier->first));
  const auto old = roots.lower_bound(size / 2);
  demand(record.root(log, old->first) == old->second, "I3 a root never changes", where(log, old->first));
}

void Ledger::look_at_checkpoint(const Record& record, Log log) {
  auto& [seen, roots, note, last, remembered] = of(log);
  const auto given = record.checkpoint(log);
  if (given == note) return;
  const auto next = open_checkpoint(given, {record.origin(log), key_.public_key});
  demand(bool(next), "I4 checkpoints extend each other", where(log, -1) + " cannot be opened");
  const auto place = where(log, next->size);
  demand(next->size >= last.size && next->root == record.root(log, next->size), "I4 checkpoints extend each other",
         place);
  if (last.size > 0 && next->size > last.size) {
    const auto from = static_cast<std::uint64_t>(last.size), to = static_cast<std::uint64_t>(next->size);
    demand(verify_consistency(from, to, last.root, next->root, record.consistency(log, last.size, next->size)),
           "I4 checkpoints extend each other", place);
    ++consistencies_proven;
  }
  note = given;
  last = *next;
}

void Ledger::look_at_memory() {
  for (const auto log : logs) {
    auto& remembered = of(log).remembered;
    const auto size = size_in(disk_.memory[at(log)]);
    demand(size >= remembered && size >= of(log).checkpoint.size, "I22 the signer's memory never decreases",
           where(log, size) + " after " + std::to_string(remembered));
    remembered = size;
  }
}

void Ledger::look(const Record& record) {
  look_at_entries();
  for (const auto log : logs) {
    look_at_roots(record, log);
    look_at_checkpoint(record, log);
  }
  look_at_memory();
}

std::string masked_public(const Image& image) {
  std::string out;
  for (auto bytes : image.entries[0]) {
    mask(bytes, "\"at\":", ",");
    if (bytes.find("\"closed-log-anchored\"") != bytes.npos) mask(bytes, "\"hash\":\"", "\"");
    out += bytes + "\n";
  }
  return out;
}

WorldsKept fold(const Image& image) {
  WorldsKept worlds;
  for (const auto log : logs)
    for (const auto& bytes : image.entries[at(log)]) worlds.apply(told(log, bytes));
  return worlds;
}

std::string text_of(const WorldsKept& worlds) {
  return text_of(worlds.open) + text_of_closed(worlds.closed, static_cast<const ClosedAct*>(nullptr));
}

void demand_two_persons(const ClosedWorld& world) {
  for (const auto* request : world.facts<ErasureRequested>()) {
    std::set<std::string> persons;
    std::set<ErasureRole> roles;
    for (const auto* approved : world.about<ErasureApproved>(request->act.id.text))
      demand(persons.insert(approved->act.person).second && roles.insert(approved->act.role).second,
             "I16 two approvals are of two persons", request->act.id.text);
  }
}

}  // namespace comity
