#include "views/time_lines.h"

namespace comity {
namespace {

Mark mark_of(const Href& href, const Dated& dated, Mark::Shape shape) {
  Mark mark;
  mark.shape = shape;
  mark.href = href;
  mark.planned = dated.planned;
  mark.held = dated.held;
  mark.cancelled = dated.cancelled;
  return mark;
}

std::vector<Mark> marks(const Lens& lens, const BodyId& body, const SessionId& here) {
  std::vector<Mark> all;
  for (const auto& id : sessions_of(lens, body)) {
    auto mark = mark_of(href_of(id), dated(lens, id), Mark::Shape::session);
    const auto ordinal = lens.world.one<SessionEntered>(id)->act.ordinal;
    if (ordinal) mark.label = std::to_string(*ordinal);
    mark.here = id == here;
    all.push_back(std::move(mark));
  }
  for (const auto& id : informals_of(lens, body))
    all.push_back(mark_of(href_of(id), dated(lens, id), Mark::Shape::informal));
  return all;
}

bool in_years_of(const Mark& mark, const Days& days) {
  const auto& own = mark.held ? mark.held : mark.planned;
  return own && own->from.year <= days.to.year && days.from.year <= own->to.year;
}

}  // namespace

Html time_line_of(const Lens& lens, const BodyId& body) { return time_line(marks(lens, body, {}), lens.today()); }

Html time_line_of(const Lens& lens, const BodyId& body, const SessionId& session) {
  auto all = marks(lens, body, session);
  const auto days = dated(lens, session).days();
  if (!days) return {};
  std::erase_if(all, [&days](const Mark& mark) { return !in_years_of(mark, *days); });
  return time_line(all, lens.today());
}

}  // namespace comity
