#include "seal/aead.h"

#include <openssl/crypto.h>

#include <climits>

#include "seal/openssl.h"

namespace comity {
namespace {

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using Update = int (*)(EVP_CIPHER_CTX*, unsigned char*, int*, const unsigned char*, int);

unsigned char* writable(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

void require_sizes(const Secret& key, std::string_view nonce, std::string_view associated, std::string_view bytes) {
  check(key.bytes().size() == aead_key_size && nonce.size() == aead_nonce_size, "key and nonce of the cipher");
  check(associated.size() <= INT_MAX && bytes.size() <= INT_MAX - aead_tag_size, "what is sealed fits an int");
}

void pass(EVP_CIPHER_CTX* context, Update update, unsigned char* out, std::string_view bytes) {
  int written = 0;
  demand(update(context, out, &written, bytes_of(bytes), static_cast<int>(bytes.size())) == 1, "ChaCha20-Poly1305");
}

}  // namespace

void Secret::wipe(std::string& bytes) { OPENSSL_cleanse(bytes.data(), bytes.size()); }

std::string encrypt(const Secret& key, std::string_view nonce, std::string_view associated, std::string_view plain) {
  require_sizes(key, nonce, associated, plain);
  const CipherContext context(EVP_CIPHER_CTX_new());
  demand(context && EVP_EncryptInit_ex(context.get(), EVP_chacha20_poly1305(), nullptr, bytes_of(key.bytes()),
                                       bytes_of(nonce)) == 1,
         "ChaCha20-Poly1305 init");
  std::string out(plain.size() + aead_tag_size, '\0');
  pass(context.get(), EVP_EncryptUpdate, nullptr, associated);
  pass(context.get(), EVP_EncryptUpdate, writable(out), plain);
  auto* const tag = writable(out) + plain.size();
  int written = 0;
  demand(EVP_EncryptFinal_ex(context.get(), tag, &written) == 1 &&
             EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, aead_tag_size, tag) == 1,
         "ChaCha20-Poly1305 final");
  return out;
}

std::optional<std::string> decrypt(const Secret& key, std::string_view nonce, std::string_view associated,
                                   std::string_view sealed) {
  if (sealed.size() < aead_tag_size) return std::nullopt;
  const auto cipher = sealed.substr(0, sealed.size() - aead_tag_size);
  require_sizes(key, nonce, associated, cipher);
  std::string tag(sealed.substr(cipher.size()));
  const CipherContext context(EVP_CIPHER_CTX_new());
  demand(context &&
             EVP_DecryptInit_ex(context.get(), EVP_chacha20_poly1305(), nullptr, bytes_of(key.bytes()),
                                bytes_of(nonce)) == 1 &&
             EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, aead_tag_size, tag.data()) == 1,
         "ChaCha20-Poly1305 init");
  std::string out(cipher.size() + aead_tag_size, '\0');
  pass(context.get(), EVP_DecryptUpdate, nullptr, associated);
  pass(context.get(), EVP_DecryptUpdate, writable(out), cipher);
  int written = 0;
  if (EVP_DecryptFinal_ex(context.get(), writable(out) + cipher.size(), &written) != 1) return std::nullopt;
  out.resize(cipher.size());
  return out;
}

}  // namespace comity
