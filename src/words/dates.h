// Dates, spans of days and instants as United Nations texts print them, in six languages.
// Knows no clock. European digits in every language (docs/decisions/arabic-digits.md).
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "words/catalogue.h"
#include "words/zones.h"

namespace comity {

// As a heading or a table has it: "11 July 2025", "July 2025", "2025"; "24–28 July 2023".
std::string written(const Tongue& tongue, const Date& date);
std::string written(const Tongue& tongue, const Days& days);
// As a sentence has it: "on 11 July 2025", "in July 2025", "in 2025"; "from 24 to 28 July 2023".
std::string when(const Tongue& tongue, const Date& date);
std::string when(const Tongue& tongue, const Days& days);
// Several of them in their order, single days of one month together: "24 and 31 March 2022"; "on 24 and 31 March 2022
// and from 23 to 26 May 2023".
std::string written(const Tongue& tongue, const std::vector<Days>& all);
std::string when(const Tongue& tongue, const std::vector<Days>& all);

// "Monday"; "Monday, 24 July 2023". The date must be whole.
std::string weekday_name(const Tongue& tongue, const Date& date);
std::string with_weekday(const Tongue& tongue, const Date& date);
// "July", standing alone; 1 to 12.
std::string month_name(const Tongue& tongue, int month);

// "10:00 New York time (14:00 UTC)"; where the UTC day differs, it is named.
std::string clock_time(const Tongue& tongue, Instant instant, const Zone& zone);
// The day in the zone, then the time: "11 July 2025, 10:00 New York time (14:00 UTC)".
std::string written(const Tongue& tongue, Instant instant, const Zone& zone);
// To the second, in UTC: "20 November 2026, 23:22:05 UTC".
std::string exact(const Tongue& tongue, Instant instant);
// "22 April 2022", or with the time where it is known. The offset of the act explains it, not today's rules of zones.
std::string written(const Tongue& tongue, const Happened& happened);
// "New York time": the zone as a reader calls it.
std::string zone_name(const Tongue& tongue, const Zone& zone);

// For `datetime` attributes: print(Date) serves dates; an instant to the second, "2026-11-20T23:22:05Z".
std::string iso(Instant instant);

}  // namespace comity
