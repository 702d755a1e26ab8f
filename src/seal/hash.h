// SHA-256, whole or in pieces. Knows no tree and no record.
#pragma once

#include <memory>
#include <string_view>

#include "base/bytes.h"

namespace comity {

Digest sha256(std::string_view bytes);

// Bytes added in pieces give the digest of their concatenation.
class Hasher {
 public:
  Hasher();
  Hasher& add(std::string_view bytes);
  Hasher& add(const Digest& digest);
  Digest finish();  // once; the object is then spent

 private:
  struct Context;
  struct Free {
    void operator()(Context* context) const;
  };
  std::unique_ptr<Context, Free> context_;
};

// SHA-256 as HMAC-based key derivation (RFC 5869), no salt. `size` <= 8160.
std::string hkdf_sha256(std::string_view key, std::string_view info, std::size_t size);

}  // namespace comity
