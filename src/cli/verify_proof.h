// comity verify --proof: whether a proof file is good for an entry, by the keys that the reader trusts.
#pragma once

#include "cli/terminal.h"

namespace comity {

struct ProofQuestion {
  std::string proof{};   // a .tlog-proof file
  std::string entry{};   // a file with the entry's bytes; one newline at its end is not part of them
  std::string key{};     // the log's key, or
  std::string policy{};  // a file that names logs, witnesses and quorum
};

int verify_proof(const ProofQuestion& question, const Terminal& terminal);

}  // namespace comity
