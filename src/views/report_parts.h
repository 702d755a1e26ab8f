// The narrative parts of a report: texts of documents with revisions of their own, bound by the act that included them.
#pragma once

#include "views/reading.h"
#include "views/report.h"

namespace comity {

// Adds chapeau, annexes and the symbol allotted, and what the record tells of these in different ways.
void add_narrative(const Lens& lens, const Cycle& cycle, ReportView& report);

// A part as a page or a form in one language has it.
struct ShownPart {
  ReportPart part{};
  std::optional<PartText> held{};
  std::optional<PartGap> gap{};
  std::optional<Reading> text{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("part", view.part);
    visit("held", view.held);
    visit("gap", view.gap);
    visit("text", view.text);
  }
};
struct ShownParts {
  std::vector<ShownPart> before{};  // the chapters: the chapeau
  std::vector<ShownPart> behind{};  // the annexes
  std::string gaps{};               // "1": the report has something to list that is missing, here or elsewhere

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("before", view.before);
    visit("behind", view.behind);
    visit("gaps", view.gaps);
  }
};

// Each text without its masthead, every id below that of its part, its headings below the part's, and its notes counted
// on from those of the part before. Never a text of another language.
ShownParts parts_in(const Lens& lens, const ReportView& report, Language language);

// Notes are counted on from those that stand before; the first keep their numbers. Answers how far that is counted.
int count_notes_on(Reading& text, int before);

// Whether the body took the decision in the cycle, on a document of the kind.
bool takes(const Lens& lens, const Cycle& cycle, const DecisionTaken& act, DocumentKind kind);

}  // namespace comity
