#include "views/links.h"
#include "views/states_pages.h"

namespace comity {
namespace {

StateRow state_row(const Lens& lens, const Fact<StateEntered>& fact) {
  StateRow row;
  row.id = fact.act.id;
  row.href = href_of(fact.act.id);
  row.names = named(lens, fact.act.id).names;
  row.status = fact.act.status;
  row.since = fact.act.since;
  row.group = fact.act.group;
  row.iso2 = fact.act.iso2;
  row.iso3 = fact.act.iso3;
  row.m49 = fact.act.m49;
  row.mark = mark(lens, fact);
  return row;
}

// Whether it had this standing on the day of the lens.
bool stands(const Lens& lens, const StateEntered& state) {
  const auto today = lens.today();
  const bool begun = !state.since || first_instant(*state.since) < end_instant(today);
  return begun && (!state.until || first_instant(today) < end_instant(*state.until));
}

std::int64_t count(const std::vector<StateRow>& rows, Standing standing) {
  return std::count_if(rows.begin(), rows.end(), [standing](const StateRow& row) { return row.status == standing; });
}

}  // namespace

StatesPage states_page(const Lens& lens) {
  StatesPage page;
  for (const auto* fact : lens.world.facts<StateEntered>())
    if (stands(lens, fact->act)) page.states.push_back(state_row(lens, *fact));
  page.members = count(page.states, Standing::member);
  page.observer_states = count(page.states, Standing::observer_state);
  page.observer_organizations = count(page.states, Standing::observer_organization);
  return page;
}

std::optional<StatePage> state_page(const Lens& lens, const StateId& id) {
  const auto* fact = lens.world.one<StateEntered>(id);
  if (!fact) return std::nullopt;
  StatePage page;
  page.state = state_row(lens, *fact);
  page.names_in_time = each(names_in_time(lens, id), [&lens](const auto* name) {
    return NameRow{name->act.from, name->act.names, mark(lens, *name)};
  });
  return page;
}

}  // namespace comity
