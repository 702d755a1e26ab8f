// comity entries: the entries of the record, a line each.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"

namespace comity {
namespace {

std::int64_t number_in(const Json& json, const char* name) {
  const auto* value = member(json, name);
  return value && number(*value) ? *number(*value) : 0;
}

void print_row(const Terminal& terminal, const Json& row) {
  const auto* kind = member(row, "kind");
  const auto key = kind ? text_in(*kind, "say") : std::string();
  const auto word = terminal.tongue().catalogue().has(key) && key != "kind.unknown" ? terminal.tongue().say(key) : key;
  fmt::print("{}\t{}\t{}\t{}\t{}\n", number_in(row, "number"), text_in(row, "at"), word, text_in(row, "about"),
             text_in(row, "certainty"));
}

// Page by page, so that a long record is never held whole.
int print_entries(Door& door, const Terminal& terminal) {
  for (std::int64_t from = 0;;) {
    const auto answer = door.ask(Method::get, "/en/record.json?from=" + std::to_string(from));
    const auto page = parse_json(answer.body, {true, false, 64});
    if (answer.status != 200 || !page) throw Fault("answer-malformed", answer.body);
    for (const auto& row : *list(*member(*page, "entries"))) print_row(terminal, row);
    from = number_in(*page, "to");
    if (from >= number_in(*page, "size")) return Exit::done;
  }
}

}  // namespace

Command entries_command() {
  const auto options = std::make_shared<DataOption>();
  return {"entries",
          "list the entries: number, instant, kind, subject, certainty",
          {options->option()},
          [options](const Terminal& terminal) {
            auto door = open_door(options->path(), terminal.tongue().catalogue());
            return door ? print_entries(**door, terminal) : terminal.refuse(door.refusal());
          }};
}

}  // namespace comity
