#include "views/work.h"

namespace comity {
namespace {

ProgrammeRow considered_row(const Lens& lens, const Fact<ProgrammeConsidered>& fact) {
  return {ProgrammeStep::considered, document_link(lens, fact.act.document), named(lens, fact.act.meetings),
          mark(lens, fact)};
}

ProgrammeRow agreed_row(const Lens& lens, const Fact<ProgrammeAgreed>& fact) {
  ProgrammeRow row{ProgrammeStep::agreed, document_link(lens, fact.act.document), {}, mark(lens, fact)};
  if (fact.act.meeting) row.meetings.push_back(named(lens, *fact.act.meeting));
  return row;
}

std::vector<ProgrammeRow> programme_where(const Lens& lens, const auto& considered, const auto& agreed) {
  auto rows = each(facts_where<ProgrammeConsidered>(lens, considered),
                   [&lens](const auto* fact) { return considered_row(lens, *fact); });
  for (const auto* fact : facts_where<ProgrammeAgreed>(lens, agreed)) rows.push_back(agreed_row(lens, *fact));
  return rows;
}

std::vector<ListRow> organizations_where(const Lens& lens, const auto& question) {
  return each(facts_where<StakeholdersApproved>(lens, question), [&lens](const auto* fact) {
    return ListRow{{document_link(lens, fact->act.document)}, named(lens, fact->act.meeting), mark(lens, *fact)};
  });
}

}  // namespace

std::vector<DateRow> informals_towards(const Lens& lens, const BodyId& body, const SessionId& id) {
  const auto own = dated(lens, id).days();
  if (!own) return {};
  std::optional<Date> before;
  for (const auto& other : sessions_of(lens, body))
    if (const auto days = dated(lens, other).days(); days && days->to < own->from)
      if (!before || *before < days->to) before = days->to;
  auto rows = informal_dates(lens, body);
  std::erase_if(rows,
                [&](const DateRow& row) { return own->to < row.days.from || (before && row.days.from <= *before); });
  return rows;
}

std::vector<CountRow> count_rows(const Lens& lens, const SessionId& id) {
  return each(about<PlenariesCounted>(lens, id), [&lens](const auto* fact) {
    return CountRow{fact->act.count, mark(lens, *fact)};
  });
}

std::vector<ItemId> items_taken_up(const Lens& lens, const SessionId& id) {
  std::vector<ItemId> items;
  for (const auto* fact : about<ItemsConsidered>(lens, id))
    for (const auto& item : fact->act.items)
      if (!contains(items, item)) items.push_back(item);
  return items;
}

std::vector<ItemsRow> items_rows(const Lens& lens, const SessionId& id) {
  return each(about<ItemsConsidered>(lens, id), [&lens](const auto* fact) {
    return ItemsRow{item_rows(lens, fact->act.items), mark(lens, *fact)};
  });
}

std::vector<SegmentRow> segment_rows(const Lens& lens, const MeetingId& id) {
  return each(about<SegmentHeld>(lens, id), [&lens](const auto* fact) {
    return SegmentRow{fact->act.segment, mark(lens, *fact)};
  });
}

std::vector<ProgrammeRow> programme_of(const Lens& lens, const SessionId& id) {
  const auto of_session = [&id](const auto& act) { return act.session == id; };
  return programme_where(lens, of_session, of_session);
}

std::vector<ProgrammeRow> programme_at(const Lens& lens, const MeetingId& id) {
  return programme_where(
      lens, [&id](const ProgrammeConsidered& act) { return contains(act.meetings, id); },
      [&id](const ProgrammeAgreed& act) { return act.meeting == id; });
}

std::vector<ListRow> participants_of(const Lens& lens, const SessionId& id) {
  const auto of_session = [&id](const ParticipantsListed& act) { return contains(act.sessions, id); };
  return each(facts_where<ParticipantsListed>(lens, of_session), [&lens](const auto* fact) {
    return ListRow{document_links(lens, fact->act.documents), {}, mark(lens, *fact)};
  });
}

std::vector<ListRow> organizations_of(const Lens& lens, const SessionId& id) {
  return organizations_where(lens, [&id](const StakeholdersApproved& act) { return act.session == id; });
}

std::vector<ListRow> organizations_at(const Lens& lens, const MeetingId& id) {
  return organizations_where(lens, [&id](const StakeholdersApproved& act) { return act.meeting == id; });
}

}  // namespace comity
