// comity import FILE…: shows what a file gives as the text of a document, and enters it where it is told to.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/commands.h"
#include "cli/door.h"
#include "cli/importing.h"
#include "seal/hash.h"
#include "texts/file_name.h"
#include "texts/structure_json.h"
#include "views/links.h"
#include "web/local.h"
#include "words/dates.h"
#include "words/numbers.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct ImportOptions : DataOption {
  std::vector<std::string> files;
  std::string symbol, language, title, date, kind, body, session, distribution, standing, job, replace;
  bool yes = false;
  bool json = false;
};

std::string code_text(Language language) { return std::string(code_of(language)); }

// What the record says of the documents that a text cites, each asked for once.
class Known {
 public:
  explicit Known(Door* door) : door_(door) {}

  bool resolves(const Citation& citation) {
    if (citation.symbol.empty()) return !citation.paragraph.empty();
    const auto& page = page_of(citation.symbol);
    if (!page) return false;
    const auto* reading = member(*page, "reading");
    if (citation.paragraph.empty() || !reading) return true;
    for (const auto& [language, text] : *object(*reading))
      if (has(text, citation.paragraph) || has(text, "o" + citation.paragraph)) return true;
    return false;
  }
  // The twin of a document's page; nothing where the record has none.
  const std::optional<Json>& page_of(const std::string& symbol) {
    const auto [it, fresh] = pages_.try_emplace(symbol);
    if (!fresh || !door_) return it->second;
    const auto answer = door_->ask(Method::get, "/en" + href_of(Symbol{symbol}).path + ".json");
    auto json = parse_json(answer.body, {true, false, 64});
    if (answer.status == 200 && json) it->second = *std::move(json);
    return it->second;
  }

 private:
  static bool has(const Json& text_json, const std::string& id) {
    const auto* paragraphs = member(text_json, "paragraphs");
    if (!paragraphs || !list(*paragraphs)) return false;
    return std::any_of(list(*paragraphs)->begin(), list(*paragraphs)->end(), [&](const Json& one) {
      const auto* own = member(one, "id");
      return own && text(*own) && *text(*own) == id;
    });
  }

  Door* door_;
  std::map<std::string, std::optional<Json>> pages_{};
};

// --- what is to be entered -----------------------------------------------------------------------------------------

template <class E>
Verdict take_code(const std::string& value, const char* option, std::optional<E>& into) {
  if (value.empty()) return Granted{};
  into = from_code<E>(value);
  if (into) return Granted{};
  std::string codes;
  for (const auto code : Codes<E>::all) codes += (codes.empty() ? "" : ", ") + std::string(code);
  return Refusal{"import-code", {{"option", option}, {"value", value}, {"codes", codes}}};
}

// As proposed, and as whoever enters it says.
Result<DocumentRegistered> document_to_enter(const ImportOptions& options, const Importing& importing) {
  auto out = proposed_document(importing);
  if (!options.title.empty()) out.titles.official[importing.language] = options.title;
  if (!options.date.empty()) {
    const auto date = parse_date(options.date);
    if (!date) return Refusal{"import-date", {{"value", options.date}}};
    out.date = *date;
  }
  std::optional<DocumentKind> kind;
  for (const auto& verdict :
       {take_code(options.kind, "--kind", kind), take_code(options.distribution, "--distribution", out.distribution)})
    if (!verdict) return verdict.refusal();
  out.type = kind.value_or(out.type);
  if (!options.body.empty()) out.body = BodyId{options.body};
  if (!options.session.empty()) out.sessions = {SessionId{options.session}};
  if (out.titles.empty()) return Refusal{"import-title", {{"symbol", out.id.text}}};
  return out;
}

// The text that the record holds in the language, as the document's page tells it.
struct HeldText {
  std::int64_t entry = 0;
  std::string file{};
  std::string structure{};
  std::string standing{};
  std::string job{};
};

std::optional<HeldText> held_text(const std::optional<Json>& page, Language language) {
  const auto* versions = page ? member(*page, "versions") : nullptr;
  if (!versions) return std::nullopt;
  for (const auto& version : *list(*versions)) {
    const auto said = [&](const char* name) {
      const auto* value = member(version, name);
      return value ? *text(*value) : std::string();
    };
    if (said("language") == code_of(language))
      return HeldText{*number(*member(*member(version, "mark"), "entry")), said("sha256"), said("structure"),
                      said("standing"), said("job")};
  }
  return std::nullopt;
}

// Whether the text is held as it is asked for: the same file; where it is to be replaced, also read in the same way.
bool is_there(const HeldText& held, const TextImported& act, bool replace) {
  if (held.file != act.file) return false;
  return !replace || (held.structure == act.structure && held.standing == code_of(act.standing) &&
                      held.job == act.job.value_or(""));
}

