// From which day a fact holds, for a day in the past (`?on=`): when it happened, else the first day that the act itself
// tells. None: nobody said (a name, a text), so it is not known to be later than any day.
#pragma once

#include "rules/world.h"

namespace comity {

inline std::optional<Date> own_day(const DocumentRegistered& act) { return act.date; }
inline std::optional<Date> own_day(const OfficerElected& act) { return act.from; }
inline std::optional<Date> own_day(const SessionHeld& act) { return act.days.from; }
inline std::optional<Date> own_day(const InformalHeld& act) { return act.days.from; }
// A plan of which nobody said when it was made is only known to have stood by the first day that it plans for.
inline std::optional<Date> own_day(const SessionPlanned& act) { return act.days.from; }
inline std::optional<Date> own_day(const MeetingPlanned& act) { return act.start.date; }
inline std::optional<Date> own_day(const InformalPlanned& act) { return act.days.from; }

template <class A>
std::optional<Date> since(const A& act, const Circumstances& around) {
  if (around.happened) return around.happened->date;
  if constexpr (requires { own_day(act); }) return own_day(act);
  return std::nullopt;
}

// Of an act whose kind is not known before: `A` are the kinds that tell a day of their own.
template <class... A>
std::optional<Date> since_among(const Act& act, const Circumstances& around) {
  if (around.happened) return around.happened->date;
  std::optional<Date> day;
  ((std::holds_alternative<A>(act) ? void(day = own_day(std::get<A>(act))) : void()), ...);
  return day;
}
inline std::optional<Date> since(const Act& act, const Circumstances& around) {
  return since_among<DocumentRegistered, OfficerElected, SessionHeld, InformalHeld, SessionPlanned, MeetingPlanned,
                     InformalPlanned>(act, around);
}

}  // namespace comity
