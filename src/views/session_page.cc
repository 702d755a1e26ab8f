#include "views/people.h"
#include "views/sessions_pages.h"
#include "views/time_lines.h"
#include "views/work.h"

namespace comity {
namespace {

MeetingRow meeting_row(const Lens& lens, const MeetingId& id) {
  const auto meeting = dated(lens, id);
  const auto* opened = strongest<MeetingOpened>(lens, id);
  MeetingRow row;
  row.id = id;
  row.href = href_of(id);
  row.name = meeting_name(lens, id);
  if (opened) row.ordinal = opened->act.ordinal;
  row.start = meeting.start;
  row.status = meeting_status(lens, id);
  row.segments = segment_rows(lens, id);
  row.mark = meeting.mark;
  return row;
}

void tell_what_it_is(const Lens& lens, const Fact<SessionEntered>& fact, SessionPage& page) {
  page.id = fact.act.id;
  page.name = session_name(fact.act);
  page.names = fact.act.names;
  page.body = named(lens, fact.act.body);
  page.type = fact.act.type;
  page.ordinal = fact.act.ordinal;
  page.status = status(dated(lens, fact.act.id), lens.today());
  page.mark = mark(lens, fact);
  std::tie(page.previous, page.next) = neighbours(lens, sessions_of(lens, fact.act.body), fact.act.id);
}

void tell_when(const Lens& lens, const SessionId& id, SessionPage& page) {
  page.planned = days_rows<SessionPlanned>(lens, id);
  page.held = days_rows<SessionHeld>(lens, id);
  page.cancelled = reasons<SessionCancelled>(lens, id);
  page.plenaries = count_rows(lens, id);
  page.meetings = each(meetings_of(lens, id), [&lens](const MeetingId& meeting) { return meeting_row(lens, meeting); });
}

void tell_what_it_did(const Lens& lens, const SessionId& id, SessionPage& page) {
  page.considered = items_rows(lens, id);
  page.programme = programme_of(lens, id);
  page.presided = presided_over(lens, id);
  page.temporary_chair = each(about<TemporaryChairForeseen>(lens, id),
                              [&lens](const auto* fact) { return text_row(lens, *fact, fact->act.holder); });
  page.participants = participants_of(lens, id);
  page.organizations = organizations_of(lens, id);
  page.documents = documents_where(lens, [&id](const DocumentRegistered& act) { return contains(act.sessions, id); });
  page.decisions = decisions_where(lens, [&id](const DecisionTaken& act) { return act.session == id; });
}

}  // namespace

std::optional<SessionPage> session_page(const Lens& lens, const SessionId& id) {
  const auto* fact = lens.world.one<SessionEntered>(id);
  if (!fact) return std::nullopt;
  SessionPage page;
  tell_what_it_is(lens, *fact, page);
  tell_when(lens, id, page);
  tell_what_it_did(lens, id, page);
  page.timeline = time_line_of(lens, fact->act.body, id);
  page.informals = informals_towards(lens, fact->act.body, id);
  return page;
}

}  // namespace comity