// The same file, asked for in the same way where the same text is held, is the same request.
EntryRequest request_for(Act act, const Importing& importing, const std::string& body, std::int64_t held) {
  EntryRequest out{{}, body, {std::move(act), {}}, operator_of_secretariat};
  out.fact.around.sources = {{importing.symbol, {}, {}, {}, {}}};
  out.fact.around.certainty = Certainty::confirmed;
  out.id = "import:" + std::to_string(held) + ":" + to_hex(sha256(canonical(to_json(out)))).substr(0, 32);
  return out;
}

// What is asked of the record for one text: its act, the structure that is kept beside it, and what is held now.
struct Asking {
  std::vector<EntryRequest> requests{};
  TextImported act{};
  std::string structure{};
  std::optional<HeldText> held{};
};

Result<Asking> asking(Known& known, const ImportOptions& options, const Importing& importing) {
  const auto& page = known.page_of(importing.symbol.text);
  Asking out{
      {}, proposed_text(importing), canonical(to_json(importing.imported.text)), held_text(page, importing.language)};
  std::optional<TextStanding> standing;
  if (auto taken = take_code(options.standing, "--standing", standing); !taken) return taken.refusal();
  out.act.standing = standing.value_or(out.act.standing);
  if (!options.title.empty()) out.act.title = options.title;
  if (!options.job.empty()) out.act.job = options.job;
  out.act.file = to_hex(sha256(importing.bytes));
  out.act.file_size = static_cast<std::int64_t>(importing.bytes.size());
  out.act.structure = to_hex(sha256(out.structure));
  out.act.structure_size = static_cast<std::int64_t>(out.structure.size());
  if (!options.replace.empty()) {
    if (!out.held)
      return Refusal{"import-nothing-held",
                     {{"symbol", importing.symbol.text}, {"language", code_text(importing.language)}}};
    out.act.replaces = out.held->entry;
    out.act.reason = options.replace;
  }
  if (!page) {
    auto document = document_to_enter(options, importing);
    if (!document) return document.refusal();
    out.requests.push_back(request_for(*std::move(document), importing, options.body, -1));
  }
  out.requests.push_back(request_for(out.act, importing, options.body, out.held ? out.held->entry : -1));
  return out;
}

void keep(Door& door, const std::string& bytes) {
  const auto answer = door.ask(Method::post, "/local/blob", bytes);
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
}

// The files are left with the record once the rules grant the act that names them.
Registrar::Outcome enter_with_files(Door& door, const Asking& asking, const Importing& importing) {
  auto outcome = enter(door, asking.requests);
  if (outcome.refused.empty() || outcome.refused.front().why.code != "blob-not-there") return outcome;
  keep(door, importing.bytes);
  keep(door, asking.structure);
  return enter(door, asking.requests);
}

// --- what is said --------------------------------------------------------------------------------------------------

std::string sentence(const Terminal& terminal, const Finding& finding) {
  Values values;
  for (const auto& [name, value] : finding.values) values.emplace(name, value);
  return terminal.tongue().say("finding." + finding.code, values);
}

std::int64_t count(const Importing& importing, Paragraph::Kind kind) {
  const auto& all = importing.imported.text.paragraphs;
  return std::count_if(all.begin(), all.end(), [&](const Paragraph& one) { return one.kind == kind; });
}

void preview(const Terminal& terminal, const Importing& importing, Known& known) {
  const auto& tongue = terminal.tongue();
  const auto& masthead = importing.masthead;
  const auto none = tongue.say("cli.import.none");
  const auto& citations = importing.cited.citations;
  const auto resolved =
      std::count_if(citations.begin(), citations.end(), [&](const Cited& one) { return known.resolves(one.citation); });
  terminal.say("cli.import.document", {{"symbol", importing.symbol.text},
                                       {"language", tongue.say("language." + code_text(importing.language))},
                                       {"file", importing.file.string()}});
  terminal.say("cli.import.proposed",
               {{"title", masthead.title.empty() ? none : masthead.title},
                {"date", masthead.date ? written(tongue, *masthead.date) : none},
                {"distribution",
                 masthead.distribution.empty() ? none : tongue.say("code.distribution." + masthead.distribution)}});
  terminal.say("cli.import.counts", {{"numbered", count(importing, Paragraph::Kind::numbered)},
                                     {"preambular", count(importing, Paragraph::Kind::preambular)},
                                     {"items", count(importing, Paragraph::Kind::item)},
                                     {"headings", count(importing, Paragraph::Kind::heading)},
                                     {"notes", static_cast<std::int64_t>(importing.imported.text.notes.size())}});
  terminal.say("cli.import.citations",
               {{"count", static_cast<std::int64_t>(citations.size())}, {"resolved", std::int64_t{resolved}}});
  for (const auto& finding : importing.imported.findings) fmt::print("  - {}\n", sentence(terminal, finding));
  if (!importing.steps.empty())
    terminal.say("cli.import.steps", {{"count", static_cast<std::int64_t>(importing.steps.size())}});
  for (const auto& step : importing.steps)
    terminal.say("cli.import.step", {{"in", step.in},
                                     {"addressee", step.addressee.empty() ? none : step.addressee},
                                     {"verb", step.verb.empty() ? none : step.verb},
                                     {"when", step.when.empty() ? none : step.when}});
}

