#include "acts/narrative.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> narrative_rows() { return {row<NarrativePartBound>(), row<SymbolAllotted>()}; }

}  // namespace comity
