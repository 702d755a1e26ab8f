// One body.
#pragma once

#include "views/rows.h"

namespace comity {

struct AddressRow {
  std::string address{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("address", view.address);
    visit("mark", view.mark);
  }
};

struct ClauseRow {
  std::string clause{};
  Texts text{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("clause", view.clause);
    visit("text", view.text);
    visit("mark", view.mark);
  }
};

// What the body is, where it stands, its time line, its latest documents and decisions.
struct BodyPage {
  BodyId id{};
  Texts names{};
  Texts short_names{};
  Texts parent{};
  std::vector<DocumentLink> founding{};
  DecisionRule decision_rule{};
  Texts membership{};
  std::optional<Date> from{};
  std::optional<Date> until{};
  Status status{};
  Say standing{};
  FactMark mark{};
  std::optional<Named> predecessor{};
  std::optional<Named> successor{};
  std::vector<ClauseRow> mandate{};
  std::vector<OfficerRow> officers{};
  std::vector<EntityRow> entities{};
  std::vector<TextRow> rules{};
  std::vector<TextRow> arrangements{};
  std::vector<AddressRow> websites{};
  Html timeline{};
  std::vector<DateRow> dates{};
  std::vector<DateRow> next_dates{};
  std::vector<DocumentRow> latest_documents{};
  std::vector<DecisionRow> latest_decisions{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("names", view.names);
    visit("short-names", view.short_names);
    visit("parent", view.parent);
    visit("founding", view.founding);
    visit("decision-rule", view.decision_rule);
    visit("membership", view.membership);
    visit("from", view.from);
    visit("until", view.until);
    visit("status", view.status);
    visit("standing", view.standing);
    visit("mark", view.mark);
    visit("predecessor", view.predecessor);
    visit("successor", view.successor);
    visit("mandate", view.mandate);
    visit("officers", view.officers);
    visit("entities", view.entities);
    visit("rules", view.rules);
    visit("arrangements", view.arrangements);
    visit("websites", view.websites);
    visit("timeline", view.timeline);
    visit("dates", view.dates);
    visit("next-dates", view.next_dates);
    visit("latest-documents", view.latest_documents);
    visit("latest-decisions", view.latest_decisions);
  }
};

std::optional<BodyPage> body_page(const Lens& lens, const BodyId& id);

}  // namespace comity
