// The disk is not what it was: an older record, another record, a bit that flipped. Each is noticed.
#include "simulation/sim_life.h"

namespace comity {

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

}  // namespace comity
