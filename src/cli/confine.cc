#include "cli/confine.h"

namespace comity {

Confined confine(const Confinement& wanted) {
  Confined confined;
  confined.landlock = confine_files(wanted);
  confined.calls = confine_calls();
  return confined;
}

void tell(const Terminal& terminal, const Confined& confined) {
  if (confined.landlock > 0 && confined.calls) return terminal.say("cli.confined.whole");
  if (confined.landlock > 0) return terminal.say("cli.confined.files");
  terminal.say(confined.calls ? "cli.confined.calls" : "cli.confined.none");
}

}  // namespace comity
