// comity export SYMBOL: a document in another form.
#include "cli/commands.h"
#include "cli/door.h"
#include "cli/office.h"
#include "texts/symbol.h"
#include "views/links.h"

namespace comity {
namespace {

struct ExportOptions : DataOption {
  std::string symbol, language, output;
  std::string format = "text";
  bool withheld = false;
};

struct Form {
  std::string_view name;
  std::string_view suffix;
};
constexpr std::array<Form, 10> forms{{{"text", ".txt"},
                                      {"akn", ".akn"},
                                      {"fodt", ".fodt"},
                                      {"odt", ".fodt"},
                                      {"docx", ".fodt"},
                                      {"pdf", ".fodt"},
                                      {"json", ".json"},
                                      {"bibtex", ".bib"},
                                      {"ris", ".ris"},
                                      {"csl-json", ".csl"}}};

bool is_of_text(const Form& form) {
  const auto& suffix = form.suffix;
  return suffix == ".txt" || suffix == ".akn" || suffix == ".fodt";
}

int send_out(const ExportOptions& options, const Terminal& terminal) {
  const auto* form =
      std::find_if(forms.begin(), forms.end(), [&](const Form& one) { return one.name == options.format; });
  if (form == forms.end()) return terminal.refuse({"export-format", {{"value", options.format}}});
  const auto language =
      options.language.empty() ? std::optional(terminal.tongue().language()) : language_of(options.language);
  if (!language) return terminal.refuse({"language-unknown", {{"value", options.language}}});
  const auto symbol = parse_symbol(options.symbol);
  if (!symbol) return terminal.refuse(symbol.refusal());
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  const auto page = "/" + std::string(code_of(*language)) + href_of(Symbol{print(*symbol)}).path;
  const std::string from = options.withheld && is_of_text(*form) ? "/local/withheld" : "";
  const auto answer = (*door)->ask(Method::get, from + page + std::string(form->suffix));
  if (answer.status == 200) return hand_out(terminal, answer.body, options.format, options.output);
  return terminal.refuse(refusal_in(answer));
}

}  // namespace

Command export_command() {
  const auto o = std::make_shared<ExportOptions>();
  return {"export",
          "print a document of the record in another form",
          {o->option(),
           {"SYMBOL", "of the document", &o->symbol, true},
           {"--language", "of the text; default: yours", &o->language},
           {"--format", "text (the default), akn, fodt, odt, docx, pdf, json, bibtex, ris or csl-json", &o->format},
           {"--withheld", "also a text that is not public, for whoever keeps the record", &o->withheld},
           {"--output", "the file to write; default: standard output", &o->output}},
          [o](const Terminal& terminal) { return send_out(*o, terminal); }};
}

}  // namespace comity
