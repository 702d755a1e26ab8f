// The blocks of `key: value` lines of a data file (docs/data-files.md). Knows no kind of act.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace comity {

struct DataLine {
  int line = 0;  // from 1
  std::string key{};
  std::string value{};
};
using DataBlock = std::vector<DataLine>;  // never empty

// The bytes of a data file as text: without the mark that some editors put at the beginning of UTF-8. Refuses
// data-utf8 {line} and data-nfc {line}.
Result<std::string_view> text_of_file(std::string_view bytes);

// Refuses as text_of_file, and data-line {line} (no `key: value`), data-value {line, key} (nothing after the colon),
// data-continuation {line} (nothing to continue).
Result<std::vector<DataBlock>> read_data(std::string_view bytes);

}  // namespace comity
