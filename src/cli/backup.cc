// comity backup FOLDER: a copy of the whole record as acts, while a server runs or not.
#include "cli/commands.h"
#include "cli/door.h"

namespace comity {
namespace {

int back_up(Door& door, const std::string& folder, const Terminal& terminal) {
  const auto whole = std::filesystem::absolute(folder).string();
  const auto answer = door.ask(Method::post, "/local/backup", whole);
  if (answer.status == 422) return terminal.refuse({answer.body, {{"folder", folder}}});
  if (answer.status == 503) {
    const auto end = answer.body.find('\n');
    throw Fault(answer.body.substr(0, end), answer.body.substr(std::min(end + 1, answer.body.size())));
  }
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
  terminal.say("cli.backup.done", {{"folder", folder}});
  return Exit::done;
}

}  // namespace

Command backup_command() {
  struct Options : DataOption {
    std::string folder;
  };
  const auto options = std::make_shared<Options>();
  const Option folder{"FOLDER", "where the copy is made; must not exist yet", &options->folder, true};
  return {"backup",
          "copy the whole record, without its key",
          {options->option(), folder},
          [options](const Terminal& terminal) {
            auto door = open_door(options->path(), terminal.tongue().catalogue());
            return door ? back_up(**door, options->folder, terminal) : terminal.refuse(door.refusal());
          }};
}

}  // namespace comity
