// Whom one trusts: logs, witnesses, and how many of which witnesses must have seen a checkpoint (C2SP tlog-policy).
#pragma once

#include <map>

#include "record/note.h"

namespace comity {

struct Policy {
  struct Known {
    std::string name{};  // of a witness within the policy; of a log its origin
    VerifierKey key{};
    std::string url{};  // empty where none was given
  };
  struct Group {
    std::string name{};
    std::size_t least = 0;  // so many of the members must have witnessed
    std::vector<std::string> members{};
  };
  std::vector<Known> logs{};
  std::vector<Known> witnesses{};
  std::vector<Group> groups{};  // each names witnesses and earlier groups only
  std::string quorum{};         // a witness, a group, or "none"
};

// Refuses policy-malformed {line}: the first line that cannot stand where it stands; behind the last one where no
// quorum is given.
Result<Policy> parse_policy(std::string_view text);

// Whether the witnesses whose cosignature is good make the quorum.
bool quorum_met(const Policy& policy, const Note& note);

// The log of the policy with that origin; null where it knows none.
const Policy::Known* log_named(const Policy& policy, std::string_view origin);

}  // namespace comity
