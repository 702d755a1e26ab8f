// Decisions, what hangs on what, and the modalities agreed.
#include "rules/ask.h"

namespace comity {

// A decision says how it was taken and when. Agreement under silence is reached between meetings (A/77/275, para. 7:
// 22 April 2022) and so names none; every other manner is one of a sitting body.
Verdict may_enter(const DecisionTaken& act, const Entering& asked) {
  if (!asked.around.happened) return refused("date-missing", {{"id", act.id.text}});
  if (act.manner == Manner::silence && act.meeting) return refused("silence-has-no-meeting", {{"id", act.id.text}});
  if (act.manner != Manner::silence && !act.session) return refused("decision-without-session", {{"id", act.id.text}});
  if (act.meeting && !asked.world.one<MeetingOpened>(*act.meeting))
    return refused("not-opened", {{"id", act.meeting->text}});
  return new_id(asked.world, act.id.text, act.body.text);
}

// What confirms or follows comes later, what accompanies comes on the same day (A/77/275, paras. 7 and 16).
Verdict may_enter(const DecisionLinked& act, const Entering& asked) {
  const auto later = asked.world.one<DecisionTaken>(act.decision)->from.around.happened->date;
  const auto earlier = asked.world.one<DecisionTaken>(act.to)->from.around.happened->date;
  const bool ordered = act.link == DecisionLink::accompanies ? later == earlier : earlier <= later;
  if (act.decision == act.to || !ordered)
    return refused("decision-order", {{"id", act.decision.text}, {"to", act.to.text}});
  return granted();
}

// A decision is taken under items of the agenda of its own body (A/77/275, para. 16: item 7 of the group's agenda).
Verdict may_enter(const DecisionUnderItem& act, const Entering& asked) {
  const auto& body = asked.world.one<DecisionTaken>(act.decision)->act.body;
  if (asked.world.one<AgendaItemEntered>(act.item)->act.body != body)
    return refused("item-of-another-body", {{"item", act.item.text}, {"id", act.decision.text}});
  return granted();
}

// The modalities are a list of rules of one decision (A/77/275, para. 7, nine bullets), each with its number.
Verdict may_enter(const ModalityAgreed& act, const Entering& asked) {
  if (act.number < 1) return refused("number-malformed", {{"number", std::to_string(act.number)}});
  for (const auto* rule : asked.world.about<ModalityAgreed>(act.decision))
    if (rule->act.number == act.number) return refused("number-taken", {{"number", std::to_string(act.number)}});
  return granted();
}

}  // namespace comity
