// The page of one document: what it is, what it hangs together with, who cites it.
#include "views/comparison.h"
#include "views/documents_pages.h"
#include "views/lists.h"
#include "views/terms_pages.h"

namespace comity {
namespace {

constexpr std::size_t most_cited_by = 30;

OfficialRow official_row(const DocumentRegistered& document, Language language) {
  const bool is_known = contains(document.languages, language);
  return {language, official_address(document.id, language), is_known ? "1" : ""};
}

Href revision_href(const Lens& lens, const DocumentRelated& act) {
  const bool both =
      act.relation == Relation::revises && !texts_of(lens, act.to).empty() && !texts_of(lens, act.document).empty();
  return both ? comparison_href({act.to.text, ""}, {act.document.text, ""}) : Href{};
}

std::vector<RelationRow> relations_of(const Lens& lens, const Symbol& symbol) {
  const auto row = [&lens](const auto& fact, Direction direction) {
    const auto& other = direction == Direction::forward ? fact.act.to : fact.act.document;
    return RelationRow{fact.act.relation, direction, document_link(lens, other), revision_href(lens, fact.act),
                       mark(lens, fact)};
  };
  auto rows =
      each(about<DocumentRelated>(lens, symbol), [&row](const auto* fact) { return row(*fact, Direction::forward); });
  for (const auto* fact : facts_where<DocumentRelated>(lens, [&](const auto& act) { return act.to == symbol; }))
    rows.push_back(row(*fact, Direction::backward));
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
    if (subject == symbol_.text) return;
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
  for (const auto& [name, suffix] : {std::pair("BibTeX", ".bib"), std::pair("RIS", ".ris"), std::pair("CSL", ".csl")})
    page.forms.push_back({name, {href_of(fact.act.id).path + suffix}});
  page.type = fact.act.type;
  page.titles = titles_of(lens, fact.act);
  page.date = fact.act.date;
  page.distribution = fact.act.distribution;
  page.languages = fact.act.languages;
  page.original = fact.act.original;
  page.body = named(lens, fact.act.body);
  page.sessions = named(lens, fact.act.sessions);
  for (const auto language : languages) page.official.push_back(official_row(fact.act, language));
  page.language_versions = language_versions(lens, fact.act);
  page.mark = mark(lens, fact);
}

VersionRow version_row(const Lens& lens, const Fact<TextImported>& fact) {
  const auto& act = fact.act;
  const auto path = href_of(act.document).path;
  const auto form = [&](const char* suffix) { return Href{path + suffix, act.language}; };
  VersionRow row{act.language,
                 form(""),
                 form(".txt"),
                 form(".akn"),
                 form(".fodt"),
                 form(".pdf"),
                 form(".docx"),
                 form(".odt"),
                 act.standing,
                 act.file_type,
                 act.file_size,
                 act.file,
                 act.structure,
                 act.job,
                 comparison_href(side_of(act), {}),
                 {},
                 {},
                 mark(lens, fact)};
  if (!facts<TermEntered>(lens).empty()) row.terms = terms_check_href(act.document, act.language);
  if (act.replaces)
    row.changes = comparison_href({std::to_string(*act.replaces), ""}, {std::to_string(fact.from.entry), ""});
  return row;
}

void tell_its_texts(const Lens& lens, const Symbol& symbol, DocumentPage& page) {
  for (const auto* fact : about<DocumentWithdrawn>(lens, symbol))
    page.withdrawn.push_back(text_row(lens, *fact, fact->act.reason));
  if (const auto kept = withheld(lens.world, symbol, lens.now)) page.withheld = WithheldRow{kept->why, kept->until};
  if (!lens.texts) return;
  const auto texts = texts_of(lens, symbol);
  for (const auto* fact : texts) {
    page.versions.push_back(version_row(lens, *fact));
    auto& text = page.reading.in.emplace(fact->act.language, reading(lens, fact->act)).first->second;
    for (const auto* other : texts)
      if (other != fact)
        text.beside.push_back({other->act.language, comparison_href(side_of(fact->act), side_of(other->act))});
  }
  page.cites = cited_rows(lens, symbol);
  const bool unknown =
      std::any_of(page.cites.begin(), page.cites.end(), [](const CitedRow& row) { return !row.unknown.empty(); });
  if (unknown) page.cites_unknown.assign(1, '1');
  page.citing = citing_rows(lens, symbol);
}

}  // namespace

std::optional<DocumentPage> document_page(const Lens& lens, const Symbol& symbol) {
  const auto* fact = lens.world.one<DocumentRegistered>(symbol);
  if (!fact) return std::nullopt;
  DocumentPage page;
  tell_what_it_is(lens, *fact, page);
  tell_its_texts(lens, symbol, page);
  page.relations = relations_of(lens, symbol);
  page.adopted = each(about<ResolutionAdopted>(lens, symbol),
                      [&lens](const auto* adopted) { return resolution_row(lens, *adopted); });
  page.decisions =
      decisions_where(lens, [&symbol](const DecisionTaken& act) { return contains(act.documents, symbol); });
  Citations(lens, symbol, page).look_in_all(static_cast<const Act*>(nullptr));
  return page;
}

}  // namespace comity
