// Words as they are looked for: cut, folded and stemmed in six languages.
#include "search/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace comity {
namespace {

using testing::ElementsAre;

std::vector<std::string> folded(Language language, std::string_view text) {
  std::vector<std::string> out;
  for (const auto& word : reader_of(language).read(text)) out.push_back(word.folded);
  return out;
}
std::string stem(Language language, std::string_view word) {
  const auto words = reader_of(language).read(word);
  return words.size() == 1 ? words.front().stem : "not one word";
}

TEST(SearchWords, FoldAccentsAndCase) {
  EXPECT_THAT(folded(Language::es, "La NEGOCIACIÓN, según el Señor"),
              ElementsAre("la", "negociacion", "segun", "el", "senor"));
  EXPECT_THAT(folded(Language::fr, "Été à l’Assemblée générale, qu'on l'élise"),
              ElementsAre("ete", "a", "assemblee", "generale", "on", "elise"));
  EXPECT_THAT(folded(Language::en, "States’ co-operation"), ElementsAre("states", "co", "operation"));
}

TEST(SearchWords, KeepTheRussianShortI) {
  EXPECT_THAT(folded(Language::ru, "Объединённый мир"), ElementsAre("объединенный", "мир"));
  EXPECT_NE(folded(Language::ru, "мой"), folded(Language::ru, "мои"));
}

TEST(SearchWords, TakeTheFormsOfAnArabicLetterForOne) {
  EXPECT_EQ(folded(Language::ar, "إجراء"), folded(Language::ar, "اجراء"));
  EXPECT_EQ(folded(Language::ar, "الجمعيّة"), folded(Language::ar, "الجمعيه"));
  EXPECT_EQ(folded(Language::ar, "مســـتشفى"), folded(Language::ar, "مستشفي"));
}

TEST(SearchWords, CutChineseByItsDictionary) {
  EXPECT_THAT(folded(Language::zh, "联合国信息安全"), ElementsAre("联合", "国", "信息", "安全"));
}

TEST(SearchWords, StemByTheLanguageAndFoldAfter) {
  EXPECT_EQ(stem(Language::es, "negociaciones"), stem(Language::es, "negociación"));
  EXPECT_EQ(stem(Language::fr, "confidentielles"), stem(Language::fr, "confidentielle"));
  EXPECT_EQ(stem(Language::ru, "государства"), stem(Language::ru, "государствами"));
  EXPECT_EQ(stem(Language::en, "applies"), stem(Language::en, "applied"));
  EXPECT_EQ(stem(Language::zh, "安全"), "安全");
}

TEST(SearchWords, TellWhereTheyStandInBytes) {
  const std::string text = "L’État, «élu».";
  std::vector<std::string> shown;
  for (const auto& word : reader_of(Language::fr).read(text))
    shown.push_back(text.substr(word.place.begin, word.place.end - word.place.begin));
  EXPECT_THAT(shown, ElementsAre("État", "élu"));
}

TEST(SearchWords, TakeWhatIsNoUtf8ForABreak) {
  EXPECT_THAT(folded(Language::en, "one\xff\xfetwo"), ElementsAre("one", "two"));
  EXPECT_TRUE(folded(Language::en, "").empty());
}

}  // namespace
}  // namespace comity
