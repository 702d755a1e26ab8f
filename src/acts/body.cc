#include "acts/body.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> body_rows() {
  return {row<InstitutionDescribed>(),   row<BodyEstablished>(),   row<MandateGiven>(),        row<BodySucceeded>(),
          row<EntityDesignated>(),       row<RulesChosen>(),       row<ArrangementReported>(), row<WebsitePublished>(),
          row<AgendaProposed>(),         row<AgendaItemEntered>(), row<AgendaAdopted>(),       row<OfficerElected>(),
          row<TemporaryChairForeseen>(), row<SessionPresided>()};
}

}  // namespace comity
