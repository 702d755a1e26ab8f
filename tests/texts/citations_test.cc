#include "texts/citations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "texts/plain.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "A/77/275#p16-a": symbol and paragraph of each citation, "#p16" of the document itself.
std::vector<std::string> cited(std::string_view text, Language language = Language::en) {
  std::vector<std::string> out;
  for (const auto& one : citations(text, language))
    out.push_back(one.symbol + (one.paragraph.empty() ? "" : "#" + one.paragraph));
  return out;
}

TEST(Citations, AreOfSymbolsWhereverTheyStand) {
  EXPECT_THAT(cited("as in A/77/275, A/AC.292/2021/INF/1/Add.1 and (A/AC.292/2022/L.1)."),
              ElementsAre("A/77/275", "A/AC.292/2021/INF/1/Add.1", "A/AC.292/2022/L.1"));
  EXPECT_THAT(cited("A/RES/43/78 H, A/RES/2625 (XXV); S/PV.4072 (Resumption 1)."),
              ElementsAre("A/RES/43/78 H", "A/RES/2625 (XXV)", "S/PV.4072 (Resumption 1)"));
  EXPECT_THAT(cited("see https://undocs.org/en/A/RES/75/240 and https://docs.un.org/en/A/80/257"),
              ElementsAre("A/RES/75/240", "A/80/257"));
  EXPECT_THAT(cited("document A/77/380 The next sentence"), ElementsAre("A/77/380"));
  EXPECT_THAT(cited("and/or, TCP/IP, 24/7, 1/2, A/B testing, https://example.org/A/77/275"), IsEmpty());
}

TEST(Citations, AreOfResolutionsAndDecisionsByNumberInSixLanguages) {
  EXPECT_THAT(
      cited("its resolutions 36/103 of 9 December 1981, 43/78 H of 7 December 1988, and 76/19; decision 77/512"),
      ElementsAre("A/RES/36/103", "A/RES/43/78 H", "A/RES/76/19", "A/DEC/77/512"));
  EXPECT_THAT(cited("resolution 2625 (XXV), Security Council resolution 1540 (2004), resolution 1996/31"),
              ElementsAre("A/RES/2625 (XXV)", "S/RES/1540 (2004)", "E/RES/1996/31"));
  EXPECT_THAT(cited("En su resolución 75/240 y en la decisión 77/512", Language::es),
              ElementsAre("A/RES/75/240", "A/DEC/77/512"));
  EXPECT_THAT(cited("Dans sa résolution 75/240 et sa décision 77/512", Language::fr),
              ElementsAre("A/RES/75/240", "A/DEC/77/512"));
  EXPECT_THAT(cited("В своей резолюции 75/240 и решении 77/512", Language::ru),
              ElementsAre("A/RES/75/240", "A/DEC/77/512"));
  EXPECT_THAT(cited("大会第75/240号决议和第77/512号决定", Language::zh), ElementsAre("A/RES/75/240", "A/DEC/77/512"));
  EXPECT_THAT(cited("في قرارها 75/240 ومقررها 77/512", Language::ar), ElementsAre("A/RES/75/240", "A/DEC/77/512"));
  EXPECT_THAT(cited("half of it, 1/2; the resolution was good. On 24/7 nothing"), IsEmpty());
}

