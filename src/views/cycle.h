// The session cycles of a body: which sessions one report covers.
#pragma once

#include "views/dates.h"

namespace comity {

// It bears the year of its report. Sessions whose days nobody told, or that were cancelled, belong to none.
struct Cycle {
  BodyId body{};
  std::int64_t year = 0;               // 0: the whole mandate
  std::vector<SessionId> sessions{};   // in the order of time, at least one
  std::optional<Date> after{};         // the last day of the cycle before: what came later belongs to this one
  Date until{};                        // the last day of its last session
  std::vector<SessionId> cancelled{};  // planned for these days

  bool holds(const Date& date) const;  // whether it lies in the cycle, up to its last session
};

// A cycle ends with the session that adopts its report, or with the last one that a registered report covers. Where
// neither is known, it ends with the last session before September. House rule: the report goes to the session of the
// General Assembly that opens in that month (rules of procedure of the General Assembly, rule 1).
std::vector<Cycle> cycles_of(const Lens& lens, const BodyId& body);  // by year
// Nothing where no session of the body is in a cycle of the year.
std::optional<Cycle> cycle_of(const Lens& lens, const BodyId& body, std::int64_t year);
// The documents of the kind whose last session is the cycle's: its reports, or their drafts.
Facts<DocumentRegistered> reports_on(const Lens& lens, const Cycle& cycle, DocumentKind kind);
// Of all cycles together; nothing where the body has no session with days.
std::optional<Cycle> whole_mandate(const Lens& lens, const BodyId& body);

}  // namespace comity
