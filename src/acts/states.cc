#include "acts/states.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> state_rows() { return {row<StateEntered>(), row<StateNamed>()}; }

}  // namespace comity
