// A log that takes the place of one that can no longer be carried on: its first entry commits to the earlier log's last
// good checkpoint, the entries after it are that log's, each one number later (docs/record-format.md 14).
#pragma once

#include <filesystem>

#include "record/backup.h"

namespace comity {

// The earlier logs, as a backup holds them up to their last good checkpoints.
struct Predecessor {
  std::array<VerifierKey, 2> keys{};   // by Log, each named by its log's origin
  std::array<std::string, 2> notes{};  // the signed checkpoints
};
// Reads only; whether the backup is sound says judge_backup. Refuses backup-missing {folder}, and as
// parse_verifier_key.
Result<Predecessor> read_predecessor(const std::filesystem::path& backup);

// Makes a data directory whose logs succeed those of a sound backup. `first` gives the canonical bytes of the first
// entry of each log, number 0, at the instant that it is handed: the carried entries keep their own, which come later
// (`now` where there is none). Refuses as init_directory and read_predecessor, and succession-same-origin {origin}.
using FirstEntry = std::function<std::string(Log log, Instant at)>;
Verdict succeed(const std::filesystem::path& backup, const std::filesystem::path& folder, std::string_view origin,
                const SignKey& key, const FirstEntry& first, Instant now);

// The same entry under the next or the previous number. The bytes are canonical; nothing where they cannot be read.
std::optional<std::string> renumbered(std::string_view bytes, std::int64_t by);

// The generations of one log, read back from the successor itself: generation 0 is the log as it is, 1 the one that it
// succeeds, and so on.
struct Generation {
  std::string origin{};
  Tree tree{};                // of this generation's leaves
  std::int64_t carried = -1;  // entries 1 to `carried` are the previous generation's; -1: it succeeds none
};
// What the first entry of a successor says of its predecessor, or none.
using Succeeded = std::function<std::optional<std::pair<VerifierKey, std::string>>(std::string_view bytes)>;
// Throws Fault record-damaged (succession-wrong) where a first entry commits to something else than what follows it.
std::vector<Generation> generations(const Record& record, Log log, const Succeeded& succeeded);

}  // namespace comity
