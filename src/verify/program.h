// comity-verify as a program: options, verdicts as codes with values, and each verdict as a sentence. Stands on base,
// seal and record alone; opens no connection.
#pragma once

namespace comity {

// Exit codes: 0 sound or good; 1 refused, or a problem was found; 2 wrong usage; 3 something is broken.
int run_verifier(int argc, const char* const* argv);

}  // namespace comity
