// The command line as a whole: words first, then the sub-commands.
#include "base/assets.h"
#include "cli/commands.h"

namespace comity {
namespace {

void add_commands(Stage& stage) {
  for (const auto add :
       {add_init, add_load, add_acts, add_serve, add_verify, add_entries, add_show, add_routes, add_check, add_version})
    add(stage);
}

// Options that must be known before the parser is built: the words decide what is said.
std::string early_option(int argc, const char* const* argv, std::string_view name) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    if (argument == name && i + 1 < argc) return argv[i + 1];
    if (argument.starts_with(name) && argument.substr(name.size()).starts_with("="))
      return std::string(argument.substr(name.size() + 1));
  }
  return {};
}

int parse_and_run(Stage& stage, const Terminal& terminal, int argc, const char* const* argv) {
  try {
    stage.app.parse(argc, argv);
    return stage.run(terminal);
  } catch (const CLI::ParseError& problem) {
    return stage.app.exit(problem) == 0 ? Exit::done : Exit::usage;
  } catch (const Fault& fault) {
    return terminal.fault(fault);
  }
}

}  // namespace

void add_data_option(CLI::App& command, DataOption& option) {
  command.add_option("--data", option.data, "the data directory")->envname("COMITY_DATA")->capture_default_str();
}

int run_command_line(int argc, const char* const* argv) {
  const auto language = terminal_language(early_option(argc, argv, "--language"));
  const auto embedded = Catalogue::from(assets());
  check(bool(embedded), "the embedded catalogues cannot be used");
  const auto words_folder = early_option(argc, argv, "--words");
  const auto catalogue = words_folder.empty() ? embedded : Catalogue::from_folder(words_folder);
  if (!catalogue) return Terminal(embedded->in(language)).refuse(catalogue.refusal());
  CLI::App app("Comity keeps the record of an intergovernmental process, and shows it.", "comity");
  std::string asked;
  std::string folder;
  app.add_option("--language", asked, "of what is said here: ar, zh, en, fr, ru, es (default: LANG)");
  app.add_option("--words", folder, "read the catalogues from this folder");
  app.require_subcommand(1);
  app.fallthrough();
  app.footer("Exit status: 0 done; 1 refused, or a problem was found; 2 wrong usage; 3 something is broken.");
  Stage stage{app, *catalogue};
  add_commands(stage);
  return parse_and_run(stage, Terminal(catalogue->in(language)), argc, argv);
}

}  // namespace comity
