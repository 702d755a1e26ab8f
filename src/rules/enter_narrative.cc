// The narrative parts of a report, and the symbol allotted to it.
#include <set>

#include "rules/ask.h"

namespace comity {
namespace {

// House rule: a report bears the year of its cycle, which lies in the term of its body.
Verdict year_of_term(const World& world, const BodyId& id, std::int64_t year) {
  const auto& body = world.one<BodyEstablished>(id)->act;
  const bool early = body.from && year < body.from->year;
  const bool late = body.until && year > body.until->year;
  if (year >= 1945 && year <= 9999 && !early && !late) return granted();
  return refused("year-outside-term", {{"year", std::to_string(year)}, {"id", id.text}});
}

// House rule: a revision is named by the entry that recorded the text, one in each language.
Verdict names_texts(const World& world, const NarrativePartBound& act) {
  std::set<Language> named;
  for (const auto number : act.revision) {
    const auto entry = static_cast<std::uint64_t>(number);
    const auto* text = world.standing_kind(entry) == TextImported::kind ? world.of_entry<TextImported>(entry) : nullptr;
    if (!text || text->act.document != act.document)
      return refused("text-of-another-document", {{"entry", std::to_string(number)}, {"symbol", act.document.text}});
    if (!named.insert(text->act.language).second)
      return refused("revision-twice", {{"language", std::string(code_of(text->act.language))}});
  }
  return granted();
}

// House rule: a text stands in a report once.
Verdict stands_once(const World& world, const NarrativePartBound& act) {
  for (const auto* other : world.about<NarrativePartBound>(act.body))
    if (other->act.year == act.year && other->act.document == act.document && other->act.part != act.part)
      return refused("part-is-bound", {{"symbol", act.document.text}, {"part", std::string(code_of(other->act.part))}});
  return granted();
}

}  // namespace

// A body includes texts in its report by a decision of its own (A/77/275, para. 16).
Verdict may_enter(const NarrativePartBound& act, const Entering& asked) {
  if (asked.world.one<DocumentWithdrawn>(act.document))
    return refused("document-is-withdrawn", {{"symbol", act.document.text}});
  if (act.decision && asked.world.one<DecisionTaken>(*act.decision)->act.body != act.body)
    return refused("decision-of-another-body", {{"id", act.decision->text}, {"body", act.body.text}});
  for (const auto& verdict :
       {year_of_term(asked.world, act.body, act.year), names_texts(asked.world, act), stands_once(asked.world, act)})
    if (!verdict) return verdict;
  return granted();
}

// Symbols are allotted by document services, each to one document (ST/LIB series on document symbols). House rule: what
// bears it already is a report.
Verdict may_enter(const SymbolAllotted& act, const Entering& asked) {
  if (auto spelled = well_spelled(act.symbol); !spelled) return spelled;
  if (asked.world.one<SymbolUnused>(act.symbol)) return refused("symbol-is-unused", {{"symbol", act.symbol.text}});
  if (const auto* document = asked.world.one<DocumentRegistered>(act.symbol);
      document && document->act.type != DocumentKind::report)
    return refused("symbol-of-no-report", {{"symbol", act.symbol.text}});
  if (const auto* other = report_with_symbol(asked.world, act.symbol);
      other && (other->act.body != act.body || other->act.year != act.year))
    return refused(
        "symbol-is-allotted",
        {{"symbol", act.symbol.text}, {"body", other->act.body.text}, {"year", std::to_string(other->act.year)}});
  return year_of_term(asked.world, act.body, act.year);
}

}  // namespace comity
