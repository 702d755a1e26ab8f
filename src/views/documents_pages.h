// Documents.
#pragma once

#include "rules/access.h"
#include "views/reading.h"
#include "views/rows.h"

namespace comity {

// One choice of a filter: the address keeps the other filters.
struct FilterRow {
  std::string filter{};
  std::string value{};
  Say name{};
  Texts names{};
  std::int64_t count = 0;
  std::string chosen{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("filter", view.filter);
    visit("value", view.value);
    visit("name", view.name);
    visit("names", view.names);
    visit("count", view.count);
    visit("chosen", view.chosen);
  }
};

struct DocumentsPage {
  std::optional<Named> body{};
  Href symbols{};  // the register of the body's own symbols
  std::vector<FilterRow> kinds{};
  std::vector<FilterRow> sessions{};
  std::vector<FilterRow> years{};
  std::vector<FilterRow> languages{};
  std::vector<DocumentRow> documents{};
  std::int64_t total = 0;

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("symbols", view.symbols);
    visit("kinds", view.kinds);
    visit("sessions", view.sessions);
    visit("years", view.years);
    visit("languages", view.languages);
    visit("documents", view.documents);
    visit("total", view.total);
  }
};

// `relation` holds from this document to the other, or, reversed, from the other to this one.
struct RelationRow {
  Relation relation{};
  Direction direction{};
  DocumentLink document{};
  Href compare{};  // of a revision with what it revises, where both texts are held
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("relation", view.relation);
    visit("direction", view.direction);
    visit("document", view.document);
    visit("compare", view.compare);
    visit("mark", view.mark);
  }
};

struct ResolutionRow {
  std::int64_t session = 0;
  std::optional<std::int64_t> meeting{};
  std::optional<std::int64_t> item{};
  std::optional<DocumentLink> report{};
  std::optional<Happened> happened{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("session", view.session);
    visit("meeting", view.meeting);
    visit("item", view.item);
    visit("report", view.report);
    visit("happened", view.happened);
    visit("mark", view.mark);
  }
};

// Where the official text stands, per language: the house's resolver.
struct OfficialRow {
  Language language{};
  std::string address{};
  std::string known{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("address", view.address);
    visit("known", view.known);
  }
};

// How one of the six language versions stands on the day of asking: its text is held, it is on its way, or nothing is
// known of it.
struct LanguageVersion {
  Language language{};
  std::string original{};  // "1"
  std::string listed{};    // "1": one of those that the document is entered as issued in
  Href path{};             // of the page in that language, where the text is held
  std::string official{};  // where the official text is, or will be; empty where there never is one
  Say held{};
  std::optional<VersionStage> stage{};  // as last said; none once the text is held
  Say status{};                         // the stage in words; empty once the text is held
  std::optional<Date> expected{};
  std::string overdue{};  // "1": that day is over
  Say expectation{};
  Texts reason{};
  std::optional<FactMark> mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("original", view.original);
    visit("listed", view.listed);
    visit("path", view.path);
    visit("official", view.official);
    visit("held", view.held);
    visit("stage", view.stage);
    visit("status", view.status);
    visit("expected", view.expected);
    visit("overdue", view.overdue);
    visit("expectation", view.expectation);
    visit("reason", view.reason);
    visit("mark", view.mark);
  }
};

// One language version whose text is held.
struct VersionRow {
  Language language{};
  Href path{};   // of the page in that language
  Href plain{};  // the text in other forms
  Href akoma_ntoso{};
  Href opendocument{};
  Href pdf{};  // for print, as the next two
  Href docx{};
  Href odt{};
  TextStanding standing{};
  std::string file_type{};
  std::int64_t file_size = 0;  // bytes
  std::string sha256{};        // of the file
  std::string structure{};     // SHA-256 of the structure that was read from it
  std::optional<std::string> job{};
  Href compare{};  // with another text, to be chosen
  Href changes{};  // from the text that this one took the place of
  Href terms{};    // how it uses the institution's terms; nothing where the record has none
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("path", view.path);
    visit("plain", view.plain);
    visit("akoma-ntoso", view.akoma_ntoso);
    visit("opendocument", view.opendocument);
    visit("pdf", view.pdf);
    visit("docx", view.docx);
    visit("odt", view.odt);
    visit("standing", view.standing);
    visit("file-type", view.file_type);
    visit("file-size", view.file_size);
    visit("sha256", view.sha256);
    visit("structure", view.structure);
    visit("job", view.job);
    visit("compare", view.compare);
    visit("changes", view.changes);
    visit("terms", view.terms);
    visit("mark", view.mark);
  }
};

