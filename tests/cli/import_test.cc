// Texts of documents as a person imports them: shown first, entered when told to, nothing by halves.
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "said.h"
#include "support/registry.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Import : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  std::string file = (folder.path() / "A_AC.999_2026_2-EN.txt").string();

  void SetUp() override {
    ASSERT_EQ(comity_says({"init", "--data", data}).exit, 0);
    put(file, "A text of our own\n\n1. First, see A/77/275.\n\n2. Second, see paragraph 1 above.\n");
  }
  static void put(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
  }
  Ran import(std::vector<std::string> more) {
    std::vector<std::string> words{"import", "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
  std::string entries() { return comity_says({"entries", "--data", data}).out; }
};

TEST_F(Import, ShowsAndEntersNothing) {
  const auto shown = import({file});
  EXPECT_EQ(shown.exit, 0);
  EXPECT_THAT(shown.out, HasSubstr("A/AC.999/2026/2 · English"));
  EXPECT_THAT(shown.out, HasSubstr("Title: A text of our own"));
  EXPECT_THAT(shown.out, HasSubstr("Numbered paragraphs: 2;"));
  EXPECT_THAT(shown.out, HasSubstr("Citations: 2, of which lead to something held: 1"));
  EXPECT_THAT(shown.out, HasSubstr("--yes"));
  EXPECT_THAT(entries(), Not(HasSubstr("text of a document")));
}

TEST_F(Import, EntersWhatItShowedAndOnce) {
  const auto entered = import({file, "--yes"});
  EXPECT_EQ(entered.exit, 0) << entered.err;
  EXPECT_THAT(entered.out, HasSubstr("Entered: the text of A/AC.999/2026/2 (English), entry 1."));
  EXPECT_THAT(import({file, "--yes"}).out, HasSubstr("there already"));
  EXPECT_THAT(entries(), HasSubstr("text of a document"));
  EXPECT_EQ(comity_says({"verify", "--data", data}).exit, 0);
}

TEST_F(Import, PutsAnotherInThePlaceOfTheFirstOnlyWithAReason) {
  import({file, "--yes"});
  put(file, "A text of our own\n\n1. Changed.\n");
  const auto refused = import({file, "--yes"});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("held already (entry 1)"));
  const auto replaced = import({file, "--yes", "--replace", "reissued for technical reasons"});
  EXPECT_EQ(replaced.exit, 0) << replaced.err;
  EXPECT_THAT(replaced.out, HasSubstr("entry 2"));
  EXPECT_THAT(import({file, "--yes", "--replace", "a second time"}).out, HasSubstr("there already as it is, entry 2"));
}

TEST_F(Import, NeverTakesAnEarlierTextForTheOneThatIsHeld) {
  const auto first = "A text of our own\n\n1. First, see A/77/275.\n\n2. Second, see paragraph 1 above.\n";
  import({file, "--yes"});
  put(file, "A text of our own\n\n1. Changed.\n");
  ASSERT_EQ(import({file, "--yes", "--replace", "reissued"}).exit, 0);
  put(file, first);
  const auto refused = import({file, "--yes"});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("held already (entry 2)"));
  EXPECT_THAT(import({file, "--yes", "--replace", "put back"}).out, HasSubstr("entry 3"));
}

TEST_F(Import, ReplacesNothingWhereNothingIsHeld) {
  const auto refused = import({file, "--yes", "--replace", "reissued"});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("Leave out --replace"));
}

TEST_F(Import, LeavesNoFileOfATextThatIsRefused) {
  const auto refused = import({file, "--yes", "--embargo", "2001-07-03 10:00 America/New_York"});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("is over already"));
  EXPECT_TRUE(std::filesystem::is_empty(std::filesystem::path(data) / "blobs"));
  EXPECT_EQ(entries(), "");
}

TEST_F(Import, TellsProgramsAllOfIt) {
  const auto json = parse_json(import({file, "--json"}).out);
  ASSERT_TRUE(json);
  const auto& paragraphs = *list(*member(*json, "paragraphs"));
  ASSERT_EQ(paragraphs.size(), 3U);
  EXPECT_EQ(*text(*member(paragraphs[1], "id")), "p1");
  EXPECT_EQ(*text(*member(paragraphs[1], "number")), "1");
  EXPECT_EQ(*text(*member(paragraphs[1], "text")), "First, see A/77/275.");
  const auto& citations = *list(*member(*json, "citations"));
  ASSERT_EQ(citations.size(), 2U);
  EXPECT_EQ(*text(*member(citations[0], "symbol")), "A/77/275");
  EXPECT_EQ(*number(*member(citations[0], "resolved")), 0);
  EXPECT_EQ(*text(*member(citations[1], "paragraph")), "p1");
  EXPECT_EQ(*number(*member(citations[1], "resolved")), 1);
  for (const char* name : {"notes", "findings", "document", "file"}) EXPECT_NE(member(*json, name), nullptr) << name;
}

