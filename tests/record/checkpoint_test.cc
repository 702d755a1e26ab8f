// Signed notes and checkpoints as C2SP writes them.
#include "record/checkpoint.h"

#include <gtest/gtest.h>

#include <vector>

#include "record/merkle.h"
#include "seal/hash.h"

namespace comity {
namespace {

// The key and note that the signed-note specification prints as its example.
constexpr std::string_view their_key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view their_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const SignKey& key() {
  static const auto made = SignKey::from_seed(std::string(32, '\x07'));
  return made;
}
VerifierKey verifier() { return {"log.example/a", key().public_key()}; }

TEST(Note, reads_the_example_of_the_specification) {
  const auto parsed = parse_verifier_key(their_key);
  ASSERT_TRUE(bool(parsed));
  EXPECT_EQ(print(*parsed), their_key);
  const auto text = open_note(their_note, *parsed);
  ASSERT_TRUE(bool(text)) << text.refusal().code;
  EXPECT_TRUE(text->ends_with("what your problem is.\n"));
}

TEST(Note, what_was_signed_opens_with_its_key_only) {
  const auto note = sign_note("a text\n\nwith an empty line\n", "log.example/a", key());
  EXPECT_EQ(*open_note(note, verifier()), "a text\n\nwith an empty line\n");
  EXPECT_EQ(open_note(note, {"log.example/b", key().public_key()}).refusal().code, "note-unsigned");
  EXPECT_EQ(open_note(note, {"log.example/a", SignKey::generate().public_key()}).refusal().code, "note-unsigned");
}

TEST(Note, signatures_of_others_are_passed_over) {
  const auto other = SignKey::generate();
  const auto line = sign_note("t\n", "witness.example", other).substr(3);
  EXPECT_EQ(*open_note(sign_note("t\n", "log.example/a", key()) + line, verifier()), "t\n");
  const auto twice = sign_note("t\n", "log.example/a", key());
  EXPECT_EQ(open_note(twice + twice.substr(3), verifier()).refusal().code, "note-signature");
}

TEST(Note, every_flipped_bit_is_found) {
  const auto note = sign_checkpoint({"log.example/a", 7, sha256("x")}, key());
  int found = 0;
  for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
    auto flipped = note;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    if (!open_checkpoint(flipped, verifier())) ++found;
  }
  EXPECT_EQ(found, static_cast<int>(note.size() * 8));
}

TEST(Note, is_refused_when_malformed) {
  const auto note = sign_note("t\n", "log.example/a", key());
  for (const auto& bad : std::vector<std::string>{
           "", "t\n", note + "x", note.substr(0, note.size() - 1), note + "\n", "\t" + note, "\xff" + note,
           "t\n\n- log.example/a AAAA\n", std::string("t\n\n"), std::string("t\n\n\u2014 log.example/a AAAA=\n"),
           std::string("t\n\n\u2014  AAAAAAAA\n")})
    EXPECT_EQ(open_note(bad, verifier()).refusal().code, "note-malformed") << bad;
}

TEST(VerifierKey, every_flipped_bit_is_found) {
  const auto text = print(verifier());
  int found = 0;
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    auto flipped = text;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    if (!parse_verifier_key(flipped)) ++found;
  }
  EXPECT_EQ(found, static_cast<int>(text.size() * 8));
  for (const auto* bad : {"", "a", "a+b", "a+00000000+AQ==", "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    EXPECT_FALSE(bool(parse_verifier_key(bad))) << bad;
}

TEST(VerifierKey, names_have_no_space_and_no_plus) {
  EXPECT_TRUE(is_key_name("comity.invalid/0123456789abcdef"));
  for (const auto* bad : {"", "a b", "a+b", "a\nb", "a\x7f", "\xc2\xa0"}) EXPECT_FALSE(is_key_name(bad)) << bad;
  EXPECT_EQ(default_origin(key().public_key()).size(), std::string("comity.invalid/").size() + 16);
}

TEST(Checkpoint, is_origin_size_and_root) {
  const Checkpoint checkpoint{"log.example/a", 12, empty_root()};
  EXPECT_EQ(print(checkpoint), "log.example/a\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  EXPECT_EQ(*open_checkpoint(sign_checkpoint(checkpoint, key()), verifier()), checkpoint);
  EXPECT_EQ(*parse_checkpoint(print(checkpoint) + "an extension of others\n"), checkpoint);
}

TEST(Checkpoint, is_refused_when_malformed) {
  const std::string root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
  for (const auto& bad :
       std::vector<std::string>{"", "o\n1\n" + root.substr(0, 44), "\n1\n" + root, "o\n01\n" + root, "o\n-1\n" + root,
                                "o\n+1\n" + root, "o\n1 \n" + root, "o\n99999999999999999999\n" + root, "o\n\n" + root,
                                "o\n1\nAAAA\n", "o\n1\n" + root + "\n", std::string("o\n1\n")})
    EXPECT_EQ(parse_checkpoint(bad).refusal().code, "checkpoint-malformed") << bad;
  const auto other = sign_note("log.example/b\n1\n" + root, "log.example/a", key());
  EXPECT_EQ(open_checkpoint(other, verifier()).refusal().code, "checkpoint-origin");
}

}  // namespace
}  // namespace comity
