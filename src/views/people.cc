#include "views/people.h"

#include <tuple>

namespace comity {
namespace {

OfficerRow officer_row(const Lens& lens, const Fact<OfficerElected>& fact) {
  return {fact.act.office, fact.act.holder, named(lens, fact.act.state),   fact.act.manner,
          fact.act.from,   fact.act.until,  named(lens, fact.act.session), mark(lens, fact)};
}

OfficerRow presiding_row(const Lens& lens, const Fact<SessionPresided>& fact) {
  OfficerRow row;
  row.office = fact.act.office;
  row.holder = fact.act.holder;
  row.state = named(lens, fact.act.state);
  row.mark = mark(lens, fact);
  return row;
}

EntityRow row_of(const Lens& lens, const Fact<EntityDesignated>& fact) {
  return {fact.act.entity.text, fact.act.names, fact.act.role, mark(lens, fact)};
}

}  // namespace

std::vector<OfficerRow> officers_of(const Lens& lens, const BodyId& body) {
  auto rows = each(about<OfficerElected>(lens, body), [&lens](const auto* fact) { return officer_row(lens, *fact); });
  std::stable_sort(rows.begin(), rows.end(), [](const OfficerRow& a, const OfficerRow& b) {
    return std::tie(a.office, a.from) < std::tie(b.office, b.from);
  });
  return rows;
}

std::vector<OfficerRow> presided_over(const Lens& lens, const SessionId& session) {
  return each(about<SessionPresided>(lens, session), [&lens](const auto* fact) { return presiding_row(lens, *fact); });
}

std::vector<EntityRow> entities_of(const Lens& lens, const BodyId& body) {
  auto rows = each(about<EntityDesignated>(lens, body), [&lens](const auto* fact) { return row_of(lens, *fact); });
  std::stable_sort(rows.begin(), rows.end(), [](const EntityRow& a, const EntityRow& b) { return a.role < b.role; });
  return rows;
}

EntityRow entity_row(const Lens& lens, const EntityId& id, const BodyId& body) {
  const auto found =
      lens.world.facts<EntityDesignated>().where([&id](const auto& fact) { return fact.act.entity == id; });
  if (found.empty()) return {id.text, {}, {}, {}};
  const auto of_body =
      std::find_if(found.begin(), found.end(), [&body](const auto* fact) { return fact->act.body == body; });
  return row_of(lens, of_body == found.end() ? *found.front() : **of_body);
}

}  // namespace comity
