#include "views/lists.h"
#include "views/sessions_pages.h"
#include "views/time_lines.h"
#include "views/work.h"

namespace comity {
namespace {

SessionRow session_row(const Lens& lens, const SessionId& id) {
  const auto* fact = lens.world.one<SessionEntered>(id);
  SessionRow row;
  row.id = id;
  row.href = href_of(id);
  row.name = session_name(fact->act);
  row.names = fact->act.names;
  row.type = fact->act.type;
  row.ordinal = fact->act.ordinal;
  row.planned = days_rows<SessionPlanned>(lens, id);
  row.held = days_rows<SessionHeld>(lens, id);
  row.plenaries = count_rows(lens, id);
  row.items = item_rows(lens, items_taken_up(lens, id));
  row.status = status(dated(lens, id), lens.today());
  row.mark = mark(lens, *fact);
  return row;
}

}  // namespace

std::optional<SessionsPage> sessions_page(const Lens& lens, const BodyId& body) {
  if (!lens.world.one<BodyEstablished>(body)) return std::nullopt;
  SessionsPage page;
  page.body = named(lens, body);
  page.timeline = time_line_of(lens, body);
  page.sessions = each(sessions_of(lens, body), [&lens](const SessionId& id) { return session_row(lens, id); });
  page.informals = informal_dates(lens, body);
  return page;
}

}  // namespace comity
