// comity completions: what a shell offers after the program's name, from the same list that the program parses with.
#include <fmt/format.h>

#include "cli/commands.h"

namespace comity {
namespace {

bool is_option(const Option& option) { return option.name.starts_with("--"); }

// The help, fit to stand between single quotes in all three shells.
std::string fit_for_shells(std::string_view help) {
  std::string out;
  for (const char c : help)
    if (c != '\'' && c != '`' && c != '[' && c != ']' && c != ':') out += c;
  return out;
}

std::string options_of(const Command& command) {
  std::string out;
  for (const auto& option : command.options)
    if (is_option(option)) out += option.name + " ";
  return out + "--help";
}

std::string for_bash(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  for (const auto& command : commands) {
    names += command.name + " ";
    cases += fmt::format("    {}) words='{}' ;;\n", command.name, options_of(command));
  }
  return fmt::format(R"(_comity() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} command='' words i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      --language | --words) ((i++)) ;;
      -*) ;;
      *) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $command in
    '') words='{}--language --words --help' ;;
{}    *) words='' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _comity comity
)",
                     names, cases);
}

std::string for_zsh(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  for (const auto& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, fit_for_shells(command.help));
    cases += fmt::format("    {}) _arguments", command.name);
    for (const auto& option : command.options)
      if (is_option(option)) cases += fmt::format(" '{}[{}]:value:_files'", option.name, fit_for_shells(option.help));
    cases += " '*:file:_files' ;;\n";
  }
  return fmt::format(R"(#compdef comity
_comity() {{
  local -a commands=(
{}  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
{}  esac
}}
_comity "$@"
)",
                     names, cases);
}

std::string for_fish(const std::vector<Command>& commands) {
  std::string out;
  for (const auto& command : commands) {
    out += fmt::format("complete -c comity -n __fish_use_subcommand -f -a {} -d '{}'\n", command.name,
                       fit_for_shells(command.help));
    for (const auto& option : command.options)
      if (is_option(option))
        out += fmt::format("complete -c comity -n '__fish_seen_subcommand_from {}' -l {} -r -d '{}'\n", command.name,
                           option.name.substr(2), fit_for_shells(option.help));
  }
  return out;
}

int run(const std::string& shell, const Terminal& terminal) {
  const auto commands = all_commands();
  if (shell != "bash" && shell != "zsh" && shell != "fish")
    return terminal.refuse({"shell-unknown", {{"shell", shell}}});
  fmt::print("{}", shell == "bash" ? for_bash(commands) : shell == "zsh" ? for_zsh(commands) : for_fish(commands));
  return Exit::done;
}

}  // namespace

Command completions_command() {
  const auto shell = std::make_shared<std::string>();
  const Option named{"SHELL", "bash, zsh or fish", shell.get(), true};
  return {"completions",
          "print what a shell completes after the program's name",
          {named},
          [shell](const Terminal& terminal) { return run(*shell, terminal); }};
}

}  // namespace comity
