#include "acts/decisions.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> decision_rows() {
  return {row<DecisionTaken>(), row<DecisionLinked>(), row<DecisionUnderItem>(), row<ModalityAgreed>()};
}

}  // namespace comity
