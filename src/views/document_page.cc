// The page of one document: what it is, what it hangs together with, who cites it.
#include <fmt/format.h>

#include "views/documents_pages.h"
#include "views/lists.h"

namespace comity {
namespace {

constexpr std::size_t most_cited_by = 30;

// The house's resolver gives a document in each language by its symbol: undocs.org, as the documents themselves print
// it.
OfficialRow official_row(const DocumentRegistered& document, Language language) {
  const bool is_known = contains(document.languages, language);
  return {language, fmt::format("https://undocs.org/{}{}", code_of(language), href_of(document.id).path),
          is_known ? "1" : ""};
}

std::vector<RelationRow> relations_of(const Lens& lens, const Symbol& symbol) {
  auto rows = each(about<DocumentRelated>(lens, symbol), [&lens](const auto* fact) {
    return RelationRow{fact->act.relation, Direction::forward, document_link(lens, fact->act.to), mark(lens, *fact)};
  });
  for (const auto* fact : facts_where<DocumentRelated>(lens, [&](const auto& act) { return act.to == symbol; }))
    rows.push_back(
        {fact->act.relation, Direction::backward, document_link(lens, fact->act.document), mark(lens, *fact)});
  return rows;
}

ResolutionRow resolution_row(const Lens& lens, const Fact<ResolutionAdopted>& fact) {
  ResolutionRow row;
  row.session = fact.act.session;
  row.meeting = fact.act.meeting;
  row.item = fact.act.item;
  if (fact.act.report) row.report = document_link(lens, *fact.act.report);
  row.happened = fact.from.around.happened;
  row.mark = mark(lens, fact);
  return row;
}

bool cites(const Provenance& from, const Symbol& symbol) {
  return std::any_of(from.around.sources.begin(), from.around.sources.end(),
                     [&symbol](const Source& source) { return source.symbol == symbol; });
}

// What the facts are about whose sources cite the document: looked for in every kind of act there is.
class Citations {
 public:
  Citations(const Lens& lens, const Symbol& symbol, DocumentPage& page) : lens_(lens), symbol_(symbol), page_(page) {}

  template <class... A>
  void look_in_all(const std::variant<A...>*) {
    (look<A>(), ...);
  }

 private:
  template <class A>
  void look() {
    if constexpr (requires(const A& act) { act.about(); })
      for (const auto* fact : facts<A>(lens_))
        if (cites(fact->from, symbol_)) add(fact->act.about());
  }
  void add(const std::string& subject) {
    ++page_.cited;
    const bool there = std::any_of(page_.cited_by.begin(), page_.cited_by.end(),
                                   [&subject](const Named& named) { return named.id == subject; });
    if (there || page_.cited_by.size() == most_cited_by) return;
    if (auto named = named_subject(lens_, subject)) page_.cited_by.push_back(std::move(*named));
  }

  const Lens& lens_;
  const Symbol& symbol_;
  DocumentPage& page_;
};

void tell_what_it_is(const Lens& lens, const Fact<DocumentRegistered>& fact, DocumentPage& page) {
  page.symbol = fact.act.id;
  page.type = fact.act.type;
  page.titles = fact.act.titles;
  page.date = fact.act.date;
  page.distribution = fact.act.distribution;
  page.languages = fact.act.languages;
  page.original = fact.act.original;
  page.body = named(lens, fact.act.body);
  page.sessions = named(lens, fact.act.sessions);
  for (const auto language : languages) page.official.push_back(official_row(fact.act, language));
  page.mark = mark(lens, fact);
}

}  // namespace

std::optional<DocumentPage> document_page(const Lens& lens, const Symbol& symbol) {
  const auto* fact = lens.world.one<DocumentRegistered>(symbol);
  if (!fact) return std::nullopt;
  DocumentPage page;
  tell_what_it_is(lens, *fact, page);
  page.relations = relations_of(lens, symbol);
  page.adopted = each(about<ResolutionAdopted>(lens, symbol),
                      [&lens](const auto* adopted) { return resolution_row(lens, *adopted); });
  page.decisions =
      decisions_where(lens, [&symbol](const DecisionTaken& act) { return contains(act.documents, symbol); });
  Citations(lens, symbol, page).look_in_all(static_cast<const Act*>(nullptr));
  return page;
}

}  // namespace comity
