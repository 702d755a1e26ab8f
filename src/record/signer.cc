#include "record/signer.h"

#include "record/files.h"

namespace comity {
namespace {

[[noreturn]] void refuse(Log log, const std::string& why) {
  throw Fault("signer-refuses", std::string(name_of(log)) + " log: " + why);
}

class FileMemory : public SignerMemory {
 public:
  explicit FileMemory(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::string name(Log log) const override { return file(log).string(); }
  std::optional<std::string> read(Log log) const override { return read_file(file(log)); }
  void write(Log log, std::string_view note) override { write_durably(file(log), note); }

 private:
  std::filesystem::path file(Log log) const { return folder_ / ("signed-" + std::string(name_of(log))); }

  std::filesystem::path folder_;
};

Checkpoint remembered(const SignerMemory& memory, const VerifierKey& key, Log log) {
  const auto note = memory.read(log);
  if (!note) refuse(log, memory.name(log) + " is missing");
  const auto checkpoint = open_checkpoint(*note, key);
  if (!checkpoint) refuse(log, memory.name(log) + ": " + checkpoint.refusal().code);
  return *checkpoint;
}

}  // namespace

Signer::Signer(std::filesystem::path folder, const SignKey& key)
    : Signer(std::make_unique<FileMemory>(std::move(folder)), key) {}

void Signer::begin(const std::filesystem::path& folder, const Genesis& genesis) {
  FileMemory memory(folder);
  for (const auto log : logs) memory.write(log, genesis.checkpoints[static_cast<std::size_t>(log)]);
}

// Reads the leaves that are new to the signer from the store itself, not from anybody's memory of them.
void Signer::follow(const Record& record, Log log, std::int64_t size) {
  auto& tree = trees_[static_cast<std::size_t>(log)];
  if (size > record.size(log)) refuse(log, "the record holds fewer entries than were signed");
  record.each(log, static_cast<std::int64_t>(tree.size()), size,
              [&](std::int64_t, std::string_view bytes) { tree.append(leaf_hash(bytes)); });
}

// After one refusal the signer signs nothing more until it is made anew.
template <class Step>
void Signer::guarded(const Step& step) {
  if (refuses_) throw Fault("signer-refuses", "an earlier refusal stands");
  refuses_ = true;
  step();
  refuses_ = false;
}

void Signer::remember(const Record& record) {
  guarded([&] {
    for (const auto log : logs) {
      const VerifierKey key{record.origin(log), key_->public_key()};
      const auto checkpoint = remembered(*memory_, key, log);
      follow(record, log, checkpoint.size);
      signed_[static_cast<std::size_t>(log)] = checkpoint.size;
      if (trees_[static_cast<std::size_t>(log)].root() != checkpoint.root)
        refuse(log, "the record is not the one that was signed");
    }
    remembers_ = true;
  });
}

void Signer::sign(Record& record, Log log, std::int64_t size) {
  check(remembers_, "a signer remembers before it signs");
  try {
    guarded([&] { sign_next(record, log, size); });
  } catch (...) {
    record.stop();
    throw;
  }
}

void Signer::sign_next(Record& record, Log log, std::int64_t size) {
  follow(record, log, size);
  const auto root = trees_[static_cast<std::size_t>(log)].root();
  if (root != record.root(log, size)) refuse(log, "the stored leaves are not those that were judged");
  const auto note = sign_checkpoint({record.origin(log), size, root}, *key_);
  auto& last = signed_[static_cast<std::size_t>(log)];
  if (last == size && record.checkpoint(log) == note) return;
  // Remembered before it is given out: after a crash between the two we know more than we said, never less.
  memory_->write(log, note);
  last = size;
  record.put_checkpoint(log, note);
}

}  // namespace comity
