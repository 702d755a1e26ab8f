// Erasure carried out: where record and vault meet. What two persons agreed on is shredded first and entered then, so
// that no act of erasure stands beside a living key; who was interrupted between the two goes on (docs/vault.md 4).
#pragma once

#include "registrar/registrar.h"
#include "vault/vault.h"

namespace comity {

// At start-up, before the first answer: whoever the record's acts of erasure name stays erased, also in a vault that
// came back with an old copy. Throws Fault as the vault does.
Shredded keep_erased(const Registrar& registrar, Vault& vault);

// Carries out every erasure that is agreed on and not yet completed; answers how many. Throws Fault as the vault and
// the registrar do: what was shredded by then is entered at the next call.
int carry_out_erasures(Registrar& registrar, Vault& vault);

}  // namespace comity
