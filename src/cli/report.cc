#include "cli/report.h"

namespace comity {
namespace {

// The sentence of a problem. What a reader of entries or of notes refuses has one sentence for all its reasons.
std::string sentence(const Problem& problem, const Tongue& tongue) {
  auto key = "problem." + problem.code;
  if (!tongue.catalogue().has(key))
    key = problem.number < 0 ? "problem.checkpoint-unreadable" : "problem.entry-unreadable";
  return tongue.say(key, {{"detail", problem.detail}});
}

// Where it is and what it is; the code at the end is the same in every language.
void tell(const Problem& problem, const Terminal& terminal) {
  const auto& tongue = terminal.tongue();
  const auto log = tongue.say(problem.log == Log::open ? "problem.log.public" : "problem.log.closed");
  const Values values{{"log", log},
                      {"number", std::to_string(problem.number)},
                      {"what", sentence(problem, tongue)},
                      {"code", problem.code + (problem.detail.empty() ? "" : " " + problem.detail)}};
  terminal.warn(problem.number < 0 ? "problem.in-log" : "problem.in-entry", values);
}

}  // namespace

int print_report(const Report& report, const Terminal& terminal) {
  const auto& log = report.logs[static_cast<std::size_t>(Log::open)];
  for (const auto& problem : report.problems) tell(problem, terminal);
  if (!report.sound()) {
    terminal.warn("cli.verify.damaged", {{"problems", static_cast<std::int64_t>(report.problems.size())}});
    return Exit::refused;
  }
  terminal.say("cli.verify.sound", {{"entries", log.entries}, {"root", to_hex(log.root)}});
  return Exit::done;
}

}  // namespace comity
