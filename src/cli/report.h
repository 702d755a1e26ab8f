// What was found when a record was verified, as sentences.
#pragma once

#include "cli/terminal.h"
#include "record/verify.h"

namespace comity {

// Each problem on a line of its own, then whether the whole is sound. Answers the exit code.
int print_report(const Report& report, const Terminal& terminal);

}  // namespace comity
