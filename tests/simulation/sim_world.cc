#include "simulation/sim_world.h"

#include "record/anchor.h"
#include "record/verify.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t hour = 3'600 * second;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t disk_total = 1'000 * Room::least;

constexpr std::size_t at(Log log) { return static_cast<std::size_t>(log); }

const SignKey& the_key() {
  static const auto key = SignKey::from_seed(std::string(32, '\x07'));
  return key;
}
const Genesis& the_genesis() {
  static const auto born = genesis("example.org/log", the_key());
  return born;
}

// The core as a process has it: gone with a crash.
struct Core {
  std::unique_ptr<Record> record;
  Signer signer;
  Blobs blobs;
  Room room;
  std::unique_ptr<Registrar> registrar{};
  std::unique_ptr<Rhythm> rhythm{};
};

class Life {
 public:
  explicit Life(const Setting& setting)
      : setting_(setting),
        plan_(setting.seed * 4 + 1),
        faults_(setting.seed * 4 + 2),
        salts_(setting.seed * 4 + 3),
        callers_(setting.seed * 4, setting.closed_seed == 0 ? ~setting.seed : setting.closed_seed),
        disk_(the_genesis(), setting.planted),
        ledger_(disk_, {the_genesis().key.substr(0, the_genesis().key.find('+')), the_key().public_key()}),
        signing_(plan_.one_in(2) ? Signing::later : Signing::with_each_commit),
        trouble_share_(2 + faults_.below(12)) {}

  Story story() {
    Story story;
    try {
      start();
      for (int i = 0; i < setting_.steps; ++i) step();
      finish();
    } catch (const Violation& violation) {
      story.violation = violation;
    }
    story.digest = to_hex(sha256(told_ + image_bytes()));
    story.masked_public = masked_public(disk_.kept);
    story.did = std::move(did_);
    return story;
  }

 private:
  // --- the process ---
  void start();
  void stop() { core_.reset(); }
  void restart();
  void crash();
  std::string start_code();
  template <class Step>
  void guarded(const Step& act);
  void judge_fault(const Fault& fault);

  // --- what is done ---
  void step();
  void act(std::int64_t what);
  void pass_time();
  void plan_trouble();
  void enter_facts();
  void enter_closed();
  void enter_bad();
  void retry();
  void reuse();
  void ask_again();
  void turn();
  void anchor_wrongly();
  void scrub();
  void fill();
  void come_back_older();
  void come_back_other();
  struct Kept;
  std::string& held(const Kept& kept);
  void flip();
  void live_with(const Kept& kept);
  void finish();

  void ask(const Asks& asks);
  void answered(const Asks& asks, const Registrar::Outcome& outcome);
  void demand_no_effect(const std::string& what, std::int64_t commits, const std::string& world) const;
  std::string seen() const;
  void compare_worlds();
  void settle_unanswered();
  std::string open_text() const;
  std::string image_bytes() const;
  void tell(const std::string& what) {
    ++did_[what];
    told_ += what + "\n";
  }

