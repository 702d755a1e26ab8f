// comity vault-backup, vault-restore, vault-epoch: the vault's own copies and epochs, apart from the record's.
#include "cli/commands.h"
#include "cli/house.h"
#include "record/directory.h"
#include "seal/random.h"
#include "vault/backup.h"

namespace comity {
namespace {

VaultOutside world() { return {wall_clock, random_bytes}; }

std::string path_of(const std::string& folder) { return std::filesystem::absolute(folder).string(); }

// The record is opened too: its lock is the vault's, its origin is bound into every box.
template <class Step>
int in_directory(const DataOption& data, const Terminal& terminal, const Step& step) {
  const auto opened = open_directory(data.path());
  return opened ? step(opened->record->origin()) : terminal.refuse(opened.refusal());
}

int back_up(Vault& vault, const std::string& folder, const Terminal& terminal) {
  const auto epoch = back_up_vault(vault, path_of(folder));
  if (!epoch) return terminal.refuse(epoch.refusal());
  terminal.say("cli.vault-backup.done", {{"folder", folder}, {"epoch", std::to_string(*epoch)}});
  return Exit::done;
}

int begin_epoch(Vault& vault, const Terminal& terminal) {
  const auto epoch = vault.next_epoch();
  if (!epoch) return terminal.refuse(epoch.refusal());
  terminal.say("cli.vault-epoch.done", {{"epoch", std::to_string(*epoch)}, {"subjects", vault.subjects()}});
  return Exit::done;
}

int restore(const std::string& backup, const std::filesystem::path& data, const std::string& origin,
            const Terminal& terminal) {
  const auto vault = restore_vault(backup, data, origin, world());
  if (!vault) return terminal.refuse(vault.refusal());
  terminal.say("cli.vault-restore.done", {{"folder", data.string()}, {"subjects", (*vault)->subjects()}});
  return Exit::done;
}

struct FolderOptions : DataOption {
  std::string folder;
};

}  // namespace

Command vault_backup_command() {
  const auto options = std::make_shared<FolderOptions>();
  const Option folder{"FOLDER", "where the copy is made; must not exist yet", &options->folder, true};
  return {"vault-backup",
          "copy the vault of personal data, without the key of its epoch",
          {options->option(), folder},
          [options](const Terminal& terminal) {
            return in_directory(*options, terminal, [&](const std::string& origin) {
              Vault vault(options->path(), origin, world());
              return back_up(vault, options->folder, terminal);
            });
          }};
}

Command vault_restore_command() {
  const auto options = std::make_shared<FolderOptions>();
  const Option folder{"BACKUP", "the folder that vault-backup made in this epoch", &options->folder, true};
  return {"vault-restore",
          "put a lost vault back from its backup",
          {options->option(), folder},
          [options](const Terminal& terminal) {
            return in_directory(*options, terminal, [&](const std::string& origin) {
              return restore(options->folder, options->path(), origin, terminal);
            });
          }};
}

Command vault_epoch_command() {
  const auto options = std::make_shared<DataOption>();
  return {"vault-epoch",
          "begin the vault's next epoch: no older copy of it can be opened any more",
          {options->option()},
          [options](const Terminal& terminal) {
            return in_directory(*options, terminal, [&](const std::string& origin) {
              Vault vault(options->path(), origin, world());
              return begin_epoch(vault, terminal);
            });
          }};
}

}  // namespace comity
