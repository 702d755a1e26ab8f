// Signs checkpoints and remembers in files of its own what it has signed: it re-reads the new leaves, proves that they
// extend what it signed before, and refuses for good when they do not (docs/record-format.md 12).
#pragma once

#include <filesystem>

#include "record/record.h"

namespace comity {

class Signer {
 public:
  // `folder` holds one memory file per log: signed-public, signed-closed. The key must outlive the signer.
  Signer(std::filesystem::path folder, const SignKey& key) : folder_(std::move(folder)), key_(&key) {}
  static void begin(const std::filesystem::path& folder, const Genesis& genesis);  // the memory of an empty record

  // Start-up: throws Fault signer-refuses where the record does not extend what was signed (a rollback, a fork).
  void remember(const Record& record);
  // Signs the log's first `size` entries, which end a commit, and puts the checkpoint into the record; nothing to do
  // where the last one is that. Others may append meanwhile. Throws Fault signer-refuses, disk; the record is then
  // stopped: acts without a checkpoint would come to nobody's notice.
  void sign(Record& record, Log log, std::int64_t size);
  void sign(Record& record, Log log) { sign(record, log, record.size(log)); }

 private:
  std::filesystem::path file(Log log) const;
  void sign_next(Record& record, Log log, std::int64_t size);
  void follow(const Record& record, Log log, std::int64_t size);
  template <class Step>
  void guarded(const Step& step);

  std::filesystem::path folder_;
  const SignKey* key_;
  std::array<Frontier, 2> trees_{};       // of the leaves that were read, by Log
  std::array<std::int64_t, 2> signed_{};  // the size that was last signed, by Log
  bool remembers_ = false;
  bool refuses_ = false;
};

}  // namespace comity
