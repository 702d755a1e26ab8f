// Policies of trust: read as C2SP tlog-policy says, and who makes the quorum.
#include "record/policy.h"

#include "record/cosign.h"
#include "record_under_test.h"

namespace comity {
namespace {

constexpr const char* checkpoint_text = "log.example/test\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

SignKey key_of(char letter) { return SignKey::from_seed(std::string(32, letter)); }
VerifierKey log_key() { return {"log.example/test", key_of('l').public_key()}; }
VerifierKey witness(char letter) {
  return {std::string(1, letter) + ".example", key_of(letter).public_key(), KeyUse::cosigner};
}
std::string witness_line(char letter) {
  return "witness " + std::string(1, letter) + " " + print(witness(letter)) + "\n";
}

// The specification's example: two of three, and any of two.
std::string example() {
  std::string out = "# whom we trust\n\nlog " + print(log_key()) + " https://log.example/log\n";
  for (const char letter : {'a', 'b', 'c', 'x', 'y'}) out += " \t" + witness_line(letter);
  return out + "group first 2 a b c\ngroup second any x y\ngroup both all first second\nquorum both\n";
}

Note seen_by(std::string_view seeds) {
  Note note{checkpoint_text, {}};
  for (const char letter : seeds)
    note.signatures.push_back(cosign(checkpoint_text, witness(letter).name, key_of(letter), 1'700'000'000));
  return note;
}

TEST(Policy, ReadsLogsWitnessesGroupsAndQuorum) {
  const auto policy = parse_policy(example());
  ASSERT_TRUE(policy);
  ASSERT_EQ(policy->logs.size(), 1U);
  EXPECT_EQ(policy->logs[0].key, log_key());
  EXPECT_EQ(policy->logs[0].url, "https://log.example/log");
  ASSERT_EQ(policy->witnesses.size(), 5U);
  EXPECT_EQ(policy->witnesses[1].name, "b");
  EXPECT_EQ(policy->witnesses[1].key, witness('b'));
  ASSERT_EQ(policy->groups.size(), 3U);
  EXPECT_EQ(policy->groups[2].least, 2U);
  EXPECT_NE(log_named(*policy, "log.example/test"), nullptr);
  EXPECT_EQ(log_named(*policy, "log.example/other"), nullptr);
}

TEST(Policy, CountsNestedGroups) {
  const auto policy = *parse_policy(example());
  for (const char* enough : {"abx", "acy", "bcxy", "abcxy"}) EXPECT_TRUE(quorum_met(policy, seen_by(enough))) << enough;
  for (const char* too_few : {"", "a", "ax", "ab", "abc", "xy", "axy"})
    EXPECT_FALSE(quorum_met(policy, seen_by(too_few))) << too_few;
}

TEST(Policy, CountsGoodSignaturesOnly) {
  const auto policy = *parse_policy(witness_line('a') + "quorum a\n");
  EXPECT_TRUE(quorum_met(policy, seen_by("a")));
  auto note = seen_by("a");
  note.signatures.front().signature.back() ^= 1;
  EXPECT_FALSE(quorum_met(policy, note));
}

TEST(Policy, NoneAsksForNobody) { EXPECT_TRUE(quorum_met(*parse_policy("quorum none"), seen_by(""))); }

TEST(Policy, RefusesByLine) {
  const auto a = witness_line('a');
  const auto b = witness_line('b');
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"", "1"},
      {"log " + print(log_key()) + "\n", "2"},
      {"what\nquorum none\n", "1"},
      {"quorum none\nquorum none\n", "2"},
      {"quorum a\n", "1"},
      {a + a + "quorum a\n", "2"},
      {"witness none " + print(witness('a')) + "\nquorum none\n", "1"},
      {"witness a " + print(log_key()) + "\nquorum none\n", "1"},
      {"log " + print(witness('a')) + "\nquorum none\n", "1"},
      {a + "group g 2 a\nquorum g\n", "2"},
      {a + "group g 0 a\nquorum g\n", "2"},
      {a + "group g x a\nquorum g\n", "2"},
      {a + "group g any\nquorum g\n", "2"},
      {a + "group g any a a\nquorum g\n", "2"},
      {a + "group g any h\nquorum g\n", "2"},
      {a + b + "group g any a\ngroup h any a b\nquorum h\n", "4"},
      {a + "group a any a\nquorum a\n", "2"},
      {"quorum none\x01\n", "1"},
      {"# fine\nquorum none\r\n", "2"},
  };
  for (const auto& [policy, line] : wrong) {
    const auto refused = parse_policy(policy);
    ASSERT_FALSE(refused) << policy;
    EXPECT_EQ(refused.refusal(), (Refusal{"policy-malformed", {{"line", line}}})) << policy;
  }
}

}  // namespace
}  // namespace comity
