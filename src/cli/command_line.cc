// The command line as a whole: words first, then the sub-commands. Only here the parser is known.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/assets.h"
#include "cli/commands.h"
#include "verify/sentences.h"

namespace comity {
namespace {

void add(CLI::App& parser, const Option& option) {
  const auto add_into = [&]<class T>(T* into) {
    if constexpr (std::is_same_v<T, bool>) return parser.add_flag(option.name, *into, option.help);
    if constexpr (!std::is_same_v<T, bool>) return parser.add_option(option.name, *into, option.help);
  };
  auto* added = std::visit(add_into, option.into);
  const auto* text = std::get_if<std::string*>(&option.into);
  if (std::holds_alternative<std::uint16_t*>(option.into) || (text && !(*text)->empty())) added->capture_default_str();
  if (!option.environment.empty()) added->envname(option.environment);
  added->required(option.required);
}

// Whether the word is a sub-command that means something of its own by the option: then it is not ours.
bool has_own(std::string_view word, std::string_view option) {
  const auto commands = all_commands();
  return std::any_of(commands.begin(), commands.end(), [&](const Command& command) {
    return command.name == word && std::any_of(command.options.begin(), command.options.end(),
                                               [&](const Option& own) { return own.name == option; });
  });
}

// Options that must be known before the parser is built: the words decide what is said.
std::string early_option(int argc, const char* const* argv, std::string_view name) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    if (has_own(argument, name)) break;
    if (argument == name && i + 1 < argc) return argv[i + 1];
    if (argument.starts_with(name) && argument.substr(name.size()).starts_with("="))
      return std::string(argument.substr(name.size() + 1));
  }
  return {};
}

int parse_and_run(CLI::App& app, const Terminal& terminal, int argc, const char* const* argv) {
  const auto commands = all_commands();
  const Command* named = nullptr;
  for (const auto& command : commands) {
    auto* parser = app.add_subcommand(command.name, command.help);
    for (const auto& option : command.options) add(*parser, option);
    parser->callback([&named, &command] { named = &command; });
  }
  try {
    app.parse(argc, argv);
    return named->run(terminal);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? Exit::done : Exit::usage;
  } catch (const Fault& fault) {
    return terminal.fault(fault);
  } catch (const std::filesystem::filesystem_error& error) {
    return terminal.fault(Fault("disk", error.what()));
  }
}

}  // namespace

std::vector<Command> all_commands() {
  return {init_command(),         load_command(),          import_command(),      diff_command(),
          search_command(),       terms_command(),         report_command(),      report_version_command(),
          export_command(),       bundle_command(),        site_command(),        acts_command(),
          serve_command(),        verify_command(),        backup_command(),      restore_command(),
          vault_backup_command(), vault_restore_command(), vault_epoch_command(), freeze_command(),
          succeed_command(),      entries_command(),       show_command(),        prove_command(),
          mirror_command(),       witness_command(),       settings_command(),    metrics_command(),
          routes_command(),       check_command(),         completions_command(), version_command()};
}

int run_command_line(int argc, const char* const* argv) {
  const auto language = terminal_language(early_option(argc, argv, "--language"));
  static const auto embedded = Catalogue::from(assets());  // tests run many command lines
  check(bool(embedded), "the embedded catalogues cannot be used");
  const auto words_folder = early_option(argc, argv, "--words");
  const auto given = words_folder.empty() ? std::nullopt : std::optional(Catalogue::from_folder(words_folder));
  const auto& catalogue = given ? *given : embedded;
  if (!catalogue) return Terminal(embedded->in(language)).refuse(catalogue.refusal());
  CLI::App app("Comity keeps the record of an intergovernmental process, and shows it.", "comity");
  std::string asked;
  std::string folder;
  app.add_option("--language", asked, "of what is said here: ar, zh, en, fr, ru, es (default: LANG)");
  app.add_option("--words", folder, "read the catalogues from this folder");
  app.require_subcommand(1);
  app.fallthrough();
  app.footer("Exit status: 0 done; 1 refused, or a problem was found; 2 wrong usage; 3 something is broken.");
  return parse_and_run(app, Terminal(catalogue->in(language)), argc, argv);
}

}  // namespace comity
