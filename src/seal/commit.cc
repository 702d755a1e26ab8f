#include "seal/commit.h"

#include "base/check.h"
#include "seal/hash.h"

namespace comity {

std::string length_prefixed(std::string_view bytes) {
  check(bytes.size() <= 0xffffffffU, "a part of a commitment is shorter than 4 GiB");
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(bytes.size() >> static_cast<unsigned>(shift));
  return out.append(bytes);
}

std::string place_bytes(const CommitPlace& place) {
  check(place.nonce.size() == 32, "the nonce of a commitment is 32 bytes");
  return length_prefixed(place.origin) + std::string(place.nonce) + length_prefixed(place.field);
}

Digest opening(std::string_view key, const CommitPlace& place) {
  check(key.size() == 32, "the key of a commitment is 32 bytes");
  return *digest_from_bytes(hkdf_sha256(key, "comity/open/1\n" + place_bytes(place), 32));
}

Digest commitment(std::string_view field, const Digest& opening, std::string_view canonical_value) {
  return Hasher()
      .add("comity/commit/1\n")
      .add(length_prefixed(field))
      .add(opening)
      .add(length_prefixed(canonical_value))
      .finish();
}

}  // namespace comity
