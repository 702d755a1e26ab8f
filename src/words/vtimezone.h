// The rules of a zone as other calendars read them. From ICU, like every time that a page shows, so that they agree.
#pragma once

#include <string>

#include "words/zones.h"

namespace comity {

// The VTIMEZONE of RFC 5545, 3.6.5, its lines ending in CRLF: right for every time from 1 January of the year on.
std::string vtimezone(const Zone& zone, int from_year);

}  // namespace comity
