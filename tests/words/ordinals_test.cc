#include "words/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "words_under_test.h"

namespace comity {
namespace {

using Twentyfive = std::array<std::string_view, 25>;

void expect_sessions(Language language, const Twentyfive& expected, std::string_view hundredth) {
  for (int n = 1; n <= 25; ++n)
    EXPECT_EQ(ordinal(language, n, Noun::session), expected[static_cast<std::size_t>(n - 1)]) << n;
  EXPECT_EQ(ordinal(language, 100, Noun::session), hundredth);
}

TEST(Ordinals, SessionsInEnglish) {
  expect_sessions(Language::en, {"first",        "second",        "third",        "fourth",        "fifth",
                                 "sixth",        "seventh",       "eighth",       "ninth",         "tenth",
                                 "eleventh",     "twelfth",       "thirteenth",   "fourteenth",    "fifteenth",
                                 "sixteenth",    "seventeenth",   "eighteenth",   "nineteenth",    "twentieth",
                                 "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth"},
                  "100th");
}

TEST(Ordinals, SessionsInFrench) {
  expect_sessions(Language::fr,
                  {"première",        "deuxième",       "troisième",       "quatrième",       "cinquième",
                   "sixième",         "septième",       "huitième",        "neuvième",        "dixième",
                   "onzième",         "douzième",       "treizième",       "quatorzième",     "quinzième",
                   "seizième",        "dix-septième",   "dix-huitième",    "dix-neuvième",    "vingtième",
                   "vingt et unième", "vingt-deuxième", "vingt-troisième", "vingt-quatrième", "vingt-cinquième"},
                  "100e");
}

TEST(Ordinals, SessionsInSpanishAreWordsToTheTenth) {
  expect_sessions(Language::es,
                  {"primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
                   "décimo", "11º",     "12º",    "13º",    "14º",    "15º",   "16º",     "17º",    "18º",
                   "19º",    "20º",     "21er",   "22º",    "23er",   "24º",   "25º"},
                  "100º");
}

TEST(Ordinals, SessionsInRussian) {
  expect_sessions(
      Language::ru,
      {"первая",        "вторая",        "третья",          "четвертая",       "пятая",           "шестая",
       "седьмая",       "восьмая",       "девятая",         "десятая",         "одиннадцатая",    "двенадцатая",
       "тринадцатая",   "четырнадцатая", "пятнадцатая",     "шестнадцатая",    "семнадцатая",     "восемнадцатая",
       "девятнадцатая", "двадцатая",     "двадцать первая", "двадцать вторая", "двадцать третья", "двадцать четвертая",
       "двадцать пятая"},
      "100-я");
}

TEST(Ordinals, SessionsInArabicAgreeInTheFeminine) {
  expect_sessions(Language::ar,
                  {"الأولى",           "الثانية",          "الثالثة",          "الرابعة",          "الخامسة",
                   "السادسة",          "السابعة",          "الثامنة",          "التاسعة",          "العاشرة",
                   "الحادية عشرة",     "الثانية عشرة",     "الثالثة عشرة",     "الرابعة عشرة",     "الخامسة عشرة",
                   "السادسة عشرة",     "السابعة عشرة",     "الثامنة عشرة",     "التاسعة عشرة",     "العشرون",
                   "الحادية والعشرون", "الثانية والعشرون", "الثالثة والعشرون", "الرابعة والعشرون", "الخامسة والعشرون"},
                  "100");
}

TEST(Ordinals, SessionsInChineseHaveTheirClassifier) {
  expect_sessions(Language::zh,
                  {"第一届",     "第二届",     "第三届",     "第四届",    "第五届",   "第六届",   "第七届",
                   "第八届",     "第九届",     "第十届",     "第十一届",  "第十二届", "第十三届", "第十四届",
                   "第十五届",   "第十六届",   "第十七届",   "第十八届",  "第十九届", "第二十届", "第二十一届",
                   "第二十二届", "第二十三届", "第二十四届", "第二十五届"},
                  "第100届");
}

TEST(Ordinals, MeetingsAreCountedInFigures) {
  struct Row {
    int n;
    std::array<std::string_view, 6> expected;  // ar zh en fr ru es
  };
  const std::vector<Row> rows{
      {1, {"الأولى", "第1次", "1st", "1re", "1-е", "1ª"}},        {2, {"الثانية", "第2次", "2nd", "2e", "2-е", "2ª"}},
      {3, {"الثالثة", "第3次", "3rd", "3e", "3-е", "3ª"}},        {8, {"الثامنة", "第8次", "8th", "8e", "8-е", "8ª"}},
      {10, {"العاشرة", "第10次", "10th", "10e", "10-е", "10ª"}},  {11, {"11", "第11次", "11th", "11e", "11-е", "11ª"}},
      {12, {"12", "第12次", "12th", "12e", "12-е", "12ª"}},       {13, {"13", "第13次", "13th", "13e", "13-е", "13ª"}},
      {21, {"21", "第21次", "21st", "21e", "21-е", "21ª"}},       {46, {"46", "第46次", "46th", "46e", "46-е", "46ª"}},
      {111, {"111", "第111次", "111th", "111e", "111-е", "111ª"}}};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < languages.size(); ++i)
      EXPECT_EQ(ordinal(languages[i], row.n, Noun::meeting), row.expected[i]) << row.n << " " << code_of(languages[i]);
}

TEST(Ordinals, SessionsOfTheAssemblyAreInWordsThroughout) {
  const auto of = [](Language language, int n) { return ordinal(language, n, Noun::assembly_session); };
  EXPECT_EQ(of(Language::es, 77), "septuagésimo séptimo");  // S4
  EXPECT_EQ(of(Language::es, 80), "octogésimo");            // S0 ¶1
  EXPECT_EQ(of(Language::en, 77), "seventy-seventh");
  EXPECT_EQ(of(Language::fr, 71), "soixante et onzième");
  EXPECT_EQ(of(Language::fr, 80), "quatre-vingtième");
  EXPECT_EQ(of(Language::ru, 80), "восьмидесятая");
  EXPECT_EQ(of(Language::ru, 83), "восемьдесят третья");
  EXPECT_EQ(of(Language::ar, 80), "الثمانون");
  EXPECT_EQ(of(Language::zh, 80), "第八十届");
}

TEST(Ordinals, RussianIsDeclined) {
  const auto cases = [](int n, Noun noun, Numerals numerals) {
    std::string all;
    for (const auto kase :
         {Case::nominative, Case::genitive, Case::dative, Case::accusative, Case::instrumental, Case::prepositional})
      all += (all.empty() ? "" : " ") + ordinal(Language::ru, n, noun, kase, numerals);
    return all;
  };
  EXPECT_EQ(cases(4, Noun::session, Numerals::usual), "четвертая четвертой четвертой четвертую четвертой четвертой");
  EXPECT_EQ(cases(3, Noun::session, Numerals::usual), "третья третьей третьей третью третьей третьей");
  EXPECT_EQ(cases(80, Noun::session, Numerals::usual),
            "восьмидесятая восьмидесятой восьмидесятой восьмидесятую восьмидесятой восьмидесятой");
  EXPECT_EQ(cases(8, Noun::meeting, Numerals::usual), "8-е 8-го 8-му 8-е 8-м 8-м");
  EXPECT_EQ(cases(8, Noun::meeting, Numerals::words), "восьмое восьмого восьмому восьмое восьмым восьмом");
  EXPECT_EQ(cases(3, Noun::meeting, Numerals::words), "третье третьего третьему третье третьим третьем");
  EXPECT_EQ(cases(40, Noun::meeting, Numerals::words), "сороковое сорокового сороковому сороковое сороковым сороковом");
  EXPECT_EQ(cases(11, Noun::session, Numerals::figures), "11-я 11-й 11-й 11-ю 11-й 11-й");
}

TEST(Ordinals, ArabicTensAreDeclined) {
  EXPECT_EQ(ordinal(Language::ar, 20, Noun::session, Case::genitive), "العشرين");
  EXPECT_EQ(ordinal(Language::ar, 77, Noun::assembly_session, Case::genitive), "السابعة والسبعين");
  EXPECT_EQ(ordinal(Language::ar, 4, Noun::session, Case::genitive), "الرابعة");
}

TEST(Ordinals, AgreeWithReportsAndConferencesToo) {
  struct Row {
    Noun noun;
    int n;
    std::array<std::string_view, 6> expected;  // ar zh en fr ru es
  };
  const std::vector<Row> rows{
      {Noun::report, 1, {"الأول", "第一次", "first", "premier", "первый", "primer"}},
      {Noun::report,
       2,
       {"الثاني", "第二次", "second", "deuxième", "второй", "segundo"}},  // "segundo informe anual", S0
      {Noun::report, 3, {"الثالث", "第三次", "third", "troisième", "третий", "tercer"}},
      {Noun::report, 11, {"الحادي عشر", "第十一次", "eleventh", "onzième", "одиннадцатый", "undécimo"}},
      {Noun::conference, 1, {"الأول", "第一届", "first", "première", "первая", "primera"}},
      {Noun::conference, 3, {"الثالث", "第三届", "third", "troisième", "третья", "tercera"}}};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < languages.size(); ++i)
      EXPECT_EQ(ordinal(languages[i], row.n, row.noun), row.expected[i]) << row.n << " " << code_of(languages[i]);
  std::string all;
  for (int n = 1; n <= 10; ++n) all += ordinal(Language::ru, n, Noun::report) + " ";
  EXPECT_EQ(all, "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый ");
  EXPECT_EQ(ordinal(Language::ru, 2, Noun::report, Case::genitive), "второго");
  EXPECT_EQ(ordinal(Language::ru, 3, Noun::report, Case::prepositional), "третьем");
  EXPECT_EQ(ordinal(Language::ru, 42, Noun::report, Case::accusative), "сорок второй");
  EXPECT_EQ(ordinal(Language::fr, 1, Noun::report, Case::nominative, Numerals::figures), "1er");
}

