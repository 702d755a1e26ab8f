// The tree against the definition of RFC 6962 and the proof cases of others.
#include "record/merkle.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "seal/hash.h"

namespace comity {
namespace {

Digest numbered(std::uint64_t i) { return leaf_hash("leaf " + std::to_string(i)); }

// The definition itself (RFC 6962, 2.1), as slow as it is plain.
Digest naive_root(std::uint64_t begin, std::uint64_t end) {
  if (begin == end) return sha256("");
  if (end - begin == 1) return numbered(begin);
  std::uint64_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  return node_hash(naive_root(begin, begin + k), naive_root(begin + k, end));
}

Path naive_inclusion(std::uint64_t m, std::uint64_t begin, std::uint64_t end) {
  if (end - begin == 1) return {};
  std::uint64_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  const bool left = m < k;
  auto path = left ? naive_inclusion(m, begin, begin + k) : naive_inclusion(m - k, begin + k, end);
  path.push_back(left ? naive_root(begin + k, end) : naive_root(begin, begin + k));
  return path;
}

Path naive_subproof(std::uint64_t m, std::uint64_t begin, std::uint64_t end, bool known) {
  if (m == end - begin) return known ? Path{} : Path{naive_root(begin, end)};
  std::uint64_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  const bool left = m <= k;
  auto path = left ? naive_subproof(m, begin, begin + k, known) : naive_subproof(m - k, begin + k, end, false);
  path.push_back(left ? naive_root(begin + k, end) : naive_root(begin, begin + k));
  return path;
}

constexpr std::uint64_t most = 130;

Tree grown(std::uint64_t size) {
  Tree tree;
  for (std::uint64_t i = 0; i < size; ++i) tree.append(numbered(i));
  return tree;
}

TEST(Merkle, roots_of_all_sizes_are_those_of_the_definition) {
  const auto tree = grown(most);
  Frontier frontier;
  for (std::uint64_t size = 0; size <= most; ++size) {
    EXPECT_EQ(tree.root_at(size), naive_root(0, size)) << size;
    EXPECT_EQ(frontier.root(), naive_root(0, size)) << size;
    EXPECT_EQ(grown(size).root(), naive_root(0, size)) << size;
    frontier.append(numbered(size));
  }
}

TEST(Merkle, inclusion_is_that_of_the_definition_and_verifies) {
  const auto tree = grown(most);
  int proofs = 0;
  for (std::uint64_t size = 1; size <= most; size += size < 70 ? 1 : 11)
    for (std::uint64_t number = 0; number < size; ++number, ++proofs) {
      const auto path = tree.inclusion(number, size);
      EXPECT_EQ(path, naive_inclusion(number, 0, size));
      EXPECT_TRUE(verify_inclusion(number, size, numbered(number), path, tree.root_at(size)));
      EXPECT_FALSE(verify_inclusion(number, size, numbered(number + 1), path, tree.root_at(size)));
      EXPECT_FALSE(verify_inclusion(number ^ 1U, size, numbered(number), path, tree.root_at(size)) && size > 1);
    }
  EXPECT_GT(proofs, 2000);
}

TEST(Merkle, consistency_is_that_of_the_definition_and_verifies) {
  const auto tree = grown(most);
  for (std::uint64_t to = 1; to <= most; to += to < 40 ? 1 : 15)
    for (std::uint64_t from = 1; from <= to; ++from) {
      const auto path = tree.consistency(from, to);
      EXPECT_EQ(path, naive_subproof(from, 0, to, true)) << from << " " << to;
      EXPECT_TRUE(verify_consistency(from, to, tree.root_at(from), tree.root_at(to), path)) << from << " " << to;
      EXPECT_FALSE(verify_consistency(from, to, tree.root_at(from - 1), tree.root_at(to), path));
      EXPECT_FALSE(verify_consistency(from, to, tree.root_at(from), tree.root_at(to - 1), path));
    }
}

TEST(Merkle, a_path_that_is_too_long_or_too_short_is_refused) {
  const auto tree = grown(9);
  auto path = tree.inclusion(3, 9);
  path.push_back(path.back());
  EXPECT_FALSE(verify_inclusion(3, 9, numbered(3), path, tree.root()));
  path.resize(path.size() - 2);
  EXPECT_FALSE(verify_inclusion(3, 9, numbered(3), path, tree.root()));
  EXPECT_FALSE(verify_inclusion(9, 9, numbered(3), {}, tree.root()));
  EXPECT_FALSE(verify_consistency(0, 9, empty_root(), tree.root(), {}));
  EXPECT_FALSE(verify_consistency(10, 9, tree.root(), tree.root(), {}));
}

// The cases of transparency-dev/merkle, where the project's neighbour folder holds them. They write null for an empty
// proof, true and false for the expectation, and numbers up to 2^64-1: turned into our JSON before reading.
Json cases(const std::string& folder, const char* name) {
  const std::ifstream in(std::filesystem::path(folder) / name);
  std::ostringstream text;
  text << in.rdbuf();
  auto bytes = text.str();
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
      bytes.replace(at, from.size(), to);
  };
  replace(": null", ": []");
  replace(": true", ": 1");
  replace(": false", ": 0");
  replace("18446744073709551615", "-1");
  const auto json = parse_json(bytes, {true, true, 32});
  check(bool(json), std::string(name) + " cannot be read");
  return *json;
}

// These tests exist where the cases do: they are not ours to carry along.
struct ForeignCases : testing::TestWithParam<std::string> {
  static std::vector<std::string> folders() {
    const auto folder = std::filesystem::path(COMITY_ROOT) / "../shared/data/merkle";
    return std::filesystem::exists(folder) ? std::vector{folder.string()} : std::vector<std::string>{};
  }
};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ForeignCases);
INSTANTIATE_TEST_SUITE_P(Merkle, ForeignCases, testing::ValuesIn(ForeignCases::folders()));

