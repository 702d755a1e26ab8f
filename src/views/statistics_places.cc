// Where what statistics count belongs: to which sessions and cycles.
#include "views/statistics_things.h"
#include "views/work.h"

namespace comity {
namespace {

// Not only its first day: of "2022" nobody knows in which cycle it lies.
bool lies_in(const Cycle& cycle, const Date& date) {
  return cycle.holds(date) && end_instant(date) <= end_instant(cycle.until);
}

bool has_session(const Cycle& cycle, const SessionId& id) {
  return contains(cycle.sessions, id) || contains(cycle.cancelled, id);
}

}  // namespace

CountingPlaces::CountingPlaces(const Lens& lens, const BodyId& body)
    : lens_(lens), body_(body), cycles_(cycles_of(lens, body)), sessions_(comity::sessions_of(lens, body)) {
  for (const auto& session : sessions_)
    for (const auto& row : informals_towards(lens, body, session)) prepared_[row.id].push_back(session);
}

std::vector<SessionId> CountingPlaces::sessions_of(const Cycle& cycle) const {
  auto out = sessions_;
  std::erase_if(out, [&cycle](const SessionId& id) { return !has_session(cycle, id); });
  return out;
}

std::vector<SessionId> CountingPlaces::sessions_outside() const {
  auto out = sessions_;
  std::erase_if(out, [this](const SessionId& id) {
    return std::any_of(cycles_.begin(), cycles_.end(), [&id](const Cycle& cycle) { return has_session(cycle, id); });
  });
  return out;
}

CountedFor CountingPlaces::place(const std::vector<SessionId>& sessions, const std::optional<Date>& date) const {
  CountedFor out;
  for (const auto& id : sessions)
    if (contains(sessions_, id)) out.sessions.push_back(id);
  for (const auto& cycle : cycles_) {
    const bool of_session = std::any_of(out.sessions.begin(), out.sessions.end(),
                                        [&cycle](const SessionId& id) { return has_session(cycle, id); });
    if (of_session || (sessions.empty() && date && lies_in(cycle, *date))) out.cycles.push_back(cycle.year);
  }
  return out;
}

CountedFor CountingPlaces::place(const InformalId& id, const std::optional<Days>& days) const {
  CountedFor out;
  if (const auto sessions = prepared_.find(id.text); sessions != prepared_.end()) out.sessions = sessions->second;
  for (const auto& cycle : cycles_)
    if (days && lies_in(cycle, days->from)) out.cycles.push_back(cycle.year);
  return out;
}

}  // namespace comity
