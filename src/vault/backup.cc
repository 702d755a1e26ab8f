#include "vault/backup.h"

#include <fmt/format.h>

#include "base/check.h"
#include "record/files.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

std::optional<std::int64_t> epoch_of(const fs::path& backup) {
  const auto text = read_file(backup / "epoch");
  return text && text->ends_with('\n') ? parse_epoch(std::string_view(*text).substr(0, text->size() - 1))
                                       : std::nullopt;
}

// What a lost vault left of its log would be played into the restored one.
void clear(const fs::path& folder) {
  for (const char* file : {"vault.db", "vault.db-wal", "vault.db-journal", "vault.db-shm"}) fs::remove(folder / file);
}

}  // namespace

Result<std::int64_t> back_up_vault(Vault& vault, const fs::path& folder) {
  if (fs::exists(folder)) return Refusal{"backup-exists", {{"folder", folder.string()}}};
  auto aside = folder;
  aside += ".new";
  fs::remove_all(aside);
  fs::create_directories(aside);
  fs::permissions(aside, fs::perms::owner_all);
  if (const auto copied = vault.copy_to(aside / "vault.db"); !copied) {
    fs::remove_all(aside);
    return copied.refusal();
  }
  const auto epoch = vault.epoch();
  write_durably(aside / "epoch", std::to_string(epoch) + "\n");
  fs::rename(aside, folder);
  sync_folder(folder.has_parent_path() ? folder.parent_path() : fs::path("."));
  return epoch;
}

Result<std::unique_ptr<Vault>> restore_vault(const fs::path& backup, const fs::path& folder, const std::string& origin,
                                             const VaultOutside& outside) {
  if (fs::exists(folder / "vault.db")) return Refusal{"vault-exists", {{"folder", folder.string()}}};
  const auto epoch = epoch_of(backup);
  const auto bytes = read_file(backup / "vault.db");
  if (!epoch || !bytes) return Refusal{"vault-backup-missing", {{"folder", backup.string()}}};
  const auto key = read_epoch_key(folder / "vault-key");
  if (!key) throw Fault("vault-key-missing", (folder / "vault-key").string());
  if (key->epoch != *epoch)
    throw Fault("vault-epoch", fmt::format("the backup is of epoch {}, vault-key of epoch {}", *epoch, key->epoch));
  clear(folder);
  write_durably(folder / "vault.db", *bytes);
  try {
    return std::make_unique<Vault>(folder, origin, outside);
  } catch (const Fault&) {
    clear(folder);
    throw;
  }
}

}  // namespace comity
