// A log as four plain files that strangers can read: entries.jsonl, batches.jsonl, checkpoint, key.
// docs/record-format.md specifies them; every bit of them is bound by a hash or a signature.
#pragma once

#include <filesystem>

#include "record/record.h"
#include "record/verify.h"

namespace comity {

// The batches.jsonl of the log's first `size` entries: a commit must end there.
std::string batches_text(const Record& record, Log log, std::int64_t size);

// Writes the log up to its last checkpoint. The folder is made; files in it are replaced. Throws Fault disk.
void export_log(const Record& record, Log log, const std::filesystem::path& folder);

// Verifies an exported folder; problems name the file or the entry. The export ends exactly at its checkpoint.
Report verify_export(const std::filesystem::path& folder, const std::optional<VerifierKey>& trusted = std::nullopt);

}  // namespace comity