// --- one file ------------------------------------------------------------------------------------------------------

int enter_one(Door& door, const Terminal& terminal, Known& known, const ImportOptions& options,
              const Importing& importing) {
  const auto asked = asking(known, options, importing);
  if (!asked) return terminal.refuse(asked.refusal());
  const auto done = [&](const char* key, std::int64_t entry) {
    if (!options.json)
      terminal.say(key, {{"symbol", importing.symbol.text},
                         {"language", terminal.tongue().say("language." + code_text(importing.language))},
                         {"entry", entry}});
    return Exit::done;
  };
  if (asked->held && is_there(*asked->held, asked->act, !options.replace.empty()))
    return done("cli.import.there", asked->held->entry);
  const auto outcome = enter_with_files(door, *asked, importing);
  for (const auto& row : outcome.refused) {
    auto refusal = row.why;
    refusal.values["file"] = importing.file.string();
    terminal.refuse(refusal);
  }
  return outcome.refused.empty() ? done("cli.import.entered", outcome.entered.back().number) : Exit::refused;
}

std::vector<std::string> cautions(const Terminal& terminal) {
  std::vector<std::string> out;
  for (const auto language : languages)
    out.push_back(terminal.tongue().catalogue().in(language).say("page.document.not-official"));
  return out;
}

int import_one(Door* door, const Terminal& terminal, const ImportOptions& options, const fs::path& file) {
  const auto importing = read_import(file, options.symbol, options.language, cautions(terminal));
  if (!importing) return terminal.refuse(importing.refusal());
  Known known(door);
  if (options.json) {
    const auto resolves = [&](const Citation& citation) { return known.resolves(citation); };
    fmt::print("{}\n", canonical(to_json(*importing, resolves,
                                         [&](const Finding& finding) { return sentence(terminal, finding); })));
  } else {
    preview(terminal, *importing, known);
  }
  if (options.yes) return enter_one(*door, terminal, known, options, *importing);
  if (!options.json) terminal.say("cli.import.not-entered");
  return Exit::done;
}

// A folder stands for the files in it whose names tell a symbol and a language.
std::vector<fs::path> files_of(const std::vector<std::string>& named) {
  std::vector<fs::path> out;
  for (const fs::path path : named) {
    if (!fs::is_directory(path)) {
      out.push_back(path);
      continue;
    }
    std::set<fs::path> inside;
    for (const auto& entry : fs::directory_iterator(path))
      if (entry.is_regular_file() && named_by_file(entry.path().filename().string())) inside.insert(entry.path());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

int import(const ImportOptions& options, const Terminal& terminal) {
  const auto files = files_of(options.files);
  if (files.empty()) return terminal.refuse({"import-no-files", {{"folder", options.files.front()}}});
  if (files.size() > 1 && !options.symbol.empty()) return terminal.refuse({"import-one-symbol"});
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  // Nothing is asked of a record that is not there yet but what it holds: a preview needs none.
  const bool without = !door && !options.yes && door.refusal().code == "record-missing";
  if (!door && !without) return terminal.refuse(door.refusal());
  int worst = Exit::done;
  for (const auto& file : files)
    worst = std::max(worst, import_one(without ? nullptr : door->get(), terminal, options, file));
  return worst;
}

}  // namespace

Command import_command() {
  const auto o = std::make_shared<ImportOptions>();
  return {"import",
          "show what a file gives as the text of a document; with --yes, enter it",
          {o->option(),
           {"FILE", "files, or folders of files named like A_77_275-ES.txt", &o->files, true},
           {"--symbol", "of the document; default: as the file is named", &o->symbol},
           {"--language", "of the text: ar, zh, en, fr, ru, es; default: as the file is named", &o->language},
           {"--title", "of the document in the text's language; default: as the text says", &o->title},
           {"--date", "of a document not yet registered; default: as the text says", &o->date},
           {"--kind", "of a document not yet registered; default: by its symbol", &o->kind},
           {"--distribution", "of a document not yet registered; default: as the text says", &o->distribution},
           {"--body", "whose document it is", &o->body},
           {"--session", "of which session it is a document", &o->session},
           {"--standing", "of the text: issued (default), unedited, working", &o->standing},
           {"--job", "the job number, as printed", &o->job},
           {"--replace", "why it takes the place of the text that is held", &o->replace},
           {"--yes", "enter it", &o->yes},
           {"--json", "print what it gives as JSON", &o->json}},
          [o](const Terminal& terminal) { return import(*o, terminal); }};
}

}  // namespace comity
