// How a session organizes its work: the programme considered or agreed, the lists of participants and of organizations.
#pragma once

#include "acts/fields.h"

namespace comity {

// The programme was considered; sessions 1 and 2 never agreed one (A/77/275, paras. 8-9).
struct ProgrammeConsidered {
  static constexpr std::string_view kind = "programme-considered";
  SessionId session;
  Symbol document;
  std::vector<MeetingId> meetings;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("document", act.document, Need::must);
    visit("meetings", act.meetings, Need::may);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const ProgrammeConsidered&) const = default;
};

// The programme was agreed, at a meeting.
struct ProgrammeAgreed {
  static constexpr std::string_view kind = "programme-agreed";
  SessionId session;
  Symbol document;
  std::optional<MeetingId> meeting;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("document", act.document, Need::must);
    visit("meeting", act.meeting, Need::may);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const ProgrammeAgreed&) const = default;
};

// Where the list of participants stands.
struct ParticipantsListed {
  static constexpr std::string_view kind = "participants-listed";
  std::vector<SessionId> sessions;
  std::vector<Symbol> documents;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("sessions", act.sessions, Need::must);
    visit("documents", act.documents, Need::must);
  }
  const std::string& about() const { return sessions.front().text; }
  bool operator==(const ParticipantsListed&) const = default;
};

// The group approved the participation of the organizations on a list (constitutive).
struct StakeholdersApproved {
  static constexpr std::string_view kind = "stakeholders-approved";
  SessionId session;
  Symbol document;
  std::optional<MeetingId> meeting;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("document", act.document, Need::must);
    visit("meeting", act.meeting, Need::may);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const StakeholdersApproved&) const = default;
};

}  // namespace comity
