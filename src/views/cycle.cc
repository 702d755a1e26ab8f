#include "views/cycle.h"

#include <set>

namespace comity {
namespace {

// Sessions with which a cycle is known to end: its report was adopted there, or covers none after it.
std::set<SessionId> known_ends(const Lens& lens, const std::vector<SessionId>& in_order) {
  std::set<SessionId> ends;
  const auto is_draft = [&lens](const Symbol& symbol) {
    const auto* document = lens.world.one<DocumentRegistered>(symbol);
    return document && document->act.type == DocumentKind::draft_report;
  };
  for (const auto* decision : facts<DecisionTaken>(lens)) {
    const auto& documents = decision->act.documents;
    if (decision->act.session && std::any_of(documents.begin(), documents.end(), is_draft))
      ends.insert(*decision->act.session);
  }
  for (const auto* document : facts<DocumentRegistered>(lens)) {
    if (document->act.type != DocumentKind::report) continue;
    const auto covered = [&](const SessionId& id) { return contains(document->act.sessions, id); };
    const auto last = std::find_if(in_order.rbegin(), in_order.rend(), covered);
    if (last != in_order.rend()) ends.insert(*last);
  }
  return ends;
}

struct DatedSession {
  SessionId id;
  Days days;
  bool cancelled = false;
};

std::vector<DatedSession> dated_sessions(const Lens& lens, const BodyId& body) {
  std::vector<DatedSession> out;
  for (const auto& id : sessions_of(lens, body)) {
    const auto when = dated(lens, id);
    if (when.days()) out.push_back({id, *when.days(), when.cancelled});
  }
  return out;
}

// The year of the Assembly's session to which a report on the day would go.
std::int64_t assembly_year(const Date& day) {
  constexpr int september = 9;
  return day.month < september ? day.year : day.year + 1;
}

void take(Cycle& cycle, const DatedSession& session) {
  if (session.cancelled) {
    cycle.cancelled.push_back(session.id);
    return;
  }
  cycle.sessions.push_back(session.id);
  cycle.until = std::max(cycle.until, session.days.to);
}

// Where the year of a cycle is told by its end, all that came before belongs to it.
std::int64_t year_of(const std::vector<DatedSession>& all, std::size_t at, const std::set<SessionId>& ends) {
  for (std::size_t i = at; i < all.size(); ++i)
    if (ends.contains(all[i].id)) return all[i].days.to.year;
  return assembly_year(all[at].days.to);
}

}  // namespace

bool Cycle::holds(const Date& date) const {
  const auto instant = first_instant(date);
  return instant < end_instant(until) && (!after || instant >= end_instant(*after));
}

std::vector<Cycle> cycles_of(const Lens& lens, const BodyId& body) {
  const auto all = dated_sessions(lens, body);
  const auto ends = known_ends(lens, each(all, [](const DatedSession& session) { return session.id; }));
  std::map<std::int64_t, Cycle> by_year;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto year = year_of(all, i, ends);
    auto& cycle = by_year.try_emplace(year, Cycle{body, year, {}, {}, {}, {}}).first->second;
    take(cycle, all[i]);
  }
  std::vector<Cycle> out;
  for (auto& [year, cycle] : by_year) {
    if (cycle.sessions.empty()) continue;
    if (!out.empty()) cycle.after = out.back().until;
    out.push_back(std::move(cycle));
  }
  return out;
}

std::optional<Cycle> cycle_of(const Lens& lens, const BodyId& body, std::int64_t year) {
  for (auto& cycle : cycles_of(lens, body))
    if (cycle.year == year) return std::move(cycle);
  return std::nullopt;
}

Facts<DocumentRegistered> reports_on(const Lens& lens, const Cycle& cycle, DocumentKind kind) {
  return facts_where<DocumentRegistered>(lens, [&](const DocumentRegistered& act) {
    return act.type == kind && act.body == cycle.body && !act.sessions.empty() &&
           contains(cycle.sessions, act.sessions.back());
  });
}

std::optional<Cycle> whole_mandate(const Lens& lens, const BodyId& body) {
  std::optional<Cycle> whole;
  for (const auto& cycle : cycles_of(lens, body)) {
    if (!whole) whole = Cycle{body, 0, {}, {}, {}, {}};
    whole->sessions.insert(whole->sessions.end(), cycle.sessions.begin(), cycle.sessions.end());
    whole->cancelled.insert(whole->cancelled.end(), cycle.cancelled.begin(), cycle.cancelled.end());
    whole->until = cycle.until;
  }
  return whole;
}

}  // namespace comity
