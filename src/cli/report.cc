#include "cli/report.h"

#include <fmt/format.h>

#include "verify/sentences.h"

namespace comity {
namespace {

Values values_of(const Shown& shown) {
  Values out;
  for (const auto& [name, value] : shown)
    std::visit([&, &key = name](const auto& one) { out.emplace(key, one); }, value);
  return out;
}

}  // namespace

int print_outcome(const Outcome& outcome, const Terminal& terminal) {
  const auto& tongue = terminal.tongue();
  const InWords say = [&tongue](const std::string& key, const Shown& values) {
    if (!tongue.catalogue().has(key)) return std::optional<std::string>();
    return std::optional(tongue.say(key, values_of(values)));
  };
  for (const auto& problem : outcome.problems) fmt::print(stderr, "{}\n", line_of(problem, say));
  if (outcome.sound()) {
    terminal.say(outcome.message, values_of(outcome.values));
    return Exit::done;
  }
  terminal.warn(outcome.message, values_of(outcome.values));
  return Exit::refused;
}

}  // namespace comity
