#include "texts/plain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Imported imported(std::string_view text, Language language = Language::en) {
  auto result = import_plain(text, language);
  EXPECT_TRUE(result) << result.refusal().code;
  return result ? *std::move(result) : Imported{};
}

// "p1 p2 p2-a": the ids, in order.
std::string ids_told(const Imported& import) {
  std::string out;
  for (const auto& paragraph : import.text.paragraphs) out += (out.empty() ? "" : " ") + paragraph.id;
  return out;
}

std::string text_of(const Imported& import, std::string_view id) {
  for (const auto& paragraph : import.text.paragraphs)
    if (paragraph.id == id) return paragraph.text;
  ADD_FAILURE() << "no paragraph " << id << " in " << ids_told(import);
  return "";
}

// "words-mended count=1 examples=x".
std::vector<std::string> findings(const Imported& import) {
  std::vector<std::string> out;
  for (const auto& finding : import.findings) {
    auto line = finding.code;
    for (const auto& [key, value] : finding.values) line += ' ' + key + '=' + value;
    out.push_back(line);
  }
  return out;
}

TEST(PlainText, OfAReportHasItsParagraphsUnderTheirNumbers) {
  const auto report = imported(R"(General Assembly
Distr. limited
3 March 2027
English
Original: French

Draft report of the group

I. Introduction

1. The group was established.

2. It has a mandate.

II. Work

A. Meetings

3. It met twice:

(a) In the morning;

(b) In the afternoon:

(i) In one room;

(ii) In another.

B. Documents

4. It had documents.

Annex

Progress

1. First of the annex.

Recommended next steps

1. States continue.

2. States meet again.

2. Second of the annex.
)");
  EXPECT_EQ(ids_told(report),
            "m1 m2 m3 m4 m5 h1 si p1 p2 sii sa p3 p3-a p3-b p3-b-i p3-b-ii sb p4 annex annex-h1 annex-p1 annex-rec "
            "annex-rec-1 annex-rec-2 annex-p2");
  EXPECT_EQ(text_of(report, "p3-b-ii"), "In another.");
  EXPECT_EQ(text_of(report, "annex-rec-2"), "States meet again.");
  EXPECT_THAT(findings(report), IsEmpty());
}

// The same numbers in six languages have the same ids.
TEST(PlainText, HasTheSameIdsInEachLanguage) {
  const std::vector<std::pair<Language, std::string>> versions{
      {Language::en,
       "I. Introduction\n\n1. First:\n\n(a) One;\n\nAnnex\n\n1. Text.\n\nRecommended next steps\n\n1. Step.\n"},
      {Language::fr,
       "I. Introduction\n\n1. Premier :\n\na) Un ;\n\nAnnexe\n\n1. Texte.\n\nProchaines étapes recommandées\n\n1. "
       "Étape.\n"},
      {Language::es,
       "I. Introducción\n\n1. Primero:\n\na) Uno;\n\nAnexo\n\n1. Texto.\n\nPróximas medidas recomendadas\n\n1. "
       "Medida.\n"},
      {Language::ru,
       "I. Введение\n\n1. Первый:\n\na) Один;\n\nПриложение\n\n1. Текст.\n\nРекомендуемые дальнейшие шаги\n\n1. "
       "Шаг.\n"},
      {Language::zh, "I. 导言\n\n1. 第一：\n\n(a) 一；\n\n附件\n\n1. 案文。\n\n建议采取的后续步骤\n\n1. 步骤。\n"},
      {Language::ar,
       "I. مقدمة\n\n1. أولا:\n\n(a) واحد؛\n\nالمرفق\n\n1. نص.\n\nالخطوات التالية الموصى بها\n\n1. خطوة.\n"}};
  for (const auto& [language, text] : versions) {
    const auto import = imported(text, language);
    EXPECT_EQ(ids_told(import), "si p1 p1-a annex annex-p1 annex-rec annex-rec-1") << code_of(language);
    EXPECT_THAT(findings(import), IsEmpty()) << code_of(language);
  }
}

// Arabic counts chapters in ordinals, sections and sub-paragraphs in letters of its own, Chinese chapters in its
// figures.
TEST(PlainText, HasTheSameIdsWhereALanguageCountsInItsOwnLetters) {
  const auto english = imported(
      "I. Work\n\nA. Meetings\n\n1. It met:\n\n(a) One;\n\n(b) Two;\n\n(c) Three;\n\n(d) Four;\n\n(e) Five.\n");
  const auto arabic = imported(
      "أولا - العمل\n\nألف - الجلسات\n\n1 - اجتمع:\n\n(أ) واحد؛\n\n(ب) اثنان؛\n\n(ج) ثلاثة؛\n\n(د) أربعة؛\n\n(هـ) "
      "خمسة.\n",
      Language::ar);
  const auto chinese = imported(
      "一、工作\n\nA. 会议\n\n1. 开会：\n\n(a) 一；\n\n(b) 二；\n\n(c) 三；\n\n(d) 四；\n\n(e) 五。\n", Language::zh);
  const auto numbers = [](const Imported& import) {
    std::string out;
    for (const auto& paragraph : import.text.paragraphs) out += paragraph.number + " ";
    return out;
  };
  EXPECT_EQ(ids_told(arabic), ids_told(chinese));
  EXPECT_EQ(numbers(arabic), "أولا ألف 1 أ ب ج د هـ ");
  EXPECT_EQ(numbers(chinese), "一 A 1 a b c d e ");
  EXPECT_EQ(text_of(arabic, "p1-a"), "واحد؛");
  EXPECT_EQ(ids_told(english), ids_told(arabic));
}

