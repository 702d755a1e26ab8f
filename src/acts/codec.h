// Acts as JSON and back, and the table of all kinds. The only place besides World that speaks of all acts at once.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "acts/body.h"
#include "acts/circumstances.h"
#include "acts/correction.h"
#include "acts/decisions.h"
#include "acts/documents.h"
#include "acts/keeping.h"
#include "acts/narrative.h"
#include "acts/reports.h"
#include "acts/sessions.h"
#include "acts/states.h"
#include "acts/terms.h"
#include "acts/wording.h"
#include "acts/work.h"

namespace comity {

using AnyAct = std::variant<
    StateEntered, StateNamed, InstitutionDescribed, BodyEstablished, MandateGiven, BodySucceeded, EntityDesignated,
    RulesChosen, ArrangementReported, WebsitePublished, AgendaProposed, AgendaItemEntered, AgendaAdopted,
    OfficerElected, TemporaryChairForeseen, SessionPresided, SessionEntered, SessionPlanned, SessionHeld,
    SessionCancelled, MeetingPlanned, MeetingOpened, MeetingClosed, MeetingCancelled, SegmentHeld, PlenariesCounted,
    ItemsConsidered, InformalPlanned, InformalHeld, InformalCancelled, AttendanceReported, ProgrammeConsidered,
    ProgrammeAgreed, ParticipantsListed, StakeholdersApproved, DocumentRegistered, DocumentRelated, TextImported,
    DocumentEmbargoed, DocumentReleased, VersionReported, DocumentWithdrawn, SymbolUnused, ResolutionAdopted,
    DecisionTaken, DecisionLinked, DecisionUnderItem, ModalityAgreed, NarrativePartBound, SymbolAllotted, NameFormed,
    TermEntered, TermVariant, ReportFrozen, ReportCorrectionAsked, ReportCorrectionAnswered, ReportFinalised,
    ReportCorrected, ReportTextKept, FactCorrected, ClosedLogAnchored, FieldsErased, LogSucceeded>;

// One act of any kind. Copies, moves and ends in one place: compiled wherever an act passes, half a hundred kinds of
// text and lists would be most of what the compiler does.
struct Act : AnyAct {
  using AnyAct::AnyAct;
  Act(const Act& other);
  Act(Act&& other) noexcept;
  Act& operator=(const Act& other);
  Act& operator=(Act&& other) noexcept;
  ~Act();
};
using Acts = std::vector<Act>;

// What a field holds, for data files, the API manual and forms.
enum class FieldType { text, id, symbol, number, texts, date, days, happened, code, language, json };
template <>
struct Codes<FieldType> {
  static constexpr std::string_view name = "field-type";
  static constexpr std::array<std::string_view, 11> all{"text", "id",       "symbol", "number",   "texts", "date",
                                                        "days", "happened", "code",   "language", "json"};
};
struct FieldRow {
  std::string_view name;
  FieldType type = FieldType::text;
  Need need = Need::must;
  bool many = false;
  std::vector<std::string_view> codes{};  // of a `code`
};

struct KindRow {
  std::string_view kind;
  Result<Act> (*read)(const Json& json) = nullptr;
  std::vector<FieldRow> (*describe)() = nullptr;
};

const std::vector<KindRow>& kinds();
const KindRow* find_kind(std::string_view kind);  // null for a kind that this program does not know

std::string_view kind_of(const Act& act);
// A text field `names` becomes `names` (official) and `names-working` (working translations); absent fields are left
// out.
Json to_json(const Act& act);
// Refuses unknown-kind {kind}, field-missing {kind, field}, field-unknown {kind, field}, field-type {kind, field,
// type}, field-code {kind, field, value, codes}.
Result<Act> read_act(std::string_view kind, const Json& json);

}  // namespace comity
