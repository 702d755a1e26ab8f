// The symbols of a body's own series: which numbers are entered, which are not and why, and which comes next.
#pragma once

#include "views/rows.h"

namespace comity {

// A number that is entered, or numbers in a row that are not.
struct NumberRow {
  std::optional<DocumentLink> document{};  // entered
  Symbol first{};                          // of what is not entered
  Symbol last{};                           // where that is more than one
  std::int64_t count = 1;
  std::string official{};  // where to look for the first of them
  Texts reason{};          // why the number was not used, where the record says so
  std::optional<FactMark> mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("document", view.document);
    visit("first", view.first);
    visit("last", view.last);
    visit("count", view.count);
    visit("official", view.official);
    visit("reason", view.reason);
    visit("mark", view.mark);
  }
};

struct SeriesRow {
  std::string series{};          // "A/AC.292/2023/INF"
  std::string year{};            // or session: numbers begin anew with it
  std::optional<Symbol> next{};  // of a series that still runs
  std::vector<NumberRow> numbers{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("series", view.series);
    visit("year", view.year);
    visit("next", view.next);
    visit("numbers", view.numbers);
  }
};

struct RegisterPage {
  Named body{};
  std::vector<SeriesRow> series{};  // the latest year first

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("series", view.series);
  }
};

// Nothing where the body is not known. A proposed number is no allotment: symbols are allotted by document services.
std::optional<RegisterPage> register_page(const Lens& lens, const BodyId& body);

}  // namespace comity
