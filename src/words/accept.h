// The language that a browser asks for.
#pragma once

#include <string_view>

#include "base/language.h"

namespace comity {

// The best of the six for an Accept-Language header (RFC 9110, 12.5.4); English where none fits. Never fails:
// a malformed member is passed over.
Language negotiate(std::string_view accept_language);

}  // namespace comity
