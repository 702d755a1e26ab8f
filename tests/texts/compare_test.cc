// What changed between two texts: the words, the paragraphs, and that both texts can be had back from the rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "texts/compare.h"

namespace comity {
namespace {

using testing::ElementsAre;

// "same[-removed-]{+added+}"
std::string marked(const std::vector<ComparedWords>& words) {
  std::string out;
  for (const auto& [kind, text] : words) {
    if (kind == ComparedWords::Kind::same) out += text;
    if (kind == ComparedWords::Kind::removed) out += "[-" + text + "-]";
    if (kind == ComparedWords::Kind::added) out += "{+" + text + "+}";
  }
  return out;
}

std::string diff(std::string_view before, std::string_view after) { return marked(compare_words(before, after)); }

TEST(ComparedWords, AreWholeWords) {
  EXPECT_EQ(diff("States should cooperate.", "States shall cooperate."), "States [-should-]{+shall+} cooperate.");
  EXPECT_EQ(diff("los Estados decidieron", "los Estados han decidido"), "los Estados [-decidieron-]{+han decidido+}");
  EXPECT_EQ(diff("a b c d e", "a c d x e"), "a [-b -]c d{+ x+} e");
  EXPECT_EQ(diff("same", "same"), "same");
  EXPECT_EQ(diff("", "new text"), "{+new text+}");
  EXPECT_EQ(diff("old text", ""), "[-old text-]");
  EXPECT_EQ(diff("", ""), "");
  EXPECT_EQ(diff("Los números", "Los números²"), "Los [-números-]{+números²+}");
}

TEST(ComparedWords, TakeInWhatHoldsNoWordBetweenTwoChanges) {
  EXPECT_EQ(diff("one two three", "four five three"), "[-one two-]{+four five+} three");
  EXPECT_EQ(diff("one, and two", "four, and five"), "[-one-]{+four+}, and [-two-]{+five+}");
}

TEST(ComparedWords, AreSignsInChineseAndLettersTogetherInArabic) {
  EXPECT_EQ(diff("各国应当合作", "各国必须合作"), "各国[-应当-]{+必须+}合作");
  EXPECT_EQ(diff("قررت الدول التعاون", "قررت الدول عدم التعاون"), "قررت الدول {+عدم +}التعاون");
}

std::vector<Paragraph> numbered(const std::vector<std::string>& texts) {
  std::vector<Paragraph> out;
  for (const auto& text : texts) {
    const auto number = std::to_string(out.size() + 1);
    out.push_back({"p" + number, Paragraph::Kind::numbered, number, text, {}});
  }
  return out;
}

// "=1:1" same, "~2:3" changed, "+:2" added, "-1:" removed, ">2:4" moved here, "<2:4" moved away.
std::vector<std::string> rows(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::vector<std::string> out;
  for (const auto& row : compare(numbered(before), numbered(after))) {
    const auto place = [](const std::optional<std::size_t>& at) { return at ? std::to_string(*at + 1) : ""; };
    out.push_back(std::string(1, "=~+-><"[static_cast<int>(row.kind)]) + place(row.before) + ":" + place(row.after));
  }
  return out;
}

TEST(ComparedTexts, TellWhatBecameOfEachParagraph) {
  EXPECT_THAT(rows({"a b c", "d e f"}, {"a b c", "d e g"}), ElementsAre("=1:1", "~2:2"));
  EXPECT_THAT(rows({"a b c", "d e f"}, {"a b c", "x y z", "d e f"}), ElementsAre("=1:1", "+:2", "=2:3"));
  EXPECT_THAT(rows({"a b c", "x y z", "d e f"}, {"a b c", "d e f"}), ElementsAre("=1:1", "-2:", "=3:2"));
  EXPECT_THAT(rows({}, {"a"}), ElementsAre("+:1"));
  EXPECT_THAT(rows({"a"}, {}), ElementsAre("-1:"));
  EXPECT_THAT(rows({"one two three four"}, {"five six seven eight"}), ElementsAre("+:1", "-1:"));
}

TEST(ComparedTexts, TellWhatMovedAndWhatChangedInIt) {
  EXPECT_THAT(rows({"a a a", "b b b", "c c c", "d d d"}, {"d d d", "a a a", "b b b", "c c c"}),
              ElementsAre(">4:1", "=1:2", "=2:3", "=3:4", "<4:1"));
  const auto compared =
      compare(numbered({"a b c d", "e f g h", "i j k l"}), numbered({"i j k m", "a b c d", "e f g h"}));
  ASSERT_EQ(compared.front().kind, ComparedRow::Kind::moved_here);
  EXPECT_EQ(marked(compared.front().words), "i j k [-l-]{+m+}");
}

TEST(ComparedTexts, KeepEqualParagraphsInTheirOrder) {
  EXPECT_THAT(rows({"x", "x", "x"}, {"x", "x"}), ElementsAre("=1:1", "=2:2", "-3:"));
}

TEST(ComparedTexts, NeverTakeAHeadingForAParagraph) {
  auto before = numbered({"Adoption of the report today"});
  auto after = numbered({"Adoption of the report"});
  after.front().kind = Paragraph::Kind::heading;
  EXPECT_EQ(compare(before, after).size(), 2U);
}

TEST(ComparedTexts, NeverTakeACellForAParagraph) {
  auto before = numbered({"Adoption of the report today"});
  auto after = numbered({"Adoption of the report"});
  after.front().kind = Paragraph::Kind::cell;
  EXPECT_EQ(compare(before, after).size(), 2U);
  before.front().kind = Paragraph::Kind::column;
  EXPECT_EQ(compare(before, after).size(), 1U);
}

// A table of two columns, "Yes" and "No" in the second one.
std::vector<Paragraph> table(const std::vector<std::pair<std::string, std::string>>& rows_of_two) {
  std::vector<Paragraph> out;
  for (std::size_t row = 0; row < rows_of_two.size(); ++row) {
    const auto id = "table1-r" + std::to_string(row + 1) + "-c";
    out.push_back({id + "1", Paragraph::Kind::cell, "", rows_of_two[row].first, {}});
    out.push_back({id + "2", Paragraph::Kind::cell, "", rows_of_two[row].second, {}});
  }
  return out;
}

std::string kinds(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after) {
  std::string out;
  for (const auto& row : compare(before, after)) out += "=~+-><"[static_cast<int>(row.kind)];
  return out;
}

TEST(ComparedTexts, TakeARowThatIsPutInForNewThoughItsWordsStandElsewhere) {
  const auto before = table({{"A", "Yes"}, {"B", "No"}, {"C", "Yes"}});
  EXPECT_EQ(kinds(before, table({{"A", "Yes"}, {"X", "No"}, {"B", "No"}, {"C", "Yes"}})), "==++====");
  EXPECT_EQ(kinds(before, table({{"A", "Yes"}, {"C", "Yes"}})), "==--==");
  EXPECT_EQ(kinds(table({{"B", "No"}, {"B", "No"}}), table({{"B", "No"}, {"B", "No"}, {"B", "No"}})), "====++");
}

TEST(ComparedTexts, ChangeACellInItsPlace) {
  EXPECT_EQ(kinds(table({{"A", "10"}, {"B", "11"}}), table({{"A", "12"}, {"B", "11"}})), "=~==");
  EXPECT_EQ(kinds(table({{"A", "10"}, {"B", "11"}}), table({{"X", "1"}, {"A", "12"}, {"B", "13"}})), "++=~=~");
  EXPECT_EQ(kinds(table({{"A", "10"}}), table({{"X", "1"}})), "~~");
}

TEST(ComparedTexts, MoveNoCell) {
  EXPECT_EQ(kinds(table({{"A", "Yes"}, {"B", "No"}}), table({{"B", "No"}, {"A", "Yes"}})), "++==--");
}

TEST(ComparedTexts, LeaveOutCellsWithoutWords) {
  const TextStructure text{{{"table1-r1-c1", Paragraph::Kind::column, "", "", {}},
                            {"table1-r1-c2", Paragraph::Kind::column, "", "Words", {}},
                            {"table1-r2-c1", Paragraph::Kind::cell, "", "", {}},
                            {"h1", Paragraph::Kind::heading, "II", "", {}}},
                           {}};
  const auto all = with_notes(text);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.front().id, "table1-r1-c2");
}

TEST(ComparedTexts, HaveTheirNotesBehindThem) {
  const TextStructure text{{{"p1", Paragraph::Kind::numbered, "1", "One.", {}}}, {{"3", "A note."}}};
  const auto all = with_notes(text);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.back().id, "note-3");
  EXPECT_EQ(all.back().text, "A note.");
}

