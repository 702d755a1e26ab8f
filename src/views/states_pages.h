// States and observers.
#pragma once

#include "views/rows.h"

namespace comity {

struct NameRow {
  std::optional<Date> from{};
  Texts names{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("from", view.from);
    visit("names", view.names);
    visit("mark", view.mark);
  }
};

struct StateRow {
  StateId id{};
  Href href{};
  Texts names{};
  Standing status{};
  std::optional<Date> since{};
  RegionalGroup group{};
  std::string iso2{};
  std::string iso3{};
  std::string m49{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("names", view.names);
    visit("status", view.status);
    visit("since", view.since);
    visit("group", view.group);
    visit("iso2", view.iso2);
    visit("iso3", view.iso3);
    visit("m49", view.m49);
    visit("mark", view.mark);
  }
};

// In the alphabetical order of the reader's language (the face sorts); no other order is offered.
struct StatesPage {
  std::int64_t members = 0;
  std::int64_t observer_states = 0;
  std::int64_t observer_organizations = 0;
  std::vector<StateRow> states{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("members", view.members);
    visit("observer-states", view.observer_states);
    visit("observer-organizations", view.observer_organizations);
    visit("states", view.states);
  }
};

struct StatePage {
  StateRow state{};
  std::vector<NameRow> names_in_time{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("state", view.state);
    visit("names-in-time", view.names_in_time);
  }
};

StatesPage states_page(const Lens& lens);
std::optional<StatePage> state_page(const Lens& lens, const StateId& id);

}  // namespace comity
