// Everything that has a date: sessions, meetings known one by one, informal meetings; where each stands on a day, and
// in which order they are told.
#pragma once

#include "views/links.h"

namespace comity {

// What the record says of the days of one thing. A plan and what took place are two facts; of several plans the latest
// is in force, of several tellings of what took place the strongest is shown.
struct Dated {
  std::optional<Days> planned{};
  std::optional<Days> held{};
  std::optional<Happened> start{};
  std::optional<Mode> mode{};
  Texts place{};
  bool begun = false;  // took place, or part of it did, whatever its days were
  bool cancelled = false;
  std::int64_t sequence = 0;  // how often what is said of it has changed: iCal's SEQUENCE
  FactMark mark{};            // of the fact that the days come from, or that cancelled it

  std::optional<Days> days() const { return held ? held : planned; }
};
Dated dated(const Lens& lens, const SessionId& id);
Dated dated(const Lens& lens, const MeetingId& id);
Dated dated(const Lens& lens, const InformalId& id);

// A plan whose days have passed stays a plan: nobody has said what became of it.
Status status(const Dated& dated, const Date& today);
// A meeting runs from its opening to its closing, not because its hour has come.
Status meeting_status(const Lens& lens, const MeetingId& id);
// By its term: ahead, living or ended.
Status body_status(const Lens& lens, const BodyEstablished& body);

// By days, then by ordinal; what has no days comes last. What is known only of later days than that of the lens is left
// out.
std::vector<SessionId> sessions_of(const Lens& lens, const BodyId& body);
// By ordinal, then by start.
std::vector<MeetingId> meetings_of(const Lens& lens, const SessionId& session);
std::vector<InformalId> informals_of(const Lens& lens, const BodyId& body);
std::vector<BodyId> bodies(const Lens& lens);
std::optional<BodyId> successor_of(const Lens& lens, const BodyId& body);

DateRow date_row(const Lens& lens, const SessionId& id, const Days& days);
DateRow date_row(const Lens& lens, const MeetingId& id, const Days& days);
DateRow date_row(const Lens& lens, const InformalId& id, const Days& days);
// All that have whole days, in the order of time; of all bodies, or of one.
std::vector<DateRow> dates(const Lens& lens);
std::vector<DateRow> dates(const Lens& lens, const BodyId& body);
std::vector<DateRow> informal_dates(const Lens& lens, const BodyId& body);

}  // namespace comity