TEST(PlainText, OfAResolutionHasAPreambleAndOperativeParagraphs) {
  const auto resolution =
      imported(R"(**Item 94 of the agenda****Resolution adopted on 7 December 2027***[on the report (A/82/380)]***

82/36. A matter***The General Assembly,*

*Recalling* its resolution [75/240](#),

*Noting* much,

1. *Supports* the group¹;

2. *Decides* to stay

¹ [A/77/275](#).

seized of the matter.

*46th plenary meeting
7 December 2027*
)");
  EXPECT_EQ(ids_told(resolution), "h1 h2 t1 h3 t2 pp1 pp2 op1 op2 closing");
  EXPECT_EQ(text_of(resolution, "h2"), "Resolution adopted on 7 December 2027");
  EXPECT_EQ(text_of(resolution, "pp1"), "Recalling its resolution 75/240,");
  EXPECT_EQ(text_of(resolution, "op1"), "Supports the group;");
  EXPECT_EQ(text_of(resolution, "op2"), "Decides to stay seized of the matter.");
  EXPECT_EQ(text_of(resolution, "closing"), "46th plenary meeting 7 December 2027");
  ASSERT_EQ(resolution.text.notes, (std::vector<Footnote>{{"1", "A/77/275."}}));
  const auto& marks = resolution.text.paragraphs[7].marks;
  EXPECT_EQ(marks, (std::vector<NoteMark>{{18, "1"}}));
}

TEST(PlainText, OfAnAgendaCountsItsAnnotationsAnew) {
  const auto agenda = imported(
      "Provisional agenda\n\n1. Election of officers.\n2. Issues:\n   - (a) Rules;\n   - (b) "
      "Law.\n\nAnnotations\n\nThe group "
      "meets.\n\n1. Election of officers\n\nThe group will elect.\n\n2. Issues\n\nThe group will discuss.\n");
  EXPECT_EQ(ids_told(agenda), "h1 p1 p2 p2-a p2-b ann ann-t1 ann-1 ann-1-t1 ann-2 ann-2-t1");
}

// As the text of a PDF comes out: a line for a line, an empty one after each, pages that end within a sentence. "~"
// stands for a space at the end of a line.
constexpr std::string_view page = R"( I. Introduction~
~

1. The group held its first session in New York, and considered the reports of~

the other groups, which it thanked for their adic ional work on the matter of the~

20 21 report1. The additional adicional reports, which were many, are listed in~

the document A/AC.292/2021/INF/1/Add.1 and in the programme, as follows:~

 1. Opening of the session by the one who represents the Secretary-General,~

with the usual words.~

 2. Other matters, among which~

__________________~

 1 Report of 2021, A/75/816, annex I, para. 12, and the resolution by which it was~

welcomed.~

https://undocs.org/en/A/75/816

https://undocs.org/en/A/RES/75/240

 are those that nobody had foreseen.~

2. The group decided to go on, and to meet again in the year 2027, so that all of~

its members, among them those of small missions, could take part2, if they wished.~
~

 A. What was left to be done by a group that had so little time~
and so many members~
~

3. The rest was left to the next session, which is to be held in the same place and~

under the same rules3.~

22-12345 (E)

3/16
)";

TEST(PlainText, OfAPageIsMended) {
  std::string text(page);
  std::replace(text.begin(), text.end(), '~', ' ');
  const auto import = imported(text);
  EXPECT_EQ(ids_told(import), "si p1 p1-1 p1-2 p2 sa p3");
  EXPECT_EQ(
      text_of(import, "p1"),
      "The group held its first session in New York, and considered the reports of the other groups, which it thanked "
      "for their adicional work on the matter of the 2021 report. The additional adicional reports, which were many, "
      "are listed in the document A/AC.292/2021/INF/1/Add.1 and in the programme, as follows:");
  EXPECT_EQ(text_of(import, "p1-2"), "Other matters, among which are those that nobody had foreseen.");
  EXPECT_EQ(text_of(import, "sa"), "What was left to be done by a group that had so little time and so many members");
  EXPECT_THAT(import.text.notes,
              ElementsAre(Footnote{
                  "1", "Report of 2021, A/75/816, annex I, para. 12, and the resolution by which it was welcomed."}));
  EXPECT_THAT(
      findings(import),
      ElementsAre("links-removed count=2", "furniture-removed count=2", "words-mended count=2 examples=adicional, 2021",
                  "note-missing number=2 paragraph=p2", "note-missing number=3 paragraph=p3"));
}

TEST(PlainText, ThatTurnsRoundOrHidesIsCleaned) {
  const auto import = imported(
      "\xef\xbb\xbf"
      "1. Plain\xe2\x80\xae txet\xe2\x80\xac and zero\xe2\x80\x8bwidth.\r\n\r\n2.\xc2\xa0"
      "Next\x07.\n");
  EXPECT_EQ(text_of(import, "p1"), "Plain txet and zerowidth.");
  EXPECT_EQ(text_of(import, "p2"), "Next.");
  EXPECT_THAT(findings(import), ElementsAre("signs-removed count=5"));
}

TEST(PlainText, EndsItsLinesInAnyWay) {
  for (const auto* end : {"\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\f"}) {
    const auto import = imported("1. One." + std::string(end) + end + "2. Two." + end);
    EXPECT_EQ(ids_told(import), "p1 p2");
    EXPECT_EQ(text_of(import, "p1"), "One.");
    EXPECT_THAT(findings(import), IsEmpty());
  }
}

TEST(PlainText, TellsWhatDoesNotFit) {
  const auto gap = imported("1. One.\n\n3. Three.\n\n3. Three again.\n");
  EXPECT_EQ(ids_told(gap), "p1 p3 p3-again2");
  EXPECT_THAT(findings(gap),
              ElementsAre("number-unexpected due=2 id=p3 number=3", "number-unexpected due=4 id=p3-again2 number=3"));
  EXPECT_THAT(findings(imported("Nothing is counted here.\n")), ElementsAre("no-numbers"));
  const auto skipped = imported("1. One:\n\n(a) First;\n\n(c) Third.\n");
  EXPECT_EQ(ids_told(skipped), "p1 p1-a p1-c");
  EXPECT_THAT(findings(skipped), ElementsAre("item-unexpected id=p1-c mark=c"));
  const auto unused = imported("1. No mark.\n\n² A note.\n");
  EXPECT_THAT(findings(unused), ElementsAre("note-unused number=2"));
}

TEST(PlainText, ThatIsNoneIsRefused) {
  const auto refused = [](std::string_view bytes) { return import_plain(bytes, Language::en).refusal(); };
  EXPECT_EQ(refused("1. Good.\n2. B\xe9"
                    "d.\n"),
            (Refusal{"text-not-utf8", {{"line", "2"}}}));
  EXPECT_EQ(refused(" \n\n\t\n"), (Refusal{"text-empty"}));
  EXPECT_EQ(refused(""), (Refusal{"text-empty"}));
  EXPECT_EQ(refused(std::string(plain_text_limit + 1, 'a')).code, "text-too-large");
  std::string ideographs = "1. One.\n\n2. ";
  for (std::size_t i = 0; i <= paragraph_limit / 3; ++i) ideographs += "国";
  std::string begin;
  for (int i = 0; i < 20; ++i) begin += "国";
  EXPECT_EQ(refused(ideographs),
            (Refusal{"paragraph-too-long", {{"in", "p2"}, {"begin", begin}, {"limit", "100000"}}}));
}

TEST(PlainText, OfLettersGoesOnAfterHWithI) {
  std::string text = "1. List:\n\n";
  for (char c = 'a'; c <= 'k'; ++c) text += std::string(1, c) + ") Item;\n\n";
  EXPECT_EQ(ids_told(imported(text)), "p1 p1-a p1-b p1-c p1-d p1-e p1-f p1-g p1-h p1-i p1-j p1-k");
  EXPECT_EQ(ids_told(imported("1. List:\n\na) Item:\n\ni) One;\n\nii) Two;\n\nb) Item.\n")),
            "p1 p1-a p1-a-i p1-a-ii p1-b");
}

TEST(Notes, WithNumbersBeyondAnyNoteAreNone) {
  const auto read = imported("1. Words.\n\n_____\n1 A note.\n¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴ of it.\n");
  ASSERT_EQ(read.text.notes.size(), 1U);
  EXPECT_EQ(read.text.notes[0].number, "1");
}

TEST(Notes, ThatBearOneNumberAreToldApart) {
  const auto read = imported("1. Words.¹\n\n_____\n1 The first.\n\n2. More.¹\n\n_____\n1 The second.\n");
  ASSERT_EQ(read.text.notes.size(), 2U);
  EXPECT_EQ(read.text.notes[0].number, "1");
  EXPECT_EQ(read.text.notes[1].number, "2");
  EXPECT_THAT(findings(read), testing::Contains("note-renumbered number=2 printed=1"));
}

}  // namespace
}  // namespace comity
