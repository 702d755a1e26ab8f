// The closed log's checkpoint as a salted hash in the public log (docs/record-format.md 8).
#pragma once

#include "record/checkpoint.h"

namespace comity {

// SHA-256("comity/anchor/1\n" ‖ salt ‖ text of the closed checkpoint). The salt: 32 random bytes, kept in the closed
// log.
Digest anchor_hash(std::string_view salt, const Checkpoint& closed);

}  // namespace comity
