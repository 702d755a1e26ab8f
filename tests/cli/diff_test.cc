// Two texts compared as a person compares them: files that are private, documents of the record, and each with the
// other.
#include <fstream>

#include "base/json.h"
#include "cli/door.h"
#include "said.h"
#include "support/registry.h"
#include "tables.h"

namespace comity {
namespace {

using testing::HasSubstr;

struct Diff : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  std::string first =
      put("first.txt", "Title\n\n1. States should cooperate.\n\n2. A second one.\n\n3. The last of all.\n");
  std::string second = put("second.txt",
                           "Title\n\n1. The last of all.\n\n2. States shall cooperate.\n\n3. A second one.\n\n"
                           "4. New words here.\n");

  std::string put(const std::string& name, const std::string& text) {
    const auto file = folder.path() / name;
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  Ran diff(std::vector<std::string> more) {
    std::vector<std::string> words{"diff", "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
};

TEST_F(Diff, TellsWhatChangedAndStoresNothing) {
  const auto told = diff({first, second});
  EXPECT_EQ(told.exit, 0) << told.err;
  EXPECT_EQ(told.out,
            "p3 → p1: moved\n    The last of all.\n"
            "p1 → p2: changed\n    States [-should-]{+shall+} cooperate.\n"
            "p4: added\n    {+New words here.+}\n"
            "Paragraphs: changed 1, added 1, removed 0, moved 1, unchanged 2\n");
  EXPECT_FALSE(std::filesystem::exists(data));
  EXPECT_THAT(diff({second, first}).out, HasSubstr("p4: removed\n    [-New words here.-]\n"));
  EXPECT_THAT(diff({first, first}).out, HasSubstr("changed 0, added 0, removed 0, moved 0, unchanged 4"));
}

TEST_F(Diff, TellsProgramsEachRow) {
  const auto json = parse_json(diff({first, second, "--json"}).out);
  ASSERT_TRUE(json);
  std::string kinds;
  for (const auto& row : *list(*member(*json, "rows"))) kinds += *text(*member(row, "kind")) + " ";
  EXPECT_EQ(kinds, "same moved changed same added moved-away ");
}

TEST_F(Diff, ComparesADocumentOfTheRecordWithAFile) {
  comity_says({"init", "--data", data});
  const auto held = put("A_AC.999_2026_4-EN.txt", "Title\n\n1. States should cooperate.¹\n\n¹ A note.\n");
  ASSERT_EQ(comity_says({"import", "--data", data, "--yes", held}).exit, 0);
  EXPECT_THAT(diff({"A/AC.999/2026/4", held}).out, HasSubstr("changed 0, added 0, removed 0, moved 0, unchanged 3"));
  EXPECT_THAT(diff({"A/AC.999/2026/4", second}).out, HasSubstr("States [-should-]{+shall+} cooperate."));
}

TEST_F(Diff, SaysWhereACellOrQuotationStands) {
  comity_says({"init", "--data", data});
  const auto put_in = [&](const std::string& symbol, const TextStructure& text) {
    const auto structure = canonical(to_json(text));
    const auto door = open_door(data, shipped());
    (*door)->ask(Method::post, "/local/blob", structure);
    for (const Act& act : {Act(a_document(symbol)), Act(text_kept_as(structure, symbol, Language::en))}) {
      const auto id = "import:" + to_hex(sha256(symbol + std::to_string(act.index()))).substr(0, 32);
      const auto outcome = enter(**door, {{id, "", {act, confirmed(symbol, {})}, operator_of_secretariat}});
      ASSERT_TRUE(outcome.refused.empty()) << outcome.refused.front().why.code;
    }
  };
  put_in("A/AC.999/2026/8", table_in_english());
  put_in("A/AC.999/2026/9", table_changed());
  const std::vector<std::string> both{"A/AC.999/2026/8", "A/AC.999/2026/9", "--language", "en"};
  EXPECT_THAT(diff(both).out, HasSubstr("p2-table1-r2-c3 → p2-table1-r2-c3: changed\n    A/[-77/275-]{+78/265+}\n"));
  auto tracked = both;
  tracked.insert(tracked.end(), {"--format", "fodt"});
  EXPECT_THAT(diff(tracked).out, HasSubstr("[table 1, row 2, column 3] A/<text:change "));
  EXPECT_THAT(diff(tracked).out, HasSubstr("[quotation] “States should cooperate”<"));
}

TEST_F(Diff, NamesWhatItCannotCompare) {
  comity_says({"init", "--data", data});
  const auto held = put("A_AC.999_2026_4-EN.txt", "Title\n\n1. One.\n");
  comity_says({"import", "--data", data, "--yes", held});
  const auto why = [this](std::vector<std::string> words) {
    const auto ran = diff(words);
    EXPECT_EQ(ran.exit, Exit::refused);
    return ran.err;
  };
  EXPECT_THAT(why({first, "no such thing"}), HasSubstr("“no such thing” is neither a file"));
  EXPECT_THAT(why({first, "A/77/275"}), HasSubstr("A/77/275"));
  EXPECT_THAT(why({"A/AC.999/2026/4", first, "--language", "fr"}), HasSubstr("held in “fr”"));
  EXPECT_THAT(why({first, second, "--language", "de"}), HasSubstr("“de”"));
  EXPECT_THAT(why({first, put("bad.txt", "Caf\xe9\n")}), HasSubstr("not UTF-8"));
  EXPECT_THAT(why({first, folder.path().string()}), HasSubstr("is not there or cannot be opened"));
}

}  // namespace
}  // namespace comity
