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

Command routes_command() {
  const auto options = std::make_shared<DataOption>();
  return {"routes",
          "print one address of every page, without its language",
          {options->option()},
          [options](const Terminal& terminal) {
            auto door = open_door(options->path(), terminal.tongue().catalogue());
            return door ? print_routes(**door) : terminal.refuse(door.refusal());
          }};
}

}  // namespace comity
