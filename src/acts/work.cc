#include "acts/work.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> work_rows() {
  return {row<ProgrammeConsidered>(), row<ProgrammeAgreed>(), row<ParticipantsListed>(), row<StakeholdersApproved>()};
}

}  // namespace comity
