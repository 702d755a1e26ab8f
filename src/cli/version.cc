// comity version.
#include <fmt/format.h>

#include "cli/commands.h"
#include "record/directory.h"
#include "record/entry.h"

namespace comity {

Command version_command() {
  return {"version", "print the version of program, data directory and entry format", {}, [](const Terminal&) -> int {
            fmt::print("comity {}\ndirectory {}\nentry {}\n", COMITY_VERSION, directory_version, entry_format);
            return Exit::done;
          }};
}

}  // namespace comity
