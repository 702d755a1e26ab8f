// The reports and papers that the record writes of a cycle. One more of them is one more function and its sentences.
#pragma once

#include "views/report.h"

namespace comity {

// With title, reference and the official documents on the same subject.
ReportView report_of(const Lens& lens, const Cycle& cycle, ReportKind kind, Basis basis);

// The session for which agenda, programme and invitation are made: the first of the cycle that is not over, else its
// last.
SessionId session_ahead(const Lens& lens, const Cycle& cycle);

}  // namespace comity
