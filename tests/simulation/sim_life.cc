// How a process starts, fails, is cut off and starts again; and what must hold when all is over.
#include "simulation/sim_life.h"
#include "record/verify.h"

namespace comity {

// As comity serve does it: the record, the signer, the registrar, the rhythm; each judges what the one before gives it.
void Life::start() {
  auto core =
      std::make_unique<Core>(Core{std::make_unique<Record>(store_on(disk_)), Signer(memory_on(disk_), the_key()),
                                  Blobs("/nonexistent/blobs"), Room("/nonexistent", 0, [this] {
                                    return Space{free_, disk_total};
                                  })});
  core->signer.remember(*core->record);
  auto* room = &core->room;
  Desk desk{*core->record,
            the_key(),
            core->signer,
            [this] { return wall_; },
            [this] { return setting_.planted == Planted::salts_repeat ? std::string(32, 's') : salts_.bytes(32); },
            signing_,
            [room](bool closing) { return room->for_act(closing); }};
  disk_.replaying = true;
  core->registrar = std::make_unique<Registrar>(desk);
  disk_.replaying = false;
  const Rhythms rhythms{setting_.planted == Planted::anchor_tells ? 0 : hour_us, hour_us, 10 * second_us, 0.8};
  core->rhythm = std::make_unique<Rhythm>(*core->registrar, *core->record, core->blobs, core->room, rhythms,
                                          [this](const Refusal& what, bool holds) {
                                            if (holds) alarms_.push_back(what);
                                          });
  core_ = std::move(core);
}

// The code of the Fault with which start-up refuses, or "".
std::string Life::start_code() {
  stop();
  try {
    start();
  } catch (const Fault& fault) {
    disk_.replaying = false;
    refusal_ = fault.what();
    return fault.code;
  }
  return "";
}

void Life::restart() {
  tell("restart");
  // Start-up reads six times: the last two are the replay.
  if (setting_.troubles && faults_.one_in(8))
    disk_.arm(faults_.one_in(2) ? Trouble::read_flips : Trouble::read_fails, static_cast<int>(1 + faults_.below(6)));
  auto code = start_code();
  disk_.disarm();
  if (!code.empty() && disk_.struck()) {
    tell("start-up refused what it could not read");
    code = start_code();
  }
  demand(code.empty(), "start-up takes what a crash leaves", code + ": " + refusal_);
  ledger_.look(*core_->record);
  if (faults_.one_in(3)) compare_worlds();
  settle_unanswered();
}

void Life::crash() {
  stop();
  disk_.lose_power();
  ledger_.look_at_disk();
  ledger_.look_at_memory();
}

// Something is done that may fail or be cut off. Afterwards the core runs again.
void Life::guarded(const std::function<void()>& act) {
  bool crashed = false;
  alarms_.clear();
  try {
    act();
  } catch (const Crash&) {
    crashed = true;
    tell("crash at an operation");
  } catch (const Fault& fault) {
    judge_fault(fault);
  }
  for (const auto& alarm : std::exchange(alarms_, {})) {
    tell("rhythm told " + alarm.code);
    if (alarm.code != "disk-alarm") judge_fault({alarm.code, alarm.values.begin()->second});
  }
  disk_.disarm();
  disk_.while_appending = {};
  if (crashed) crash();
  if (core_ && !core_->record->stopped()) return;
  if (core_) {
    tell("stopped");
    try {
      core_->registrar->enter({callers_.bad()});
      throw Violation{"a stopped record takes nothing", ""};
    } catch (const Fault& fault) {
      demand(fault.code == "record-stopped", "a stopped record takes nothing", fault.code);
    }
  }
  if (!damaged_) restart();
}

void Life::judge_fault(const Fault& fault) {
  tell("fault " + fault.code);
  const bool full = fault.code == "disk-full" && free_ < Room::least;
  demand(disk_.struck() || damaged_ || full, "nothing fails without a cause", fault.code + ": " + fault.what());
}

// What nobody was told: there as a whole or not at all; asked again, it is what it was, and nothing is entered twice.
void Life::settle_unanswered() {
  for (const auto& asks : std::exchange(unanswered_, {})) {
    std::size_t found = 0, asked = 1;
    const auto known = [this](const std::string& id) { return core_->record->find(id).empty() ? 0U : 1U; };
    if (const auto* closed = std::get_if<ClosedRequest>(&asks)) {
      found = known(closed->id);
    } else {
      const auto& facts = std::get<std::vector<EntryRequest>>(asks);
      asked = facts.size();
      for (const auto& fact : facts) found += known(fact.id);
    }
    demand(found == 0 || found == asked, "a commit is there wholly or not at all",
           std::to_string(found) + " of " + std::to_string(asked));
    tell(found == 0 ? "unanswered and absent" : "unanswered and there");
    const auto commits = disk_.commits;
    if (free_ < Room::least) continue;
    ask(asks);
    demand(found == 0 || disk_.commits == commits, "I12 same request, same answer", "entered twice after a crash");
  }
}

// What the readers see; the planted world lacks the last entry.
std::string Life::seen() const {
  if (setting_.planted == Planted::world_forgets) {
    auto image = disk_.kept;
    if (!image.entries[0].empty()) image.entries[0].pop_back();
    return text_of(fold(image));
  }
  return core_->registrar->read([&](const World& open, const auto&) {
    return core_->registrar->read_closed([&](const ClosedWorld& closed) { return text_of(WorldsKept{open, closed}); });
  });
}

// I13: what the readers see is the fold of what lies on the disk.
void Life::compare_worlds() {
  const auto folded = fold(disk_.kept);
  demand_two_persons(folded.closed);
  demand(seen() == text_of(folded), "I13 the world is the fold of the log", "");
  tell("worlds compared");
}

void Life::finish() {
  free_ = disk_total;
  frozen_ = 0;
  wall_ = std::max(wall_, core_->record->last_at());
  wall_.us += 2 * hour_us;
  disk_.arm(Trouble::none, 0);
  guarded([this] { turn(); });
  ledger_.look(*core_->record);
  compare_worlds();
  ledger_.look_back(*core_->record);
  demand(verify(core_->record->store()).sound(), "the whole record verifies", "");
  did_["receipts verified"] += ledger_.receipts_verified;
  did_["consistencies proven"] += ledger_.consistencies_proven;
  // I14: whatever entries a reader cannot read, it makes a world of the rest.
  auto some = disk_.kept;
  for (const auto log : logs) std::erase_if(some.entries[at(log)], [this](const auto&) { return plan_.one_in(3); });
  fold(some);
  restart();
}

std::string Life::image_bytes() const {
  std::string out;
  for (const auto log : logs) {
    for (const auto& bytes : disk_.kept.entries[at(log)]) out += bytes + "\n";
    for (const auto& mark : disk_.kept.marks[at(log)]) out += to_hex(mark.signature) + "\n";
    out += disk_.kept.checkpoints[at(log)] + disk_.memory[at(log)];
  }
  return out;
}

}  // namespace comity
