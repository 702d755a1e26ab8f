// A list of the twin as a table: CSV by RFC 4180, UTF-8 without byte order mark, free of language.
// Knows no view: the columns are what the rows hold.
#pragma once

#include "base/json.h"

namespace comity {

// A member of a member is the column "days.from"; several values of one column stand joined by "; " (in lists of lists
// by ", "), one place for each item of the list, so that "sources.symbol" and "sources.paragraph" go side by side.
// The head is the union of all rows' columns: `id`, `symbol`, `number` first, the others as they are first seen, sorted
// within a row. No rows: no text. A text that a spreadsheet would run as a formula gets a ' before it.
std::string csv(const JsonList& rows);

}  // namespace comity
