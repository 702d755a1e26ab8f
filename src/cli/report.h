// What was found when something was verified, as sentences.
#pragma once

#include "cli/terminal.h"
#include "verify/question.h"

namespace comity {

// Each problem on a line of its own, then the verdict. Answers the exit code.
int print_outcome(const Outcome& outcome, const Terminal& terminal);

}  // namespace comity
