#include "record/backup.h"

#include <deque>

#include "record/export.h"
#include "record/files.h"
#include "record/sqlite.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

Instant first_at(const Batch& batch) { return parse_head(batch.entries.front())->at; }
Instant last_at(const Batch& batch) { return parse_head(batch.entries.back())->at; }

// What was one commit is one again: batches of both logs whose instants lie within each other (docs/record-format.md
// 3: instants increase from commit to commit, over both logs).
class Replay {
 public:
  explicit Replay(const fs::path& backup) {
    for (const auto log : logs)
      each_batch(of_log(backup, log),
                 [&](Batch batch) { rest_[static_cast<std::size_t>(log)].push_back(std::move(batch)); });
  }
  bool done() const { return rest_[0].empty() && rest_[1].empty(); }
  Commit next() {
    auto& open = rest_[0];
    auto& closed = rest_[1];
    const bool only_open = closed.empty() || (!open.empty() && last_at(open.front()) < first_at(closed.front()));
    const bool only_closed = open.empty() || (!closed.empty() && last_at(closed.front()) < first_at(open.front()));
    Commit commit;
    if (!only_closed) take(commit, Log::open);
    if (!only_open) take(commit, Log::closed);
    return commit;
  }

 private:
  void take(Commit& commit, Log log) {
    auto& rest = rest_[static_cast<std::size_t>(log)];
    commit[log] = std::move(rest.front());
    rest.pop_front();
  }
  std::array<std::deque<Batch>, 2> rest_{};  // by Log
};

void fill(const fs::path& backup, const fs::path& folder) {
  Record record(open_sqlite(folder / "record.db"));
  each_commit(backup, [&record](const Commit& commit) { record.append(commit); });
  for (const auto log : logs) {
    const auto note = read_file(of_log(backup, log) / "checkpoint").value_or("");
    record.put_checkpoint(log, note);
    write_durably(folder / ("signed-" + std::string(name_of(log))), note);
  }
  copy_blobs(backup / "blobs", folder / "blobs");
}

}  // namespace

fs::path of_log(const fs::path& folder, Log log) { return folder / std::string(name_of(log)); }

void copy_blobs(const fs::path& from, const fs::path& to) {
  make_folder(to);
  if (!fs::exists(from)) return;
  for (const auto& file : fs::recursive_directory_iterator(from)) {
    if (!file.is_regular_file() || file.path().filename().string().starts_with('.')) continue;
    const auto place = to / fs::relative(file.path(), from);
    make_folder(place.parent_path());
    write_durably(place, read_file(file.path()).value_or(""));
  }
}

void each_commit(const fs::path& backup, const std::function<void(const Commit&)>& take) {
  for (Replay replay(backup); !replay.done();) take(replay.next());
}

Report judge_backup(const fs::path& backup) {
  Report report;
  for (const auto log : logs) {
    const auto one = verify_export(of_log(backup, log));
    report.logs[static_cast<std::size_t>(log)] = one.logs[static_cast<std::size_t>(log)];
    report.problems.insert(report.problems.end(), one.problems.begin(), one.problems.end());
  }
  return report;
}

Verdict back_up(const Record& record, const Checkpoints& checkpoints, const fs::path& blobs, const fs::path& folder) {
  if (fs::exists(folder)) return Refusal{"backup-exists", {{"folder", folder.string()}}};
  auto aside = folder;
  aside += ".new";
  fs::remove_all(aside);
  make_folder(aside);
  fs::permissions(aside, fs::perms::owner_all);  // the closed log is in it
  for (const auto log : logs) export_log(record, log, checkpoints[static_cast<std::size_t>(log)], of_log(aside, log));
  copy_blobs(blobs, aside / "blobs");
  fs::rename(aside, folder);
  sync_folder(folder.has_parent_path() ? folder.parent_path() : fs::path("."));
  return Granted{};
}

Result<Report> restore(const fs::path& backup, const fs::path& folder, const SignKey& key) {
  const auto text = read_file(of_log(backup, Log::open) / "key");
  if (!text) return Refusal{"backup-missing", {{"folder", backup.string()}}};
  auto report = judge_backup(backup);
  if (!report.sound()) return report;
  const auto verifier = *parse_verifier_key(std::string_view(*text).substr(0, text->find('\n')));
  if (verifier.public_key != key.public_key()) return Refusal{"backup-other-key", {{"folder", backup.string()}}};
  const auto made = init_directory(folder, verifier.name, key, [&] { fill(backup, folder); });
  if (!made) return made.refusal();
  const auto opened = open_directory(folder);
  if (!opened) return opened.refusal();
  return report;
}

}  // namespace comity
