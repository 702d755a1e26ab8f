#include "views/agenda_pages.h"

#include "views/drawing.h"
#include "views/work.h"

namespace comity {
namespace {

bool takes_up(const ItemsConsidered& act, const ItemId& item) { return contains(act.items, item); }

std::vector<PathRow> path_of(const Lens& lens, const BodyId& body, const ItemId& item) {
  std::vector<PathRow> path;
  for (const auto& session : sessions_of(lens, body))
    for (const auto* fact : about<ItemsConsidered>(lens, session))
      if (takes_up(fact->act, item))
        path.push_back({named(lens, session), dated(lens, session).days(), mark(lens, *fact)});
  return path;
}

std::int64_t depth(const std::string& number) { return std::count(number.begin(), number.end(), '.'); }

AgendaRow agenda_row(const Lens& lens, const Fact<AgendaItemEntered>& fact) {
  const auto& act = fact.act;
  return {act.id.text,
          href_of(act.id),
          act.number,
          depth(act.number),
          act.title,
          act.annotation,
          path_of(lens, act.body, act.id),
          mark(lens, fact)};
}

// Of a sub-item only a sign: its letter is written in each language's own way.
std::string label_of(const std::string& number) { return depth(number) == 0 ? number : "·"; }

PathColumn column(const Lens& lens, const SessionId& id) {
  const auto* session = lens.world.one<SessionEntered>(id);
  return {href_of(id), session->act.ordinal ? std::to_string(*session->act.ordinal) : "·"};
}

PathLine line(const Lens& lens, const Fact<AgendaItemEntered>& fact, const std::vector<SessionId>& sessions) {
  PathLine line{href_of(fact.act.id), label_of(fact.act.number), {}};
  for (std::size_t i = 0; i < sessions.size(); ++i)
    if (contains(items_taken_up(lens, sessions[i]), fact.act.id)) line.columns.push_back(i);
  return line;
}

Html paths_of(const Lens& lens, const BodyId& body) {
  const auto sessions = sessions_of(lens, body);
  auto lines = each(agenda_of(lens, body), [&](const auto* fact) { return line(lens, *fact, sessions); });
  // A sub-item that no source names by itself is taken up with its item: an empty line would say otherwise.
  std::erase_if(lines, [](const PathLine& one) { return one.label == "·" && one.columns.empty(); });
  return paths(each(sessions, [&lens](const SessionId& id) { return column(lens, id); }), lines);
}

std::vector<DateRow> informals_on(const Lens& lens, const ItemId& item) {
  std::vector<DateRow> rows;
  for (const auto& body : bodies(lens))
    for (auto& row : informal_dates(lens, body)) {
      const auto on_item = [&](const auto* fact) { return contains(fact->act.topics, item); };
      const auto held = about<InformalHeld>(lens, InformalId{row.id});
      const auto planned = about<InformalPlanned>(lens, InformalId{row.id});
      if (std::any_of(held.begin(), held.end(), on_item) || std::any_of(planned.begin(), planned.end(), on_item))
        rows.push_back(std::move(row));
    }
  return rows;
}

}  // namespace

std::optional<AgendaPage> agenda_page(const Lens& lens, const BodyId& body) {
  if (!lens.world.one<BodyEstablished>(body)) return std::nullopt;
  AgendaPage page;
  page.body = named(lens, body);
  page.proposed = each(about<AgendaProposed>(lens, body), [&lens](const auto* fact) {
    return AgendaFactRow{document_link(lens, fact->act.document), {}, mark(lens, *fact)};
  });
  page.adopted = each(about<AgendaAdopted>(lens, body), [&lens](const auto* fact) {
    return AgendaFactRow{document_link(lens, fact->act.document), fact->act.scope, mark(lens, *fact)};
  });
  page.items = each(agenda_of(lens, body), [&lens](const auto* fact) { return agenda_row(lens, *fact); });
  page.paths = paths_of(lens, body);
  return page;
}

std::optional<ItemPage> item_page(const Lens& lens, const ItemId& id) {
  const auto* fact = lens.world.one<AgendaItemEntered>(id);
  if (!fact) return std::nullopt;
  ItemPage page;
  page.body = named(lens, fact->act.body);
  page.id = id.text;
  page.number = fact->act.number;
  page.title = fact->act.title;
  page.annotation = fact->act.annotation;
  if (fact->act.parent) page.parent = item_row(lens, *fact->act.parent);
  for (const auto* item : agenda_of(lens, fact->act.body))
    if (item->act.parent == id) page.children.push_back(item_row(lens, item->act.id));
  page.path = path_of(lens, fact->act.body, id);
  page.informals = informals_on(lens, id);
  page.mark = mark(lens, *fact);
  return page;
}

}  // namespace comity