TEST_F(Import, ResolvesWhatTheRecordHolds) {
  const auto cited = (folder.path() / "A_77_275-EN.txt").string();
  put(cited, "The cited text\n\n1. One.\n\n2. Two.\n");
  import({cited, "--yes"});
  put(file, "A text\n\n1. See A/77/275, para. 2, and A/77/275, para. 9, and A/78/265.\n");
  const auto json = parse_json(import({file, "--json"}).out);
  ASSERT_TRUE(json);
  std::string resolved;
  for (const auto& citation : *list(*member(*json, "citations")))
    resolved += std::to_string(*number(*member(citation, "resolved")));
  EXPECT_EQ(resolved, "100");
}

TEST_F(Import, NeedsNoRecordForItsPreview) {
  const auto none = (folder.path() / "none").string();
  EXPECT_EQ(comity_says({"import", "--data", none, file}).exit, 0);
  EXPECT_FALSE(std::filesystem::exists(none));
  EXPECT_EQ(comity_says({"import", "--data", none, file, "--yes"}).exit, Exit::refused);
}

TEST_F(Import, SpeaksTheLanguageOfTheOfficerNotOfTheText) {
  const auto other = (folder.path() / "text.txt").string();
  put(other, "文本\n\n1. 第一段。\n");
  const auto shown = import({other, "--symbol", "A/AC.999/2026/3", "--language", "zh"});
  EXPECT_EQ(shown.exit, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("A/AC.999/2026/3 · Chinese"));
}

TEST_F(Import, NamesWhatItCannotTake) {
  const auto why = [this](std::vector<std::string> words) {
    const auto ran = import(words);
    return std::to_string(ran.exit) + " " + ran.err;
  };
  const auto other = (folder.path() / "text.txt").string();
  put(other, "1. One.\n");
  EXPECT_THAT(why({other}), HasSubstr("--symbol"));
  EXPECT_THAT(why({other, "--symbol", "A/77/275"}), HasSubstr("--language"));
  EXPECT_THAT(why({other, "--symbol", "A/77/275", "--language", "de"}), HasSubstr("“de”"));
  EXPECT_THAT(why({other, "--symbol", "a/77/275", "--language", "es"}), HasSubstr("“a” cannot be read"));
  EXPECT_THAT(why({other + ".none"}), HasSubstr("is not there"));
  EXPECT_THAT(why({(folder.path() / "var").string()}), HasSubstr("A_77_275-ES.txt"));
  EXPECT_THAT(why({file, other, "--symbol", "A/77/275"}), HasSubstr("several files"));
  EXPECT_THAT(why({file, "--yes", "--kind", "novel"}), HasSubstr("“novel”"));
  EXPECT_THAT(why({file, "--yes", "--date", "yesterday"}), HasSubstr("“yesterday”"));
  EXPECT_THAT(why({other, "--symbol", "A/77/275", "--language", "es", "--yes"}), HasSubstr("--title"));
  put(other, "1. Caf\xe9\n");
  EXPECT_THAT(why({other, "--symbol", "A/77/275", "--language", "es"}), HasSubstr("not UTF-8"));
  EXPECT_THAT(entries(), Not(HasSubstr("A/77/275")));
}

TEST_F(Import, WritesThePreviewAsAPage) {
  put(file,
      "A title of our own\n\n1. States are invited to reply by March 2027, see A/77/275.\n\n3. See paragraph 9.\n");
  const auto page = (folder.path() / "preview.html").string();
  const auto shown = import({file, "--page", page});
  EXPECT_EQ(shown.exit, 0) << shown.err;
  std::ostringstream text;
  text << std::ifstream(page).rdbuf();
  const auto html = text.str();
  EXPECT_THAT(html, HasSubstr("nothing of it is entered in the record"));
  EXPECT_THAT(html, HasSubstr("<h1><bdi class=\"symbol\" dir=\"ltr\">A/AC.999/2026/2</bdi></h1>"));
  EXPECT_THAT(html, HasSubstr("<p id=\"p1\""));
  EXPECT_THAT(html, HasSubstr("href=\"#p3\">")) << "the finding leads to the paragraph whose number is unexpected";
  EXPECT_THAT(html, HasSubstr("Citations: 2, of which lead to something held: 0"));
  EXPECT_THAT(html, HasSubstr("<style>"));
  EXPECT_THAT(html, Not(HasSubstr("href=\"/"))) << "it is read without the site";
  EXPECT_EQ(entries(), "");
}

TEST_F(Import, WritesOnePageOfOneFile) {
  const auto second = (folder.path() / "A_AC.999_2026_3-EN.txt").string();
  put(second, "Another text\n\n1. First.\n");
  const auto refused = import({file, second, "--page", (folder.path() / "preview.html").string()});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("one file at a time"));
}

}  // namespace
}  // namespace comity
