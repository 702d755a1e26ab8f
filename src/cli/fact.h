// One block of a data file as a fact: an act of one kind with its circumstances. The kinds' own field lists say how
// each value is read (docs/data-files.md).
#pragma once

#include "cli/data_file.h"
#include "rules/enter.h"

namespace comity {

struct DataFact {
  std::string id{};  // with the kind, the fact's identity in its data set
  std::string kind{};
  EnterFact fact{};
  std::string file{};
  int line = 0;  // of the block's first line
};

// Refuses data-first-line {line} (the block must begin with id: and act:), data-key {line, key, kind} (the kind has no
// such field), data-twice {line, key}, data-number, data-days, data-happened, data-certainty, data-source {line,
// value}, and what read_act refuses, with the line of the field.
Result<DataFact> read_fact(const DataBlock& block);

}  // namespace comity
