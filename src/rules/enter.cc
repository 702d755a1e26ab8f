// What holds for every fact that is entered, whatever its kind.
#include "rules/enter.h"

#include "rules/ask.h"

namespace comity {
namespace {

// House rule: every fact in the record carries a source and says how certain it is, so that nobody has to take the
// host's word (decisions.md 4). A correction carries those of the fact as corrected.
Verdict may_stand_alone(const Circumstances& around) {
  if (around.sources.empty()) return refused("source-missing");
  if (!around.certainty) return refused("certainty-missing");
  return granted();
}

// House rule: only a UN document can assert or confirm; a publication reports (decisions.md 4).
Verdict may_be_so_certain(const Circumstances& around) {
  const bool strong = around.certainty == Certainty::confirmed || around.certainty == Certainty::asserted;
  if (!strong) return granted();
  for (const auto& source : around.sources)
    if (!source.symbol.text.empty()) return granted();
  return refused("certainty-needs-document", {{"certainty", std::string(code_of(*around.certainty))}});
}

// House rule: a document issued before the event cannot confirm it. A/AC.292/2023/L.1 is dated 13 July 2023 and tells,
// in the past tense, of the session of 24-28 July (its paras. 3, 8, 15): that is asserted, not confirmed.
Verdict may_be_confirmed(const World& world, const Circumstances& around) {
  if (around.certainty != Certainty::confirmed || !around.happened) return granted();
  for (const auto& source : around.sources) {
    const auto* document = world.one<DocumentRegistered>(source.symbol);
    if (!document || !document->act.date) return granted();
    if (end_instant(*document->act.date) > first_instant(around.happened->date)) return granted();
  }
  return refused("confirmed-before-event",
                 {{"source", around.sources.front().symbol.text}, {"happened", print(around.happened->date)}});
}

// House rule: nothing is recorded as having happened later than it is entered (decisions.md 1).
Verdict may_have_happened(const Circumstances& around, const Asked& asked) {
  if (!around.happened || first_instant(around.happened->date) <= asked.at) return granted();
  return refused("happened-in-future", {{"happened", print(around.happened->date)}});
}

Verdict may_enter_at_all(const World& world, const Circumstances& around, const Asked& asked) {
  for (const auto& verdict : {may_stand_alone(around), may_be_so_certain(around), may_be_confirmed(world, around),
                              may_have_happened(around, asked)})
    if (!verdict) return verdict;
  return granted();
}

}  // namespace

// House rule: what is entered in the record is a fact of one kind, whose references are known (decisions.md 8), and
// which that kind's own rule grants.
Result<Acts> decide(const World& world, const EnterFact& command, const Asked& asked) {
  if (auto at_all = may_enter_at_all(world, command.around, asked); !at_all) return at_all.refusal();
  const Entering entering{world, command.around, asked};
  const auto verdict = std::visit(
      [&entering](const auto& act) {
        auto references = references_known(entering.world, act);
        return references ? may_enter(act, entering) : references;
      },
      command.act);
  if (!verdict) return verdict.refusal();
  return Acts{command.act};
}

}  // namespace comity
