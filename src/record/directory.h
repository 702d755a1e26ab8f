// The data directory: which file is where, how it is born, and in which order it is opened.
//   format   lock   key   record.db   signed-public   signed-closed   cosigned-public   blobs/   reserve   frozen
//   socket
#pragma once

#include <filesystem>
#include <memory>

#include "record/blobs.h"
#include "record/lock.h"
#include "record/record.h"
#include "record/signer.h"

namespace comity {

inline constexpr int directory_version = 1;

// Everything that an open record needs. Members are destroyed from the last to the first: the lock goes last.
struct OpenDirectory {
  Lock lock;
  std::unique_ptr<SignKey> key;
  std::unique_ptr<Record> record;
  std::unique_ptr<Signer> signer;
  std::unique_ptr<Blobs> blobs;
};

bool holds_record(const std::filesystem::path& folder);

// Makes a record: an empty one, or with what `fill` puts into it. An empty origin gives the default one. Refuses
// record-exists {folder}, origin-malformed {origin}, record-in-use {pid}, and record-unfinished {folder} where a birth
// was interrupted before its `format` file, the last.
Verdict init_directory(const std::filesystem::path& folder, std::string_view origin, const SignKey& key,
                       const std::function<void()>& fill = {});

// Ends the logs: whoever opens the directory from here on reads it and enters nothing. Opens nothing itself, so that a
// record which start-up refuses can be ended too. Refuses record-missing {folder}, record-in-use {pid}, log-frozen.
Verdict freeze_directory(const std::filesystem::path& folder, std::string_view reason);

// Takes the lock, checks the version, verifies the whole record and the signer's memory, in this order.
// Refuses record-in-use {pid}, record-missing {folder}. Throws Fault directory-version, record-damaged,
// signer-refuses, key-…, disk. Blobs are checked by who knows which of them the acts name (Blobs::absent).
Result<OpenDirectory> open_directory(const std::filesystem::path& folder);

}  // namespace comity
