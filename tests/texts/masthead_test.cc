// What a document says of itself above its text, and the names of its files.
#include <gtest/gtest.h>

#include "texts/file_name.h"
#include "texts/masthead.h"

namespace comity {
namespace {

std::string date(std::string_view words, Language language) {
  const auto found = date_in(words, language);
  return found ? print(*found) : "";
}

TEST(Dates, AreReadAsEachLanguageWritesThem) {
  EXPECT_EQ(date("New York, 13 July 2023, and 14 July 2023", Language::en), "2023-07-13");
  EXPECT_EQ(date("Nueva York, 13 de julio de 2023", Language::es), "2023-07-13");
  EXPECT_EQ(date("1er juin 2021", Language::fr), "2021-06-01");
  EXPECT_EQ(date("13 июля 2023 года", Language::ru), "2023-07-13");
  EXPECT_EQ(date("2023年7月13日，纽约", Language::zh), "2023-07-13");
  EXPECT_EQ(date("13 تموز/يوليه 2023", Language::ar), "2023-07-13");
  EXPECT_EQ(date("1 كانون الأول/ديسمبر 2021", Language::ar), "2021-12-01");
}

TEST(Dates, ThatAreNoneAreNotRead) {
  for (const auto* words : {"July 2023", "31 June 2023", "113 July 2023", "13 July 20234", "13 July", "the Mayor 2021",
                            "24 to July 2023", "0 July 2023"})
    EXPECT_EQ(date(words, Language::en), "") << words;
  for (const auto* words : {"2023年7月", "年7月13日", "2023年13月1日", "2023年777月13日"})
    EXPECT_EQ(date(words, Language::zh), "") << words;
}

Masthead of(std::initializer_list<std::pair<Paragraph::Kind, const char*>> lines, Language language) {
  TextStructure text;
  for (const auto& [kind, words] : lines) text.paragraphs.push_back({"x", kind, "", words});
  return masthead(text, language);
}

TEST(Masthead, TellsWhatIsPrintedThere) {
  using Kind = Paragraph::Kind;
  const auto french = of({{Kind::masthead, "Distr. limitée"},
                          {Kind::masthead, "13 juillet 2023"},
                          {Kind::masthead, "Français"},
                          {Kind::masthead, "Original : anglais"},
                          {Kind::heading, "Groupe de travail"},
                          {Kind::heading, "Projet de rapport"},
                          {Kind::numbered, "1."},
                          {Kind::heading, "Annexe du 1er juin 2021"}},
                         Language::fr);
  EXPECT_EQ(french.title, "Projet de rapport");
  EXPECT_EQ(print(*french.date), "2023-07-13");
  EXPECT_EQ(french.distribution, "limited");
  EXPECT_EQ(french.language, Language::fr);
  EXPECT_EQ(french.original, Language::en);
  const auto arabic = of({{Kind::masthead, "Distr.: Restricted"}, {Kind::masthead, "Arabic"}}, Language::ar);
  EXPECT_EQ(arabic.distribution, "restricted");
  EXPECT_EQ(arabic.language, Language::ar);
  const auto resolution = of({{Kind::heading, "Resolución aprobada el 7 de diciembre de 2022"},
                              {Kind::heading, "77/36. Avances"},
                              {Kind::preambular, "Recordando"}},
                             Language::es);
  EXPECT_EQ(resolution.title, "77/36. Avances");
  EXPECT_EQ(print(*resolution.date), "2022-12-07");
  EXPECT_EQ(of({}, Language::en).title, "");
}

FileNamed named(const char* symbol, Language language) { return {*parse_symbol(symbol), language}; }

TEST(FileName, TellsSymbolAndLanguage) {
  for (const auto* name : {"A_77_275-ES.pdf", "A_77_275.es.txt", "A_77_275-es", "A_77_275.ES"})
    EXPECT_EQ(named_by_file(name), named("A/77/275", Language::es)) << name;
  EXPECT_EQ(named_by_file("A_AC.292_2023_L.1.es.txt"), named("A/AC.292/2023/L.1", Language::es));
  for (const auto* name :
       {"A_77_275.txt", "A_77_275-xx.txt", "report-ES.txt", "-ES.txt", "ES", "", "a_77-es.txt", "../A_77_275-ES.txt"})
    EXPECT_FALSE(named_by_file(name)) << name;
}

TEST(FileName, IsReadAsItIsMade) {
  for (const auto* symbol : {"A/77/275", "A/AC.292/2023/CRP.1/Rev.1", "A/RES/43/78 H", "A/CONF.183/9*"})
    for (const auto language : languages)
      EXPECT_EQ(named_by_file(file_name(*parse_symbol(symbol), language, "pdf")), named(symbol, language)) << symbol;
  EXPECT_EQ(file_name(*parse_symbol("A/79/PV.1"), Language::en, "pdf"), "A_79_PV.1-EN.pdf");
  EXPECT_EQ(file_name(*parse_symbol("A/RES/43/78 H"), Language::ar, "docx"), "A_RES_43_78_H-AR.docx");
  EXPECT_EQ(file_name(*parse_symbol("A/CONF.183/9*"), Language::zh, "txt"), "A_CONF.183_9!-ZH.txt");
}

}  // namespace
}  // namespace comity
