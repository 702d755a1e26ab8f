#include "cli/confine.h"

namespace comity {

Confined confine(const Confinement& wanted) {
  Confined confined;
  confined.landlock = confine_files(wanted);
  confined.calls = confine_calls();
  return confined;
}

Confined confine_press(const std::filesystem::path& folder, const std::filesystem::path& program) {
  Confined confined;
  confined.landlock = confine_press_files(folder, program);
  const bool local = confine_sockets();
  confined.calls = confine_calls(true) && local;
  return confined;
}

void tell(const Terminal& terminal, const Confined& confined) {
  if (confined.landlock > 0 && confined.calls) return terminal.say("cli.confined.whole");
  if (confined.landlock > 0) return terminal.say("cli.confined.files");
  terminal.say(confined.calls ? "cli.confined.calls" : "cli.confined.none");
}

}  // namespace comity
