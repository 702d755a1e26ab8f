// Which HTTP status a refusal has, and its page. A refusal's sentence is `refusal.<code>` of the catalogue.
#pragma once

#include "base/result.h"

namespace comity {

// 404 for what is not there, 429 for what may be asked again later, 503 for what cannot be made now, 400 for what
// cannot be read, else 422.
int status_of(const Refusal& refusal);

}  // namespace comity
