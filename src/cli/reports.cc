// comity report KIND: a report that the record writes, in one of its forms.
#include "cli/commands.h"
#include "cli/door.h"
#include "cli/office.h"
#include "views/links.h"
#include "views/report.h"

namespace comity {
namespace {

struct ReportOptions : DataOption {
  std::string kind, body, cycle, language, output, as_of, on;
  std::string format = "text";
  bool planned = false;
  bool evidence = false;
};

struct ReportForm {
  std::string_view name;
  std::string_view suffix;
};
constexpr std::array<ReportForm, 8> report_forms{{{"text", ".txt"},
                                                  {"html", ""},
                                                  {"json", ".json"},
                                                  {"akn", ".akn"},
                                                  {"fodt", ".fodt"},
                                                  {"odt", ".fodt"},
                                                  {"docx", ".fodt"},
                                                  {"pdf", ".fodt"}}};
// Figures are a table, not a text.
constexpr std::array<ReportForm, 3> figure_forms{{{"html", ""}, {"json", ".json"}, {"csv", ".csv"}}};

template <class Forms>
const ReportForm* find_form(const Forms& forms, const std::string& name) {
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const ReportForm& one) { return one.name == name; });
  return found == forms.end() ? nullptr : &*found;
}

// The address without language and suffix; of statistics, "mandate" is the page of all cycles.
std::string path_of(const ReportOptions& options) {
  const auto body = "/" + options.body;
  if (options.kind == "procedural") return body + "/reports/" + options.cycle;
  if (options.kind != "statistics") return body + "/reports/" + options.cycle + "/" + options.kind;
  return body + "/statistics" + (options.cycle == "mandate" ? "" : "/" + options.cycle);
}

std::string queries_of(const ReportOptions& options) {
  std::string out;
  if (options.kind != "statistics" && options.planned) add_query(out, "basis", "planned");
  if (options.kind != "statistics" && options.evidence) add_query(out, "evidence", "1");
  add_query(out, "as-of", options.as_of);
  add_query(out, "on", options.on);
  return out;
}

// What the page would say to a program: the answer in JSON tells it, in whichever form was asked for.
// No page stands where the record knows no such body, or did not know it at that moment.
int refuse_as_answered(Door& door, const std::string& address, const ReportOptions& options, const Terminal& terminal) {
  const auto refusal = refusal_in(door.ask(Method::get, address));
  if (refusal.code != "no-such-page") return terminal.refuse(refusal);
  if (!options.as_of.empty()) return terminal.refuse({"body-not-yet", {{"body", options.body}}});
  return terminal.refuse({"no-such-reference", {{"field", "--body"}, {"id", options.body}}});
}

int print_report(const ReportOptions& options, const Terminal& terminal) {
  const bool figures = options.kind == "statistics";
  if (!figures && !from_code<ReportKind>(options.kind))
    return terminal.refuse({"report-kind", {{"value", options.kind}}});
  const auto* form = figures ? find_form(figure_forms, options.format) : find_form(report_forms, options.format);
  if (!form) return terminal.refuse({"report-format", {{"value", options.format}, {"kind", options.kind}}});
  const auto language =
      options.language.empty() ? std::optional(terminal.tongue().language()) : language_of(options.language);
  if (!language) return terminal.refuse({"language-unknown", {{"value", options.language}}});
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  const auto path = "/" + std::string(code_of(*language)) + path_of(options);
  const auto answer = (*door)->ask(Method::get, path + std::string(form->suffix) + queries_of(options));
  if (answer.status != 200) return refuse_as_answered(**door, path + ".json" + queries_of(options), options, terminal);
  return hand_out(terminal, answer.body, options.format, options.output);
}

}  // namespace

Command report_command() {
  const auto o = std::make_shared<ReportOptions>();
  return {"report",
          "print a report that the record writes",
          {o->option(),
           {"KIND", "procedural, documents, agenda, programme, invitation, note or statistics", &o->kind, true},
           {"--body", "whose report", &o->body, true},
           {"--cycle", "the year of the report, or mandate: all cycles", &o->cycle, true},
           {"--language", "of the report; default: yours", &o->language},
           {"--format", "text (the default), html, json, akn, fodt, odt, docx or pdf; of statistics html, json or csv",
            &o->format},
           {"--planned", "the draft on what was planned, not what took place", &o->planned},
           {"--evidence", "with a note behind each sentence: the entries it rests on", &o->evidence},
           {"--as-of", "as the record stood at that entry or instant", &o->as_of},
           {"--on", "what held on that day", &o->on},
           {"--output", "the file to write; default: standard output", &o->output}},
          [o](const Terminal& terminal) { return print_report(*o, terminal); }};
}

}  // namespace comity
