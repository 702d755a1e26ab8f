// comity prove NUMBER: the proof that an entry is in the log, as a file that needs neither us nor a connection.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"
#include "record/checkpoint.h"

namespace comity {
namespace {

int print_proof(Door& door, const Terminal& terminal, const std::string& number) {
  if (!parse_tree_size(number)) return terminal.refuse({"entry-number", {{"value", number}}});
  const auto answer = door.ask(Method::get, "/record/" + number + ".tlog-proof");
  if (answer.status != 200) return terminal.refuse({"no-such-entry", {{"entry", number}}});
  fmt::print("{}", answer.body);
  return Exit::done;
}

}  // namespace

Command prove_command() {
  struct Options : DataOption {
    std::string number;
  };
  const auto options = std::make_shared<Options>();
  const Option number{"NUMBER", "the entry's number, from 0", &options->number, true};
  return {"prove",
          "print the proof that an entry is in the log (a .tlog-proof file); verify --proof judges it",
          {options->option(), number},
          [options](const Terminal& terminal) {
            auto door = open_door(options->path(), terminal.tongue().catalogue());
            return door ? print_proof(**door, terminal, options->number) : terminal.refuse(door.refusal());
          }};
}

}  // namespace comity
