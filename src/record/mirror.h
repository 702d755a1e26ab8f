// A copy of a foreign log, verified as it is made: the static files of C2SP tlog-tiles in a folder, served again by
// any file server. What was copied once is never replaced by another history. Knows no network.
#pragma once

#include <filesystem>
#include <functional>

#include "record/checkpoint.h"

namespace comity {

// The bytes of a file of the log ("checkpoint", "tile/0/000.p/12"); nothing where the log has none.
using FetchFile = std::function<std::optional<std::string>(const std::string& path)>;
// Told after each bundle: entries that are held, entries that there are.
using MirrorStep = std::function<void(std::int64_t held, std::int64_t of)>;

struct Mirrored {
  std::int64_t before = 0;  // entries that the folder held
  Checkpoint now{};
};

// Brings the folder up to the log's checkpoint, which is written last: what was interrupted is taken up again.
// Re-reads and re-verifies what the folder holds. Refuses as open_checkpoint, and mirror-absent {file} (the log does
// not give it), mirror-differs {file} (its bytes do not fit the checkpoint), mirror-smaller {held, size}, mirror-forked
// {held} (another history than the one that was copied). Throws Fault disk.
Result<Mirrored> mirror(const std::filesystem::path& folder, const VerifierKey& key, const FetchFile& fetch,
                        const MirrorStep& step = {});

// Whether the folder holds a whole log as its checkpoint says, by the entries and by every hash; changes nothing.
// Refuses as open_checkpoint, and file-missing {file}, mirror-differs {file}. Throws Fault disk.
Result<Checkpoint> verify_mirror(const std::filesystem::path& folder, const VerifierKey& key);

}  // namespace comity
