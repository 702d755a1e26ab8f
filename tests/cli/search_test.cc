// Words looked for from the command line, over a record and its own index.
#include <algorithm>
#include <fstream>

#include "base/json.h"
#include "said.h"
#include "support/registry.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Searching : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();

  Searching() {
    comity_says({"init", "--data", data});
    import("A_AC.999_2026_4-EN.txt", "A first title\n\n1. States shall cooperate against ransomware.¹\n\n¹ A note.\n");
    import("A_AC.999_2026_5-EN.txt", "A second title\n\n1. Nothing of the kind.\n");
    import("A_AC.999_2026_4-ES.txt", "Un título\n\n1. Los Estados cooperarán.\n");
  }
  void import(const std::string& name, const std::string& text) {
    const auto file = folder.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    const auto ran = comity_says({"import", "--data", data, "--yes", file.string()});
    EXPECT_EQ(ran.exit, 0) << ran.err;
  }
  Ran search(std::vector<std::string> more) {
    std::vector<std::string> words{"search", "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
};

TEST_F(Searching, FindsPassagesAndMarksTheWords) {
  const auto told = search({"cooperation ransomware"});
  EXPECT_EQ(told.exit, 0) << told.err;
  EXPECT_EQ(told.out, "A/AC.999/2026/4 p1 (en)\n    States shall [cooperate] against [ransomware].\n");
  EXPECT_THAT(search({"cooperar", "--language", "es"}).out, HasSubstr("p1 (es)\n    Los Estados [cooperarán]."));
  EXPECT_THAT(search({"unheardof"}).out, HasSubstr("Nothing was found."));
}

TEST_F(Searching, NarrowsByPartAndSaysWhatIsNoChoice) {
  EXPECT_THAT(search({"title", "--part", "title"}).out, Not(HasSubstr(" p1 ")));
  const auto refused = search({"title", "--language", "de"});
  EXPECT_EQ(refused.exit, 1);
  EXPECT_THAT(refused.err, HasSubstr("“de” is none of the six official languages"));
}

TEST_F(Searching, FindsWhatWasImportedSince) {
  EXPECT_THAT(search({"mushrooms"}).out, HasSubstr("Nothing was found."));
  import("A_AC.999_2026_6-EN.txt", "A third title\n\n1. Of mushrooms.\n");
  EXPECT_THAT(search({"mushrooms"}).out, HasSubstr("A/AC.999/2026/6 p1"));
}

TEST_F(Searching, MakesItsIndexAgainWhereThatIsGone) {
  search({"ransomware"});
  ASSERT_TRUE(std::filesystem::exists(data + "/search/en"));
  std::filesystem::remove_all(data + "/search");
  EXPECT_THAT(search({"ransomware"}).out, HasSubstr("[ransomware]"));
}

TEST_F(Searching, TakesTheWordingOfAParagraphThatIsHeld) {
  import("A_AC.999_2026_6-EN.txt", "A third title\n\n1. States shall cooperate against theft.\n");
  const auto told = search({"--of", "A/AC.999/2026/6", "--paragraph", "1"});
  EXPECT_EQ(told.exit, 0) << told.err;
  EXPECT_THAT(told.out, HasSubstr("A/AC.999/2026/4 p1 (en)\n    [States shall cooperate against ]"));
  EXPECT_THAT(told.out, Not(HasSubstr("2026/6")));
  EXPECT_THAT(search({"--of", "A/AC.999/2026/6", "--paragraph", "9"}).err, HasSubstr("has no paragraph “9”"));
  EXPECT_THAT(search({"words", "--of", "A/AC.999/2026/6", "--paragraph", "1"}).err, HasSubstr("Ask for one of them"));
  EXPECT_THAT(search({}).err, HasSubstr("There is nothing to look for"));
}

TEST_F(Searching, LeadsToAllPassagesOfADocument) {
  std::string text = "A long title\n\n";
  for (int i = 1; i <= 120; ++i) text += std::to_string(i) + ". Of mushrooms.\n\n";
  import("A_AC.999_2026_6-EN.txt", text);
  EXPECT_THAT(search({"mushrooms"}).out, HasSubstr("further passages: 117 (--document A/AC.999/2026/6)"));
  const auto told = search({"mushrooms", "--document", "A/AC.999/2026/6", "--page", "2"});
  EXPECT_THAT(told.out, HasSubstr("Page 2 of 2 (--page)"));
  EXPECT_EQ(std::count(told.out.begin(), told.out.end(), '['), 20);
  EXPECT_THAT(search({"mushrooms", "--page", "2"}).err, HasSubstr("There is no page “2”"));
}

TEST_F(Searching, TellsProgramsTheWholeAnswer) {
  const auto json = parse_json(search({"cooperate", "--json"}).out, {true, false, 64});
  ASSERT_TRUE(json);
  EXPECT_EQ(*text(*member(*json, "words")), "cooperate");
  EXPECT_EQ(list(*member(*json, "documents"))->size(), 1U);
}

}  // namespace
}  // namespace comity
