// The sub-commands: what each is called, which options it takes, what it does. One file each. Knows no parser.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <variant>

#include "cli/terminal.h"

namespace comity {

// What is given for an option goes into `into`; what stands there before is the default. A bool is given without a
// value.
struct Option {
  std::string name;  // "--data", or "FOLDER" for what is named without an option
  std::string help;
  // An optional tells whether it was given; its default is the command's affair.
  std::variant<std::string*, std::uint16_t*, std::vector<std::string>*, std::optional<std::string>*, bool*> into;
  bool required = false;
  std::string environment{};  // a variable that stands in where the option is not given
};

struct Command {
  std::string name;
  std::string help;
  std::vector<Option> options;
  std::function<int(const Terminal&)> run;  // keeps alive what the options go into; gives the exit code (terminal.h)
};

// The option that most sub-commands share.
struct DataOption {
  std::string data = "var";
  std::filesystem::path path() const { return data; }
  Option option() { return {"--data", "the data directory", &data, false, "COMITY_DATA"}; }
};

Command acts_command();
Command backup_command();
Command bundle_command();
Command check_command();
Command completions_command();
Command diff_command();
Command entries_command();
Command export_command();
Command freeze_command();
Command import_command();
Command init_command();
Command load_command();
Command metrics_command();
Command mirror_command();
Command prove_command();
Command report_command();
Command report_version_command();
Command restore_command();
Command routes_command();
Command search_command();
Command serve_command();
Command settings_command();
Command show_command();
Command site_command();
Command succeed_command();
Command terms_command();
Command vault_backup_command();
Command vault_epoch_command();
Command vault_restore_command();
Command verify_command();
Command version_command();
Command witness_command();

// All of them, in the order in which help tells them.
std::vector<Command> all_commands();

// Parses the arguments and runs the sub-command. Exit codes: terminal.h.
int run_command_line(int argc, const char* const* argv);

}  // namespace comity
