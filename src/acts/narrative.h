// The narrative parts of a report, and the symbol that document services allot to it.
#pragma once

#include "acts/fields.h"

namespace comity {

// Where a text stands in a report that is no account of the proceedings: before its chapters, or behind them.
enum class NarrativePart { chapeau, annex };
template <>
struct Codes<NarrativePart> {
  static constexpr std::string_view name = "narrative-part";
  static constexpr std::array<std::string_view, 2> all{"chapeau", "annex"};
};

// The text of a document is a part of the body's report of a year: "the report with its annex" (A/77/275, para. 16).
// `revision`: the entries that recorded the texts meant, one a language at most; of other languages it is the text that
// was in force when the report was adopted. `decision`: the one by which it was included.
struct NarrativePartBound {
  static constexpr std::string_view kind = "narrative-part-bound";
  BodyId body;
  std::int64_t year = 0;  // of the cycle
  NarrativePart part{};
  Symbol document;
  std::vector<std::int64_t> revision;
  std::optional<DecisionId> decision;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("year", act.year, Need::must);
    visit("part", act.part, Need::must);
    visit("document", act.document, Need::must);
    visit("revision", act.revision, Need::may);
    visit("decision", act.decision, Need::may);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const NarrativePartBound&) const = default;
};

// Document services allotted the symbol to the body's report of a year; a document that bears it may not be there yet.
struct SymbolAllotted {
  static constexpr std::string_view kind = "symbol-allotted";
  BodyId body;
  std::int64_t year = 0;  // of the cycle
  Symbol symbol;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("year", act.year, Need::must);
    visit("symbol", act.symbol, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const SymbolAllotted&) const = default;
};

}  // namespace comity
