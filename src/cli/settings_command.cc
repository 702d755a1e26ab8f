// comity settings: the configuration file of comity serve, with every setting and its default.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/settings.h"

namespace comity {

Command settings_command() {
  return {"settings",
          "print the configuration file of serve, with every setting explained",
          {},
          [](const Terminal&) -> int {
            fmt::print("{}", default_settings_file());
            return Exit::done;
          }};
}

}  // namespace comity
