// The vault's own backup (docs/vault.md 6), apart from the record's: wrapped keys and ciphertexts, never an epoch's
// key. It can be restored while its epoch lasts, and by nobody after that.
//   vault.db   epoch
#pragma once

#include "vault/vault.h"

namespace comity {

// The folder is whole when it has its name; only its owner may read it. Answers the epoch. Refuses backup-exists
// {folder}, vault-none. Throws Fault disk, disk-full.
Result<std::int64_t> back_up_vault(Vault& vault, const std::filesystem::path& folder);

// Puts the backup's vault.db into a data directory that has its `vault-key` but no vault.db, and opens it; where it
// does not open, nothing is left. The caller holds the directory's lock and has to reconcile the vault with the record.
// Refuses vault-exists {folder}, vault-backup-missing {folder}. Throws Fault vault-key-missing, vault-epoch (both are
// named), and as Vault.
Result<std::unique_ptr<Vault>> restore_vault(const std::filesystem::path& backup, const std::filesystem::path& folder,
                                             const std::string& origin, const VaultOutside& outside);

}  // namespace comity
