#include "acts/terms.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> term_rows() { return {row<TermEntered>(), row<TermVariant>()}; }

}  // namespace comity
