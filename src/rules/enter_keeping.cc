// Acts by which the record keeps itself are granted by their own procedures (keeping.h), to nobody as a fact.
#include "rules/ask.h"

namespace comity {
namespace {

Verdict not_by_hand(std::string_view kind) { return refused("not-entered-by-hand", {{"kind", std::string(kind)}}); }

}  // namespace

// House rule: an anchor that somebody could make up would say nothing (decisions.md 10).
Verdict may_enter(const ClosedLogAnchored&, const Entering&) { return not_by_hand(ClosedLogAnchored::kind); }

// House rule: two persons erase (rules/keeping.cc).
Verdict may_enter(const FieldsErased&, const Entering&) { return not_by_hand(FieldsErased::kind); }

// House rule: a log succeeds another when it is born, or not at all (docs/record-format.md 14).
Verdict may_enter(const LogSucceeded&, const Entering&) { return not_by_hand(LogSucceeded::kind); }

}  // namespace comity
