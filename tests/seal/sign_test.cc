// Ed25519 against RFC 8032, 7.1, and the key file.
#include "seal/sign.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/bytes.h"
#include "base/check.h"

namespace comity {
namespace {

SignKey rfc_key() {
  return SignKey::from_seed(*from_hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));
}

TEST(Sign, gives_the_published_signature) {
  const auto key = rfc_key();
  EXPECT_EQ(to_hex(key.public_key()), "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
  EXPECT_EQ(to_hex(key.sign("\xaf\x82")),
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
}

TEST(Sign, a_signature_holds_for_its_key_and_message_only) {
  const auto key = rfc_key();
  const auto signature = key.sign("text");
  EXPECT_TRUE(verify_signature(key.public_key(), "text", signature));
  EXPECT_FALSE(verify_signature(key.public_key(), "texts", signature));
  EXPECT_FALSE(verify_signature(SignKey::generate().public_key(), "text", signature));
  EXPECT_FALSE(verify_signature(key.public_key(), "text", signature.substr(1)));
  EXPECT_FALSE(verify_signature("short", "text", signature));
  int refused = 0;
  for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
    auto flipped = signature;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    if (!verify_signature(key.public_key(), "text", flipped)) ++refused;
  }
  EXPECT_EQ(refused, 512);
}

class KeyFile : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string code_of_reading() const {
    try {
      read_key(file_);
      return "read";
    } catch (const Fault& fault) {
      return fault.code;
    }
  }
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("comity-key-" + std::to_string(getpid()));
  std::filesystem::path file_ = folder_ / "key";
};

TEST_F(KeyFile, is_written_for_its_owner_only_and_never_over_another) {
  write_key(file_, rfc_key());
  struct stat about {};
  ASSERT_EQ(::stat(file_.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_EQ(read_key(file_).seed(), rfc_key().seed());
  EXPECT_THROW(write_key(file_, SignKey::generate()), Fault);
  EXPECT_EQ(read_key(file_).seed(), rfc_key().seed());
}

TEST_F(KeyFile, is_refused_when_missing_exposed_or_malformed) {
  EXPECT_EQ(code_of_reading(), "key-missing");
  write_key(file_, rfc_key());
  std::filesystem::permissions(file_, std::filesystem::perms(0640));
  EXPECT_EQ(code_of_reading(), "key-exposed");
  std::filesystem::permissions(file_, std::filesystem::perms(0600));
  std::ofstream(file_) << "comity-key-1\nabc\n";
  EXPECT_EQ(code_of_reading(), "key-malformed");
  std::ofstream(file_) << "";
  EXPECT_EQ(code_of_reading(), "key-malformed");
}

}  // namespace
}  // namespace comity
