#include "views/dates.h"

#include <limits>
#include <tuple>

namespace comity {
namespace {

constexpr Date never{9999, 12, 31};

// Whether anything about the session's days is recorded at all, and whether any of it was so on the day of the lens.
bool session_seen(const Lens& lens, const SessionEntered& session) {
  if (dated(lens, session.id).days()) return true;
  return !lens.on || !dated(Lens{lens.world, lens.now, {}}, session.id).days();
}

Days sort_days(const Dated& dated) { return dated.days().value_or(Days{never, never}); }

template <class Key, class IdType, class MakeKey>
std::vector<IdType> sorted_by(std::vector<IdType> ids, MakeKey&& key_of) {
  std::vector<std::pair<Key, IdType>> keyed;
  for (auto& id : ids) keyed.push_back({key_of(id), id});
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return each(keyed, [](const auto& pair) { return pair.second; });
}

// Adds the ids of the facts of one kind that belong there, each once.
template <class A, class IdType, class Question>
void add_ids(const Lens& lens, std::vector<IdType>& ids, Question&& belongs) {
  for (const auto* fact : facts_where<A>(lens, belongs))
    if (!contains(ids, fact->act.id)) ids.push_back(fact->act.id);
}

DateRow with_days(const Lens& lens, const Named& named, const Dated& dated, const Days& days) {
  DateRow row;
  row.id = named.id;
  row.name = named.name;
  row.names = named.names;
  row.href = named.href;
  row.days = days;
  row.planned = dated.planned;
  row.start = dated.start;
  row.mode = dated.mode;
  row.place = dated.place;
  row.status = status(dated, lens.today());
  row.sequence = dated.sequence;
  row.mark = dated.mark;
  return row;
}

template <class IdType>
void add_dates(const Lens& lens, const std::vector<IdType>& ids, std::vector<DateRow>& rows) {
  for (const auto& id : ids)
    if (const auto days = dated(lens, id).days()) rows.push_back(date_row(lens, id, *days));
}

void in_order_of_time(std::vector<DateRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const DateRow& a, const DateRow& b) {
    const auto key = [](const DateRow& row) {
      return std::tuple(row.days.from, row.sort, row.start ? row.start->time : std::string(), row.days.to);
    };
    return key(a) < key(b);
  });
}

Named body_of(const Lens& lens, const SessionId& id) {
  const auto* session = lens.world.one<SessionEntered>(id);
  return session ? named(lens, session->act.body) : Named{};
}

SessionId session_of(const Lens& lens, const MeetingId& id) {
  if (const auto* opened = strongest<MeetingOpened>(lens, id)) return opened->act.session;
  const auto* planned = strongest<MeetingPlanned>(lens, id);
  return planned ? planned->act.session : SessionId{};
}

}  // namespace

std::vector<BodyId> bodies(const Lens& lens) {
  return each(facts<BodyEstablished>(lens), [](const auto* fact) { return fact->act.id; });
}

std::optional<BodyId> successor_of(const Lens& lens, const BodyId& body) {
  const auto* succession = strongest<BodySucceeded>(lens, body);
  return succession ? std::optional(succession->act.successor) : std::nullopt;
}

std::vector<SessionId> sessions_of(const Lens& lens, const BodyId& body) {
  std::vector<SessionId> ids;
  add_ids<SessionEntered>(lens, ids,
                          [&](const SessionEntered& act) { return act.body == body && session_seen(lens, act); });
  using Key = std::tuple<Days, std::int64_t>;
  return sorted_by<Key>(ids, [&lens](const SessionId& id) {
    return Key{sort_days(dated(lens, id)), lens.world.one<SessionEntered>(id)->act.ordinal.value_or(0)};
  });
}

std::vector<MeetingId> meetings_of(const Lens& lens, const SessionId& session) {
  std::vector<MeetingId> ids;
  const auto belongs = [&session](const auto& act) { return act.session == session; };
  add_ids<MeetingPlanned>(lens, ids, belongs);
  add_ids<MeetingOpened>(lens, ids, belongs);
  using Key = std::tuple<std::int64_t, Happened>;
  return sorted_by<Key>(ids, [&lens](const MeetingId& id) {
    const auto* opened = strongest<MeetingOpened>(lens, id);
    const auto ordinal = opened ? opened->act.ordinal : std::numeric_limits<std::int64_t>::max();
    return Key{ordinal, dated(lens, id).start.value_or(Happened{never})};
  });
}

std::vector<InformalId> informals_of(const Lens& lens, const BodyId& body) {
  std::vector<InformalId> ids;
  const auto belongs = [&body](const auto& act) { return act.body == body; };
  add_ids<InformalHeld>(lens, ids, belongs);
  add_ids<InformalPlanned>(lens, ids, belongs);
  return sorted_by<Days>(ids, [&lens](const InformalId& id) { return sort_days(dated(lens, id)); });
}

DateRow date_row(const Lens& lens, const SessionId& id, const Days& days) {
  auto row = with_days(lens, named(lens, id), dated(lens, id), days);
  row.sort = DateSort::session;
  row.body = body_of(lens, id);
  return row;
}

DateRow date_row(const Lens& lens, const MeetingId& id, const Days& days) {
  auto row = with_days(lens, named(lens, id), dated(lens, id), days);
  row.sort = DateSort::meeting;
  row.body = body_of(lens, session_of(lens, id));
  row.status = meeting_status(lens, id);
  return row;
}

DateRow date_row(const Lens& lens, const InformalId& id, const Days& days) {
  auto row = with_days(lens, named(lens, id), dated(lens, id), days);
  row.sort = DateSort::informal;
  const auto* held = strongest<InformalHeld>(lens, id);
  const auto* planned = strongest<InformalPlanned>(lens, id);
  if (held || planned) row.body = named(lens, held ? held->act.body : planned->act.body);
  return row;
}

std::vector<DateRow> dates(const Lens& lens, const BodyId& body) {
  std::vector<DateRow> rows;
  const auto sessions = sessions_of(lens, body);
  add_dates(lens, sessions, rows);
  for (const auto& session : sessions) add_dates(lens, meetings_of(lens, session), rows);
  add_dates(lens, informals_of(lens, body), rows);
  in_order_of_time(rows);
  return rows;
}

std::vector<DateRow> dates(const Lens& lens) {
  std::vector<DateRow> rows;
  for (const auto& body : bodies(lens))
    for (auto& row : dates(lens, body)) rows.push_back(std::move(row));
  in_order_of_time(rows);
  return rows;
}

std::vector<DateRow> informal_dates(const Lens& lens, const BodyId& body) {
  std::vector<DateRow> rows;
  add_dates(lens, informals_of(lens, body), rows);
  return rows;
}

}  // namespace comity
