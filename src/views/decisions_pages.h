// Decisions and resolutions.
#pragma once

#include "views/rows.h"
#include "views/taking_part_page.h"

namespace comity {

struct LinkRow {
  DecisionLink link{};
  Direction direction{};
  DecisionRow decision{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("link", view.link);
    visit("direction", view.direction);
    visit("decision", view.decision);
    visit("mark", view.mark);
  }
};

struct ResolutionLine {
  DocumentLink document{};
  std::int64_t session = 0;
  std::optional<Happened> happened{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("session", view.session);
    visit("happened", view.happened);
    visit("mark", view.mark);
  }
};

// The register of decisions, and the resolutions of the General Assembly under the item.
struct DecisionsPage {
  std::optional<Named> body{};
  std::vector<DecisionRow> decisions{};
  std::vector<ResolutionLine> resolutions{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("decisions", view.decisions);
    visit("resolutions", view.resolutions);
  }
};

struct DecisionPage {
  std::string id{};
  Named body{};
  Texts titles{};
  Texts text{};
  Manner manner{};
  std::optional<Happened> happened{};
  std::optional<Named> session{};
  std::optional<Named> meeting{};
  std::vector<DocumentLink> documents{};
  std::vector<LinkRow> links{};
  std::vector<ModalityRow> rules{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("body", view.body);
    visit("titles", view.titles);
    visit("text", view.text);
    visit("manner", view.manner);
    visit("happened", view.happened);
    visit("session", view.session);
    visit("meeting", view.meeting);
    visit("documents", view.documents);
    visit("links", view.links);
    visit("rules", view.rules);
    visit("mark", view.mark);
  }
};

// An empty id: all bodies.
DecisionsPage decisions_page(const Lens& lens, const BodyId& body);
std::optional<DecisionPage> decision_page(const Lens& lens, const DecisionId& id);

}  // namespace comity
