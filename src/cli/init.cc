// comity init: an empty data directory, silently.
#include "cli/commands.h"
#include "record/directory.h"

namespace comity {

Command init_command() {
  struct Options : DataOption {
    std::string origin;
  };
  const auto options = std::make_shared<Options>();
  const Option origin{"--origin", "the log's name, fixed for life (default: comity.invalid/ and the key)",
                      &options->origin};
  return {"init", "make an empty data directory", {options->option(), origin}, [options](const Terminal& terminal) {
            const auto made = init_directory(options->path(), options->origin, SignKey::generate());
            return made ? int(Exit::done) : terminal.refuse(made.refusal());
          }};
}

}  // namespace comity
