// comity terms: the institution's terms in six languages; with --check, where a text uses other forms. Stores nothing.
#include "texts/terms.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"
#include "cli/text_named.h"
#include "texts/compare.h"
#include "web/face_table.h"

namespace comity {
namespace {

struct TermsOptions : DataOption {
  std::string check, language;
  bool json = false;
  bool csv = false;
};

// --- all of them ---------------------------------------------------------------------------------------------------

std::string name_in(const Json& term, Language language) {
  for (const auto& name : list_in(term, "in-languages"))
    if (text_in(name, "language") == code_of(language)) return text_in(name, "name");
  return {};
}

std::string sort_words(const Tongue& tongue, const std::string& sort) {
  return tongue.say("code.variant-sort." + sort);
}

void print_terms(const Terminal& terminal, const Json& page) {
  const auto& tongue = terminal.tongue();
  for (const auto& term : list_in(page, "terms")) {
    fmt::print("{}\n", text_in(term, "id"));
    std::string missing;
    for (const auto language : languages) {
      const auto name = name_in(term, language);
      if (name.empty()) missing += (missing.empty() ? "" : " ") + std::string(code_of(language));
      if (!name.empty()) fmt::print("  {} {}\n", code_of(language), name);
    }
    if (!missing.empty()) fmt::print("  {}\n", tongue.say("cli.terms.missing", {{"languages", missing}}));
    for (const auto& variant : list_in(term, "variants"))
      fmt::print("  {}\n", tongue.say("cli.terms.variant", {{"language", text_in(variant, "language")},
                                                            {"sort", sort_words(tongue, text_in(variant, "sort"))},
                                                            {"text", text_in(variant, "text")}}));
  }
  const auto count = [&](const char* list) { return static_cast<std::int64_t>(list_in(page, list).size()); };
  std::int64_t variants = 0;
  for (const auto& term : list_in(page, "terms"))
    variants += static_cast<std::int64_t>(list_in(term, "variants").size());
  terminal.say("cli.terms.count",
               {{"terms", count("terms")}, {"variants", variants}, {"incomplete", count("incomplete")}});
}

std::string answer_of(Door& door, const std::string& path) {
  const auto answer = door.ask(Method::get, "/en" + path);
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
  return answer.body;
}

Json terms_of(Door& door) {
  const auto page = parse_json(answer_of(door, "/terms.json"), {true, false, 64});
  if (!page) throw Fault("answer-malformed", "/terms.json");
  return *page;
}

// --- how a text uses them ------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 4> sorts{"", "spelling", "wording", "short-form"};  // as TermForm::Sort has them

std::vector<TermForm> forms_in(const JsonList& terms, Language language) {
  std::vector<TermForm> out;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    if (const auto name = name_in(terms[at], language); !name.empty()) out.push_back({at, TermForm::Sort::name, name});
    for (const auto& variant : list_in(terms[at], "variants")) {
      if (text_in(variant, "language") != code_of(language)) continue;
      const auto sort = std::find(sorts.begin(), sorts.end(), text_in(variant, "sort")) - sorts.begin();
      out.push_back({at, static_cast<TermForm::Sort>(sort), text_in(variant, "text")});
    }
  }
  return out;
}

// A text, the terms, and what was found.
struct CheckedTerms {
  CheckedTerms(JsonList all, NamedText named)
      : terms(std::move(all)), text(std::move(named)), checker(text.language, forms_in(terms, text.language)) {
    TextStructure structure;
    structure.paragraphs = text.paragraphs;
    findings = checker.check(structure);
    counts = tally(checker, findings);
  }

  std::vector<TermFinding> amiss() const {
    std::vector<TermFinding> out;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(out), [](const auto& one) { return one.amiss; });
    return out;
  }
  const TermForm& form(const TermFinding& finding) const { return checker.forms()[finding.forms.front()]; }
  const std::string& words(const std::string& place) const {
    return std::find_if(text.paragraphs.begin(), text.paragraphs.end(),
                        [&](const auto& one) { return one.id == place; })
        ->text;
  }
  std::string name(std::size_t term) const { return name_in(terms[term], text.language); }
  std::string id(std::size_t term) const { return text_in(terms[term], "id"); }
  // Terms of which the text uses a form; `other`: one that is not the name.
  std::vector<std::size_t> used(bool other) const {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < counts.size(); ++at) {
      const auto& one = checker.forms()[at];
      const bool counts_here = counts[at] > 0 && (!other || one.sort != TermForm::Sort::name);
      if (counts_here && (out.empty() || out.back() != one.term)) out.push_back(one.term);
    }
    return out;
  }
  JsonList unnamed() const {
    JsonList out;
    for (std::size_t term = 0; term < terms.size(); ++term)
      if (name(term).empty()) out.push_back(id(term));
    return out;
  }

  JsonList terms;
  NamedText text;
  TermChecker checker;
  std::vector<TermFinding> findings{};
  std::vector<std::int64_t> counts{};
};

JsonList finding_rows(const CheckedTerms& checked) {
  JsonList out;
  for (const auto& finding : checked.amiss()) {
    const auto& form = checked.form(finding);
    out.push_back(
        JsonObject{{"begin", static_cast<std::int64_t>(finding.begin)},
                   {"end", static_cast<std::int64_t>(finding.end)},
                   {"found", checked.words(finding.paragraph).substr(finding.begin, finding.end - finding.begin)},
                   {"id", finding.paragraph},
                   {"name", checked.name(form.term)},
                   {"sort", sorts[static_cast<std::size_t>(form.sort)]},
                   {"term", checked.id(form.term)}});
  }
  return out;
}

