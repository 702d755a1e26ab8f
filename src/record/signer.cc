#include "record/signer.h"

#include "record/files.h"

namespace comity {
namespace {

[[noreturn]] void refuse(Log log, const std::string& why) {
  throw Fault("signer-refuses", std::string(name_of(log)) + " log: " + why);
}

Checkpoint remembered(const std::filesystem::path& file, const VerifierKey& key, Log log) {
  const auto note = read_file(file);
  if (!note) refuse(log, file.string() + " is missing");
  const auto checkpoint = open_checkpoint(*note, key);
  if (!checkpoint) refuse(log, file.string() + ": " + checkpoint.refusal().code);
  return *checkpoint;
}

}  // namespace

std::filesystem::path Signer::file(Log log) const { return folder_ / ("signed-" + std::string(name_of(log))); }

void Signer::begin(const std::filesystem::path& folder, const Genesis& genesis) {
  for (const auto log : logs)
    write_durably(folder / ("signed-" + std::string(name_of(log))), genesis.checkpoints[static_cast<std::size_t>(log)]);
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
      const auto checkpoint = remembered(file(log), key, log);
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
  write_durably(file(log), note);
  last = size;
  record.put_checkpoint(log, note);
}

}  // namespace comity
