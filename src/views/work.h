// What a session or a meeting did: days, counts, items, programme, lists. Rows that session and meeting pages share.
#pragma once

#include "views/lists.h"
#include "views/sessions_pages.h"

namespace comity {

template <class A>
std::vector<DaysRow> days_rows(const Lens& lens, const SessionId& id) {
  return each(about<A>(lens, id), [&lens](const auto* fact) {
    return DaysRow{fact->act.days, fact->act.place, mark(lens, *fact)};
  });
}

std::vector<CountRow> count_rows(const Lens& lens, const SessionId& id);

// Every item that any source says was taken up, each once.
std::vector<ItemId> items_taken_up(const Lens& lens, const SessionId& id);
// As each source tells it.
std::vector<ItemsRow> items_rows(const Lens& lens, const SessionId& id);

std::vector<SegmentRow> segment_rows(const Lens& lens, const MeetingId& id);

// The programme as considered, then as agreed; of a session, or only at one of its meetings.
std::vector<ProgrammeRow> programme_of(const Lens& lens, const SessionId& id);
std::vector<ProgrammeRow> programme_at(const Lens& lens, const MeetingId& id);

std::vector<ListRow> participants_of(const Lens& lens, const SessionId& id);
std::vector<ListRow> organizations_of(const Lens& lens, const SessionId& id);
std::vector<ListRow> organizations_at(const Lens& lens, const MeetingId& id);

// Informal meetings prepare the session that follows them: those after the session before, up to the end of this one.
std::vector<DateRow> informals_towards(const Lens& lens, const BodyId& body, const SessionId& id);

// The ones beside the thing in its row of things: {previous, next}.
template <class IdType>
std::pair<std::optional<Named>, std::optional<Named>> neighbours(const Lens& lens, const std::vector<IdType>& ids,
                                                                 const IdType& id) {
  const auto it = std::find(ids.begin(), ids.end(), id);
  if (it == ids.end()) return {};
  const auto previous = it == ids.begin() ? std::nullopt : std::optional(*std::prev(it));
  const auto next = std::next(it) == ids.end() ? std::nullopt : std::optional(*std::next(it));
  return {named(lens, previous), named(lens, next)};
}

}  // namespace comity
