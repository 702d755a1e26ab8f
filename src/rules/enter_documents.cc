// Documents by symbol, their texts and relations, and the General Assembly's resolutions.
#include <algorithm>

#include "rules/access.h"
#include "rules/ask.h"
#include "rules/since.h"

namespace comity {
namespace {

// House rule: the act is public, and so are the digests in it: of a text that is not for everybody, none may tell
// (decisions.md 9).
Verdict may_be_public(const Entering& asked, const Symbol& document) {
  const auto kept = withheld(asked.world, document, asked.asked.at);
  if (!kept) return granted();
  if (kept->until) return refused("text-embargoed", {{"symbol", document.text}, {"until", print(*kept->until)}});
  return refused("text-not-public", {{"symbol", document.text}, {"distribution", std::string(code_of(kept->why))}});
}

std::optional<std::uint64_t> entry_held(const World& world, const TextImported& act) {
  const auto* held = text_held(world, act.document, act.language);
  return held ? std::optional(held->from.entry) : std::nullopt;
}

bool is_among(const std::vector<Language>& some, Language language) {
  return some.empty() || std::find(some.begin(), some.end(), language) != some.end();
}

// House rule: a version is one of the languages that the document is issued in, where these are entered; of another one
// it can only be said that it is not to be issued. The original is not translated.
Verdict may_be_version(const VersionReported& act, const DocumentRegistered& document) {
  const std::map<std::string, std::string> values{{"symbol", act.document.text},
                                                  {"language", std::string(code_of(act.language))}};
  if (act.stage != VersionStage::not_to_be_issued && !is_among(document.languages, act.language))
    return refused("version-not-of-languages", values);
  if (act.stage == VersionStage::in_translation && document.original == act.language)
    return refused("version-is-original", values);
  return granted();
}

// House rule: only what is still to come is expected, and not by a day before the one on which that was said.
Verdict may_be_expected(const VersionReported& act, const Date& said) {
  if (act.stage == VersionStage::not_to_be_issued && act.reason.empty())
    return refused("version-reason-missing", {{"symbol", act.document.text}});
  if (!act.expected) return granted();
  if (act.stage == VersionStage::issued || act.stage == VersionStage::not_to_be_issued)
    return refused("version-not-to-come", {{"stage", std::string(code_of(act.stage))}});
  if (first_instant(said) < end_instant(*act.expected)) return granted();
  return refused("expected-before-said", {{"expected", print(*act.expected)}, {"said", print(said)}});
}

// House rule: from the day on which its text came, a version is no longer on its way. A working translation is not the
// version that document services issue.
Verdict may_be_under_way(const World& world, const VersionReported& act, const Date& said) {
  for (const auto* held : world.about<TextImported>(act.document)) {
    if (held->act.language != act.language || held->act.standing == TextStanding::working) continue;
    const auto came = since(held->act, held->from.around).value_or(date_of(held->from.at));
    if (first_instant(came) <= first_instant(said))
      return refused("version-is-held", {{"symbol", act.document.text},
                                         {"language", std::string(code_of(act.language))},
                                         {"entry", std::to_string(held->from.entry)}});
  }
  return granted();
}

}  // namespace

// A document is known by its symbol (ST/LIB series on document symbols; A/77/275 cites by symbol throughout), which is
// never used twice.
Verdict may_enter(const DocumentRegistered& act, const Entering& asked) {
  if (auto spelled = well_spelled(act.id); !spelled) return spelled;
  if (asked.world.one<SymbolUnused>(act.id)) return refused("symbol-is-unused", {{"symbol", act.id.text}});
  if (known(asked.world, act.id)) return refused("symbol-taken", {{"symbol", act.id.text}});
  if (act.original && !act.languages.empty() &&
      std::find(act.languages.begin(), act.languages.end(), *act.original) == act.languages.end())
    return refused("original-not-issued", {{"symbol", act.id.text}, {"language", std::string(code_of(*act.original))}});
  return granted();
}

// House rule: a document stands in no relation to itself, and in the same relation to another only once.
Verdict may_enter(const DocumentRelated& act, const Entering& asked) {
  if (act.document == act.to) return refused("related-to-itself", {{"symbol", act.to.text}});
  for (const auto* other : asked.world.about<DocumentRelated>(act.document))
    if (other->act.to == act.to && other->act.relation == act.relation)
      return refused("already-related", {{"symbol", act.document.text}, {"to", act.to.text}});
  return granted();
}

// House rule: a text is held under a symbol that is registered and not withdrawn, one in each language.
Verdict may_enter(const TextImported& act, const Entering& asked) {
  if (asked.world.one<DocumentWithdrawn>(act.document))
    return refused("document-is-withdrawn", {{"symbol", act.document.text}});
  for (const auto& verdict :
       {names_blobs(act), may_be_public(asked, act.document), may_take_place(act, entry_held(asked.world, act))})
    if (!verdict) return verdict;
  return granted();
}

// Documents are published in the languages of the General Assembly (A/520/Rev.19, rule 56), not all on one day. House
// rule: what is said of a version bears its day, since that of a later day takes its place.
Verdict may_enter(const VersionReported& act, const Entering& asked) {
  if (asked.world.one<DocumentWithdrawn>(act.document))
    return refused("document-is-withdrawn", {{"symbol", act.document.text}});
  if (!asked.around.happened) return refused("date-missing", {{"id", act.document.text}});
  const auto& said = asked.around.happened->date;
  const auto* registered = asked.world.one<DocumentRegistered>(act.document);
  for (const auto& verdict :
       {may_be_version(act, registered->act), may_be_expected(act, said), may_be_under_way(asked.world, act, said)})
    if (!verdict) return verdict;
  return granted();
}

// House rule: an embargo says its hour to the minute and lies ahead; one that is over is not begun again, and a text
// that is public cannot be called back.
Verdict may_enter(const DocumentEmbargoed& act, const Entering& asked) {
  const auto& symbol = act.document.text;
  if (asked.world.one<DocumentWithdrawn>(act.document)) return refused("document-is-withdrawn", {{"symbol", symbol}});
  if (!asked.world.about<TextImported>(act.document).empty() || asked.world.one<DocumentReleased>(act.document))
    return refused("text-is-public", {{"symbol", symbol}});
  const auto before = asked.world.about<DocumentEmbargoed>(act.document);
  if (!before.empty() && instant_of(before.back()->act.until) <= asked.asked.at)
    return refused("embargo-over", {{"symbol", symbol}, {"until", print(before.back()->act.until)}});
  const auto until = instant_of(act.until);
  if (!until) return refused("embargo-hour", {{"until", print(act.until)}});
  if (*until <= asked.asked.at) return refused("embargo-past", {{"until", print(act.until)}});
  return granted();
}

// House rule: only what is withheld is released, and it stays released.
Verdict may_enter(const DocumentReleased& act, const Entering& asked) {
  if (asked.world.one<DocumentWithdrawn>(act.document))
    return refused("document-is-withdrawn", {{"symbol", act.document.text}});
  if (!withheld(asked.world, act.document, asked.asked.at))
    return refused("text-for-everybody", {{"symbol", act.document.text}});
  return granted();
}

// House rule: a withdrawal is final, and leaves a tombstone that says why.
Verdict may_enter(const DocumentWithdrawn& act, const Entering& asked) {
  if (asked.world.one<DocumentWithdrawn>(act.document))
    return refused("document-is-withdrawn", {{"symbol", act.document.text}});
  return granted();
}

// House rule: a gap in a series is explained once, and its symbol is given to nothing afterwards.
Verdict may_enter(const SymbolUnused& act, const Entering& asked) {
  if (auto spelled = well_spelled(act.id); !spelled) return spelled;
  if (known(asked.world, act.id)) return refused("symbol-taken", {{"symbol", act.id.text}});
  if (asked.world.one<SymbolUnused>(act.id)) return refused("symbol-is-unused", {{"symbol", act.id.text}});
  if (const auto* report = report_with_symbol(asked.world, act.id))
    return refused(
        "symbol-is-allotted",
        {{"symbol", act.id.text}, {"body", report->act.body.text}, {"year", std::to_string(report->act.year)}});
  return granted();
}

// A resolution is adopted once, at a plenary meeting of a session (A/RES/77/36, closing line).
Verdict may_enter(const ResolutionAdopted& act, const Entering& asked) {
  if (asked.world.one<ResolutionAdopted>(act.document))
    return refused("already-adopted", {{"symbol", act.document.text}});
  if (!asked.around.happened) return refused("date-missing", {{"id", act.document.text}});
  return granted();
}

}  // namespace comity
