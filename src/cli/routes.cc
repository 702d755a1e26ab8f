// comity routes: one address of every route, for whoever walks the site.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"

namespace comity {
namespace {

int print_routes(Door& door) {
  const auto answer = door.ask(Method::get, "/api/examples.json");
  const auto examples = parse_json(answer.body);
  if (answer.status != 200 || !examples) throw Fault("answer-malformed", answer.body);
  for (const auto& row : *list(*examples))
    fmt::print("{}\t{}\n", *text(*member(row, "address")), *text(*member(row, "name")));
  return Exit::done;
}

}  // namespace

void add_routes(Stage& stage) {
  const auto options = std::make_shared<DataOption>();
  auto* command = stage.app.add_subcommand("routes", "print one address of every page, without its language");
  add_data_option(*command, *options);
  command->callback([&stage, options] {
    stage.run = [options, &catalogue = stage.catalogue](const Terminal& terminal) -> int {
      auto door = open_door(options->path(), catalogue);
      return door ? print_routes(**door) : terminal.refuse(door.refusal());
    };
  });
}

}  // namespace comity
