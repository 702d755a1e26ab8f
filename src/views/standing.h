// The one sentence that matters now: what runs, what comes next, or how it ended. From the record alone.
#pragma once

#include "views/dates.h"

namespace comity {

// `sentence` is one of
//   standing.ahead {body, from}                      the term of the body begins later
//   standing.running {body, name, days}              a session or an informal meeting runs today
//   standing.next {body, name, days, in}             the next one, `in` whole days from now
//   standing.succeeded {body, until, successor}      the term is over, another body has taken up the work
//   standing.ended {body, until}                     the term is over
//   standing.idle-since {body, name, days}           nothing is planned; the last one, and its days
//   standing.idle {body}                             nothing is planned, nothing is known to have taken place
struct WhereItStands {
  Say sentence{};
  std::optional<DateRow> next{};
  std::optional<DateRow> last{};
};

WhereItStands where_it_stands(const Lens& lens, const BodyId& body);
// Of the living body; without one, of the body that ended last. An empty sentence where there is no body.
WhereItStands where_it_stands(const Lens& lens);

// The bodies as they are listed: living, then ahead, then ended, the later term first.
std::vector<BodyId> bodies_in_order(const Lens& lens);

}  // namespace comity
