#include "views/sessions_pages.h"
#include "views/work.h"

namespace comity {
namespace {

// The session that the meeting belongs to; none where nothing of the meeting is known on the day of the lens.
std::optional<SessionId> session_of_meeting(const Lens& lens, const MeetingId& id) {
  if (const auto* opened = strongest<MeetingOpened>(lens, id)) return opened->act.session;
  if (const auto* planned = strongest<MeetingPlanned>(lens, id)) return planned->act.session;
  return std::nullopt;
}

template <class A>
void add_marks(const Lens& lens, const MeetingId& id, std::vector<FactMark>& marks) {
  for (const auto* fact : about<A>(lens, id)) marks.push_back(mark(lens, *fact));
}

}  // namespace

std::optional<MeetingPage> meeting_page(const Lens& lens, const MeetingId& id) {
  const auto session = session_of_meeting(lens, id);
  if (!session) return std::nullopt;
  MeetingPage page;
  page.id = id;
  page.name = meeting_name(lens, id);
  page.session = named(lens, *session);
  if (const auto* entered = lens.world.one<SessionEntered>(*session)) page.body = named(lens, entered->act.body);
  if (const auto* opened = strongest<MeetingOpened>(lens, id)) page.ordinal = opened->act.ordinal;
  page.status = meeting_status(lens, id);
  page.start = dated(lens, id).start;
  add_marks<MeetingOpened>(lens, id, page.marks);
  add_marks<MeetingClosed>(lens, id, page.marks);
  add_marks<MeetingPlanned>(lens, id, page.marks);
  page.segments = segment_rows(lens, id);
  page.programme = programme_at(lens, id);
  page.organizations = organizations_at(lens, id);
  page.decisions = decisions_where(lens, [&id](const DecisionTaken& act) { return act.meeting == id; });
  page.cancelled = reasons<MeetingCancelled>(lens, id);
  std::tie(page.previous, page.next) = neighbours(lens, meetings_of(lens, *session), id);
  return page;
}

}  // namespace comity
