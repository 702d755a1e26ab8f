// Which marks the time line of a body, or of one of its sessions, carries.
#pragma once

#include "views/dates.h"
#include "views/drawing.h"

namespace comity {

// Every session and informal meeting of the body.
Html time_line_of(const Lens& lens, const BodyId& body);
// Those of the years in which the session lies; the session itself is drawn as `here`.
Html time_line_of(const Lens& lens, const BodyId& body, const SessionId& session);

}  // namespace comity
