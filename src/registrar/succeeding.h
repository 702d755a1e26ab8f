// The first entries of a log that succeeds another (docs/record-format.md 14), and what they say when they are read.
#pragma once

#include "record/succession.h"
#include "registrar/entering.h"

namespace comity {

// `erratum`: what went wrong and what is missing, in languages. `salt`: 32 random bytes. `on`: the day of the
// succession.
FirstEntry first_entries(const Predecessor& earlier, const Texts& erratum, const std::string& salt, const Date& on);

// What the first entry of a log says of the log that it succeeds: its key and its last good checkpoint.
std::optional<std::pair<VerifierKey, std::string>> succeeded(Log log, std::string_view bytes);

}  // namespace comity
