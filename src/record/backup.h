// A copy of the whole record as acts, never as pages of a database: what strangers can verify, and what a new data
// directory is built from by replay. The private key is not in it.
//   public/   closed/   (each an exported log, export.h)   blobs/
#pragma once

#include "record/directory.h"
#include "record/verify.h"

namespace comity {

// Signed between two commits, so that both logs stand at the same moment.
using Checkpoints = std::array<std::string, 2>;  // by Log

// Copies up to the checkpoints; others may go on entering. The folder is whole when it has its name: until then it is
// called `folder`.new; only its owner may read it. Refuses backup-exists {folder}. Throws Fault disk.
Verdict back_up(const Record& record, const Checkpoints& checkpoints, const std::filesystem::path& blobs,
                const std::filesystem::path& folder);

// Builds a data directory from a backup and verifies it as every start-up does. The report says what is wrong with the
// backup; then nothing was made. Refuses backup-missing {folder}, backup-other-key {folder}, and as init_directory.
Result<Report> restore(const std::filesystem::path& backup, const std::filesystem::path& folder, const SignKey& key);

// What is in a backup: a folder for each log, its commits in order, its blobs; and whether it is sound. Both logs are
// judged, each by itself; what must hold between them is judged when the directory is opened.
std::filesystem::path of_log(const std::filesystem::path& backup, Log log);
void each_commit(const std::filesystem::path& backup, const std::function<void(const Commit&)>& take);
void copy_blobs(const std::filesystem::path& from, const std::filesystem::path& to);
Report judge_backup(const std::filesystem::path& backup);

}  // namespace comity
