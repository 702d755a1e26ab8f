#include "acts/correction.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> correction_rows() { return {row<FactCorrected>()}; }

}  // namespace comity
