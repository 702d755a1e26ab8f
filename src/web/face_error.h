// A refusal as a JSON answer: its code and the values that its sentence names, free of language.
#pragma once

#include "base/json.h"
#include "base/result.h"

namespace comity {

Json error_json(const Refusal& refusal);  // {"code": "as-of-beyond", "values": {"size": "12", "value": "99"}}
Json error_schema();

}  // namespace comity
