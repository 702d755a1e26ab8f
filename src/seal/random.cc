#include "seal/random.h"

#include <openssl/rand.h>

#include <climits>

#include "seal/openssl.h"

namespace comity {

std::string random_bytes(std::size_t count) {
  check(count <= INT_MAX, "as many random bytes as an int counts");
  std::string bytes(count, '\0');
  demand(RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) == 1, "no random bytes");
  return bytes;
}

}  // namespace comity
