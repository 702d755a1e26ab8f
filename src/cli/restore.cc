// comity restore BACKUP: a new data directory from a backup and the record's key, verified.
#include "cli/commands.h"
#include "cli/report.h"
#include "record/backup.h"

namespace comity {
namespace {

struct RestoreOptions : DataOption {
  std::string backup;
  std::string key;
};

int run(const RestoreOptions& options, const Terminal& terminal) {
  const auto restored = restore(options.backup, options.path(), read_key(options.key));
  if (!restored) return terminal.refuse(restored.refusal());
  const auto exit = print_outcome(outcome_of(*restored), terminal);
  if (exit == Exit::done) terminal.say("cli.restore.done", {{"folder", options.data}});
  return exit;
}

}  // namespace

Command restore_command() {
  const auto options = std::make_shared<RestoreOptions>();
  const Option backup{"BACKUP", "the folder that backup made", &options->backup, true};
  const Option key{"--key-file", "the copy of the record's key file, which lies elsewhere", &options->key, true};
  return {"restore",
          "make a data directory from a backup, and verify it",
          {options->option(), backup, key},
          [options](const Terminal& terminal) { return run(*options, terminal); }};
}

}  // namespace comity
