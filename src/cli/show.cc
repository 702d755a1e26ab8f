// comity show NUMBER: one entry, with its bytes, sources, proof and receipt, as JSON.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"

namespace comity {
namespace {

int print_entry(Door& door, const Terminal& terminal, std::int64_t number) {
  const auto answer = door.ask(Method::get, "/en/record/" + std::to_string(number) + ".json");
  if (answer.status == 200) {
    fmt::print("{}", answer.body);
    return Exit::done;
  }
  return terminal.refuse({"no-such-entry", {{"entry", std::to_string(number)}}});
}

}  // namespace

void add_show(Stage& stage) {
  struct Options : DataOption {
    std::int64_t number = 0;
  };
  const auto options = std::make_shared<Options>();
  auto* command =
      stage.app.add_subcommand("show", "print one entry with its bytes, sources, proof and receipt, as JSON");
  add_data_option(*command, *options);
  command->add_option("NUMBER", options->number, "the entry's number, from 0")
      ->required()
      ->check(CLI::NonNegativeNumber);
  command->callback([&stage, options] {
    stage.run = [options, &catalogue = stage.catalogue](const Terminal& terminal) -> int {
      auto door = open_door(options->path(), catalogue);
      return door ? print_entry(**door, terminal, options->number) : terminal.refuse(door.refusal());
    };
  });
}

}  // namespace comity
