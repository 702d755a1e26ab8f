// Files made from the record, handed out together with their checksums: as a folder, or as one ZIP.
#pragma once

#include "cli/terminal.h"
#include "convert/package.h"

namespace comity {

// Adds SHA256SUMS, which `sha256sum -c` reads, and writes all of it: to a ZIP where `output` ends in .zip, else to a
// new folder of that name. Refuses output-exists {path}: nothing is overwritten.
int hand_out_together(const Terminal& terminal, Files files, const std::string& output);

}  // namespace comity
