// A log as four plain files that strangers can read: entries.jsonl, batches.jsonl, checkpoint, key.
// docs/record-format.md specifies them; every bit of them is bound by a hash or a signature.
#pragma once

#include <filesystem>

#include "record/record.h"
#include "record/verify.h"

namespace comity {

// The batches.jsonl of the log's first `size` entries: a commit must end there.
std::string batches_text(const Record& record, Log log, std::int64_t size);

// Writes the log up to a checkpoint that it signed. The folder is made; files in it are replaced. Throws Fault disk.
void export_log(const Record& record, Log log, std::string_view checkpoint, const std::filesystem::path& folder);

// The entries and batches of an exported folder, batch by batch; the folder was found sound before.
void each_batch(const std::filesystem::path& folder, const std::function<void(Batch batch)>& take);

// Verifies an exported folder; problems name the file or the entry. The export ends exactly at its checkpoint.
Report verify_export(const std::filesystem::path& folder, const std::optional<VerifierKey>& trusted = std::nullopt);

}  // namespace comity
