// Commitments hide and bind (docs/record-format.md 9).
#include "seal/commit.h"

#include <gtest/gtest.h>

#include <set>

#include "seal/random.h"

namespace comity {
namespace {

const std::string commit_key(32, 'k');
const std::string commit_nonce(32, 'n');

TEST(Commit, opens_with_the_key_and_with_nothing_else) {
  const auto r = opening(commit_key, {"log", commit_nonce, "name"});
  const auto c = commitment("name", r, "\"value\"");
  EXPECT_EQ(commitment("name", opening(commit_key, {"log", commit_nonce, "name"}), "\"value\""), c);
  EXPECT_NE(commitment("name", r, "\"other\""), c);
  EXPECT_NE(commitment("mail", r, "\"value\""), c);
  EXPECT_NE(commitment("name", opening(std::string(32, 'x'), {"log", commit_nonce, "name"}), "\"value\""), c);
  EXPECT_NE(opening(commit_key, {"other", commit_nonce, "name"}), r);
  EXPECT_NE(opening(commit_key, {"log", std::string(32, 'm'), "name"}), r);
  EXPECT_NE(opening(commit_key, {"log", commit_nonce, "mail"}), r);
}

TEST(Commit, parts_do_not_run_into_each_other) {
  const auto r = opening(commit_key, {"log", commit_nonce, "name"});
  EXPECT_NE(commitment("ab", r, "c"), commitment("a", r, "bc"));
  EXPECT_NE(opening(commit_key, {"log-n", commit_nonce, "ame"}), opening(commit_key, {"log-", commit_nonce, "name"}));
}

// House rule: nobody can link two acts by the person in them.
TEST(Commit, one_value_in_a_thousand_leaves_gives_a_thousand_commitments) {
  std::set<Digest> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto fresh = random_bytes(32);
    seen.insert(commitment("name", opening(commit_key, {"log", fresh, "name"}), "\"the same\""));
  }
  EXPECT_EQ(seen.size(), 1000U);
}

// Without the key, no candidate is confirmed; with it, each one is told apart.
TEST(Commit, a_dictionary_confirms_nothing_without_the_key) {
  const auto c = commitment("name", opening(commit_key, {"log", commit_nonce, "name"}), "\"name 617\"");
  int confirmed = 0;
  int opened = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto candidate = "\"name " + std::to_string(i) + "\"";
    confirmed += commitment("name", Digest{}, candidate) == c ? 1 : 0;
    confirmed += commitment("name", opening(random_bytes(32), {"log", commit_nonce, "name"}), candidate) == c ? 1 : 0;
    opened += commitment("name", opening(commit_key, {"log", commit_nonce, "name"}), candidate) == c ? 1 : 0;
  }
  EXPECT_EQ(confirmed, 0);
  EXPECT_EQ(opened, 1);
}

}  // namespace
}  // namespace comity
