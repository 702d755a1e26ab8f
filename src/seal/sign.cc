#include "seal/sign.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/bytes.h"
#include "seal/openssl.h"
#include "seal/random.h"

namespace comity {
namespace {

constexpr std::string_view key_head = "comity-key-1\n";

KeyHandle private_key(std::string_view seed) {
  return KeyHandle(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(seed), seed.size()));
}

// To find an algorithm and to set it up costs half as much as to use it: that is done once a key, and copied.
DigestContext copy_of(const DigestContext& ready) {
  DigestContext copy(EVP_MD_CTX_new());
  if (!ready || !copy || EVP_MD_CTX_copy_ex(copy.get(), ready.get()) != 1) copy.reset();
  return copy;
}

// Ready for the key that this thread asked for last: a log has one, and each of its batches is verified by it. Null for
// what is no key.
const DigestContext& verifying(std::string_view public_key) {
  struct Last {
    std::string key;
    DigestContext context;
  };
  thread_local Last last;
  if (last.context && last.key == public_key) return last.context;
  const KeyHandle key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(public_key), public_key.size()));
  last = {std::string(public_key), DigestContext(EVP_MD_CTX_new())};
  if (!key || !last.context || EVP_DigestVerifyInit(last.context.get(), nullptr, nullptr, nullptr, key.get()) != 1)
    last.context.reset();
  return last.context;
}

[[noreturn]] void fail(const char* code, const std::filesystem::path& file, const std::string& why) {
  throw Fault(code, file.string() + ": " + why);
}

// An open file that is closed whatever happens.
struct OpenFile {
  int fd;
  explicit OpenFile(int opened) : fd(opened) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd >= 0) ::close(fd);
  }
};

void sync_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.fd < 0 || ::fsync(opened.fd) != 0) fail("disk", folder, std::strerror(errno));
}

}  // namespace

struct SignKey::Ready {
  KeyHandle key;
  DigestContext signing;
};

SignKey SignKey::generate() { return from_seed(random_bytes(32)); }

SignKey SignKey::from_seed(std::string_view seed) {
  check(seed.size() == 32, "an Ed25519 seed is 32 bytes");
  auto ready = std::make_shared<Ready>(Ready{private_key(seed), DigestContext(EVP_MD_CTX_new())});
  auto* key = ready->key.get();
  std::string raw(public_key_size, '\0');
  auto size = raw.size();
  demand(key && ready->signing &&
             EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size) == 1 &&
             EVP_DigestSignInit(ready->signing.get(), nullptr, nullptr, nullptr, key) == 1,
         "Ed25519 key");
  return {std::string(seed), std::move(raw), std::move(ready)};
}

std::string SignKey::sign(std::string_view message) const {
  const auto context = copy_of(ready_->signing);
  std::string signature(signature_size, '\0');
  auto size = signature.size();
  demand(context && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                                   bytes_of(message), message.size()) == 1,
         "Ed25519 sign");
  return signature;
}

bool verify_signature(std::string_view public_key, std::string_view message, std::string_view signature) {
  if (public_key.size() != public_key_size || signature.size() != signature_size) return false;
  const auto context = copy_of(verifying(public_key));
  return context &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message), message.size()) == 1;
}

void write_key(const std::filesystem::path& file, const SignKey& key) {
  const OpenFile opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (opened.fd < 0) fail(errno == EEXIST ? "key-exists" : "disk", file, std::strerror(errno));
  const std::string text = std::string(key_head) + to_hex(key.seed()) + "\n";
  if (::write(opened.fd, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(opened.fd) != 0)
    fail("disk", file, std::strerror(errno));
  sync_folder_of(file);
}

SignKey read_key(const std::filesystem::path& file) {
  const OpenFile opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (opened.fd < 0) fail(errno == ENOENT ? "key-missing" : "disk", file, std::strerror(errno));
  struct stat about {};
  if (::fstat(opened.fd, &about) != 0) fail("disk", file, std::strerror(errno));
  if ((about.st_mode & 077U) != 0) fail("key-exposed", file, "others may read or write the key: chmod 600");
  std::string text(256, '\0');
  const auto got = ::read(opened.fd, text.data(), text.size());
  if (got < 0) fail("disk", file, std::strerror(errno));
  text.resize(static_cast<std::size_t>(got));
  if (!text.starts_with(key_head) || text.back() != '\n') fail("key-malformed", file, "not a comity-key-1 file");
  const auto seed = from_hex(std::string_view(text).substr(key_head.size(), text.size() - key_head.size() - 1));
  if (!seed || seed->size() != 32) fail("key-malformed", file, "the seed is not 64 hexadecimal digits");
  return SignKey::from_seed(*seed);
}

}  // namespace comity
