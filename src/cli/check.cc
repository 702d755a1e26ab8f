// comity check: walks every route of a running server in six languages, as a reader would.
#include <fmt/format.h>

#include "cli/commands.h"
#include "web/address.h"
#include "web/outgoing.h"
#include "web/templates.h"

namespace comity {
namespace {

// The first text that the twin holds in the language, official or working; nothing where it holds none.
std::optional<std::string> first_text(const Json& json, Language language) {
  for (const char* sort : {"official", "working"})
    if (const auto* texts = member(json, sort); texts && object(*texts))
      if (const auto* said = member(*texts, code_of(language))) return *text(*said);
  std::optional<std::string> found;
  if (const auto* members = object(json))
    for (const auto& [name, value] : *members)
      if (!found) found = first_text(value, language);
  if (const auto* items = list(json))
    for (const auto& value : *items)
      if (!found) found = first_text(value, language);
  return found;
}

// A fact of a page without texts: the first plain value of its twin, those that stand by themselves before others.
std::optional<std::string> first_value(const Json& json) {
  std::optional<std::string> found;
  if (const auto* members = object(json)) {
    for (const auto& [name, value] : *members)
      if (const auto* said = text(value); said && said->find('\n') == std::string::npos) return *said;
    for (const auto& [name, value] : *members)
      if (!found) found = first_value(value);
  }
  if (const auto* items = list(json))
    for (const auto& value : *items)
      if (!found) found = first_value(value);
  return found;
}

std::string opening(Language language) {
  return fmt::format("<html lang=\"{}\" dir=\"{}\">", code_of(language), right_to_left(language) ? "rtl" : "ltr");
}

// What is wrong with the page, in a word; empty where it is right.
std::string fault_of(const std::string& origin, const std::string& path, Language language) {
  const auto address = "/" + std::string(code_of(language)) + path;
  const auto page = call({origin + address});
  if (page.status != 200) return fmt::format("status {}", page.status);
  if (page.body.find(opening(language)) == std::string::npos) return "lang and dir";
  const auto answer = call({origin + address + ".json"});
  const auto twin = parse_json(answer.body, {true, false, 64});
  if (answer.status != 200 || !twin) return "JSON twin";
  const auto fact = first_text(*twin, language).has_value() ? first_text(*twin, language) : first_value(*twin);
  if (!fact) return "no fact";
  return page.body.find(escape_html(*fact)) == std::string::npos ? "missing: " + *fact : std::string();
}

int check_site(const std::string& origin, const Terminal& terminal) {
  const auto answer = call({origin + "/api/examples.json"});
  const auto examples = parse_json(answer.body);
  if (answer.status != 200 || !examples) throw Fault("answer-malformed", answer.body);
  std::int64_t right = 0;
  std::int64_t wrong = 0;
  const auto total = static_cast<std::int64_t>(list(*examples)->size() * languages.size());
  Progress progress(terminal, "cli.check.walking", total);
  for (const auto& row : *list(*examples)) {
    std::string path;
    for (const char c : *text(*member(row, "address"))) path += c == ' ' ? std::string("%20") : std::string(1, c);
    for (const auto language : languages) {
      const auto fault = fault_of(origin, path == "/" ? "" : path, language);
      fault.empty() ? ++right : ++wrong;
      if (!fault.empty()) fmt::print(stderr, "/{}{}: {}\n", code_of(language), path, fault);
      progress.step(right + wrong);
    }
  }
  terminal.say("cli.check.done", {{"right", right}, {"wrong", wrong}});
  return wrong == 0 && right > 0 ? Exit::done : Exit::refused;
}

}  // namespace

Command check_command() {
  const auto url = std::make_shared<std::string>();
  const Option where{"--url", "where it serves on this machine: http://127.0.0.1:PORT", url.get(), true};
  return {"check",
          "fetch every page of a running server in six languages and check it",
          {where},
          [url](const Terminal& terminal) { return check_site(*url, terminal); }};
}

}  // namespace comity
