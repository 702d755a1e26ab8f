// The sub-commands: each adds its options to the parser and runs. One file each.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>

#include "cli/terminal.h"

namespace comity {

// What every sub-command is given. `run` is set by the sub-command that was named; main calls it.
struct Stage {
  CLI::App& app;
  const Catalogue& catalogue;
  std::function<int(const Terminal&)> run{};
};

// Options that most sub-commands share.
struct DataOption {
  std::string data = "var";
  std::filesystem::path path() const { return data; }
};
void add_data_option(CLI::App& command, DataOption& option);

void add_acts(Stage& stage);
void add_init(Stage& stage);
void add_load(Stage& stage);
void add_serve(Stage& stage);
void add_verify(Stage& stage);
void add_entries(Stage& stage);
void add_show(Stage& stage);
void add_routes(Stage& stage);
void add_check(Stage& stage);
void add_version(Stage& stage);

// Parses the arguments and runs the sub-command. Exit codes: terminal.h.
int run_command_line(int argc, const char* const* argv);

}  // namespace comity