std::string side(const std::vector<ComparedWords>& words, ComparedWords::Kind without) {
  std::string out;
  for (const auto& piece : words)
    if (piece.kind != without) out += piece.text;
  return out;
}

std::string words_from(const std::vector<int>& numbers) {
  static const std::vector<std::string> known{"State", " ", "ICT", ", ", "合", "é", "a", ".", "الدول", "国"};
  std::string out;
  for (const auto number : numbers) out += known[static_cast<std::size_t>(number)];
  return out;
}

std::vector<int> drawn(std::mt19937& random, int below) {
  std::vector<int> out(random() % 12);
  for (auto& number : out) number = static_cast<int>(random() % static_cast<unsigned>(below));
  return out;
}

TEST(ComparedWords, GiveBothTextsBackWhateverTheyAre) {
  std::mt19937 random(20260101);
  std::size_t changed = 0;
  for (int trial = 0; trial < 5'000; ++trial) {
    const auto before = words_from(drawn(random, 10));
    const auto after = words_from(drawn(random, 10));
    const auto words = compare_words(before, after);
    ASSERT_EQ(side(words, ComparedWords::Kind::added), before) << after;
    ASSERT_EQ(side(words, ComparedWords::Kind::removed), after) << before;
    for (std::size_t i = 1; i < words.size(); ++i)
      ASSERT_NE(words[i].kind, words[i - 1].kind) << before << '|' << after;
    changed += words.size() > 2 ? 1 : 0;
  }
  EXPECT_GT(changed, 1'000U);
}

std::vector<Paragraph> paragraphs_from(const std::vector<int>& numbers) {
  std::vector<std::string> out;
  for (const auto number : numbers)
    out.push_back("word" + std::to_string(number / 2) + " and " + std::to_string(number));
  return numbered(out);
}

// The earlier text stands in the rows with a `before` that are not moved_here, and the later one likewise.
TEST(ComparedTexts, GiveBothTextsBackWhateverTheyAre) {
  using Kind = ComparedRow::Kind;
  std::mt19937 random(20260102);
  std::size_t moved = 0;
  for (int trial = 0; trial < 5'000; ++trial) {
    const auto before = paragraphs_from(drawn(random, 6));
    const auto after = paragraphs_from(drawn(random, 6));
    std::size_t next_before = 0;
    std::size_t next_after = 0;
    for (const auto& row : compare(before, after)) {
      const bool stood = row.kind != Kind::moved_here && row.before;
      const bool stands = row.kind != Kind::moved_away && row.after;
      if (stood) {
        ASSERT_EQ(*row.before, next_before++);
      }
      if (stands) {
        ASSERT_EQ(*row.after, next_after++);
      }
      if (row.kind == Kind::same) {
        ASSERT_EQ(before[*row.before].text, after[*row.after].text);
      }
      moved += row.kind == Kind::moved_here ? 1U : 0U;
      if (row.words.empty()) continue;
      ASSERT_EQ(side(row.words, ComparedWords::Kind::added), before[*row.before].text);
      ASSERT_EQ(side(row.words, ComparedWords::Kind::removed), after[*row.after].text);
    }
    ASSERT_EQ(next_before, before.size());
    ASSERT_EQ(next_after, after.size());
  }
  EXPECT_GT(moved, 1'000U);
}

}  // namespace
}  // namespace comity
