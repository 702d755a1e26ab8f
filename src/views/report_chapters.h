// The chapters of a procedural report, in their order; each adds its sections to the report in the making.
#pragma once

#include "views/report_maker.h"

namespace comity {

void tell_introduction(ReportMaker& report);
void tell_sessions(ReportMaker& report);      // opening and duration, participation, officers
void tell_officers(ReportMaker& report);      // elected in the cycle, presiding
void tell_arrangements(ReportMaker& report);  // agenda, rules, modalities, where adopted in the cycle
void tell_organization(ReportMaker& report);  // of work, per session; documentation
void tell_work(ReportMaker& report);          // items and meetings, informal meetings
void tell_informals(ReportMaker& report);     // what the Chair convened between and beside the sessions
void tell_adoption(ReportMaker& report);      // of the report, and what else was decided

// Papers beside the report, each whole.
void tell_documents(ReportMaker& report);
void tell_agenda_of_session(ReportMaker& report);
void tell_programme_of_sessions(ReportMaker& report);
void tell_invitation(ReportMaker& report);
void tell_note(ReportMaker& report);

// That the session is to be held, was held, or was to be: what the papers of a session begin with.
void tell_session(ReportMaker& report, const SessionId& id);
// The documents by which its work is organized.
void tell_organization_of_work(ReportMaker& report, const SessionId& id);
std::vector<Symbol> organization_of_work(const Lens& lens, const SessionId& id);
// The documents that hold the agenda of the body.
std::vector<Symbol> agendas(const Lens& lens, const BodyId& body);

}  // namespace comity
