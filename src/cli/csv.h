// Comma-separated values as RFC 4180 has them, with the line of each row for error messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace comity {

struct CsvRow {
  int line = 0;  // of its first character, from 1
  std::vector<std::string> cells{};
};

// All rows, the header too. Refuses as text_of_file (data_file.h), csv-quote {line} (a quote that does not close, or
// stands inside an unquoted cell), csv-width {line, expected, found} where a row has not as many cells as the header.
Result<std::vector<CsvRow>> read_csv(std::string_view bytes);

}  // namespace comity
