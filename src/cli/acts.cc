// comity acts: the kinds of act and their fields, for whoever writes a data file.
#include <fmt/format.h>

#include "acts/codec.h"
#include "cli/commands.h"

namespace comity {
namespace {

void print_field(const FieldRow& field) {
  fmt::print("  {}\t{}{}\t{}", field.name, code_of(field.type), field.many ? " list" : "",
             field.need == Need::must ? "needed" : "may be left out");
  for (std::size_t i = 0; i < field.codes.size(); ++i) fmt::print("{}{}", i == 0 ? "\t" : " | ", field.codes[i]);
  fmt::print("\n");
}

int print_acts() {
  for (const auto& kind : kinds()) {
    fmt::print("{}\n", kind.kind);
    for (const auto& field : kind.describe()) print_field(field);
  }
  return Exit::done;
}

}  // namespace

Command acts_command() {
  return {"acts", "list the kinds of act and their fields (docs/data-files.md)", {}, [](const Terminal&) {
            return print_acts();
          }};
}

}  // namespace comity
