// An offline proof that an entry is in the log, as a file of its own (C2SP tlog-proof v1, at commit 5ba5ee8): what a
// receipt becomes once a checkpoint covers its entry.
#pragma once

#include "record/policy.h"
#include "record/record.h"

namespace comity {

struct LogProof {
  std::string extra{};  // bytes that prove nothing by themselves; empty where there are none
  std::int64_t number = 0;
  Path path{};
  std::string note{};  // the signed checkpoint, with the witnesses' cosignatures

  bool operator==(const LogProof&) const = default;
};

std::string print(const LogProof& proof);
Result<LogProof> parse_log_proof(std::string_view text);  // refuses proof-malformed

// The proof under a checkpoint that the log signed, of at least that entry.
LogProof log_proof(const Record& record, Log log, std::int64_t number, std::string_view checkpoint);

// Whether the bytes are the entry that the proof speaks of, in a log of the policy, seen by its quorum. Refuses as
// open_checkpoint, and proof-malformed, proof-log {origin} (not one of the policy's), proof-path, proof-quorum.
Verdict verify(const LogProof& proof, std::string_view entry, const Policy& policy);

}  // namespace comity
