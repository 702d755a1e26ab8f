// No refusal and no kind of act without a test that names it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "acts/codec.h"

namespace comity {
namespace {

std::string all_of(const std::filesystem::path& folder) {
  std::ostringstream text;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".cc") text << std::ifstream(file.path()).rdbuf();
  return text.str();
}

const std::filesystem::path root = COMITY_ROOT;

std::set<std::string> refusals_of_the_rules() {
  const auto text = all_of(root / "src/rules");
  const std::regex refusal(R"re(refused\("([a-z-]+)")re");
  std::set<std::string> codes;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), refusal); it != std::sregex_iterator(); ++it)
    codes.insert((*it)[1]);
  return codes;
}

TEST(Rules, HaveATestForEveryRefusal) {
  const auto tests = all_of(root / "tests/rules");
  const auto codes = refusals_of_the_rules();
  EXPECT_GT(codes.size(), 30U);
  for (const auto& code : codes) EXPECT_NE(tests.find('"' + code + '"'), std::string::npos) << code;
}

// The name of the struct: session-held is SessionHeld.
std::string struct_of(std::string_view kind) {
  std::string name;
  bool capital = true;
  for (const char c : kind) {
    if (c != '-') name += capital ? static_cast<char>(c - 'a' + 'A') : c;
    capital = c == '-';
  }
  return name;
}

TEST(Rules, HaveATestThatEntersEveryKindOfAct) {
  const auto tests =
      all_of(root / "tests/rules") +
      std::string(std::istreambuf_iterator<char>(std::ifstream(root / "tests/support/given.h").rdbuf()), {});
  for (const auto& row : kinds()) EXPECT_NE(tests.find(struct_of(row.kind)), std::string::npos) << row.kind;
}

}  // namespace
}  // namespace comity
