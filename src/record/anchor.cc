#include "record/anchor.h"

#include "base/check.h"
#include "seal/hash.h"

namespace comity {

Digest anchor_hash(std::string_view salt, const Checkpoint& closed) {
  check(salt.size() == 32, "an anchor's salt has 32 bytes");
  return Hasher().add("comity/anchor/1\n").add(salt).add(print(closed)).finish();
}

}  // namespace comity
