#include "record/directory.h"

#include <algorithm>

#include "record/files.h"
#include "record/sqlite.h"

namespace comity {
namespace {

// What the `format` file says.
std::string format_text() { return "comity " + std::to_string(directory_version) + "\n"; }

void require_version(const std::filesystem::path& folder) {
  auto found = read_file(folder / "format").value_or("");
  if (found == format_text()) return;
  found.resize(std::min({found.find('\n'), found.size(), std::size_t(40)}));
  throw Fault("directory-version", folder.string() + " is of format '" + found + "', this program reads 'comity " +
                                       std::to_string(directory_version) + "'");
}

}  // namespace

bool holds_record(const std::filesystem::path& folder) { return std::filesystem::exists(folder / "format"); }

Verdict init_directory(const std::filesystem::path& folder, std::string_view origin, const SignKey& key,
                       const std::function<void()>& fill) {
  if (!origin.empty() && (!is_key_name(origin) || origin.ends_with("/closed")))
    return Refusal{"origin-malformed", {{"origin", std::string(origin)}}};
  make_folder(folder);
  const auto lock = Lock::take(folder / "lock");
  if (!lock) return lock.refusal();
  if (holds_record(folder)) return Refusal{"record-exists", {{"folder", folder.string()}}};
  if (std::filesystem::exists(folder / "key") || std::filesystem::exists(folder / "record.db"))
    return Refusal{"record-unfinished", {{"folder", folder.string()}}};
  const auto born = genesis(origin, key);
  write_key(folder / "key", key);
  create_sqlite(folder / "record.db", born);
  Signer::begin(folder, born);
  make_folder(folder / "blobs");
  if (fill) fill();
  write_durably(folder / "format", format_text());
  return Granted{};
}

Verdict freeze_directory(const std::filesystem::path& folder, std::string_view reason) {
  if (!holds_record(folder)) return Refusal{"record-missing", {{"folder", folder.string()}}};
  const auto lock = Lock::take(folder / "lock");
  if (!lock) return lock.refusal();
  if (std::filesystem::exists(folder / "frozen")) return Refusal{"log-frozen", {}};
  write_durably(folder / "frozen", std::string(reason) + "\n");
  return Granted{};
}

Result<OpenDirectory> open_directory(const std::filesystem::path& folder) {
  if (!holds_record(folder)) return Refusal{"record-missing", {{"folder", folder.string()}}};
  require_version(folder);
  auto lock = Lock::take(folder / "lock");
  if (!lock) return lock.refusal();
  auto key = std::make_unique<SignKey>(read_key(folder / "key"));
  auto record = std::make_unique<Record>(open_sqlite(folder / "record.db"));
  if (record->key().public_key != key->public_key())
    throw Fault("key-mismatch", (folder / "key").string() + " is not the key of this record");
  auto signer = std::make_unique<Signer>(folder, *key);
  signer->remember(*record);
  if (std::filesystem::exists(folder / "frozen")) record->freeze();
  return OpenDirectory{std::move(*std::move(lock)), std::move(key), std::move(record), std::move(signer),
                       std::make_unique<Blobs>(folder / "blobs")};
}

}  // namespace comity
