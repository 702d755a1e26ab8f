#include "cli/report.h"

#include <fmt/format.h>

#include "verify/sentences.h"

namespace comity {
namespace {

Values named_values(const Shown& shown) {
  Values out;
  for (const auto& one : shown) std::visit([&](const auto& value) { out.emplace(one.first, value); }, one.second);
  return out;
}

}  // namespace

int print_outcome(const Outcome& outcome, const Terminal& terminal) {
  const auto& tongue = terminal.tongue();
  const InWords say = [&tongue](const std::string& key, const Shown& values) {
    return tongue.catalogue().has(key) ? std::optional(tongue.say(key, named_values(values))) : std::nullopt;
  };
  for (const auto& problem : outcome.problems) fmt::print(stderr, "{}\n", line_of(problem, say));
  if (outcome.sound()) {
    terminal.say(outcome.message, named_values(outcome.values));
    return Exit::done;
  }
  terminal.warn(outcome.message, named_values(outcome.values));
  return Exit::refused;
}

}  // namespace comity
