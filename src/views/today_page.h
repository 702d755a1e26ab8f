// Today and what is due.
#pragma once

#include "views/rows.h"

namespace comity {

// What is due and what is new, for a mission of two: one sheet.
struct TodayPage {
  Date today{};
  std::vector<DateRow> running{};
  std::vector<DateRow> coming{};
  std::vector<DateRow> recent{};
  std::vector<DocumentRow> documents{};
  std::vector<DecisionRow> decisions{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("today", view.today);
    visit("running", view.running);
    visit("coming", view.coming);
    visit("recent", view.recent);
    visit("documents", view.documents);
    visit("decisions", view.decisions);
  }
};

TodayPage today_page(const Lens& lens);

}  // namespace comity
