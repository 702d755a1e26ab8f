#include "verify/sentences.h"

#include <algorithm>
#include <cstdlib>

namespace comity {
namespace {

// Without isolation a hash or a name would be torn apart within Arabic (UAX #9, 4.3 HL4).
std::string shown(Language language, const std::variant<std::string, std::int64_t>& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
  const auto& text = *std::get_if<std::string>(&value);
  const auto latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto other = [](char c) { return c < 0; };  // a sentence within a sentence
  const bool isolate = std::any_of(text.begin(), text.end(), latin) && std::none_of(text.begin(), text.end(), other);
  return right_to_left(language) && isolate ? "\u2066" + text + "\u2069" : text;
}

}  // namespace

std::optional<std::string> say(Language language, std::string_view key, const Shown& values) {
  const auto found = sentences().find(key);
  if (found == sentences().end()) return std::nullopt;
  std::string out;
  for (auto rest = found->second[static_cast<std::size_t>(language)]; !rest.empty();) {
    const auto open = std::min(rest.find('{'), rest.size());
    out += rest.substr(0, open);
    rest.remove_prefix(open);
    if (rest.empty()) break;
    const auto close = rest.find('}');
    const auto value = values.find(std::string(rest.substr(1, close - 1)));
    check(close != rest.npos && value != values.end(), "a sentence is said with its values");
    out += shown(language, value->second);
    rest.remove_prefix(close + 1);
  }
  return out;
}

// What a reader of entries or of notes refuses has one sentence for all its reasons.
std::string line_of(const Problem& problem, const InWords& say) {
  const bool whole = problem.number < 0;
  auto what = say("problem." + problem.code, {{"detail", problem.detail}});
  if (!what) what = say(whole ? "problem.checkpoint-unreadable" : "problem.entry-unreadable", {});
  const auto log = say(problem.log == Log::open ? "problem.log.public" : "problem.log.closed", {});
  check(what && log, "a problem has its words");
  const Shown values{{"log", *log},
                     {"number", std::to_string(problem.number)},
                     {"what", *what},
                     {"code", problem.code + (problem.detail.empty() ? "" : " " + problem.detail)}};
  return say(whole ? "problem.in-log" : "problem.in-entry", values).value_or(problem.code);
}

Language terminal_language(std::string_view asked) {
  if (const auto language = language_of(asked)) return *language;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    return language_of(std::string_view(value).substr(0, 2)).value_or(Language::en);
  }
  return Language::en;
}

}  // namespace comity
