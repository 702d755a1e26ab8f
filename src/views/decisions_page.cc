#include "views/decisions_pages.h"

#include "views/lists.h"
#include "views/modalities.h"

namespace comity {
namespace {

LinkRow link_row(const Lens& lens, const Fact<DecisionLinked>& fact, Direction direction) {
  LinkRow row{fact.act.link, direction, {}, mark(lens, fact)};
  const auto& other = direction == Direction::forward ? fact.act.to : fact.act.decision;
  if (const auto* decision = lens.world.one<DecisionTaken>(other)) row.decision = decision_row(lens, *decision);
  return row;
}

std::vector<LinkRow> links_of(const Lens& lens, const DecisionId& id) {
  auto rows = each(about<DecisionLinked>(lens, id),
                   [&lens](const auto* fact) { return link_row(lens, *fact, Direction::forward); });
  for (const auto* fact : facts_where<DecisionLinked>(lens, [&id](const auto& act) { return act.to == id; }))
    rows.push_back(link_row(lens, *fact, Direction::backward));
  return rows;
}

ResolutionLine resolution_line(const Lens& lens, const Fact<ResolutionAdopted>& fact) {
  return {document_link(lens, fact.act.document), fact.act.session, fact.from.around.happened, mark(lens, fact)};
}

// The General Assembly's resolutions belong to the page of a body unless their document names another one.
bool concerns(const Lens& lens, const ResolutionAdopted& act, const BodyId& body) {
  const auto* document = lens.world.one<DocumentRegistered>(act.document);
  return body.text.empty() || !document || !document->act.body || document->act.body == body;
}

std::vector<ResolutionLine> resolutions(const Lens& lens, const BodyId& body) {
  const auto of_body = [&](const ResolutionAdopted& act) { return concerns(lens, act, body); };
  auto lines = each(facts_where<ResolutionAdopted>(lens, of_body),
                    [&lens](const auto* fact) { return resolution_line(lens, *fact); });
  std::stable_sort(lines.begin(), lines.end(), [](const ResolutionLine& a, const ResolutionLine& b) {
    return a.happened != b.happened ? a.happened < b.happened
                                    : natural_less(a.document.symbol.text, b.document.symbol.text);
  });
  return lines;
}

}  // namespace

DecisionsPage decisions_page(const Lens& lens, const BodyId& body) {
  DecisionsPage page;
  if (!body.text.empty()) page.body = named(lens, body);
  page.decisions = body.text.empty() ? all_decisions(lens) : decisions_of(lens, body);
  page.resolutions = resolutions(lens, body);
  return page;
}

std::optional<DecisionPage> decision_page(const Lens& lens, const DecisionId& id) {
  const auto* fact = lens.world.one<DecisionTaken>(id);
  if (!fact) return std::nullopt;
  DecisionPage page;
  page.id = id.text;
  page.body = named(lens, fact->act.body);
  page.titles = fact->act.titles;
  page.text = fact->act.text;
  page.manner = fact->act.manner;
  page.happened = fact->from.around.happened;
  page.session = named(lens, fact->act.session);
  page.meeting = named(lens, fact->act.meeting);
  page.documents = document_links(lens, fact->act.documents);
  page.links = links_of(lens, id);
  page.rules = modality_rows(lens, about<ModalityAgreed>(lens, id));
  page.mark = mark(lens, *fact);
  return page;
}

}  // namespace comity
