#include "acts/reports.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> report_rows() {
  return {row<ReportFrozen>(),    row<ReportCorrectionAsked>(), row<ReportCorrectionAnswered>(),
          row<ReportFinalised>(), row<ReportCorrected>(),       row<ReportTextKept>()};
}

}  // namespace comity