  const Setting setting_;
  Chance plan_;    // what is done: the same whatever the closed log holds
  Chance faults_;  // what goes wrong, and what is looked at again
  Chance salts_;
  Callers callers_;
  Disk disk_;
  Ledger ledger_;
  const Signing signing_;
  const std::int64_t trouble_share_;
  Instant wall_{1'800'000'000 * second};
  int frozen_ = 0;
  std::int64_t free_ = disk_total;
  std::unique_ptr<Core> core_{};
  std::vector<Refusal> alarms_{};  // that the rhythm told
  std::string refusal_{};          // why start-up refused
  std::vector<Asks> unanswered_{};
  bool damaged_ = false;  // something is flipped on the disk
  std::string told_{};
  std::map<std::string, std::int64_t> did_{};
};

// --- the process ---------------------------------------------------------------------------------------------------

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
  const Rhythms rhythms{setting_.planted == Planted::anchor_tells ? 0 : hour, hour, 10 * second, 0.8};
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
  auto code = start_code();
  if (!code.empty() && disk_.struck()) {
    tell("start-up refused what it could not read");
    disk_.disarm();
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
template <class Step>
void Life::guarded(const Step& act) {
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

// --- what is done --------------------------------------------------------------------------------------------------

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
      return tell("clock a day on"), wall_.us += day, void();
    case 1:
      return tell("clock a day back"), wall_.us -= day, void();
    case 2:
      return tell("clock stands"), frozen_ = 6, void();
    default:
      wall_.us += plan_.below(hour);
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
  const auto due = core_->registrar->read([](const World& world, const auto&) { return anchor_due(world, hour); });
  demand(due > wall_, "anchored hourly, whatever happened", print(due));
}

// As Registrar::anchor once was: the request named by the closed log's size.
void Life::anchor_wrongly() {
  const auto due = core_->registrar->read([](const World& world, const auto&) { return anchor_due(world, hour); });
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
    core_->rhythm->turn(Instant{wall_.us += hour / 4});
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

// --- the disk is not what it was -----------------------------------------------------------------------------------

// An older state of the record comes back; what the signer remembers is ahead of it.
void Life::come_back_older() {
  const auto& past = faults_.among(disk_.history);
  std::array<std::int64_t, 2> remembered{};
  for (const auto log : logs)
    remembered[at(log)] =
        open_checkpoint(disk_.memory[at(log)], {core_->record->origin(log), the_key().public_key()})->size;
  bool behind = false;
  for (const auto log : logs) behind |= static_cast<std::int64_t>(past.entries[at(log)]) < remembered[at(log)];
  if (!behind) return;
  disk_.disarm();
  const auto whole = disk_.kept;
  go_back(disk_.kept, past);
  const auto code = start_code();
  demand(code == "signer-refuses", "I22 an older record is refused", "'" + code + "'");
  disk_.kept = whole;
  tell("older record refused");
  restart();
}

// A record of as many entries that took another way, by whoever holds the key.
void Life::come_back_other() {
  const auto size = core_->record->size(Log::open);
  if (size == 0 || disk_.kept.marks[0].empty()) return;
  disk_.disarm();
  core_->registrar->sign();
  const auto whole = disk_.kept;
  const auto commits = disk_.commits;
  auto& entries = disk_.kept.entries[0];
  const auto from = disk_.kept.marks[0].size() == 1 ? 0 : disk_.kept.marks[0][disk_.kept.marks[0].size() - 2].size;
  std::vector<std::string> last(entries.begin() + from, entries.end());
  auto entry = *parse_entry(last.back());
  entry.author = JsonObject{{"role", "forger"}};
  last.back() = to_bytes(entry);
  entries.resize(static_cast<std::size_t>(from));
  const auto batch = seal_batch(core_->record->origin(Log::open), from, last, the_key());
  entries.insert(entries.end(), batch.entries.begin(), batch.entries.end());
  disk_.kept.marks[0].back() = batch.mark;
  Tree tree;
  for (const auto& bytes : entries) tree.append(leaf_hash(bytes));
  disk_.kept.checkpoints[0] = sign_checkpoint({core_->record->origin(Log::open), size, tree.root()}, the_key());
  const auto code = start_code();
  demand(code == "signer-refuses", "I22 another record is refused", "'" + code + "'");
  disk_.kept = whole;
  disk_.commits = commits;
  tell("other record refused");
  restart();
}

// What a bit may flip in: a memory, a checkpoint, a signature or an entry.
struct Life::Kept {
  Log log;
  std::int64_t what;
  std::size_t index = 0;
};

std::string& Life::held(const Kept& kept) {
  if (kept.what == 0) return disk_.memory[at(kept.log)];
  if (kept.what == 1) return disk_.kept.checkpoints[at(kept.log)];
  if (kept.what == 2) return disk_.kept.marks[at(kept.log)][kept.index].signature;
  return disk_.kept.entries[at(kept.log)][kept.index];
}

// One bit of anything that is kept. Found by the scrub where it is an entry, at start-up wherever it is; and before
// that nobody is answered by it.
void Life::flip() {
  if (!setting_.troubles) return;
  disk_.disarm();
  Kept kept{faults_.one_in(2) ? Log::open : Log::closed, faults_.below(6)};
  const auto count = kept.what < 2    ? 1
                     : kept.what == 2 ? disk_.kept.marks[at(kept.log)].size()
                                      : disk_.kept.entries[at(kept.log)].size();
  if (count == 0) return;
  kept.index = static_cast<std::size_t>(faults_.below(static_cast<std::int64_t>(count)));
  const auto good = held(kept);
  auto flipped = good;
  auto& byte = flipped[static_cast<std::size_t>(faults_.below(static_cast<std::int64_t>(good.size())))];
  byte = static_cast<char>(byte ^ (1 << faults_.below(8)));
  held(kept) = flipped;
  tell("bit flipped");
  live_with(kept);
  // A note may have been written anew meanwhile: then nothing of it is left.
  const bool left = held(kept) == flipped;
  const auto code = start_code();
  demand(code.empty() != left, "a flipped bit is found", "at start-up: " + code + " " + std::to_string(kept.what));
  tell(left ? "found at start-up" : "written anew");
  if (left) held(kept) = good;
  disk_.mend(flipped, good);
  damaged_ = false;
  restart();
}

void Life::live_with(const Kept& kept) {
  damaged_ = true;
  if (faults_.one_in(2)) return;
  guarded([this] {
    for (int i = 0; i < 4; ++i) retry();
  });
  if (core_->record->stopped() || kept.what <= 2) return;
  guarded([this] { scrub(); });
  demand(core_->record->stopped(), "a flipped bit is found", "not by the scrub");
  tell("found by the scrub");
}

// --- afterwards ----------------------------------------------------------------------------------------------------

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
  wall_.us += 2 * hour;
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

}  // namespace

Story live(const Setting& setting) { return Life(setting).story(); }

std::optional<Violation> compare_closed(Setting setting) {
  setting.troubles = false;
  std::string seen;
  for (std::uint64_t closed = 1; closed <= 3; ++closed) {
    setting.closed_seed = closed;
    const auto story = live(setting);
    if (story.violation) return story.violation;
    if (closed > 1 && story.masked_public != seen)
      return Violation{"I23 the public log tells nothing of the closed", ""};
    seen = story.masked_public;
  }
  return std::nullopt;
}

}  // namespace comity
