// Which facts a page tells, in which order and with which mark. Every view asks the world through these questions, so
// that what held on the day of `?on=` and "strongest first, nothing weaker left out" (decisions.md 1, 4) hold
// everywhere.
#pragma once

#include <algorithm>

#include "rules/since.h"
#include "views/rows.h"

namespace comity {

// Acts that tell a plan: their mark is "planned", however certain the plan is.
template <class A>
concept Foreseen =
    std::is_same_v<A, SessionPlanned> || std::is_same_v<A, MeetingPlanned> || std::is_same_v<A, InformalPlanned> ||
    std::is_same_v<A, AgendaProposed> || std::is_same_v<A, TemporaryChairForeseen>;

// Whether what holds since that day held on the day of the lens (`?on=`). Without a day, it is not known to be later.
bool seen(const Lens& lens, const std::optional<Date>& since);

// 0 = confirmed … 3 = unverified, 4 = not said.
int strength(const Provenance& from);

// From which day a fact of one kind holds.
using Since = std::optional<Date> (*)(const AnyFact& fact);
template <class A>
Since since_of() {
  if constexpr (requires(const A& act) { own_day(act); })
    return [](const AnyFact& fact) { return since(static_cast<const Fact<A>&>(fact).act, fact.from.around); };
  else
    return nullptr;  // it happened, or nobody said
}
AnyFacts seen_strongest_first(const Lens& lens, AnyFacts facts, Since since);

// All facts of a kind; those about one thing; the strongest about it, or null.
template <class A>
Facts<A> facts(const Lens& lens) {
  return Facts<A>(seen_strongest_first(lens, lens.world.facts<A>().any(), since_of<A>()));
}
template <class A>
Facts<A> about(const Lens& lens, const auto& id) {
  return Facts<A>(seen_strongest_first(lens, lens.world.about<A>(id).any(), since_of<A>()));
}
template <class A>
const Fact<A>* strongest(const Lens& lens, const auto& id) {
  const auto found = about<A>(lens, id);
  return found.empty() ? nullptr : found.front();
}
// Those of which the question holds.
template <class A, class Question>
Facts<A> facts_where(const Lens& lens, Question&& question) {
  return facts<A>(lens).where([&question](const Fact<A>& fact) { return question(fact.act); });
}

// One row for each thing, in its order.
template <class Things, class Make>
auto each(const Things& things, Make&& make) {
  std::vector<std::decay_t<decltype(make(things.front()))>> rows;
  rows.reserve(things.size());
  for (const auto& thing : things) rows.push_back(make(thing));
  return rows;
}

template <class T>
bool contains(const std::vector<T>& things, const T& thing) {
  return std::find(things.begin(), things.end(), thing) != things.end();
}

FactMark mark(const Lens& lens, const Provenance& from, bool foreseen);
template <class A>
FactMark mark(const Lens& lens, const Fact<A>& fact) {
  return mark(lens, fact.from, Foreseen<A>);
}

// A sentence or a name with its mark.
template <class A>
TextRow text_row(const Lens& lens, const Fact<A>& fact, const Texts& text, const std::string& topic = {}) {
  return {topic, text, mark(lens, fact)};
}
// Why something was cancelled: one row for each source.
template <class A>
std::vector<TextRow> reasons(const Lens& lens, const auto& id) {
  return each(about<A>(lens, id), [&lens](const auto* fact) { return text_row(lens, *fact, fact->act.reason); });
}

// Numbers inside symbols and item numbers count as numbers: CRP.2 before CRP.10.
bool natural_less(std::string_view a, std::string_view b);
// Whole days from one day to the other.
std::int64_t days_between(const Date& from, const Date& to);

}  // namespace comity
