// Ed25519 (RFC 8032): the log's key, its file, signatures. Knows not what is signed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace comity {

inline constexpr std::size_t public_key_size = 32;
inline constexpr std::size_t signature_size = 64;

// A key pair. The seed never leaves the process but by write_key.
class SignKey {
 public:
  static SignKey generate();
  static SignKey from_seed(std::string_view seed);  // exactly 32 bytes

  const std::string& public_key() const { return public_key_; }  // 32 bytes
  const std::string& seed() const { return seed_; }
  std::string sign(std::string_view message) const;  // 64 bytes, the same for the same message

 private:
  struct Ready;  // as the crypto library wants it: made once, for that takes as long as to sign

  SignKey(std::string seed, std::string public_key, std::shared_ptr<const Ready> ready)
      : seed_(std::move(seed)), public_key_(std::move(public_key)), ready_(std::move(ready)) {}
  std::string seed_;
  std::string public_key_;
  std::shared_ptr<const Ready> ready_;
};

bool verify_signature(std::string_view public_key, std::string_view message, std::string_view signature);

// The key file: "comity-key-1", then the seed in hexadecimal. Written once (never over another file), mode 0600,
// synced with its folder. Reading throws Fault key-missing, key-malformed, or key-exposed where others may read it.
void write_key(const std::filesystem::path& file, const SignKey& key);
SignKey read_key(const std::filesystem::path& file);

}  // namespace comity
