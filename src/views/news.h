// What is running, what is coming, what was last: lists that today's page, the first page and each body's page share.
#pragma once

#include "views/rows.h"

namespace comity {

inline constexpr std::size_t news_count = 5;

// House rule: a year and a month ahead covers one yearly cycle of a body.
inline constexpr std::int64_t coming_days = 400;

// Of rows in the order of time.
std::vector<DateRow> running_dates(std::vector<DateRow> rows);
// Not cancelled, from tomorrow on, at most `coming_days` ahead.
std::vector<DateRow> coming_dates(const Lens& lens, std::vector<DateRow> rows);
// The first few of them.
std::vector<DateRow> next_dates(const Lens& lens, std::vector<DateRow> rows);
// Sessions and informal meetings whose days are over, the last first; a session stands for its meetings.
std::vector<DateRow> recent_dates(const Lens& lens, std::vector<DateRow> rows);

}  // namespace comity
