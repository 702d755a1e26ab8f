// The days of one session, meeting or informal meeting, and where it stands.
#include "views/dates.h"

namespace comity {
namespace {

// How many facts were ever entered about the thing: those that stand, and those that they correct.
template <class A>
std::int64_t times_said(const Lens& lens, const auto& id) {
  std::int64_t times = 0;
  for (const auto* fact : lens.world.about<A>(id))
    for (; fact; fact = fact->from.corrects ? lens.world.of_entry<A>(*fact->from.corrects) : nullptr) ++times;
  return times;
}

template <class... A>
std::int64_t changes(const Lens& lens, const auto& id) {
  return std::max<std::int64_t>(0, (times_said<A>(lens, id) + ...) - 1);
}

// When a plan was made: as the source says, else when it was entered.
template <class A>
Date made_on(const Fact<A>& plan) {
  return plan.from.around.happened ? plan.from.around.happened->date : date_of(plan.from.at);
}

// A later plan takes the place of an earlier one; the stronger goes first among those of one day.
template <class A>
const Fact<A>* plan_in_force(const Lens& lens, const auto& id) {
  const auto plans = about<A>(lens, id);
  const auto latest = std::max_element(plans.begin(), plans.end(),
                                       [](const auto* a, const auto* b) { return made_on(*a) < made_on(*b); });
  return latest == plans.end() ? nullptr : *latest;
}

template <class A>
void take_days(const Lens& lens, const Fact<A>& fact, std::optional<Days>& days, Dated& dated) {
  days = fact.act.days;
  dated.place = fact.act.place;
  if constexpr (requires { fact.act.mode; }) dated.mode = fact.act.mode;
  dated.mark = mark(lens, fact);
}

template <class Planned, class Held, class Cancelled>
Dated days_of(const Lens& lens, const auto& id) {
  Dated dated;
  if (const auto* plan = plan_in_force<Planned>(lens, id)) take_days(lens, *plan, dated.planned, dated);
  if (const auto* held = strongest<Held>(lens, id)) take_days(lens, *held, dated.held, dated);
  dated.begun = dated.held.has_value();
  if (const auto* cancelled = strongest<Cancelled>(lens, id)) {
    dated.cancelled = true;
    dated.mark = mark(lens, *cancelled);
  }
  dated.sequence = changes<Planned, Held, Cancelled>(lens, id);
  return dated;
}

std::optional<Days> day_of(const Happened& happened) {
  if (!happened.date.whole()) return std::nullopt;
  return Days{happened.date, happened.date};
}

}  // namespace

Dated dated(const Lens& lens, const SessionId& id) {
  auto dated = days_of<SessionPlanned, SessionHeld, SessionCancelled>(lens, id);
  const auto opened = facts_where<MeetingOpened>(lens, [&id](const MeetingOpened& act) { return act.session == id; });
  dated.begun = dated.begun || !opened.empty();
  return dated;
}

Dated dated(const Lens& lens, const InformalId& id) {
  return days_of<InformalPlanned, InformalHeld, InformalCancelled>(lens, id);
}

Dated dated(const Lens& lens, const MeetingId& id) {
  Dated dated;
  if (const auto* plan = strongest<MeetingPlanned>(lens, id)) {
    dated.start = plan->act.start;
    dated.planned = day_of(plan->act.start);
    dated.mark = mark(lens, *plan);
  }
  if (const auto* opened = strongest<MeetingOpened>(lens, id)) {
    dated.begun = true;
    dated.mark = mark(lens, *opened);
    if (opened->from.around.happened) {
      dated.start = opened->from.around.happened;
      dated.held = day_of(*dated.start);
    }
  }
  if (const auto* cancelled = strongest<MeetingCancelled>(lens, id)) {
    dated.cancelled = true;
    dated.mark = mark(lens, *cancelled);
  }
  dated.sequence = changes<MeetingPlanned, MeetingOpened, MeetingCancelled>(lens, id);
  return dated;
}

Status status(const Dated& dated, const Date& today) {
  if (dated.cancelled) return Status::cancelled;
  const auto days = dated.days();
  if (days && today < days->from) return Status::planned;
  if (days && today <= days->to) return Status::running;
  return dated.begun ? Status::held : Status::planned;
}

Status meeting_status(const Lens& lens, const MeetingId& id) {
  const auto meeting = dated(lens, id);
  if (meeting.cancelled) return Status::cancelled;
  if (!meeting.begun) return Status::planned;
  const bool open = !strongest<MeetingClosed>(lens, id) && meeting.held && meeting.held->to == lens.today();
  return open ? Status::running : Status::held;
}

Status body_status(const Lens& lens, const BodyEstablished& body) {
  const auto today = first_instant(lens.today());
  if (body.from && today < first_instant(*body.from)) return Status::ahead;
  return body.until && end_instant(*body.until) <= today ? Status::ended : Status::living;
}

}  // namespace comity
