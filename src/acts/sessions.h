// Sessions and meetings, formal and informal: what was planned and what took place are different acts.
// A dedicated stakeholder session is a segment of a numbered plenary meeting (A/77/275, para. 14), never a meeting of
// its own.
#pragma once

#include "acts/fields.h"

namespace comity {

enum class SessionType { organizational, substantive, thematic_group, review_conference };
template <>
struct Codes<SessionType> {
  static constexpr std::string_view name = "session-type";
  static constexpr std::array<std::string_view, 4> all{"organizational", "substantive", "thematic-group",
                                                       "review-conference"};
};

enum class Segment { stakeholders };
template <>
struct Codes<Segment> {
  static constexpr std::string_view name = "segment";
  static constexpr std::array<std::string_view, 1> all{"stakeholders"};
};

enum class InformalType { intersessional, consultation, virtual_briefing, simulation_exercise, roundtable };
template <>
struct Codes<InformalType> {
  static constexpr std::string_view name = "informal-type";
  static constexpr std::array<std::string_view, 5> all{"intersessional", "consultation", "virtual-briefing",
                                                       "simulation-exercise", "roundtable"};
};

enum class Mode { in_person, virtual_, hybrid };
template <>
struct Codes<Mode> {
  static constexpr std::string_view name = "mode";
  static constexpr std::array<std::string_view, 3> all{"in-person", "virtual", "hybrid"};
};

// A session of the body as a thing one can speak of; when it is planned or held is said by other acts.
struct SessionEntered {
  static constexpr std::string_view kind = "session-entered";
  SessionId id;
  BodyId body;
  SessionType type{};
  std::optional<std::int64_t> ordinal;
  Texts names;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("body", act.body, Need::must);
    visit("type", act.type, Need::must);
    visit("ordinal", act.ordinal, Need::may);
    visit("names", act.names, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const SessionEntered&) const = default;
};

// The days for which a session is planned.
struct SessionPlanned {
  static constexpr std::string_view kind = "session-planned";
  SessionId session;
  Days days;
  Texts place;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("days", act.days, Need::must);
    visit("place", act.place, Need::may);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const SessionPlanned&) const = default;
};

// The days on which a session took place.
struct SessionHeld {
  static constexpr std::string_view kind = "session-held";
  SessionId session;
  Days days;
  Texts place;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("days", act.days, Need::must);
    visit("place", act.place, Need::may);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const SessionHeld&) const = default;
};

// A planned session that will not take place.
struct SessionCancelled {
  static constexpr std::string_view kind = "session-cancelled";
  SessionId session;
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("reason", act.reason, Need::may);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const SessionCancelled&) const = default;
};

// A slot of the programme. It has no number: a meeting is numbered when it is opened.
struct MeetingPlanned {
  static constexpr std::string_view kind = "meeting-planned";
  MeetingId id;
  SessionId session;
  Happened start;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("session", act.session, Need::must);
    visit("start", act.start, Need::must);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const MeetingPlanned&) const = default;
};

// A plenary meeting was opened and got its number within the session.
struct MeetingOpened {
  static constexpr std::string_view kind = "meeting-opened";
  MeetingId id;
  SessionId session;
  std::int64_t ordinal = 0;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("session", act.session, Need::must);
    visit("ordinal", act.ordinal, Need::must);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const MeetingOpened&) const = default;
};

// A plenary meeting ended.
struct MeetingClosed {
  static constexpr std::string_view kind = "meeting-closed";
  MeetingId meeting;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("meeting", act.meeting, Need::must);
  }
  const std::string& about() const { return meeting.text; }
  bool operator==(const MeetingClosed&) const = default;
};

// A planned meeting that will not take place.
struct MeetingCancelled {
  static constexpr std::string_view kind = "meeting-cancelled";
  MeetingId meeting;
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("meeting", act.meeting, Need::must);
    visit("reason", act.reason, Need::may);
  }
  const std::string& about() const { return meeting.text; }
  bool operator==(const MeetingCancelled&) const = default;
};

// Part of a numbered plenary meeting given to one purpose.
struct SegmentHeld {
  static constexpr std::string_view kind = "segment-held";
  MeetingId meeting;
  Segment segment{};

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("meeting", act.meeting, Need::must);
    visit("segment", act.segment, Need::must);
  }
  const std::string& about() const { return meeting.text; }
  bool operator==(const SegmentHeld&) const = default;
};

// How many plenary meetings a session had in all.
struct PlenariesCounted {
  static constexpr std::string_view kind = "plenaries-counted";
  SessionId session;
  std::int64_t count = 0;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("count", act.count, Need::must);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const PlenariesCounted&) const = default;
};

// The agenda items that a session took up.
struct ItemsConsidered {
  static constexpr std::string_view kind = "items-considered";
  SessionId session;
  std::vector<ItemId> items;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("items", act.items, Need::must);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const ItemsConsidered&) const = default;
};

// An informal meeting that is planned.
struct InformalPlanned {
  static constexpr std::string_view kind = "informal-planned";
  InformalId id;
  BodyId body;
  InformalType type{};
  Days days;
  std::optional<Mode> mode;
  Texts place;
  Texts names;
  std::vector<Symbol> basis;
  std::vector<EntityId> partners;
  std::vector<ItemId> topics;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("body", act.body, Need::must);
    visit("type", act.type, Need::must);
    visit("days", act.days, Need::must);
    visit("mode", act.mode, Need::may);
    visit("place", act.place, Need::may);
    visit("names", act.names, Need::may);
    visit("basis", act.basis, Need::may);
    visit("partners", act.partners, Need::may);
    visit("topics", act.topics, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const InformalPlanned&) const = default;
};

// An informal meeting that took place; `attendance` is a lower bound ("more than").
struct InformalHeld {
  static constexpr std::string_view kind = "informal-held";
  InformalId id;
  BodyId body;
  InformalType type{};
  Days days;
  std::optional<Mode> mode;
  Texts place;
  Texts names;
  std::vector<Symbol> basis;
  std::vector<EntityId> partners;
  std::vector<ItemId> topics;
  std::optional<std::int64_t> attendance;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("body", act.body, Need::must);
    visit("type", act.type, Need::must);
    visit("days", act.days, Need::must);
    visit("mode", act.mode, Need::may);
    visit("place", act.place, Need::may);
    visit("names", act.names, Need::may);
    visit("basis", act.basis, Need::may);
    visit("partners", act.partners, Need::may);
    visit("topics", act.topics, Need::may);
    visit("attendance", act.attendance, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const InformalHeld&) const = default;
};

// A planned informal meeting that will not take place.
struct InformalCancelled {
  static constexpr std::string_view kind = "informal-cancelled";
  InformalId informal;
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("informal", act.informal, Need::must);
    visit("reason", act.reason, Need::may);
  }
  const std::string& about() const { return informal.text; }
  bool operator==(const InformalCancelled&) const = default;
};

// How many took part in several informal meetings together (a lower bound).
struct AttendanceReported {
  static constexpr std::string_view kind = "attendance-reported";
  BodyId body;
  std::vector<InformalId> informals;
  std::int64_t more_than = 0;
  Texts text;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("informals", act.informals, Need::must);
    visit("more-than", act.more_than, Need::must);
    visit("text", act.text, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const AttendanceReported&) const = default;
};

}  // namespace comity
