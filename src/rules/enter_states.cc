// States and observers: entered once, named by the United Nations' usage, with dates.
#include "rules/ask.h"

namespace comity {

// House rule: a State is entered once, under a slug that never changes; its name may (decisions.md 8).
Verdict may_enter(const StateEntered& act, const Entering& asked) {
  if (!is_slug(act.id.text)) return refused("id-malformed", {{"id", act.id.text}});
  if (known(asked.world, act.id)) return refused("id-taken", {{"id", act.id.text}});
  if (act.since && act.until && *act.until < *act.since)
    return refused("days-backwards", {{"from", print(*act.since)}, {"to", print(*act.until)}});
  return granted();
}

// House rule: names follow one another in time, and all six languages are named together (decisions.md 31).
Verdict may_enter(const StateNamed& act, const Entering& asked) {
  for (const auto language : languages)
    if (!find(act.names, language))
      return refused("name-incomplete", {{"id", act.state.text}, {"language", std::string(code_of(language))}});
  for (const auto* earlier : asked.world.about<StateNamed>(act.state))
    if (!(earlier->act.from < act.from)) return refused("name-order", {{"id", act.state.text}});
  return granted();
}

}  // namespace comity
