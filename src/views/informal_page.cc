#include "views/lists.h"
#include "views/people.h"
#include "views/sessions_pages.h"

namespace comity {
namespace {

template <class A>
InformalRow informal_row(const Lens& lens, const Fact<A>& fact) {
  InformalRow row;
  row.days = fact.act.days;
  row.mode = fact.act.mode;
  row.place = fact.act.place;
  row.basis = document_links(lens, fact.act.basis);
  row.partners = each(fact.act.partners, [&](const EntityId& id) { return entity_row(lens, id, fact.act.body); });
  row.topics = item_rows(lens, fact.act.topics);
  if constexpr (requires { fact.act.attendance; }) row.attendance = fact.act.attendance;
  row.mark = mark(lens, fact);
  return row;
}

template <class A>
std::vector<InformalRow> informal_rows(const Lens& lens, const InformalId& id) {
  return each(about<A>(lens, id), [&lens](const auto* fact) { return informal_row(lens, *fact); });
}

// Body and type, from what took place before what was planned.
template <class A>
bool tell_what_it_is(const Lens& lens, const InformalId& id, InformalPage& page) {
  const auto* fact = strongest<A>(lens, id);
  if (!fact) return false;
  page.body = named(lens, fact->act.body);
  page.type = fact->act.type;
  return true;
}

std::vector<TextRow> attendance_of(const Lens& lens, const InformalId& id) {
  const auto of_this = [&id](const AttendanceReported& act) { return contains(act.informals, id); };
  return each(facts_where<AttendanceReported>(lens, of_this),
              [&lens](const auto* fact) { return text_row(lens, *fact, fact->act.text); });
}

}  // namespace

std::optional<InformalPage> informal_page(const Lens& lens, const InformalId& id) {
  InformalPage page;
  if (!tell_what_it_is<InformalHeld>(lens, id, page) && !tell_what_it_is<InformalPlanned>(lens, id, page))
    return std::nullopt;
  const auto name = named(lens, id);
  const auto meeting = dated(lens, id);
  page.id = id;
  page.name = name.name;
  page.names = name.names;
  page.status = status(meeting, lens.today());
  page.days = meeting.days().value_or(Days{});
  page.planned = informal_rows<InformalPlanned>(lens, id);
  page.held = informal_rows<InformalHeld>(lens, id);
  page.cancelled = reasons<InformalCancelled>(lens, id);
  page.attendance = attendance_of(lens, id);
  return page;
}

}  // namespace comity
