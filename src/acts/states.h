// States and observers: who they are, and how the United Nations names them since when.
// Knows no ranking, no flag, no map; the order of States is made by the reader's language.
#pragma once

#include "acts/fields.h"

namespace comity {

enum class Standing { member, observer_state, observer_organization };
template <>
struct Codes<Standing> {
  static constexpr std::string_view name = "standing";
  static constexpr std::array<std::string_view, 3> all{"member", "observer-state", "observer-organization"};
};

// The regional groups of the General Assembly.
enum class RegionalGroup {
  african,
  asia_pacific,
  eastern_european,
  latin_american_caribbean,
  western_european_other,
  none
};
template <>
struct Codes<RegionalGroup> {
  static constexpr std::string_view name = "regional-group";
  static constexpr std::array<std::string_view, 6> all{
      "african", "asia-pacific", "eastern-european", "latin-american-caribbean", "western-european-other", "none"};
};

struct StateEntered {
  static constexpr std::string_view kind = "state-entered";
  StateId id;
  std::string iso2;
  std::string iso3;
  std::string m49;
  Standing status = Standing::member;
  std::optional<Date> since;
  std::optional<Date> until;
  RegionalGroup group = RegionalGroup::none;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("iso2", act.iso2, Need::may);
    visit("iso3", act.iso3, Need::may);
    visit("m49", act.m49, Need::may);
    visit("status", act.status, Need::must);
    visit("since", act.since, Need::may);
    visit("until", act.until, Need::may);
    visit("group", act.group, Need::must);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const StateEntered&) const = default;
};

// The short name by UN usage, valid from a date (absent: as long as it is entered) until the next name begins.
struct StateNamed {
  static constexpr std::string_view kind = "state-named";
  StateId state;
  std::optional<Date> from;
  Texts names;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("state", act.state, Need::must);
    visit("from", act.from, Need::may);
    visit("names", act.names, Need::must);
  }
  const std::string& about() const { return state.text; }
  bool operator==(const StateNamed&) const = default;
};

}  // namespace comity
