// Entering a fact: the command by which a desk officer, or a data file, tells the record what is planned or took place.
// Every kind of act has its own rules (enter_*.cc); what holds for all kinds stands in enter.cc.
#pragma once

#include "rules/world.h"

namespace comity {

// The role in which an act is entered, and the State where the role is one of a State. Never a person's name.
struct Author {
  std::string role{};
  StateId state{};
  bool operator==(const Author&) const = default;
};
inline const Author operator_of_secretariat{"secretariat-operator", {}};

// Who asks, and the instant at which the request was complete.
struct Asked {
  Instant at{};
  Author by{};
};

struct EnterFact {
  Act act{};
  Circumstances around{};
};

// Grants the acts to record, or refuses with the first rule that does not hold.
Result<Acts> decide(const World& world, const EnterFact& command, const Asked& asked);

// What one kind's rule is asked with.
struct Entering {
  const World& world;
  const Circumstances& around;
  const Asked& asked;
};

Verdict may_enter(const StateEntered& act, const Entering& asked);
Verdict may_enter(const StateNamed& act, const Entering& asked);
Verdict may_enter(const InstitutionDescribed& act, const Entering& asked);
Verdict may_enter(const BodyEstablished& act, const Entering& asked);
Verdict may_enter(const MandateGiven& act, const Entering& asked);
Verdict may_enter(const BodySucceeded& act, const Entering& asked);
Verdict may_enter(const EntityDesignated& act, const Entering& asked);
Verdict may_enter(const RulesChosen& act, const Entering& asked);
Verdict may_enter(const ArrangementReported& act, const Entering& asked);
Verdict may_enter(const WebsitePublished& act, const Entering& asked);
Verdict may_enter(const AgendaProposed& act, const Entering& asked);
Verdict may_enter(const AgendaItemEntered& act, const Entering& asked);
Verdict may_enter(const AgendaAdopted& act, const Entering& asked);
Verdict may_enter(const OfficerElected& act, const Entering& asked);
Verdict may_enter(const TemporaryChairForeseen& act, const Entering& asked);
Verdict may_enter(const SessionPresided& act, const Entering& asked);
Verdict may_enter(const SessionEntered& act, const Entering& asked);
Verdict may_enter(const SessionPlanned& act, const Entering& asked);
Verdict may_enter(const SessionHeld& act, const Entering& asked);
Verdict may_enter(const SessionCancelled& act, const Entering& asked);
Verdict may_enter(const MeetingPlanned& act, const Entering& asked);
Verdict may_enter(const MeetingOpened& act, const Entering& asked);
Verdict may_enter(const MeetingClosed& act, const Entering& asked);
Verdict may_enter(const MeetingCancelled& act, const Entering& asked);
Verdict may_enter(const SegmentHeld& act, const Entering& asked);
Verdict may_enter(const PlenariesCounted& act, const Entering& asked);
Verdict may_enter(const ItemsConsidered& act, const Entering& asked);
Verdict may_enter(const InformalPlanned& act, const Entering& asked);
Verdict may_enter(const InformalHeld& act, const Entering& asked);
Verdict may_enter(const InformalCancelled& act, const Entering& asked);
Verdict may_enter(const AttendanceReported& act, const Entering& asked);
Verdict may_enter(const ProgrammeConsidered& act, const Entering& asked);
Verdict may_enter(const ProgrammeAgreed& act, const Entering& asked);
Verdict may_enter(const ParticipantsListed& act, const Entering& asked);
Verdict may_enter(const StakeholdersApproved& act, const Entering& asked);
Verdict may_enter(const DocumentRegistered& act, const Entering& asked);
Verdict may_enter(const DocumentRelated& act, const Entering& asked);
Verdict may_enter(const TextImported& act, const Entering& asked);
Verdict may_enter(const DocumentEmbargoed& act, const Entering& asked);
Verdict may_enter(const DocumentReleased& act, const Entering& asked);
Verdict may_enter(const VersionReported& act, const Entering& asked);
Verdict may_enter(const DocumentWithdrawn& act, const Entering& asked);
Verdict may_enter(const SymbolUnused& act, const Entering& asked);
Verdict may_enter(const ResolutionAdopted& act, const Entering& asked);
Verdict may_enter(const DecisionTaken& act, const Entering& asked);
Verdict may_enter(const DecisionLinked& act, const Entering& asked);
Verdict may_enter(const DecisionUnderItem& act, const Entering& asked);
Verdict may_enter(const NameFormed& act, const Entering& asked);
Verdict may_enter(const ModalityAgreed& act, const Entering& asked);
Verdict may_enter(const NarrativePartBound& act, const Entering& asked);
Verdict may_enter(const SymbolAllotted& act, const Entering& asked);
Verdict may_enter(const TermEntered& act, const Entering& asked);
Verdict may_enter(const TermVariant& act, const Entering& asked);
Verdict may_enter(const ReportFrozen& act, const Entering& asked);
Verdict may_enter(const ReportCorrectionAsked& act, const Entering& asked);
Verdict may_enter(const ReportCorrectionAnswered& act, const Entering& asked);
Verdict may_enter(const ReportFinalised& act, const Entering& asked);
Verdict may_enter(const ReportCorrected& act, const Entering& asked);
Verdict may_enter(const ReportTextKept& act, const Entering& asked);
Verdict may_enter(const FactCorrected& act, const Entering& asked);
Verdict may_enter(const ClosedLogAnchored& act, const Entering& asked);
Verdict may_enter(const FieldsErased& act, const Entering& asked);
Verdict may_enter(const LogSucceeded& act, const Entering& asked);

}  // namespace comity
