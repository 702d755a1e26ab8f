// Who serves the body: officers, those who preside, supporting entities.
#pragma once

#include "views/links.h"

namespace comity {

std::vector<OfficerRow> officers_of(const Lens& lens, const BodyId& body);  // by office, then by beginning
std::vector<OfficerRow> presided_over(const Lens& lens, const SessionId& session);
std::vector<EntityRow> entities_of(const Lens& lens, const BodyId& body);  // by part
// By the name under which an entity was designated to the body, else to any.
EntityRow entity_row(const Lens& lens, const EntityId& id, const BodyId& body);

}  // namespace comity
