// The end of a log and its successor, as a secretariat would make them.
#include <fstream>

#include "cli/said.h"
#include "support/registry.h"

namespace comity {
namespace {

class SucceedCommand : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  void erratum(const std::string& text) const { std::ofstream(path("erratum")) << text; }
  static std::string in_six_languages() {
    return "[ar]\nخطأ\n[zh]\n勘误\n[en]\nOne leaf was damaged.\nTwo entries are "
           "missing.\n[fr]\nErratum\n[ru]\nОшибка\n[es]\nFe de erratas";
  }
  TestFolder folder_{};
};

TEST_F(SucceedCommand, EndsALogAndMakesAnotherThatCarriesIt) {
  ASSERT_EQ(comity_says({"init", "--data", path("old"), "--origin", "old.example/log"}).exit, 0);
  ASSERT_EQ(comity_says({"backup", "--data", path("old"), path("backup")}).exit, 0);
  const auto frozen = comity_says({"freeze", "--data", path("old"), "--reason", "a leaf is damaged"});
  EXPECT_EQ(frozen.exit, 0) << frozen.err;
  EXPECT_NE(comity_says({"freeze", "--data", path("old"), "--reason", "again"}).exit, 0);
  erratum(in_six_languages());
  const auto made = comity_says(
      {"succeed", "--data", path("new"), "--origin", "new.example/log", "--erratum", path("erratum"), path("backup")});
  EXPECT_EQ(made.exit, 0) << made.err;
  const auto shown = comity_says({"show", "--data", path("new"), "0"});
  EXPECT_NE(shown.out.find("log-succeeded"), std::string::npos) << shown.out << shown.err;
  EXPECT_NE(shown.out.find("Two entries are missing."), std::string::npos);
  EXPECT_EQ(comity_says({"verify", "--data", path("new")}).exit, 0);
}

TEST_F(SucceedCommand, SaysWhichLanguageOfTheErratumIsMissing) {
  ASSERT_EQ(comity_says({"init", "--data", path("old"), "--origin", "old.example/log"}).exit, 0);
  ASSERT_EQ(comity_says({"backup", "--data", path("old"), path("backup")}).exit, 0);
  erratum("[en]\nOne leaf was damaged.\n");
  const auto refused = comity_says(
      {"succeed", "--data", path("new"), "--origin", "new.example/log", "--erratum", path("erratum"), path("backup")});
  EXPECT_NE(refused.exit, 0);
  EXPECT_NE(refused.err.find("[ar]"), std::string::npos) << refused.err;
  const auto missing = comity_says(
      {"succeed", "--data", path("new"), "--origin", "new.example/log", "--erratum", path("nothing"), path("backup")});
  EXPECT_NE(missing.err.find("nothing"), std::string::npos) << missing.err;
}

}  // namespace
}  // namespace comity
