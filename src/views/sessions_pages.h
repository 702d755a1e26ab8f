// Sessions, meetings, informal meetings.
#pragma once

#include "views/rows.h"

namespace comity {

struct SessionRow {
  SessionId id{};
  Href href{};
  Say name{};
  Texts names{};
  SessionType type{};
  std::optional<std::int64_t> ordinal{};
  std::vector<DaysRow> planned{};
  std::vector<DaysRow> held{};
  std::vector<CountRow> plenaries{};
  std::vector<ItemRow> items{};
  Status status{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("name", view.name);
    visit("names", view.names);
    visit("type", view.type);
    visit("ordinal", view.ordinal);
    visit("planned", view.planned);
    visit("held", view.held);
    visit("plenaries", view.plenaries);
    visit("items", view.items);
    visit("status", view.status);
    visit("mark", view.mark);
  }
};

struct SessionsPage {
  Named body{};
  Html timeline{};
  std::vector<SessionRow> sessions{};
  std::vector<DateRow> informals{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("timeline", view.timeline);
    visit("sessions", view.sessions);
    visit("informals", view.informals);
  }
};

struct SegmentRow {
  Segment segment{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("segment", view.segment);
    visit("mark", view.mark);
  }
};

struct MeetingRow {
  MeetingId id{};
  Href href{};
  Say name{};
  std::optional<std::int64_t> ordinal{};
  std::optional<Happened> start{};
  Status status{};
  std::vector<SegmentRow> segments{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("href", view.href);
    visit("name", view.name);
    visit("ordinal", view.ordinal);
    visit("start", view.start);
    visit("status", view.status);
    visit("segments", view.segments);
    visit("mark", view.mark);
  }
};

// The programme considered, or agreed: two facts.
struct ProgrammeRow {
  ProgrammeStep what{};
  DocumentLink document{};
  std::vector<Named> meetings{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("what", view.what);
    visit("document", view.document);
    visit("meetings", view.meetings);
    visit("mark", view.mark);
  }
};

// A list of participants or of organizations.
struct ListRow {
  std::vector<DocumentLink> documents{};
  std::optional<Named> meeting{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("documents", view.documents);
    visit("meeting", view.meeting);
    visit("mark", view.mark);
  }
};

// The items that a session took up, by one source.
struct ItemsRow {
  std::vector<ItemRow> items{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("items", view.items);
    visit("mark", view.mark);
  }
};

// One session: planned and actual apart, each fact at its certainty.
struct SessionPage {
  SessionId id{};
  Say name{};
  Texts names{};
  Named body{};
  SessionType type{};
  std::optional<std::int64_t> ordinal{};
  Status status{};
  FactMark mark{};
  std::optional<Named> previous{};
  std::optional<Named> next{};
  std::vector<DaysRow> planned{};
  std::vector<DaysRow> held{};
  std::vector<TextRow> cancelled{};
  std::vector<CountRow> plenaries{};
  std::vector<MeetingRow> meetings{};
  std::vector<ItemsRow> considered{};
  std::vector<ProgrammeRow> programme{};
  std::vector<OfficerRow> presided{};
  std::vector<TextRow> temporary_chair{};
  std::vector<ListRow> participants{};
  std::vector<ListRow> organizations{};
  std::vector<DocumentRow> documents{};
  std::vector<DecisionRow> decisions{};
  Html timeline{};
  std::vector<DateRow> informals{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("name", view.name);
    visit("names", view.names);
    visit("body", view.body);
    visit("type", view.type);
    visit("ordinal", view.ordinal);
    visit("status", view.status);
    visit("mark", view.mark);
    visit("previous", view.previous);
    visit("next", view.next);
    visit("planned", view.planned);
    visit("held", view.held);
    visit("cancelled", view.cancelled);
    visit("plenaries", view.plenaries);
    visit("meetings", view.meetings);
    visit("considered", view.considered);
    visit("programme", view.programme);
    visit("presided", view.presided);
    visit("temporary-chair", view.temporary_chair);
    visit("participants", view.participants);
    visit("organizations", view.organizations);
    visit("documents", view.documents);
    visit("decisions", view.decisions);
    visit("timeline", view.timeline);
    visit("informals", view.informals);
  }
};

// One numbered meeting, or a planned one that has no number yet.
struct MeetingPage {
  MeetingId id{};
  Say name{};
  Named body{};
  Named session{};
  std::optional<std::int64_t> ordinal{};
  Status status{};
  std::optional<Happened> start{};
  std::vector<FactMark> marks{};
  std::vector<SegmentRow> segments{};
  std::vector<ProgrammeRow> programme{};
  std::vector<ListRow> organizations{};
  std::vector<DecisionRow> decisions{};
  std::vector<TextRow> cancelled{};
  std::optional<Named> previous{};
  std::optional<Named> next{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("name", view.name);
    visit("body", view.body);
    visit("session", view.session);
    visit("ordinal", view.ordinal);
    visit("status", view.status);
    visit("start", view.start);
    visit("marks", view.marks);
    visit("segments", view.segments);
    visit("programme", view.programme);
    visit("organizations", view.organizations);
    visit("decisions", view.decisions);
    visit("cancelled", view.cancelled);
    visit("previous", view.previous);
    visit("next", view.next);
  }
};

// An informal meeting as one source tells it.
struct InformalRow {
  Days days{};
  std::optional<Mode> mode{};
  Texts place{};
  std::vector<DocumentLink> basis{};
  std::vector<EntityRow> partners{};
  std::vector<ItemRow> topics{};
  std::optional<std::int64_t> attendance{};
  FactMark mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("days", view.days);
    visit("mode", view.mode);
    visit("place", view.place);
    visit("basis", view.basis);
    visit("partners", view.partners);
    visit("topics", view.topics);
    visit("attendance", view.attendance);
    visit("mark", view.mark);
  }
};

struct InformalPage {
  InformalId id{};
  Say name{};
  Texts names{};
  Named body{};
  InformalType type{};
  Status status{};
  Days days{};
  std::vector<InformalRow> planned{};
  std::vector<InformalRow> held{};
  std::vector<TextRow> cancelled{};
  std::vector<TextRow> attendance{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("name", view.name);
    visit("names", view.names);
    visit("body", view.body);
    visit("type", view.type);
    visit("status", view.status);
    visit("days", view.days);
    visit("planned", view.planned);
    visit("held", view.held);
    visit("cancelled", view.cancelled);
    visit("attendance", view.attendance);
  }
};

std::optional<SessionsPage> sessions_page(const Lens& lens, const BodyId& body);
std::optional<SessionPage> session_page(const Lens& lens, const SessionId& id);
std::optional<MeetingPage> meeting_page(const Lens& lens, const MeetingId& id);
std::optional<InformalPage> informal_page(const Lens& lens, const InformalId& id);

}  // namespace comity
