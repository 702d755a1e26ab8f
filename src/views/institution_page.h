// The institution: its bodies, the next dates, what is new.
#pragma once

#include "views/rows.h"

namespace comity {

struct BodyCard {
  BodyId id{};
  Href href{};
  Texts names{};
  Texts short_names{};
  std::optional<Date> from{};
  std::optional<Date> until{};
  Status status{};
  Say standing{};
  std::int64_t sessions = 0;
  std::int64_t documents = 0;
  std::int64_t decisions = 0;
  std::optional<DateRow> next{};
  std::optional<DateRow> last{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("names", view.names);
    visit("short-names", view.short_names);
    visit("from", view.from);
    visit("until", view.until);
    visit("status", view.status);
    visit("standing", view.standing);
    visit("sessions", view.sessions);
    visit("documents", view.documents);
    visit("decisions", view.decisions);
    visit("next", view.next);
    visit("last", view.last);
    visit("mark", view.mark);
  }
};

// The first page: the living body first, the ended one as its archive beside it.
struct InstitutionPage {
  Texts names{};
  Texts purpose{};
  std::vector<BodyCard> bodies{};
  std::vector<DateRow> next_dates{};
  std::vector<DocumentRow> latest_documents{};
  std::vector<DecisionRow> latest_decisions{};
  std::optional<FactMark> mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("names", view.names);
    visit("purpose", view.purpose);
    visit("bodies", view.bodies);
    visit("next-dates", view.next_dates);
    visit("latest-documents", view.latest_documents);
    visit("latest-decisions", view.latest_decisions);
    visit("mark", view.mark);
  }
};

std::optional<InstitutionPage> institution_page(const Lens& lens);  // none: the record is empty

}  // namespace comity
