// Versions of reports: frozen, corrected within the period, final, and corrected after that by a corrigendum.
#include <algorithm>

#include "rules/ask.h"

namespace comity {
namespace {

// The standing fact of the kind that the entry recorded; null: none.
template <class A>
const Fact<A>* standing(const World& world, std::int64_t entry) {
  for (const auto* fact : world.facts<A>())
    if (static_cast<std::int64_t>(fact->from.entry) == entry) return fact;
  return nullptr;
}

Refusal no_version(std::int64_t entry) { return refused("no-such-version", {{"entry", std::to_string(entry)}}); }

bool is_cycle(const std::string& cycle) {
  const auto digits = [](char c) { return c >= '0' && c <= '9'; };
  return cycle == "mandate" || (cycle.size() == 4 && std::all_of(cycle.begin(), cycle.end(), digits));
}

bool of_one_report(const ReportFrozen& a, const ReportFrozen& b) {
  return a.body == b.body && a.cycle == b.cycle && a.paper == b.paper;
}

// The entry that made the report final, if any did.
std::optional<std::uint64_t> final_entry(const World& world, const ReportFrozen& report) {
  for (const auto* fact : world.facts<ReportFinalised>())
    if (const auto* frozen = standing<ReportFrozen>(world, fact->act.frozen))
      if (of_one_report(frozen->act, report)) return fact->from.entry;
  return std::nullopt;
}

// Whether a later freeze took the place of that one.
bool frozen_again(const World& world, const Fact<ReportFrozen>& frozen) {
  const auto later = world.about<ReportFrozen>(frozen.act.body);
  return std::any_of(later.begin(), later.end(), [&](const auto* other) {
    return other->from.entry > frozen.from.entry && of_one_report(other->act, frozen.act) &&
           other->act.basis == frozen.act.basis;
  });
}

bool period_over(const ReportFrozen& frozen, const Asked& asked) {
  return !frozen.corrections_until || end_instant(*frozen.corrections_until) <= asked.at;
}

bool is_answered(const World& world, std::int64_t entry) {
  const auto answers = world.facts<ReportCorrectionAnswered>();
  return std::any_of(answers.begin(), answers.end(), [entry](const auto* fact) { return fact->act.asked == entry; });
}

// Of any freeze of the report: freezing again answers nobody.
std::optional<std::uint64_t> unanswered(const World& world, const ReportFrozen& report) {
  for (const auto* fact : world.facts<ReportCorrectionAsked>()) {
    const auto* frozen = standing<ReportFrozen>(world, fact->act.frozen);
    if (frozen && of_one_report(frozen->act, report) &&
        !is_answered(world, static_cast<std::int64_t>(fact->from.entry)))
      return fact->from.entry;
  }
  return std::nullopt;
}

// The end of a corrections period of the report that still runs, where the new freeze would cut it short.
std::optional<Date> cut_short(const Entering& asked, const ReportFrozen& act) {
  for (const auto* fact : asked.world.about<ReportFrozen>(act.body)) {
    const auto& until = fact->act.corrections_until;
    if (!of_one_report(fact->act, act) || fact->act.basis != act.basis || period_over(fact->act, asked.asked)) continue;
    if (!act.corrections_until || end_instant(*act.corrections_until) < end_instant(*until)) return until;
  }
  return std::nullopt;
}

}  // namespace

// House rule: a report is frozen as often as it takes until it is final; what changes it then is a corrigendum. A
// corrections period lies ahead, and another freeze does not cut it short.
Verdict may_enter(const ReportFrozen& act, const Entering& asked) {
  if (!is_cycle(act.cycle)) return refused("cycle-malformed", {{"cycle", act.cycle}});
  if (const auto entry = final_entry(asked.world, act))
    return refused("report-is-final", {{"entry", std::to_string(*entry)}});
  if (act.corrections_until && end_instant(*act.corrections_until) <= asked.asked.at)
    return refused("corrections-past", {{"until", print(*act.corrections_until)}});
  if (const auto until = cut_short(asked, act)) return refused("corrections-cut-short", {{"until", print(*until)}});
  return granted();
}

// House rule: a correction is asked for of the version that stands, while its period runs.
Verdict may_enter(const ReportCorrectionAsked& act, const Entering& asked) {
  const auto* frozen = standing<ReportFrozen>(asked.world, act.frozen);
  if (!frozen || frozen_again(asked.world, *frozen)) return no_version(act.frozen);
  if (period_over(frozen->act, asked.asked)) {
    const auto until = frozen->act.corrections_until;
    return refused("corrections-closed",
                   {{"entry", std::to_string(act.frozen)}, {"until", until ? print(*until) : ""}});
  }
  return granted();
}

// House rule: whoever asked for a correction is answered once, with a reason.
Verdict may_enter(const ReportCorrectionAnswered& act, const Entering& asked) {
  const auto entry = std::to_string(act.asked);
  if (!standing<ReportCorrectionAsked>(asked.world, act.asked))
    return refused("no-such-correction", {{"entry", entry}});
  if (is_answered(asked.world, act.asked)) return refused("correction-answered", {{"entry", entry}});
  return granted();
}

// House rule: a report is final once, on what took place, when its corrections period is over and whoever asked for a
// correction has an answer.
Verdict may_enter(const ReportFinalised& act, const Entering& asked) {
  const auto* frozen = standing<ReportFrozen>(asked.world, act.frozen);
  if (!frozen || frozen_again(asked.world, *frozen)) return no_version(act.frozen);
  if (frozen->act.basis == Basis::planned)
    return refused("draft-is-not-final", {{"entry", std::to_string(act.frozen)}});
  if (const auto entry = final_entry(asked.world, frozen->act))
    return refused("report-is-final", {{"entry", std::to_string(*entry)}});
  if (frozen->act.corrections_until && !period_over(frozen->act, asked.asked))
    return refused("corrections-open", {{"until", print(*frozen->act.corrections_until)}});
  if (const auto entry = unanswered(asked.world, frozen->act))
    return refused("correction-unanswered", {{"entry", std::to_string(*entry)}});
  return granted();
}

// House rule: only what is final has a corrigendum, which says why.
Verdict may_enter(const ReportCorrected& act, const Entering& asked) {
  if (!standing<ReportFinalised>(asked.world, act.finalised)) return no_version(act.finalised);
  return granted();
}

// House rule: a version has its words kept once in each language.
Verdict may_enter(const ReportTextKept& act, const Entering& asked) {
  const auto& world = asked.world;
  const bool there = standing<ReportFrozen>(world, act.version) || standing<ReportFinalised>(world, act.version) ||
                     standing<ReportCorrected>(world, act.version);
  if (!there) return no_version(act.version);
  if (!digest_from_hex(act.structure) || act.structure_size <= 0)
    return refused("blob-malformed", {{"field", "structure"}});
  for (const auto* fact : world.facts<ReportTextKept>())
    if (fact->act.version == act.version && fact->act.language == act.language)
      return refused("version-kept",
                     {{"entry", std::to_string(act.version)}, {"language", std::string(code_of(act.language))}});
  return granted();
}

}  // namespace comity