TEST(Citations, AreOfParagraphsInSixLanguages) {
  EXPECT_THAT(cited("A/75/816, annex I, para. 29"), ElementsAre("A/75/816#annex-1-p29"));
  EXPECT_THAT(cited("A/76/135, paras. 57 (b) and (d)"), ElementsAre("A/76/135#p57-b", "A/76/135#p57-d"));
  EXPECT_THAT(cited("A/75/816, annex I, para. 29; annex II"), ElementsAre("A/75/816#annex-1-p29", "A/75/816#annex-2"));
  EXPECT_THAT(cited("paragraph 1 of General Assembly resolution 75/240"), ElementsAre("A/RES/75/240#p1"));
  EXPECT_THAT(cited("A/75/816, anexo I, párrs. 8 a 10", Language::es),
              ElementsAre("A/75/816#annex-1-p8", "A/75/816#annex-1-p9", "A/75/816#annex-1-p10"));
  EXPECT_THAT(cited("Resolución 75/240 de la Asamblea General, párrafo dispositivo 1", Language::es),
              ElementsAre("A/RES/75/240#p1"));
  EXPECT_THAT(cited("en el párrafo 1 de la resolución 75/240 de la Asamblea General", Language::es),
              ElementsAre("A/RES/75/240#p1"));
  EXPECT_THAT(cited("A/75/816, annexe I, par. 29", Language::fr), ElementsAre("A/75/816#annex-1-p29"));
  EXPECT_THAT(cited("paragraphe 5 de la résolution 75/240", Language::fr), ElementsAre("A/RES/75/240#p5"));
  EXPECT_THAT(cited("A/75/816, приложение I, п. 29", Language::ru), ElementsAre("A/75/816#annex-1-p29"));
  EXPECT_THAT(cited("пункт 5 резолюции 75/240", Language::ru), ElementsAre("A/RES/75/240#p5"));
  EXPECT_THAT(cited("A/75/816，附件一，第29段", Language::zh), ElementsAre("A/75/816#annex-1-p29"));
  EXPECT_THAT(cited("大会第75/240号决议第5段", Language::zh), ElementsAre("A/RES/75/240#p5"));
  EXPECT_THAT(cited("A/75/816، المرفق الأول، الفقرة 29", Language::ar), ElementsAre("A/75/816#annex-1-p29"));
  EXPECT_THAT(cited("الفقرة 5 من القرار 75/240", Language::ar), ElementsAre("A/RES/75/240#p5"));
}

TEST(Citations, AreOfPartsNamedBeforeTheirParagraph) {
  EXPECT_THAT(cited("los apartados a) y b) del párrafo 15", Language::es), ElementsAre("#p15-a", "#p15-b"));
  EXPECT_THAT(cited("subparagraphs (a), (b) and (c) of paragraph 15 of A/77/275"),
              ElementsAre("A/77/275#p15-a", "A/77/275#p15-b", "A/77/275#p15-c"));
  EXPECT_THAT(cited("les alinéas a) et b) du paragraphe 15", Language::fr), ElementsAre("#p15-a", "#p15-b"));
  EXPECT_THAT(cited("подпункты a) и b) пункта 15", Language::ru), ElementsAre("#p15-a", "#p15-b"));
  EXPECT_THAT(cited("الفقرتين الفرعيتين (أ) و (ب) من الفقرة 15", Language::ar), ElementsAre("#p15-a", "#p15-b"));
  EXPECT_THAT(cited("الفقرة 57 (ب) من الوثيقة A/76/135", Language::ar), ElementsAre("A/76/135#p57-b"));
}

TEST(Citations, OfNobodyElseAreOfTheDocumentItself) {
  EXPECT_THAT(cited("el párrafo 14 e) anterior", Language::es), ElementsAre("#p14-e"));
  EXPECT_THAT(cited("los párrafos 15 a) y b)", Language::es), ElementsAre("#p15-a", "#p15-b"));
  EXPECT_THAT(cited("see paragraph 4 and the document A/77/275 too"), ElementsAre("#p4", "A/77/275"));
  EXPECT_THAT(cited("the annex to the report"), IsEmpty());
}

TEST(Citations, SayWhereTheyStand) {
  const std::string text = "See A/75/816, annex I, para. 29, and more.";
  const auto all = citations(text, Language::en);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(text.substr(all[0].begin, all[0].end - all[0].begin), "A/75/816, annex I, para. 29");
}

TEST(Citations, WithinADocumentAreLookedForInItsOwnPart) {
  const auto import = import_plain(
      "1. Body, paragraph 2.\n\n2. More.\n\nAnnex\n\n1. See paragraph 2 and paragraph 1.\n\nRecommended next "
      "steps\n\n1. As in "
      "paragraph 9.\n",
      Language::en);
  ASSERT_TRUE(import);
  const auto found = citations(import->text, Language::en);
  std::vector<std::string> lines;
  for (const auto& one : found.citations) lines.push_back(one.in + ">" + one.citation.paragraph);
  // The annex has no paragraph 2: the body's is meant.
  EXPECT_THAT(lines, ElementsAre("p1>p2", "annex-p1>p2", "annex-p1>annex-p1", "annex-rec-1>"));
  EXPECT_THAT(found.findings,
              ElementsAre(Finding{"own-paragraph-missing", {{"in", "annex-rec-1"}, {"paragraph", "p9"}}}));
}

}  // namespace
}  // namespace comity