// Why its texts are not for everybody.
struct WithheldRow {
  Withholding why{};
  std::optional<Happened> until{};  // of an embargo

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("why", view.why);
    visit("until", view.until);
  }
};

// The document in a form for programs.
struct FormLink {
  std::string name{};
  Href href{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("name", view.name);
    visit("href", view.href);
  }
};

// One document by its symbol, with its text where that is held; where it is not, the page says so and links to the
// official one.
struct DocumentPage {
  Symbol symbol{};
  std::vector<FormLink> forms{};  // for libraries
  DocumentKind type{};
  Texts titles{};
  std::optional<Date> date{};
  std::optional<Distribution> distribution{};
  std::vector<Language> languages{};
  std::optional<Language> original{};
  std::optional<Named> body{};
  std::vector<Named> sessions{};
  std::vector<OfficialRow> official{};
  std::vector<LanguageVersion> language_versions{};  // all six, in the order of languages; none of what was withdrawn
  std::vector<RelationRow> relations{};
  std::vector<ResolutionRow> adopted{};
  std::vector<DecisionRow> decisions{};
  std::vector<Named> cited_by{};
  std::int64_t cited = 0;
  std::vector<TextRow> withdrawn{};
  std::optional<WithheldRow> withheld{};
  std::vector<VersionRow> versions{};
  InLanguages<Reading> reading{};
  std::vector<CitedRow> cites{};
  std::string cites_unknown{};  // "1": one of them the record does not know
  std::vector<CitingRow> citing{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("forms", view.forms);
    visit("type", view.type);
    visit("titles", view.titles);
    visit("date", view.date);
    visit("distribution", view.distribution);
    visit("languages", view.languages);
    visit("original", view.original);
    visit("body", view.body);
    visit("sessions", view.sessions);
    visit("withdrawn", view.withdrawn);
    visit("withheld", view.withheld);
    visit("versions", view.versions);
    visit("reading", view.reading);
    visit("cites", view.cites);
    visit("cites-unknown", view.cites_unknown);
    visit("citing", view.citing);
    visit("official", view.official);
    visit("language-versions", view.language_versions);
    visit("relations", view.relations);
    visit("adopted", view.adopted);
    visit("decisions", view.decisions);
    visit("cited-by", view.cited_by);
    visit("cited", view.cited);
    visit("mark", view.mark);
  }
};

// What the reader narrowed the list to; empty parts do not narrow.
struct DocumentFilter {
  std::string body{};
  std::string type{};
  std::string session{};
  std::string year{};
  std::string language{};
};
// How the six versions of a document stand, and those of which one is awaited or in translation.
std::vector<LanguageVersion> language_versions(const Lens& lens, const DocumentRegistered& document);
std::vector<Language> under_way(const Lens& lens, const DocumentRegistered& document);

DocumentsPage documents_page(const Lens& lens, const DocumentFilter& filter);
std::optional<DocumentPage> document_page(const Lens& lens, const Symbol& symbol);
// Symbols close to what was asked, for the page that says that there is none: at most `limit`.
std::vector<DocumentLink> near_symbols(const Lens& lens, std::string_view asked, std::size_t limit);
// The document whose symbol has these letters and digits, whatever stands between them, the first "A" left out or not:
// "ac.292 2023 crp1" is "A/AC.292/2023/CRP.1".
std::optional<Symbol> symbol_meant(const Lens& lens, std::string_view asked);
// The symbol that a document has now which was entered under that one, until a correction.
std::optional<Symbol> symbol_now(const Lens& lens, std::string_view earlier);

}  // namespace comity
