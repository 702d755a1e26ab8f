#include "acts/wording.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> wording_rows() { return {row<NameFormed>()}; }

}  // namespace comity
