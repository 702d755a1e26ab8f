// The institution, its bodies, their mandate, agenda and officers.
#include <algorithm>

#include "rules/ask.h"

namespace comity {

// House rule: one installation keeps the record of one institution.
Verdict may_enter(const InstitutionDescribed& act, const Entering& asked) {
  if (!is_slug(act.id.text)) return refused("id-malformed", {{"id", act.id.text}});
  if (!asked.world.facts<InstitutionDescribed>().empty())
    return refused("institution-described", {{"id", act.id.text}});
  return granted();
}

// A body is set up by an act of its parent organ (A/77/275, para. 1: resolution 75/240), for a term or without end.
Verdict may_enter(const BodyEstablished& act, const Entering& asked) {
  if (act.from && act.until && *act.until < *act.from)
    return refused("days-backwards", {{"from", print(*act.from)}, {"to", print(*act.until)}});
  return new_id(asked.world, act.id.text, "");
}

// House rule: a clause of the mandate is given once; each part of the mandate can be cited by its name.
Verdict may_enter(const MandateGiven& act, const Entering& asked) {
  if (!is_slug(act.clause)) return refused("id-malformed", {{"id", act.clause}});
  for (const auto* given : asked.world.about<MandateGiven>(act.body))
    if (given->act.clause == act.clause) return refused("id-taken", {{"id", act.clause}});
  return granted();
}

// House rule: succession runs forwards; a body does not succeed itself, however many bodies lie between.
Verdict may_enter(const BodySucceeded& act, const Entering& asked) {
  for (auto next = act.successor;;) {
    if (next == act.body) return refused("succession-circle", {{"id", act.body.text}});
    const auto* later = asked.world.one<BodySucceeded>(next);
    if (!later) return granted();
    next = later->act.successor;
  }
}

// Substantive support and secretariat services are named per entity (A/77/275, para. 3); once for each part.
Verdict may_enter(const EntityDesignated& act, const Entering& asked) {
  if (!is_slug(act.entity.text)) return refused("id-malformed", {{"id", act.entity.text}});
  for (const auto* named : asked.world.about<EntityDesignated>(act.body))
    if (named->act.entity == act.entity && named->act.role == act.role)
      return refused("id-taken", {{"id", act.entity.text}});
  return granted();
}

// The body chooses the rules under which it works (A/77/275, para. 7: those of the Main Committees, by consensus).
Verdict may_enter(const RulesChosen&, const Entering&) { return granted(); }

// House rule: an arrangement that no other act carries is a sentence with a topic and a source.
Verdict may_enter(const ArrangementReported& act, const Entering&) {
  if (!is_slug(act.topic)) return refused("id-malformed", {{"id", act.topic}});
  return granted();
}

// House rule: an address is kept as it was published (A/77/275, para. 11; A/AC.292/2023/L.1, para. 9: it changed).
Verdict may_enter(const WebsitePublished& act, const Entering&) {
  if (!act.address.starts_with("https://")) return refused("website-malformed", {{"address", act.address}});
  return granted();
}

// A provisional agenda proposes items; it is not yet the agenda (A/AC.292/2021/1, item 2).
Verdict may_enter(const AgendaProposed&, const Entering&) { return granted(); }

// Items are numbered 1, 2, 3…, sub-items (a), (b)… below them (A/AC.292/2021/1, item 5).
Verdict may_enter(const AgendaItemEntered& act, const Entering& asked) {
  for (const auto* item : asked.world.facts<AgendaItemEntered>())
    if (item->act.body == act.body && item->act.number == act.number)
      return refused("number-taken", {{"number", act.number}});
  const bool below = act.number.find('.') != std::string::npos;
  if (below != act.parent.has_value()) return refused("item-parent", {{"number", act.number}});
  return new_id(asked.world, act.id.text, act.body.text);
}

// The agenda is adopted with its items (A/77/275, para. 6: once, for all sessions); a scope of one session names it.
Verdict may_enter(const AgendaAdopted& act, const Entering& asked) {
  const auto items = asked.world.facts<AgendaItemEntered>();
  const bool any =
      std::any_of(items.begin(), items.end(), [&act](const auto* item) { return item->act.body == act.body; });
  if (!any) return refused("agenda-empty", {{"body", act.body.text}});
  if (act.scope == AgendaScope::session && !act.session)
    return refused("field-missing", {{"kind", "agenda-adopted"}, {"field", "session"}});
  return granted();
}

// The Chair is elected (A/AC.292/2021/1, item 1; A/77/275, para. 5: by acclamation). House rule: one Chair at a time.
Verdict may_enter(const OfficerElected& act, const Entering& asked) {
  if (act.office != Office::chair) return granted();
  for (const auto* held : asked.world.about<OfficerElected>(act.body)) {
    if (held->act.office != Office::chair) continue;
    const bool over = held->act.until && act.from && *held->act.until <= *act.from;
    if (!over) return refused("office-filled", {{"body", act.body.text}});
  }
  return granted();
}

// Until the election the Secretary-General, or who represents him or her, presides (A/AC.292/2021/1, annotation 1):
// only a session that has not elected its Chair yet has a temporary one.
Verdict may_enter(const TemporaryChairForeseen&, const Entering&) { return granted(); }

// Who presided is told per session (A/AC.292/2023/L.1, para. 6), of a session and not of a plan.
Verdict may_enter(const SessionPresided&, const Entering&) { return granted(); }

}  // namespace comity
