// What is done in a life: asked, retried, refused; the clock, the rhythm, the disk that fills.
#include "record/anchor.h"
#include "simulation/sim_life.h"

namespace comity {

void Life::step() {
  pass_time();
  if (free_ < Room::least && plan_.one_in(3)) free_ = disk_total, tell("room again");
  // Drawn before anything can depend on what the closed log holds.
  const auto what = plan_.below(36);
  const bool turns = plan_.one_in(3);
  plan_trouble();
  guarded([this, what] { act(what); });
  if (turns) {
    plan_trouble();
    guarded([this] { turn(); });
  }
  if (core_) ledger_.look(*core_->record);
}

void Life::act(std::int64_t what) {
  switch (what) {
    case 0:
      return enter_bad();
    case 1:
    case 2:
      return retry();
    case 3:
      return reuse();
    case 4:
      return scrub();
    case 5:
      return fill();
    case 6:
      return tell("crash while idle"), crash(), restart();
    case 7:
      return come_back_older();
    case 8:
      return come_back_other();
    case 9:
      return flip();
    case 10:
    case 11:
    case 12:
    case 13:
    case 14:
      return enter_closed();
    case 15:
    case 16:
      return turn();
    default:
      return enter_facts();
  }
}

void Life::pass_time() {
  if (frozen_ > 0) {
    --frozen_;
    return;
  }
  switch (plan_.below(24)) {
    case 0:
      return tell("clock a day on"), wall_.us += day_us, void();
    case 1:
      return tell("clock a day back"), wall_.us -= day_us, void();
    case 2:
      return tell("clock stands"), frozen_ = 6, void();
    default:
      wall_.us += plan_.below(hour_us);
  }
}

void Life::plan_trouble() {
  const auto trouble = static_cast<Trouble>(1 + faults_.below(7));
  const auto operations = static_cast<int>(1 + faults_.below(6));
  disk_.arm(setting_.troubles && faults_.one_in(trouble_share_) ? trouble : Trouble::none, operations);
}

std::string Life::open_text() const {
  return core_->registrar->read([](const World& world, const auto&) { return text_of(WorldsKept{world, {}}); });
}

// I11: neither the disk nor the world has changed.
void Life::demand_no_effect(const std::string& what, std::int64_t commits, const std::string& world) const {
  demand(disk_.commits == commits, "I11 what is refused has no effect", what);
  demand(world.empty() || open_text() == world, "I11 what is refused has no effect", what + ": the world");
}

// Asks for one commit's worth. Unanswered until it is answered: after a fault nobody knows.
void Life::ask(const Asks& asks) {
  unanswered_.push_back(asks);
  const auto commits = disk_.commits;
  const auto before = core_->registrar->size();
  disk_.while_appending = [this, before] {
    demand(core_->registrar->size() == before, "I21 readers see only what is durable", "while a commit is written");
  };
  const auto outcome = std::visit([this](const auto& one) { return core_->registrar->enter(one); }, asks);
  disk_.while_appending = {};
  unanswered_.pop_back();
  if (outcome.refused.empty()) return answered(asks, outcome);
  demand_no_effect("a refused request", commits, "");
  for (const auto& one : outcome.refused) tell("refused " + one.why.code);
}

void Life::answered(const Asks& asks, const Registrar::Outcome& outcome) {
  if (std::holds_alternative<ClosedRequest>(asks)) {
    tell("closed act");
    return ledger_.acknowledge(asks, outcome.entered.at(0), *core_->record);
  }
  const auto& facts = std::get<std::vector<EntryRequest>>(asks);
  demand(outcome.entered.size() == facts.size(), "I2 the act at its number", "an answer for each request");
  for (std::size_t i = 0; i < facts.size(); ++i) {
    tell("fact");
    const auto& entered = outcome.entered[i];
    ledger_.acknowledge(std::vector{facts[i]}, entered, *core_->record);
    if (entered.fresh) callers_.entered(facts[i], entered.number);
  }
}

void Life::enter_facts() {
  std::vector<EntryRequest> facts;
  const auto count = plan_.one_in(3) ? 1 + plan_.below(6) : 1;
  for (std::int64_t i = 0; i < count; ++i) facts.push_back(callers_.fact());
  // Each of them alone where together one might spoil the others; now and then the same one twice.
  if (count > 1 && plan_.one_in(4)) facts.push_back(facts.front());
  ask(facts);
}

void Life::enter_closed() {
  auto& chance = callers_.closed_chance();
  for (auto i = chance.below(4); i > 0; --i) ask(callers_.closed());
}

// Refused as a whole, again with the same words, and as if it had never been asked.
void Life::enter_bad() {
  const std::vector<EntryRequest> facts{callers_.fact(), callers_.bad(), callers_.fact()};
  const auto commits = disk_.commits;
  const auto world = open_text();
  const auto once = core_->registrar->enter(facts);
  const auto again = core_->registrar->enter(facts);
  demand(!once.refused.empty() && once.entered.empty(), "I11 what is refused has no effect", "entered beside it");
  demand(once.refused.front().why == again.refused.front().why, "I12 same request, same answer", "a refusal");
  demand_no_effect("a commit of which one is refused", commits, world);
  tell("commit refused");
}

void Life::retry() {
  if (ledger_.acknowledged().empty()) return;
  auto asks = faults_.among(ledger_.acknowledged()).asks;
  if (setting_.planted == Planted::retry_by_clock)
    std::visit(
        [this]<class T>(T& one) {
          if constexpr (std::is_same_v<T, ClosedRequest>)
            one.id += std::to_string(wall_.us);
          else
            one.front().id += std::to_string(wall_.us);
        },
        asks);
  const auto commits = disk_.commits;
  const auto outcome = std::visit([this](const auto& one) { return core_->registrar->enter(one); }, asks);
  demand(outcome.refused.empty(), "I12 same request, same answer",
         "refused " + (outcome.refused.empty() ? "" : outcome.refused.front().why.code));
  demand(!outcome.entered.at(0).fresh && disk_.commits == commits, "I12 same request, same answer", "entered twice");
  answered(asks, outcome);
  tell("retry");
}

void Life::reuse() {
  if (ledger_.acknowledged().empty()) return;
  const auto commits = disk_.commits;
  const auto& before = faults_.among(ledger_.acknowledged()).asks;
  Registrar::Outcome outcome;
  if (const auto* facts = std::get_if<std::vector<EntryRequest>>(&before)) {
    outcome = core_->registrar->enter({Callers::other_act(facts->front())});
  } else {
    auto other = std::get<ClosedRequest>(before);
    other.act = ErasureRequested{{"another"}, std::string(32, 'a'), ErasureGround::rectified};
    outcome = core_->registrar->enter(other);
  }
  demand(outcome.refused.size() == 1 && outcome.refused.front().why.code == "request-id-reused",
         "I12 same request, same answer", "another act under the same id");
  demand_no_effect("a request id used again", commits, "");
  tell("request id reused");
}

void Life::turn() {
  if (setting_.planted == Planted::anchor_tells) anchor_wrongly();
  core_->rhythm->turn(wall_);
  tell("turn");
  if (core_->record->stopped() || free_ == 0 || disk_.struck() || setting_.planted == Planted::anchor_tells) return;
  const auto due = core_->registrar->read([](const World& world, const auto&) { return anchor_due(world, hour_us); });
  demand(due > wall_, "anchored hourly, whatever happened", print(due));
}

// As Registrar::anchor once was: the request named by the closed log's size.
void Life::anchor_wrongly() {
  const auto due = core_->registrar->read([](const World& world, const auto&) { return anchor_due(world, hour_us); });
  if (due > wall_) return;
  auto& record = *core_->record;
  const auto size = record.size(Log::closed);
  const Checkpoint closed{record.origin(Log::closed), size, record.root(Log::closed, size)};
  const auto salt = salts_.bytes(32);
  const auto request = "anchor/" + std::to_string(size);
  auto open =
      to_entry(EntryRequest{request, {}, {ClosedLogAnchored{to_hex(anchor_hash(salt, closed))}, {}}, registrar_author},
               ClosedLogAnchored{to_hex(anchor_hash(salt, closed))});
  auto opened =
      to_entry(ClosedRequest{request, AnchorOpened{to_hex(salt), size, to_hex(closed.root)}, registrar_author});
  opened.salt = salts_.bytes(32);
  open.number = record.size(Log::open), opened.number = size;
  open.at = opened.at = std::max(wall_, Instant{record.last_at().us + 1});
  Commit commit;
  commit[Log::open] = seal_batch(record.origin(Log::open), open.number, {to_bytes(open)}, the_key());
  commit[Log::closed] = seal_batch(record.origin(Log::closed), size, {to_bytes(opened)}, the_key());
  record.append(commit);
  restart();
}

// Turns until everything has been read once more, from the beginning: what is flipped is found.
void Life::scrub() {
  const auto rounds = core_->rhythm->scrubs() + 2;
  for (int i = 0; i < 40 && core_->rhythm->scrubs() < rounds && !core_->record->stopped(); ++i)
    core_->rhythm->turn(Instant{wall_.us += hour_us / 4});
  tell("scrub");
}

void Life::fill() {
  free_ = plan_.one_in(3) ? 0 : Room::least - 1;
  tell("disk full");
  const auto commits = disk_.commits;
  try {
    ask(std::vector{callers_.fact()});
    if (commits != disk_.commits) throw Violation{"a full disk takes no act", ""};
  } catch (const Fault& fault) {
    unanswered_.clear();
    demand(fault.code == "disk-full" || disk_.struck(), "a full disk takes no act", fault.code);
    demand(disk_.struck() || (disk_.commits == commits && !core_->record->stopped()),
           "a full disk refuses and does not stop", "");
  }
}

}  // namespace comity
