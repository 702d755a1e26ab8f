// A world as text: every standing fact of every kind with where it comes from, so that two worlds can be compared.
#pragma once

#include <string>

#include "rules/world.h"

namespace comity {

template <class A>
void add_text(const World& world, std::string& out) {
  for (const auto* fact : world.facts<A>()) {
    out += std::to_string(fact->from.entry) + " " + std::string(A::kind) + " " + canonical(to_json(Act(fact->act)));
    out += " " + canonical(sources_to_json(fact->from.around.sources)) + " " + print(fact->from.at);
    out += fact->from.corrects ? " corrects " + std::to_string(*fact->from.corrects) + "\n" : "\n";
  }
}

template <class... A>
std::string text_of_all(const World& world, const std::variant<A...>*) {
  std::string out;
  (add_text<A>(world, out), ...);
  return out;
}

inline std::string text_of(const World& world) { return text_of_all(world, static_cast<const Act*>(nullptr)); }

}  // namespace comity
