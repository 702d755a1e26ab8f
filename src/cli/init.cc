// comity init: an empty data directory, silently.
#include "cli/commands.h"
#include "record/directory.h"

namespace comity {

void add_init(Stage& stage) {
  struct Options : DataOption {
    std::string origin;
  };
  const auto options = std::make_shared<Options>();
  auto* command = stage.app.add_subcommand("init", "make an empty data directory");
  add_data_option(*command, *options);
  command->add_option("--origin", options->origin,
                      "the log's name, fixed for life (default: comity.invalid/ and the key)");
  command->callback([&stage, options] {
    stage.run = [options](const Terminal& terminal) -> int {
      const auto made = init_directory(options->path(), options->origin, SignKey::generate());
      return made ? int(Exit::done) : terminal.refuse(made.refusal());
    };
  });
}

}  // namespace comity
