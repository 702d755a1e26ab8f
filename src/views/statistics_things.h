// What statistics count: one thing after the other, with where it belongs and the facts that tell of it. Knows no sums.
#pragma once

#include "views/cycle.h"
#include "views/statistics.h"

namespace comity {

// The sessions and cycles that a thing counts for; none of both: it belongs to the mandate alone.
struct CountedFor {
  std::vector<SessionId> sessions{};
  std::vector<std::int64_t> cycles{};
};

// `thing` is counted once for a scope, however often it is told.
struct CountedThing {
  CountOf what{};
  std::string kind{};
  std::int64_t order = 0;  // of the kind among those of its sort
  std::string thing{};
  CountedFor place{};
  std::optional<std::int64_t> count = 1;  // nothing: the record does not hold the number
  bool at_least = false;
  std::string contradicted{};  // "1"
  MarkKind mark{};
  std::vector<std::int64_t> entries{};
};
using CountedThings = std::vector<CountedThing>;

// The cycles and sessions of a body, and what belongs to them.
class CountingPlaces {
 public:
  CountingPlaces(const Lens& lens, const BodyId& body);

  const Lens& lens() const { return lens_; }
  const BodyId& body() const { return body_; }
  const std::vector<Cycle>& cycles() const { return cycles_; }
  const std::vector<SessionId>& sessions() const { return sessions_; }
  std::vector<SessionId> sessions_of(const Cycle& cycle) const;  // in the order of time, cancelled ones too
  std::vector<SessionId> sessions_outside() const;               // of no cycle

  // What belongs to sessions belongs to their cycles. What belongs to none lies in the cycle that holds its whole date.
  CountedFor place(const std::vector<SessionId>& sessions, const std::optional<Date>& date = {}) const;
  // An informal meeting prepares the session that follows it, and lies in the cycle that holds its first day.
  CountedFor place(const InformalId& id, const std::optional<Days>& days) const;

 private:
  const Lens& lens_;
  BodyId body_;
  std::vector<Cycle> cycles_;
  std::vector<SessionId> sessions_;
  std::map<std::string, std::vector<SessionId>> prepared_{};  // by informal meeting
};

// From strongest to weakest, as certainty is; a plan is as certain as a plan can be.
int strength_of(MarkKind mark);

template <class A>
CountedThing counted(const Lens& lens, const Fact<A>& fact, CountOf what, const std::string& thing) {
  const auto told = mark(lens, fact);
  CountedThing out;
  out.what = what;
  out.thing = thing;
  out.mark = told.mark;
  out.entries.push_back(told.entry);
  return out;
}
// Of a kind that is one of an enumeration.
template <class E>
CountedThing of_kind(CountedThing thing, E kind) {
  thing.kind = code_of(kind);
  thing.order = static_cast<std::int64_t>(kind);
  return thing;
}

void count_sessions(const CountingPlaces& places, CountedThings& out);
void count_meetings(const CountingPlaces& places, CountedThings& out, std::vector<ContradictionRow>& contradictions);
void count_informals(const CountingPlaces& places, CountedThings& out);
void count_items(const CountingPlaces& places, CountedThings& out);
void count_documents(const CountingPlaces& places, CountedThings& out);
void count_decisions(const CountingPlaces& places, CountedThings& out);
void count_days(const CountingPlaces& places, const std::vector<IntervalRow>& intervals, CountedThings& out);
std::vector<IntervalRow> intervals_of(const CountingPlaces& places);

// Whether the record could know by now what the session did: it was not cancelled, and does not lie ahead.
bool told_by_now(const Lens& lens, const SessionId& id);

}  // namespace comity
