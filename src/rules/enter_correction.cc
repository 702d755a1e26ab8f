// Corrections: a later act that says how an earlier entry is to be read.
#include "rules/ask.h"

namespace comity {

// House rule: nothing is rewritten. A correction names a standing fact, keeps its kind, gives a reason, and is granted
// only if the fact as corrected would be granted had the earlier one never stood.
Verdict may_enter(const FactCorrected& act, const Entering& asked) {
  const auto entry = static_cast<std::uint64_t>(act.entry);
  if (act.entry < 0 || asked.world.standing_kind(entry).empty())
    return refused("no-such-fact", {{"entry", std::to_string(act.entry)}});
  if (asked.world.standing_kind(entry) != act.fact_kind)
    return refused("other-kind", {{"entry", std::to_string(act.entry)}, {"kind", act.fact_kind}});
  const auto fact = read_act(act.fact_kind, act.act);
  if (!fact) return fact.refusal();
  World without = asked.world;
  without.withdraw(entry, entry);
  const auto again = decide(without, EnterFact{*fact, asked.around}, asked.asked);
  return again ? granted() : Verdict(again.refusal());
}

}  // namespace comity