TEST(Ordinals, WordsOrFiguresMayBeAskedFor) {
  EXPECT_EQ(ordinal(Language::fr, 1, Noun::meeting, Case::nominative, Numerals::words), "première");
  EXPECT_EQ(ordinal(Language::es, 1, Noun::meeting, Case::nominative, Numerals::words), "primera");  // S0 ¶7
  EXPECT_EQ(ordinal(Language::es, 1, Noun::session, Case::nominative, Numerals::figures), "1er");
  EXPECT_EQ(ordinal(Language::zh, 8, Noun::meeting, Case::nominative, Numerals::words), "第八次");
  EXPECT_EQ(ordinal(Language::en, 4, Noun::session, Case::nominative, Numerals::figures), "4th");
}

TEST(Ordinals, StandWithTheirNouns) {
  struct Row {
    std::string_view key;
    int n;
    std::array<std::string_view, 6> expected;
  };
  const std::vector<Row> rows{
      {"ordinal.session",
       4,
       {"الدورة الرابعة", "第四届会议", "fourth session", "quatrième session", "четвертая сессия",
        "cuarto período de sesiones"}},
      {"ordinal.meeting", 8, {"الجلسة الثامنة", "第8次会议", "8th meeting", "8e séance", "8-е заседание", "8ª sesión"}},
      {"ordinal.meeting",
       46,
       {"الجلسة 46", "第46次会议", "46th meeting", "46e séance", "46-е заседание", "46ª sesión"}}};
  for (const auto& row : rows)
    for (std::size_t i = 0; i < languages.size(); ++i)
      EXPECT_EQ(shipped().say(languages[i], row.key, {{"number", std::int64_t{row.n}}}), row.expected[i]);
  const Values values{{"meeting", 8}, {"session", 4}};  // "8ª sesión del cuarto período de sesiones": S0 ¶13
  EXPECT_EQ(shipped().say(Language::es, "ordinal.meeting-of-session", values),
            "8ª sesión del cuarto período de sesiones");
  EXPECT_EQ(shipped().say(Language::ru, "ordinal.meeting-of-session", values), "8-е заседание четвертой сессии");
  EXPECT_EQ(shipped().say(Language::zh, "ordinal.meeting-of-session", values), "第四届会议第8次会议");
}

TEST(Ordinals, NoTwoNumbersReadTheSame) {
  for (const auto language : languages)
    for (const auto noun : {Noun::session, Noun::assembly_session, Noun::meeting}) {
      std::vector<std::string> all;
      for (int n = 1; n <= 200; ++n) all.push_back(ordinal(language, n, noun));
      std::sort(all.begin(), all.end());
      EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end()) << code_of(language);
    }
}

}  // namespace
}  // namespace comity
