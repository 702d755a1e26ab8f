// The procedures by which the record keeps itself: anchoring the closed log, erasing personal data by two persons.
// They may see both worlds, and what they grant may lie in both logs.
#pragma once

#include "rules/closed_world.h"
#include "rules/enter.h"

namespace comity {

// What one request adds to the two logs.
struct Both {
  Acts open{};
  ClosedActs closed{};
};

struct Worlds {
  const World& open;
  const ClosedWorld& closed;
};

inline const Author registrar_author{"registrar", {}};

// The closed log as it is now, and its salted hash.
struct AnchorClosedLog {
  AnchorOpened opened{};
  std::string hash{};
};
// When the next anchor is due: a period after the last one, whatever happened; at once where there is none.
Instant anchor_due(const World& world, std::int64_t period_us);
Result<Both> decide(const Worlds& worlds, const AnchorClosedLog& command, const Asked& asked);

// A request, an approval, a refusal.
struct EnterClosed {
  ClosedAct act{};
};
Result<Both> decide(const Worlds& worlds, const EnterClosed& command, const Asked& asked);

enum class ErasureState { unknown, open, agreed, refused, completed };
ErasureState erasure(const ClosedWorld& world, std::string_view id);
std::vector<std::string> agreed_erasures(const ClosedWorld& world);  // ids, not yet carried out, in order of request

// The subject's key is destroyed: says which fields of which log can no longer be opened.
struct CompleteErasure {
  ErasureCompleted completed{};
  std::vector<std::string> open_fields{};  // of public entries: "12/name"
};
Result<Both> decide(const Worlds& worlds, const CompleteErasure& command, const Asked& asked);

}  // namespace comity
