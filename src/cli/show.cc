// comity show NUMBER: one entry, with its bytes, sources, proof and receipt, as JSON.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"
#include "record/checkpoint.h"

namespace comity {
namespace {

int print_entry(Door& door, const Terminal& terminal, const std::string& number) {
  if (!parse_tree_size(number)) return terminal.refuse({"entry-number", {{"value", number}}});
  const auto answer = door.ask(Method::get, "/en/record/" + number + ".json");
  if (answer.status == 200) {
    fmt::print("{}", answer.body);
    return Exit::done;
  }
  return terminal.refuse({"no-such-entry", {{"entry", number}}});
}

}  // namespace

Command show_command() {
  struct Options : DataOption {
    std::string number;
  };
  const auto options = std::make_shared<Options>();
  const Option number{"NUMBER", "the entry's number, from 0", &options->number, true};
  return {"show",
          "print one entry with its bytes, sources, proof and receipt, as JSON",
          {options->option(), number},
          [options](const Terminal& terminal) {
            auto door = open_door(options->path(), terminal.tongue().catalogue());
            return door ? print_entry(**door, terminal, options->number) : terminal.refuse(door.refusal());
          }};
}

}  // namespace comity
