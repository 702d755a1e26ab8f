// How to take part.
#pragma once

#include "views/rows.h"

namespace comity {

struct ModalityRow {
  std::int64_t number = 0;
  Texts text{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("number", view.number);
    visit("text", view.text);
    visit("mark", view.mark);
  }
};

struct AudienceRow {
  Audience audience{};
  std::vector<ModalityRow> rules{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("audience", view.audience);
    visit("rules", view.rules);
  }
};

// How to take part, from the modalities as agreed, by who one is.
struct TakingPartPage {
  std::vector<AudienceRow> audiences{};
  std::vector<DecisionRow> decisions{};
  std::vector<TextRow> arrangements{};
  std::vector<DocumentRow> lists{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("audiences", view.audiences);
    visit("decisions", view.decisions);
    visit("arrangements", view.arrangements);
    visit("lists", view.lists);
  }
};

TakingPartPage taking_part_page(const Lens& lens);

}  // namespace comity
