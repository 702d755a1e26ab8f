// comity import FILE…: shows what a file gives as the text of a document, and enters it where it is told to.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/import_asking.h"
#include "cli/offline.h"
#include "record/files.h"
#include "texts/file_name.h"
#include "web/preview.h"
#include "web/templates.h"
#include "words/dates.h"
#include "words/numbers.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

// --- what is said --------------------------------------------------------------------------------------------------

std::string sentence(const Terminal& terminal, const Finding& finding) {
  Values values;
  for (const auto& [name, value] : finding.values) values.emplace(name, value);
  return terminal.tongue().say("finding." + finding.code, values);
}

std::string sentence(const Terminal& terminal, Withholding why) {
  return terminal.tongue().say("code.withholding." + std::string(code_of(why)));
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
                                       {"language", tongue.say("language." + std::string(code_of(importing.language)))},
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
  const auto asked = text_asked(door, known, options, importing);
  if (!asked) return terminal.refuse(asked.refusal());
  const auto done = [&](const std::string& key, std::int64_t entry) {
    if (!options.json)
      terminal.say(key, {{"symbol", importing.symbol.text},
                         {"language", terminal.tongue().say("language." + std::string(code_of(importing.language)))},
                         {"entry", entry},
                         {"why", asked->withheld ? sentence(terminal, *asked->withheld) : ""}});
    return Exit::done;
  };
  if (asked->held && is_there(*asked->held, asked->act, !options.replace.empty()))
    return done(asked->withheld ? "cli.import.withheld-there" : "cli.import.there", asked->held->entry);
  const auto outcome = enter_with_files(door, *asked, importing);
  for (const auto& row : outcome.refused) {
    auto refusal = row.why;
    refusal.values["file"] = importing.file.string();
    terminal.refuse(refusal);
  }
  if (!outcome.refused.empty()) return Exit::refused;
  return done(asked->withheld ? "cli.import.withheld" : "cli.import.entered", outcome.entered.back().number);
}

std::vector<std::string> cautions(const Terminal& terminal) {
  std::vector<std::string> out;
  for (const auto language : languages) {
    const auto tongue = terminal.tongue().catalogue().in(language);
    out.push_back(tongue.say("page.document.not-official"));
    for (const auto why : Codes<Withholding>::all)
      out.push_back(tongue.say("page.document.not-official") + " " +
                    tongue.say("code.withholding." + std::string(why)));
  }
  return out;
}

// The style sheet in the page itself, so that it is one file.
std::string with_style(std::string html, Door& door) {
  constexpr std::string_view before = "<link rel=\"stylesheet\" href=\"";
  const auto at = html.find(before);
  const auto end = at == html.npos ? at : html.find('"', at + before.size());
  if (end == html.npos) return html;
  const auto css = door.ask(Method::get, html.substr(at + before.size(), end - at - before.size()));
  return html.replace(at, html.find('>', end) + 1 - at, "<style>" + css.body + "</style>");
}

// The preview as a page that is opened without the site.
int write_page(Door* door, const Terminal& terminal, const ImportOptions& options, const Importing& importing) {
  if (!door) return terminal.refuse({"record-missing", {{"path", options.path().string()}}});
  const auto preview = preview_of(options, importing);
  if (!preview) return terminal.refuse(preview.refusal());
  const auto language = std::string(code_of(terminal.tongue().language()));
  const auto answer = door->ask(Method::post, "/local/preview/" + language, canonical(to_json(*preview)));
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
  const auto notice = escape_html(terminal.tongue().say("page.import.notice"));
  write_durably(options.page,
                offline_page(
                    with_style(answer.body, *door), "/" + language, [](const std::string&) { return false; }, notice));
  return Exit::done;
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
    if (const auto why = withholding(known.page_of(importing->symbol.text), options, *importing))
      terminal.say("cli.import.to-be-withheld", {{"why", sentence(terminal, *why)}});
  }
  if (!options.page.empty())
    if (const auto written = write_page(door, terminal, options, *importing); written != Exit::done) return written;
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
  if (files.size() > 1 && !options.page.empty()) return terminal.refuse({"import-one-page"});
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
           {"--embargo", "day and hour before which its text is not public: 2027-03-03 10:00 America/New_York",
            &o->embargo},
           {"--body", "whose document it is", &o->body},
           {"--session", "of which session it is a document", &o->session},
           {"--standing", "of the text: issued (default), unedited, working", &o->standing},
           {"--job", "the job number, as printed", &o->job},
           {"--replace", "why it takes the place of the text that is held", &o->replace},
           {"--page", "the HTML file to write the preview to, as a page", &o->page},
           {"--yes", "enter it", &o->yes},
           {"--json", "print what it gives as JSON", &o->json}},
          [o](const Terminal& terminal) { return import(*o, terminal); }};
}

}  // namespace comity
