// Cosignatures: their bytes are the specification's, any flipped bit is found, no signature passes for another kind.
#include "record/cosign.h"

#include "record_under_test.h"

namespace comity {
namespace {

constexpr const char* signed_text =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
constexpr std::int64_t seen_at = 1'679'315'147;

const SignKey& witness_key() {
  static const auto key = SignKey::from_seed(std::string(32, '\x21'));
  return key;
}

VerifierKey witness(std::string name = "witness.example.com/w1") {
  return {std::move(name), witness_key().public_key(), KeyUse::cosigner};
}

Note cosigned() { return {signed_text, {cosign(signed_text, witness().name, witness_key(), seen_at)}}; }

TEST(Cosignature, HasTheBytesOfTheSpecification) {
  const auto line = cosigned().signatures.front();
  EXPECT_EQ(line.name, "witness.example.com/w1");
  EXPECT_EQ(line.id, key_id(witness()));
  ASSERT_EQ(line.signature.size(), 72U);
  EXPECT_EQ(to_hex(line.signature.substr(0, 8)), "00000000641850cb");
  const auto message = "cosignature/v1\ntime 1679315147\n" + std::string(signed_text);
  EXPECT_TRUE(verify_signature(witness_key().public_key(), message, line.signature.substr(8)));
}

// 76 bytes are 104 characters of base64.
TEST(Cosignature, IsALineOfTheNote) {
  const auto line = print(cosigned().signatures.front());
  EXPECT_EQ(line.size(), std::string("\u2014 witness.example.com/w1 ").size() + 104 + 1);
  const auto note = parse_note(print(cosigned()));
  ASSERT_TRUE(note);
  EXPECT_EQ(*cosigned_at(*note, witness()), seen_at);
}

TEST(Cosignature, OfAnotherWitnessIsAbsent) {
  EXPECT_EQ(cosigned_at(cosigned(), witness("witness.example.com/w2")).refusal().code, "cosignature-absent");
}

TEST(Cosignature, GivenTwiceIsNone) {
  auto note = cosigned();
  note.signatures.push_back(note.signatures.front());
  EXPECT_EQ(cosigned_at(note, witness()).refusal().code, "cosignature-absent");
}

TEST(Cosignature, EveryFlippedBitIsFound) {
  const auto good = cosigned();
  for (std::size_t bit = 0; bit < good.signatures.front().signature.size() * 8; ++bit) {
    auto note = good;
    note.signatures.front().signature[bit / 8] ^= static_cast<char>(1 << bit % 8);
    EXPECT_EQ(cosigned_at(note, witness()).refusal().code, "cosignature-bad") << bit;
  }
  for (std::size_t at = 0; at < good.text.size(); ++at) {
    auto note = good;
    note.text[at] ^= 1;
    EXPECT_FALSE(cosigned_at(note, witness())) << at;
  }
}

// The same key may not sign notes and cosign in one breath: the use stands in the id.
TEST(Cosignature, IsNoSignatureOfANote) {
  const VerifierKey as_log{witness().name, witness_key().public_key()};
  EXPECT_NE(key_id(as_log), key_id(witness()));
  EXPECT_EQ(open_note(print(cosigned()), as_log).refusal().code, "note-unsigned");
  const auto note = parse_note(sign_note(signed_text, witness().name, witness_key()));
  EXPECT_EQ(cosigned_at(*note, witness()).refusal().code, "cosignature-absent");
}

TEST(Cosignature, KeysSayTheirUse) {
  EXPECT_EQ(*parse_verifier_key(print(witness()), KeyUse::cosigner), witness());
  EXPECT_FALSE(parse_verifier_key(print(witness())));
  EXPECT_FALSE(parse_verifier_key(print(VerifierKey{"a", witness_key().public_key()}), KeyUse::cosigner));
}

}  // namespace
}  // namespace comity