std::uint64_t size_of(const Json& json, const char* key) {
  return static_cast<std::uint64_t>(*number(*member(json, key)));
}
std::optional<Digest> hash_of(const Json& json) {
  const auto bytes = text(json) == nullptr ? std::nullopt : from_base64(*text(json));
  return bytes ? digest_from_bytes(*bytes) : std::nullopt;
}
// Some cases carry a word where a root would stand: another word gives another hash.
Digest root_in_case(const Json& json) {
  const auto bytes = from_base64(*text(json)).value_or("");
  return digest_from_bytes(bytes).value_or(sha256("word " + bytes));
}
std::optional<Path> path_of(const Json& json) {
  Path path;
  for (const auto& item : *list(json)) {
    const auto hash = hash_of(item);
    if (!hash) return std::nullopt;
    path.push_back(*hash);
  }
  return path;
}

TEST_P(ForeignCases, of_inclusion_are_judged_as_others_do) {
  const auto all = cases(GetParam(), "inclusion.json");
  int good = 0;
  int bad = 0;
  for (const auto& one : *list(all)) {
    const auto leaf = hash_of(*member(one, "leafHash"));
    const auto root = root_in_case(*member(one, "root"));
    const auto path = path_of(*member(one, "proof"));
    const bool holds =
        leaf && path && verify_inclusion(size_of(one, "leafIdx"), size_of(one, "treeSize"), *leaf, *path, root);
    const bool wanted = *number(*member(one, "wantErr")) == 0;
    EXPECT_EQ(holds, wanted) << *text(*member(one, "name"));
    ++(wanted ? good : bad);
  }
  EXPECT_EQ(good + bad, 98);
  EXPECT_GT(good, 0);
}

TEST_P(ForeignCases, of_consistency_are_judged_as_others_do) {
  const auto all = cases(GetParam(), "consistency.json");
  int good = 0;
  int bad = 0;
  for (const auto& one : *list(all)) {
    const auto first = root_in_case(*member(one, "root1"));
    const auto second = root_in_case(*member(one, "root2"));
    const auto path = path_of(*member(one, "proof"));
    const bool holds = path && verify_consistency(size_of(one, "size1"), size_of(one, "size2"), first, second, *path);
    const bool wanted = *number(*member(one, "wantErr")) == 0;
    EXPECT_EQ(holds, wanted) << *text(*member(one, "name")) << " " << *text(*member(one, "desc"));
    ++(wanted ? good : bad);
  }
  EXPECT_EQ(good + bad, 98);
  EXPECT_GT(good, 0);
}

}  // namespace
}  // namespace comity