JsonList form_rows(const CheckedTerms& checked) {
  JsonList out;
  const auto& forms = checked.checker.forms();
  for (std::size_t at = 0; at < forms.size(); ++at)
    if (checked.counts[at] > 0)
      out.push_back(JsonObject{{"count", checked.counts[at]},
                               {"sort", sorts[static_cast<std::size_t>(forms[at].sort)]},
                               {"term", checked.id(forms[at].term)},
                               {"text", forms[at].text}});
  return out;
}

// The sentence around what was found, which stands in [ ].
std::string in_its_sentence(const std::string& text, const TermFinding& finding) {
  constexpr std::size_t around = 60;  // bytes, about
  auto begin = finding.begin > around ? text.rfind(' ', finding.begin - around) : 0;
  begin = begin == text.npos ? 0 : begin;
  const auto end = std::min(text.find(' ', std::min(finding.end + around, text.size())), text.size());
  return (begin > 0 ? "…" : "") + text.substr(begin, finding.begin - begin) + "[" +
         text.substr(finding.begin, finding.end - finding.begin) + "]" + text.substr(finding.end, end - finding.end) +
         (end < text.size() ? " …" : "");
}

void print_checked(const Terminal& terminal, const CheckedTerms& checked) {
  const auto& tongue = terminal.tongue();
  const auto sort = [&](TermForm::Sort one) {
    if (one == TermForm::Sort::name) return tongue.say("page.terms-check.is-name");
    return sort_words(tongue, std::string(sorts[static_cast<std::size_t>(one)]));
  };
  for (const auto& finding : checked.amiss()) {
    const auto& form = checked.form(finding);
    auto name = checked.name(form.term);
    if (name.empty()) name = tongue.say("cli.terms.nameless", {{"term", checked.id(form.term)}});
    terminal.say("cli.terms.finding", {{"place", finding.paragraph}, {"sort", sort(form.sort)}, {"name", name}});
    fmt::print("    {}\n", in_its_sentence(checked.words(finding.paragraph), finding));
  }
  const auto& forms = checked.checker.forms();
  for (const auto term : checked.used(true)) {
    fmt::print("{}\n", checked.id(term));
    for (std::size_t at = 0; at < forms.size(); ++at)
      if (forms[at].term == term && checked.counts[at] > 0)
        fmt::print("  {}\n", tongue.say("cli.terms.form", {{"count", checked.counts[at]},
                                                           {"text", forms[at].text},
                                                           {"sort", sort(forms[at].sort)}}));
  }
  std::string unnamed;
  for (const auto& term : checked.unnamed()) unnamed += (unnamed.empty() ? "" : " ") + *text(term);
  if (!unnamed.empty())
    terminal.say("cli.terms.unnamed", {{"language", std::string(code_of(checked.text.language))}, {"terms", unnamed}});
  terminal.say("cli.terms.summary", {{"findings", static_cast<std::int64_t>(checked.amiss().size())},
                                     {"terms", static_cast<std::int64_t>(checked.used(false).size())}});
}

int check_terms(const TermsOptions& options, const Terminal& terminal, Door& door) {
  const auto language =
      options.language.empty() ? std::optional(terminal.tongue().language()) : language_of(options.language);
  if (!language) return terminal.refuse({"language-unknown", {{"value", options.language}}});
  auto text = text_named(options.check, terminal.tongue().catalogue().in(*language), "terms-check-neither",
                         [&]() -> Result<Door*> { return &door; });
  if (!text) return terminal.refuse(text.refusal());
  const CheckedTerms checked(list_in(terms_of(door), "terms"), *std::move(text));
  if (options.json)
    fmt::print("{}\n", canonical(JsonObject{{"findings", finding_rows(checked)},
                                            {"forms", form_rows(checked)},
                                            {"language", code_of(checked.text.language)},
                                            {"unnamed", checked.unnamed()}}));
  else if (options.csv)
    fmt::print("{}", csv(finding_rows(checked)));
  else
    print_checked(terminal, checked);
  return checked.amiss().empty() ? Exit::done : Exit::refused;
}

int terms(const TermsOptions& options, const Terminal& terminal) {
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  if (!options.check.empty()) return check_terms(options, terminal, **door);
  if (options.json)
    fmt::print("{}", answer_of(**door, "/terms.json"));
  else if (options.csv)
    fmt::print("{}", answer_of(**door, "/terms.csv"));
  else
    print_terms(terminal, terms_of(**door));
  return Exit::done;
}

}  // namespace

Command terms_command() {
  const auto o = std::make_shared<TermsOptions>();
  return {"terms",
          "list the institution's terms in six languages; with --check, where a text uses other forms",
          {o->option(),
           {"--check", "a file of any kind that can be imported, or a symbol; stores nothing", &o->check},
           {"--language", "of the text; default: as a file is named, else yours", &o->language},
           {"--json", "print JSON", &o->json},
           {"--csv", "print comma-separated values", &o->csv}},
          [o](const Terminal& terminal) { return terms(*o, terminal); }};
}

}  // namespace comity
