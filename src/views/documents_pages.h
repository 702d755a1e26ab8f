// Documents.
#pragma once

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
  std::vector<FilterRow> kinds{};
  std::vector<FilterRow> sessions{};
  std::vector<FilterRow> years{};
  std::vector<FilterRow> languages{};
  std::vector<DocumentRow> documents{};
  std::int64_t total = 0;

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
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
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("relation", view.relation);
    visit("direction", view.direction);
    visit("document", view.document);
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

// One document by its symbol. Its text is not held here: the page says so and links to the official one.
struct DocumentPage {
  Symbol symbol{};
  DocumentKind type{};
  Texts titles{};
  std::optional<Date> date{};
  std::optional<Distribution> distribution{};
  std::vector<Language> languages{};
  std::optional<Language> original{};
  std::optional<Named> body{};
  std::vector<Named> sessions{};
  std::vector<OfficialRow> official{};
  std::vector<RelationRow> relations{};
  std::vector<ResolutionRow> adopted{};
  std::vector<DecisionRow> decisions{};
  std::vector<Named> cited_by{};
  std::int64_t cited = 0;
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("type", view.type);
    visit("titles", view.titles);
    visit("date", view.date);
    visit("distribution", view.distribution);
    visit("languages", view.languages);
    visit("original", view.original);
    visit("body", view.body);
    visit("sessions", view.sessions);
    visit("official", view.official);
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
DocumentsPage documents_page(const Lens& lens, const DocumentFilter& filter);
std::optional<DocumentPage> document_page(const Lens& lens, const Symbol& symbol);
// Symbols close to what was asked, for the page that says that there is none: at most `limit`.
std::vector<DocumentLink> near_symbols(const Lens& lens, std::string_view asked, std::size_t limit);

}  // namespace comity
