#include "seal/hash.h"

#include <climits>

#include "seal/openssl.h"

namespace comity {
namespace {

// Fetched once: OpenSSL 3 looks an algorithm up by name at each implicit use, which costs more than a short hash.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, Free<EVP_MD_free>> fetched(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  demand(fetched != nullptr, "no SHA-256 in the crypto library");
  return fetched.get();
}

}  // namespace

struct Hasher::Context {
  DigestContext evp{EVP_MD_CTX_new()};
};

void Hasher::Free::operator()(Context* context) const { delete context; }

Hasher::Hasher() : context_(new Context) {
  demand(context_->evp && EVP_DigestInit_ex2(context_->evp.get(), algorithm(), nullptr) == 1, "SHA-256 init");
}

Hasher& Hasher::add(std::string_view bytes) {
  demand(EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()) == 1, "SHA-256 update");
  return *this;
}

Hasher& Hasher::add(const Digest& digest) {
  demand(EVP_DigestUpdate(context_->evp.get(), digest.data(), digest.size()) == 1, "SHA-256 update");
  return *this;
}

Digest Hasher::finish() {
  Digest digest;
  demand(EVP_DigestFinal_ex(context_->evp.get(), digest.data(), nullptr) == 1, "SHA-256 final");
  return digest;
}

Digest sha256(std::string_view bytes) { return Hasher().add(bytes).finish(); }

std::string hkdf_sha256(std::string_view key, std::string_view info, std::size_t size) {
  check(size <= 255 * 32, "HKDF gives at most 255 blocks");
  check(key.size() <= INT_MAX && info.size() <= INT_MAX, "HKDF input fits an int");
  const KeyContext context(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
  std::string out(size, '\0');
  auto written = size;
  const bool done = context && EVP_PKEY_derive_init(context.get()) == 1 &&
                    EVP_PKEY_CTX_set_hkdf_md(context.get(), algorithm()) == 1 &&
                    EVP_PKEY_CTX_set1_hkdf_key(context.get(), bytes_of(key), static_cast<int>(key.size())) == 1 &&
                    EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytes_of(info), static_cast<int>(info.size())) == 1 &&
                    EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char*>(out.data()), &written) == 1 &&
                    written == size;
  demand(done, "HKDF");
  return out;
}

}  // namespace comity
