// Programme of work, lists of participants and of organizations.
#include "rules/ask.h"

namespace comity {
namespace {

// A meeting named with a session is one of that session, and was opened.
Verdict meeting_of(const World& world, const std::optional<MeetingId>& meeting, const SessionId& session) {
  if (!meeting) return granted();
  const auto* opened = world.one<MeetingOpened>(*meeting);
  if (!opened) return refused("not-opened", {{"id", meeting->text}});
  if (opened->act.session != session) return refused("other-session", {{"id", meeting->text}});
  return granted();
}

}  // namespace

// Considering the organization of work is not agreeing on it (A/77/275, paras. 8-9 against para. 10).
Verdict may_enter(const ProgrammeConsidered& act, const Entering& asked) {
  for (const auto& meeting : act.meetings)
    if (auto verdict = meeting_of(asked.world, meeting, act.session); !verdict) return verdict;
  return granted();
}

// The programme is agreed at a meeting of the session (A/77/275, para. 10; A/AC.292/2023/L.1, paras. 7-8).
Verdict may_enter(const ProgrammeAgreed& act, const Entering& asked) {
  return meeting_of(asked.world, act.meeting, act.session);
}

// The list of participants is a document of the session (A/77/275, para. 4): there is no credentials committee.
Verdict may_enter(const ParticipantsListed&, const Entering&) { return granted(); }

// The group's approval at a meeting is what admits the organizations on the list (A/77/275, para. 10).
Verdict may_enter(const StakeholdersApproved& act, const Entering& asked) {
  return meeting_of(asked.world, act.meeting, act.session);
}

}  // namespace comity
