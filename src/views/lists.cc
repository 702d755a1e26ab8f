#include "views/lists.h"

#include "views/documents_pages.h"

namespace comity {
namespace {

template <class Row>
std::vector<Row> last_first(std::vector<Row> rows, std::size_t count) {
  std::reverse(rows.begin(), rows.end());
  if (rows.size() > count) rows.resize(count);
  return rows;
}

std::optional<Date> place_in_time(const Lens& lens, const DocumentRow& row) {
  auto place = row.date;
  if (!place)
    for (const auto& session : row.sessions)
      if (const auto days = dated(lens, SessionId{session.id}).days(); days && (!place || *place < days->to))
        place = days->to;
  return place;
}

}  // namespace

DocumentRow document_row(const Lens& lens, const Fact<DocumentRegistered>& fact) {
  DocumentRow row;
  row.symbol = fact.act.id;
  row.href = href_of(fact.act.id);
  row.type = fact.act.type;
  row.titles = titles_of(lens, fact.act);
  row.date = fact.act.date;
  row.distribution = fact.act.distribution;
  row.languages = fact.act.languages;
  row.under_way = under_way(lens, fact.act);
  row.sessions = named(lens, fact.act.sessions);
  row.body = named(lens, fact.act.body);
  row.mark = mark(lens, fact);
  return row;
}

DecisionRow decision_row(const Lens& lens, const Fact<DecisionTaken>& fact) {
  DecisionRow row;
  row.id = fact.act.id.text;
  row.href = href_of(fact.act.id);
  row.titles = fact.act.titles;
  row.manner = fact.act.manner;
  row.happened = fact.from.around.happened;
  row.session = named(lens, fact.act.session);
  row.meeting = named(lens, fact.act.meeting);
  row.documents = document_links(lens, fact.act.documents);
  row.body = named(lens, fact.act.body);
  row.mark = mark(lens, fact);
  return row;
}

ItemRow item_row(const Lens& lens, const ItemId& id) {
  ItemRow row{id.text, href_of(id), {}, {}, {}};
  if (const auto* item = lens.world.one<AgendaItemEntered>(id)) {
    row.number = item->act.number;
    row.title = item->act.title;
    row.mark = mark(lens, *item);
  }
  return row;
}

std::vector<ItemRow> item_rows(const Lens& lens, const std::vector<ItemId>& ids) {
  auto rows = each(ids, [&lens](const ItemId& id) { return item_row(lens, id); });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ItemRow& a, const ItemRow& b) { return natural_less(a.number, b.number); });
  return rows;
}

bool document_before(const DocumentRow& a, const DocumentRow& b) {
  return a.date != b.date ? a.date < b.date : natural_less(a.symbol.text, b.symbol.text);
}

bool decision_before(const DecisionRow& a, const DecisionRow& b) {
  return a.happened != b.happened ? a.happened < b.happened : natural_less(a.id, b.id);
}

Facts<AgendaItemEntered> agenda_of(const Lens& lens, const BodyId& body) {
  return facts_where<AgendaItemEntered>(lens, [&body](const auto& act) { return act.body == body; })
      .sorted([](const auto& a, const auto& b) { return natural_less(a.act.number, b.act.number); });
}

std::vector<DocumentRow> latest(const Lens& lens, const std::vector<DocumentRow>& documents, std::size_t count) {
  std::vector<std::pair<Date, DocumentRow>> placed;
  for (const auto& row : documents)
    if (const auto place = place_in_time(lens, row)) placed.emplace_back(*place, row);
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return last_first(each(placed, [](const auto& one) { return one.second; }), count);
}

std::vector<DecisionRow> latest(std::vector<DecisionRow> decisions, std::size_t count) {
  return last_first(std::move(decisions), count);
}

}  // namespace comity
