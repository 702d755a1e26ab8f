#include "seal/commit.h"

#include "base/check.h"
#include "seal/hash.h"

namespace comity {
namespace {

// Length-prefixed: so that no two different lists of parts join to the same bytes.
std::string prefixed(std::string_view bytes) {
  check(bytes.size() <= 0xffffffffU, "a part of a commitment is shorter than 4 GiB");
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(bytes.size() >> static_cast<unsigned>(shift));
  return out.append(bytes);
}

}  // namespace

Digest opening(std::string_view key, const CommitPlace& place) {
  check(key.size() == 32 && place.nonce.size() == 32, "key and nonce of a commitment are 32 bytes");
  const auto info = "comity/open/1\n" + prefixed(place.origin) + std::string(place.nonce) + prefixed(place.field);
  return *digest_from_bytes(hkdf_sha256(key, info, 32));
}

Digest commitment(std::string_view field, const Digest& opening, std::string_view canonical_value) {
  return Hasher().add("comity/commit/1\n").add(prefixed(field)).add(opening).add(prefixed(canonical_value)).finish();
}

}  // namespace comity
