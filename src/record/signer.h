// Signs checkpoints and remembers in files of its own what it has signed: it re-reads the new leaves, proves that they
// extend what it signed before, and refuses for good when they do not (docs/record-format.md 12).
#pragma once

#include <filesystem>

#include "record/record.h"

namespace comity {

// Where a signer keeps the last note that it gave out, of each log: apart from the record, so that it notices when the
// record went back.
class SignerMemory {
 public:
  SignerMemory() = default;
  SignerMemory(const SignerMemory&) = delete;
  SignerMemory& operator=(const SignerMemory&) = delete;
  virtual ~SignerMemory() = default;

  virtual std::string name(Log log) const = 0;                 // for whoever has to look for it
  virtual std::optional<std::string> read(Log log) const = 0;  // nothing where there is none
  // Durable when it returns; interrupted, the note is the old one or the new one. Throws Fault disk.
  virtual void write(Log log, std::string_view note) = 0;
};

class Signer {
 public:
  // `folder` holds one memory file per log: signed-public, signed-closed. The key must outlive the signer.
  Signer(std::filesystem::path folder, const SignKey& key);
  Signer(std::unique_ptr<SignerMemory> memory, const SignKey& key) : memory_(std::move(memory)), key_(&key) {}
  static void begin(const std::filesystem::path& folder, const Genesis& genesis);  // the memory of an empty record

  // Start-up: throws Fault signer-refuses where the record does not extend what was signed (a rollback, a fork).
  void remember(const Record& record);
  // Signs the log's first `size` entries, which end a commit, and puts the checkpoint into the record; nothing to do
  // where the last one is that. Others may append meanwhile. Throws Fault signer-refuses, disk; the record is then
  // stopped: acts without a checkpoint would come to nobody's notice.
  void sign(Record& record, Log log, std::int64_t size);
  void sign(Record& record, Log log) { sign(record, log, record.size(log)); }

 private:
  void sign_next(Record& record, Log log, std::int64_t size);
  void follow(const Record& record, Log log, std::int64_t size);
  template <class Step>
  void guarded(const Step& step);

  std::unique_ptr<SignerMemory> memory_;
  const SignKey* key_;
  std::array<Frontier, 2> trees_{};       // of the leaves that were read, by Log
  std::array<std::int64_t, 2> signed_{};  // the size that was last signed, by Log
  bool remembers_ = false;
  bool refuses_ = false;
};

}  // namespace comity
