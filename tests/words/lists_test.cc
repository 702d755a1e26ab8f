// Lists within a sentence: ordinals that share a noun, days that share a month, agenda items that follow each other.
#include "words/dates.h"
#include "words/numbers.h"
#include "words/pattern.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

using SixTexts = std::array<const char*, 6>;  // ar zh en fr ru es

std::string said_in(Language language, std::string_view pattern, const Values& values) {
  const auto pieces = parse_pattern(pattern);
  EXPECT_TRUE(pieces) << pattern;
  return say_pieces(shipped().in(language), *pieces, values);
}

void expect_in_six(std::string_view pattern, const Values& values, const SixTexts& expected) {
  for (const auto language : languages)
    EXPECT_EQ(said_in(language, pattern, values), expected[static_cast<std::size_t>(language)]) << pattern;
}

Values many(std::vector<std::string> items) { return {{"x", std::move(items)}}; }

TEST(Lists, OrdinalsOfOneNounAreJoined) {
  expect_in_six("{x, ordinals, session genitive}", many({"1", "2", "3"}),
                {"الأولى والثانية والثالثة", "第一届、第二届和第三届", "first, second and third",
                 "première, deuxième et troisième", "первой, второй и третьей", "primero, segundo y tercero"});
  expect_in_six("{x, ordinals, meeting prepositional}", many({"1", "8"}),
                {"الأولى والثامنة", "第1次和第8次", "1st and 8th", "1re et 8e", "1-м и 8-м", "1ª y 8ª"});
}

// Spanish figures begin at the eleventh session (A/AC.292/2025/L.1); a list does not mix words and figures.
TEST(Lists, WhereOneOrdinalStandsInFiguresAllDo) {
  const auto sessions = many({"9", "10", "11"});
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session}", sessions), "9º, 10º y 11º");
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session}", many({"9", "10"})), "noveno y décimo");
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session words}", many({"10", "11"})), "décimo y undécimo");
  EXPECT_EQ(said_in(Language::en, "{x, ordinals, session}", sessions), "ninth, tenth and eleventh");
  EXPECT_EQ(said_in(Language::ar, "{x, ordinals, meeting}", many({"10", "11"})), "10 و11");
}

TEST(Lists, OneSpanishOrdinalStandsBeforeItsNounAndSeveralBehindIt) {
  EXPECT_EQ(said_in(Language::es, "{x, ordinal, session}", {{"x", "1"}}), "primer");
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session}", many({"1"})), "primer");
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session}", many({"1", "3"})), "primero y tercero");
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session}", many({"21", "23"})), "21º y 23º");
  EXPECT_EQ(said_in(Language::es, "{x, ordinals, session}", many({"21"})), "21er");
}

TEST(Lists, DaysOfOneMonthStandTogether) {
  expect_in_six("{x, dates, when}", many({"2022-03-24", "2022-03-31"}),
                {"في 24 و31 آذار/مارس 2022", "2022年3月24日和31日", "on 24 and 31 March 2022", "les 24 et 31 mars 2022",
                 "24 и 31 марта 2022 года", "los días 24 y 31 de marzo de 2022"});
  expect_in_six("{x, dates}", many({"2023-05-01", "2023-05-22"}),
                {"1 و22 أيار/مايو 2023", "2023年5月1日和22日", "1 and 22 May 2023", "1er et 22 mai 2023",
                 "1 и 22 мая 2023 года", "1 y 22 de mayo de 2023"});
}

TEST(Lists, DaysAndSpansAreJoinedInTheirOrder) {
  expect_in_six(
      "{x, dates, when}", many({"2022-12-05/2022-12-09", "2023-03-02", "2023-05-23/2023-05-26"}),
      {"في الفترة من 5 إلى 9 كانون الأول/ديسمبر 2022 وفي 2 آذار/مارس 2023 وفي الفترة من 23 إلى 26 أيار/مايو 2023",
       "2022年12月5日至9日、2023年3月2日和2023年5月23日至26日",
       "from 5 to 9 December 2022, on 2 March 2023 and from 23 to 26 May 2023",
       "du 5 au 9 décembre 2022, le 2 mars 2023 et du 23 au 26 mai 2023",
       "с 5 по 9 декабря 2022 года, 2 марта 2023 года и с 23 по 26 мая 2023 года",
       "del 5 al 9 de diciembre de 2022, el 2 de marzo de 2023 y del 23 al 26 de mayo de 2023"});
  EXPECT_EQ(said_in(Language::en, "{x, dates, when}", many({"2022", "2022-03"})), "in 2022 and in March 2022");
}

TEST(Lists, ItemsThatFollowEachOtherAreASpan) {
  expect_in_six("{x, items}", many({"3", "5", "6", "7"}),
                {"3 و5 إلى 7", "3和5至7", "3 and 5 to 7", "3 et 5 à 7", "3 и 5–7", "3 y 5 a 7"});
  EXPECT_EQ(said_in(Language::en, "{x, items}", many({"3", "5", "6"})), "3, 5 and 6");
  EXPECT_EQ(said_in(Language::en, "{x, items}", many({"5.a", "5.b", "6"})), "5 (a), 5 (b) and 6");
  EXPECT_EQ(said_in(Language::ar, "{x, items}", many({"5.c"})), "5 (ج)");
  EXPECT_EQ(said_in(Language::es, "{x, items}", many({"9", "10", "11"})), "9 a 11");
}

TEST(Lists, AListIsJoinedCountedAndChosenBy) {
  EXPECT_EQ(said_in(Language::en, "{x}", many({"A/1", "A/2", "A/3"})), "A/1, A/2 and A/3");
  EXPECT_EQ(said_in(Language::ar, "{x}", many({"A/1", "A/2"})), "\u2066A/1\u2069 و\u2066A/2\u2069");
  const auto* pattern = "{x, select, one {one thing} two {a pair} other {many}}";
  EXPECT_EQ(said_in(Language::en, pattern, many({"a"})), "one thing");
  EXPECT_EQ(said_in(Language::en, pattern, many({"a", "b"})), "a pair");
  EXPECT_EQ(said_in(Language::en, pattern, many({"a", "b", "c"})), "many");
  EXPECT_EQ(said_in(Language::en, "{x, plural, one {# thing} other {# things}}", many({"a", "b"})), "2 things");
}

}  // namespace
}  // namespace comity
