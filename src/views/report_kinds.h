// The reports and papers that the record writes of a cycle. One more of them is one more function and its sentences.
#pragma once

#include "views/report.h"

namespace comity {

// With title, reference and the official documents on the same subject.
ReportView report_of(const Lens& lens, const Cycle& cycle, ReportKind kind, Basis basis);

// Why there is no such paper of the cycle: paper-without-draft {kind}: only the report has one; paper-of-mandate
// {kind}: it belongs to one cycle; no-session-ahead {year, day}: nobody is invited to what is over.
std::optional<Refusal> refused(const Lens& lens, const Cycle& cycle, ReportKind kind, Basis basis);

// The session for which agenda and invitation are made: the first of the cycle that is not over, else its last.
SessionId session_ahead(const Lens& lens, const Cycle& cycle);
// Whether all its sessions are over.
bool is_past(const Lens& lens, const Cycle& cycle);

}  // namespace comity
