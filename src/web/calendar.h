// The dates of a page as an iCalendar (RFC 5545) in one language, through libical. Reads no clock: the same record
// gives the same bytes. A plan that changes keeps its UID and raises its SEQUENCE; what is cancelled stays, and says
// so.
#pragma once

#include "web/route.h"

namespace comity {

struct CalendarOf {
  const Voice& voice;
  const Made& made;
  std::string origin{};  // of the record: the right side of each UID
  EntryInstant at{};
  std::string
      host{};  // "https://example.org"; without it, events carry no URL, which must be whole (RFC 5545, 3.8.4.6)
};

// Rows without whole days are left out: a calendar cannot say "in 2027".
std::string calendar(const CalendarOf& of);

}  // namespace comity
