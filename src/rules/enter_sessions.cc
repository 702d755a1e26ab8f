// Sessions and meetings: planned, opened with a number, held, closed, cancelled.
#include <algorithm>

#include "rules/ask.h"

namespace comity {
namespace {

// The meetings of a session that were opened.
Facts<MeetingOpened> opened(const World& world, const SessionId& session) {
  return world.facts<MeetingOpened>().where([&session](const auto& meeting) { return meeting.act.session == session; });
}

}  // namespace

// Substantive sessions are numbered; the organizational one is not (A/77/275, para. 2).
Verdict may_enter(const SessionEntered& act, const Entering& asked) {
  for (const auto* other : asked.world.facts<SessionEntered>())
    if (act.ordinal && other->act.body == act.body && other->act.type == act.type && other->act.ordinal == act.ordinal)
      return refused("number-taken", {{"number", std::to_string(*act.ordinal)}});
  return new_id(asked.world, act.id.text, act.body.text);
}

// A plan is not what happened: A/AC.292/2021/1 planned 1-2 June 2021; the session was held on 1 June (A/77/275, para.
// 2).
Verdict may_enter(const SessionPlanned& act, const Entering& asked) {
  if (asked.world.one<SessionCancelled>(act.session)) return refused("cancelled", {{"id", act.session.text}});
  return days_forward(act.days);
}

// A session is held on days that have passed (A/77/275, para. 2). House rule: a draft may assert it early, but the
// record takes it in only when the days are over.
Verdict may_enter(const SessionHeld& act, const Entering& asked) {
  if (asked.world.one<SessionCancelled>(act.session)) return refused("cancelled", {{"id", act.session.text}});
  return days_past(act.days, asked.asked);
}

// House rule: only what was planned and did not take place can be cancelled.
Verdict may_enter(const SessionCancelled& act, const Entering& asked) {
  if (!asked.world.one<SessionPlanned>(act.session)) return refused("not-planned", {{"id", act.session.text}});
  if (asked.world.one<SessionHeld>(act.session)) return refused("already-held", {{"id", act.session.text}});
  return granted();
}

// A planned meeting has a time and no number (House rule: the eleventh session used nine of ten slots, so numbers are
// given on opening).
Verdict may_enter(const MeetingPlanned& act, const Entering& asked) {
  return new_id(asked.world, act.id.text, act.session.text);
}

// A meeting gets its number within the session when it is opened (A/77/275, paras. 8-14 cite meetings by number).
Verdict may_enter(const MeetingOpened& act, const Entering& asked) {
  if (act.ordinal < 1) return refused("number-malformed", {{"number", std::to_string(act.ordinal)}});
  for (const auto* other : opened(asked.world, act.session))
    if (other->act.ordinal == act.ordinal || other->act.id == act.id)
      return refused("number-taken", {{"number", std::to_string(act.ordinal)}});
  if (asked.world.one<MeetingCancelled>(act.id)) return refused("cancelled", {{"id", act.id.text}});
  if (const auto* planned = asked.world.one<MeetingPlanned>(act.id))
    return planned->act.session == act.session ? granted() : Verdict(refused("id-taken", {{"id", act.id.text}}));
  return new_id(asked.world, act.id.text, act.session.text);
}

// House rule: only an open meeting ends, and it ends once.
Verdict may_enter(const MeetingClosed& act, const Entering& asked) {
  if (!asked.world.one<MeetingOpened>(act.meeting)) return refused("not-opened", {{"id", act.meeting.text}});
  if (asked.world.one<MeetingClosed>(act.meeting)) return refused("already-closed", {{"id", act.meeting.text}});
  return granted();
}

// House rule: only what was planned and was not opened can be cancelled.
Verdict may_enter(const MeetingCancelled& act, const Entering& asked) {
  if (!asked.world.one<MeetingPlanned>(act.meeting)) return refused("not-planned", {{"id", act.meeting.text}});
  if (asked.world.one<MeetingOpened>(act.meeting)) return refused("already-held", {{"id", act.meeting.text}});
  return granted();
}

// A dedicated stakeholder session is held during a numbered plenary meeting (A/77/275, para. 14; A/AC.292/2023/L.1,
// para. 13): a segment of it.
Verdict may_enter(const SegmentHeld& act, const Entering& asked) {
  if (!asked.world.one<MeetingOpened>(act.meeting)) return refused("not-opened", {{"id", act.meeting.text}});
  return granted();
}

// The number of plenary meetings covers every numbered one (A/77/275, paras. 12-13).
Verdict may_enter(const PlenariesCounted& act, const Entering& asked) {
  for (const auto* meeting : opened(asked.world, act.session))
    if (meeting->act.ordinal > act.count)
      return refused("count-too-small",
                     {{"count", std::to_string(act.count)}, {"number", std::to_string(meeting->act.ordinal)}});
  return granted();
}

// Items are taken up by their number on the body's own agenda (A/77/275, paras. 12-14).
Verdict may_enter(const ItemsConsidered& act, const Entering& asked) {
  const auto* session = asked.world.one<SessionEntered>(act.session);
  for (const auto& id : act.items)
    if (asked.world.one<AgendaItemEntered>(id)->act.body != session->act.body)
      return refused("other-body", {{"id", id.text}});
  return granted();
}

// Informal meetings are convened by the Chair between sessions (A/77/275, para. 7; A/AC.292/2023/L.1, para. 12).
Verdict may_enter(const InformalPlanned& act, const Entering& asked) {
  if (auto days = days_forward(act.days); !days) return days;
  return new_id(asked.world, act.id.text, act.body.text);
}

// What took place is recorded when its days are over (A/77/275, para. 15), whether or not it had been planned here.
Verdict may_enter(const InformalHeld& act, const Entering& asked) {
  if (asked.world.one<InformalCancelled>(act.id)) return refused("cancelled", {{"id", act.id.text}});
  if (auto days = days_past(act.days, asked.asked); !days) return days;
  if (asked.world.one<InformalHeld>(act.id)) return refused("id-taken", {{"id", act.id.text}});
  return asked.world.one<InformalPlanned>(act.id) ? granted() : new_id(asked.world, act.id.text, act.body.text);
}

// House rule: only what was planned and did not take place can be cancelled.
Verdict may_enter(const InformalCancelled& act, const Entering& asked) {
  if (!asked.world.one<InformalPlanned>(act.informal)) return refused("not-planned", {{"id", act.informal.text}});
  if (asked.world.one<InformalHeld>(act.informal)) return refused("already-held", {{"id", act.informal.text}});
  return granted();
}

// Attendance over several meetings is a lower bound (A/77/275, para. 15: more than 150).
Verdict may_enter(const AttendanceReported& act, const Entering& asked) {
  for (const auto& id : act.informals)
    if (!asked.world.one<InformalHeld>(id)) return refused("not-held", {{"id", id.text}});
  return granted();
}

}  // namespace comity
