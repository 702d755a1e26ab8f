// Files of other kinds as lines: what each kind tells of its paragraphs, and that a hostile one is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "convert/read_file.h"
#include "texts/plain.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// "p1|1|words": id, number and words of each paragraph, and of each note "note-1||words"; marks as "{1}" in the words.
std::vector<std::string> told(const PlainText& lines, Language language = Language::en) {
  const auto imported = import_lines(lines, language);
  EXPECT_TRUE(imported) << imported.refusal().code;
  std::vector<std::string> out;
  if (!imported) return out;
  for (const auto& one : imported->text.paragraphs) {
    auto words = one.text;
    for (auto mark = one.marks.rbegin(); mark != one.marks.rend(); ++mark)
      words.insert(mark->at, "{" + mark->number + "}");
    out.push_back(one.id + "|" + one.number + "|" + words);
  }
  for (const auto& note : imported->text.notes) out.push_back("note-" + note.number + "||" + note.text);
  return out;
}

std::vector<std::string> found(const Result<PlainText>& lines) {
  std::vector<std::string> out;
  for (const auto& finding : lines->findings) {
    out.push_back(finding.code);
    for (const auto& [name, value] : finding.values) out.back() += " " + name + "=" + value;
  }
  return out;
}

Result<PlainText> odt(const std::string& body, const std::string& styles = "") {
  return lines_of_flat_odt("<office:document><office:automatic-styles>" + styles +
                           "</office:automatic-styles><office:body><office:text>" + body +
                           "</office:text></office:body></office:document>");
}

const std::string list_style = R"xml(<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
<text:list-level-style-number text:level="3" style:num-format="i" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>)xml";

std::string item(const std::string& words, const std::string& inside = "") {
  return "<text:list-item><text:p>" + words + "</text:p>" + inside + "</text:list-item>";
}
std::string list(const std::string& items, const std::string& attributes = R"(text:style-name="L1")") {
  return "<text:list " + attributes + ">" + items + "</text:list>";
}

TEST(ReadOdt, ListsGiveTheirItemsTheNumbersThatArePrinted) {
  const auto deep = list(item("deep") + item("deeper"), "");
  const auto lines = odt(list(item("one") + item("two:", list(item("a sub-item;") + item("another:", deep), ""))) +
                             "<text:p>Between.</text:p>" +
                             list(item("three"), R"(text:style-name="L1" text:continue-numbering="true")") +
                             list(item("a point"), R"(text:style-name="L2")"),
                         list_style);
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines),
              ElementsAre("p1|1|one", "p2|2|two:", "p2-a|a|a sub-item;", "p2-b|b|another:", "p2-b-i|i|deep",
                          "p2-b-ii|ii|deeper", "p2-b-t1||Between.", "p3|3|three", "p3-b1|•|a point"));
}

TEST(ReadOdt, AListGoesOnWhereItSaysSoAndBeginsWhereItIsTold) {
  const auto lines =
      odt(list(item("one"), R"(text:style-name="L1" xml:id="x")") + list(item("new one")) +
              list(item("two"), R"(text:style-name="L1" text:continue-list="x")") +
              list(R"(<text:list-item text:start-value="7"><text:p>seven</text:p></text:list-item>)" + item("eight")),
          list_style);
  ASSERT_TRUE(lines);
  std::vector<std::string> texts;
  for (const auto& line : lines->lines) texts.push_back(line.text);
  EXPECT_THAT(texts, ElementsAre("1. one", "1. new one", "2. two", "7. seven", "8. eight"));
}

TEST(ReadOdt, NotesStandWhereTheirMarksAre) {
  const auto note = [](const std::string& number, const std::string& words) {
    return "<text:note><text:note-citation text:label=\"" + number + "\">" + number +
           "</text:note-citation><text:note-body><text:p>" + words + "</text:p></text:note-body></text:note>";
  };
  const auto lines = odt("<text:p>1. A word" + note("1", "<text:span>1</text:span> The first.") + " and after" +
                         note("*", "A star.") + ", the end" + note("1", "Again.") + ".</text:p>");
  ASSERT_TRUE(lines);
  EXPECT_THAT(found(lines), ElementsAre("note-renumbered number=3 printed=1"));
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|A word{1} and after{*}, the end{3}.", "note-1||The first.",
                                        "note-*||A star.", "note-3||Again."));
}

TEST(ReadOdt, HeadingsQuotationsAndTablesSayWhatTheyAre) {
  const auto lines =
      odt(R"(<text:h text:outline-level="1">A heading that ends like a sentence.</text:h>)"
          R"(<text:p>1. First.</text:p><text:p text:style-name="P1">Words of another.</text:p>)"
          R"(<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Date</text:p>)"
          R"(</table:table-cell><table:table-cell><text:p>Item</text:p></table:table-cell></table:table-row>)"
          R"(</table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">)"
          R"(<text:p>1. not a paragraph</text:p><text:p>of two lines</text:p></table:table-cell>)"
          R"(<table:covered-table-cell/></table:table-row></table:table>)",
          R"(<style:style style:name="P1" style:parent-style-name="Quotations"/>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("h1||A heading that ends like a sentence.", "p1|1|First.",
                                        "p1-q1||Words of another.", "p1-table1-r1-c1||Date", "p1-table1-r1-c2||Item",
                                        "p1-table1-r2-c1||1. not a paragraph of two lines"));
  EXPECT_EQ(lines->lines[3].said, Paragraph::Kind::column);
  EXPECT_EQ(lines->lines[5].said, Paragraph::Kind::cell);
}

TEST(ReadOdt, ABoxRoundWordsIsNoTableAndAMastheadInOneIsAMasthead) {
  const auto cell = [](const std::string& words) { return "<table:table-cell>" + words + "</table:table-cell>"; };
  const auto lines =
      odt("<table:table><table:table-row>" +
          cell("<text:p>Distr.: General<text:line-break/>15 July 2022<text:line-break/>Original: English</text:p>") +
          cell("<text:p>English</text:p>") + "</table:table-row></table:table><table:table><table:table-row>" +
          cell("<text:p>1. In a box.</text:p>") + "</table:table-row></table:table>");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("m1||Distr.: General", "m2||15 July 2022", "m3||Original: English",
                                        "m4||English", "p1|1|In a box."));
}

TEST(ReadOdt, WhatIsNoTextIsLeftOutAndTold) {
  const auto lines =
      odt(R"(<text:tracked-changes><text:changed-region/><text:changed-region/></text:tracked-changes>)"
          R"(<text:table-of-content><text:index-body><text:p>I. Introduction 3</text:p></text:index-body>)"
          R"(</text:table-of-content><text:section text:display="none"><text:p>hidden</text:p></text:section>)"
          R"(<text:p>1. Seen<office:annotation><text:p>a remark</text:p></office:annotation>)"
          "\xe2\x80\xae"
          R"( by all.<draw:frame><draw:image/></draw:frame></text:p>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|Seen by all."));
  EXPECT_THAT(found(lines),
              UnorderedElementsAre("changes-accepted count=2", "comments-left count=1", "pictures-left count=1",
                                   "contents-left count=1", "signs-removed count=1"));
}

TEST(ReadOdt, TrackedChangesAreReadAsIfAccepted) {
  const auto lines =
      odt(R"(<text:tracked-changes><text:changed-region xml:id="d1"><text:deletion/></text:changed-region>)"
          R"(<text:changed-region xml:id="i1"><text:insertion/></text:changed-region>)"
          R"(<text:changed-region xml:id="d2"><text:deletion/></text:changed-region></text:tracked-changes>)"
          R"(<text:p><text:change-start text:change-id="d1"/>3<text:change-end text:change-id="d1"/>)"
          R"(<text:change-start text:change-id="i1"/>1<text:change-end text:change-id="i1"/>. Kept)"
          R"(<text:change-start text:change-id="d2"/> and <text:span>gone</text:span><text:tab/></text:p>)"
          R"(<text:p>2. Gone.</text:p><text:p>2. Half<text:change-end text:change-id="d2"/> and a half.</text:p>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|Kept and a half."));
  EXPECT_THAT(found(lines), ElementsAre("changes-accepted count=3"));
}

TEST(ReadOdt, FieldsShapesAndWhatStandsBeforeAnEndThatWentAreKept) {
  const auto lines = odt(
      R"(<text:tracked-changes><text:changed-region xml:id="d"><text:deletion/></text:changed-region>)"
      R"(</text:tracked-changes><text:p>1. See page <text:page-ref>3</text:page-ref> of <text:title>it</text:title>.)"
      R"(<draw:custom-shape><text:p>In a shape.</text:p></draw:custom-shape></text:p>)"
      R"(<draw:g><draw:rect><text:p>In a group.</text:p></draw:rect></draw:g>)"
      R"(<text:p>2. Kept<text:change-start text:change-id="d"/> and gone</text:p>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines),
              ElementsAre("p1|1|See page 3 of it.", "p1-t1||In a shape.", "p1-t2||In a group.", "p2|2|Kept"));
}

TEST(ReadOdt, NotesThatNobodyNumberedAreCounted) {
  const std::string note =
      "<text:note><text:note-citation>0</text:note-citation><text:note-body><text:p>N.</text:p>"
      "</text:note-body></text:note>";
  const auto lines = odt("<text:p>1. One" + note + " two" + note + "</text:p>");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|One{1} two{2}", "note-1||N.", "note-2||N."));
}

TEST(ReadOdt, AMarkWithoutItsNoteIsAMark) {
  const auto lines = odt(
      R"(<text:p>1. One<text:span text:style-name="Footnote_20_Symbol">7</text:span>.<text:note><text:note-citation>1)"
      R"(</text:note-citation><text:note-body><text:p><text:span text:style-name="Footnote_20_Symbol">1</text:span> N.)"
      R"(</text:p></text:note-body></text:note></text:p>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|One{7}.{1}", "note-1||N."));
}

TEST(ReadOdt, WhatLibreOfficeLeavesOfALongMarkGoes) {
  const auto lines =
      odt(R"(<text:p>1. Title<text:note><text:note-citation text:label="**">**</text:note-citation><text:note-body>)"
          R"(<text:p>Late.</text:p></text:note-body></text:note>** of it.</text:p>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|Title{**} of it.", "note-**||Late."));
}

TEST(ReadOdt, WhereHeadingsSayThatTheyAreOthersAreNone) {
  const auto lines = odt("<text:h>A heading</text:h><text:p>Short words without a stop</text:p>");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("h1||A heading", "t1||Short words without a stop"));
}

TEST(ReadOdt, SmallRaisedFiguresAreMarksAndOtherRaisedLettersWords) {
  const auto lines = odt(
      R"(<text:p>1. As agreed<text:span text:style-name="T1">2</text:span> on the 1<text:span text:style-name="T1">st)"
      R"(</text:span> of May.</text:p>)",
      R"(<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|As agreed{2} on the 1st of May."));
}

TEST(ReadXml, WhatIsBrokenTooDeepOrEmptyIsRefused) {
  EXPECT_EQ(lines_of_flat_odt("<office:document><text:p>").refusal().code, "xml-malformed");
  EXPECT_EQ(odt("").refusal().code, "text-empty");
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<text:section>";
  deep += "<text:p>x</text:p>";
  for (int i = 0; i < 1000; ++i) deep += "</text:section>";
  const auto refused = odt(deep);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "xml-too-deep");
  EXPECT_EQ(odt("<text:p>" + std::string(plain_text_limit + 1, 'x') + "</text:p>").refusal().code, "text-too-large");
}

TEST(ReadXml, EntitiesOfItsOwnAreNotRead) {
  const auto lines =
      lines_of_akoma_ntoso(R"(<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>)"
                           R"(<akomaNtoso><doc><mainBody><p>1. &x;&f; stays.</p></mainBody></doc></akomaNtoso>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|&x;&f; stays."));
}

TEST(ReadAkomaNtoso, NumbersHeadingsNotesAndTables) {
  const auto lines = lines_of_akoma_ntoso(
      R"(<akomaNtoso><doc name="report"><meta><x>no</x></meta><preface><p><docTitle>The title</docTitle></p></preface>)"
      R"(<mainBody><chapter><num>I</num><heading>Opening</heading><paragraph><num>1</num><intro><p>First:</p></intro>)"
      R"(<point><num>a</num><content><p>one<authorialNote marker="1"><p>A note.</p></authorialNote>;</p></content>)"
      R"(</point></paragraph><table><tr><th><p>Day</p></th><th><p>Item</p></th></tr><tr><td colspan="2"><p>x</p></td>)"
      R"(</tr></table><hcontainer name="quotation"><content><p>Said.</p></content></hcontainer></chapter></mainBody>)"
      R"(</doc></akomaNtoso>)");
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines),
              ElementsAre("h1||The title", "si|I|Opening", "p1|1|First:", "p1-a|a|one{1};", "p1-a-table1-r1-c1||Day",
                          "p1-a-table1-r1-c2||Item", "p1-a-table1-r2-c1||x", "p1-a-q1||Said.", "note-1||A note."));
}

// --- PDF: words with their places ---

struct Placed {
  double left, top, right, bottom;
  std::string text;
};

std::string page(const std::vector<std::vector<Placed>>& rows) {
  std::string out = R"(<page width="600" height="800">)";
  for (const auto& row : rows) {
    out += "<line>";
    for (const auto& word : row)
      out += "<word xMin=\"" + std::to_string(word.left) + "\" yMin=\"" + std::to_string(word.top) + "\" xMax=\"" +
             std::to_string(word.right) + "\" yMax=\"" + std::to_string(word.bottom) + "\">" + word.text + "</word>";
    out += "</line>";
  }
  return out + "</page>";
}
Result<PlainText> pdf(const std::vector<std::string>& pages) {
  std::string all = "<html><body><doc>";
  for (const auto& one : pages) all += one;
  return lines_of_pdf_words(all + "</doc></body></html>");
}
std::vector<Placed> printed(double top, const std::string& text, double left = 70) {
  return {{left, top, left + 6.0 * static_cast<double>(text.size()), top + 12, text}};
}

TEST(ReadPdf, RowsOfAParagraphAreOneAndFurnitureGoes) {
  const std::string full(70, 'x');
  const auto lines =
      pdf({page({printed(30, "A/77/275"), printed(100, "1. " + full), printed(115, "and so"), printed(130, "on."),
                 printed(152, "2. The second paragraph " + full.substr(24)), printed(770, "22-11584")}),
           page({printed(30, "A/77/275"), printed(100, "goes on over the page."), printed(122, "3. Third."),
                 printed(770, "2/2")})});
  ASSERT_TRUE(lines);
  EXPECT_THAT(found(lines), ElementsAre("furniture-removed count=4"));
  EXPECT_THAT(told(*lines),
              ElementsAre("p1|1|" + full + " and so on.",
                          "p2|2|The second paragraph " + full.substr(24) + " goes on over the page.", "p3|3|Third."));
}

TEST(ReadPdf, RaisedFiguresAreMarksAndSmallRowsAtTheFootTheirNotes) {
  const auto lines = pdf({page({{{70, 100, 200, 112, "1. As agreed"},
                                 {200, 100, 204, 107, "1"},
                                 {206, 100, 500, 112, "there, in so many words that most letters are large."}},
                                {{70, 700, 73, 705, "1"}, {76, 700, 180, 709, "See A/77/275"}},
                                {{70, 710, 180, 719, "and what follows."}}})});
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines), ElementsAre("p1|1|As agreed{1} there, in so many words that most letters are large.",
                                        "note-1||See A/77/275 and what follows."));
}

TEST(ReadPdf, ArabicComesInTheOrderInWhichItIsRead) {
  const auto lines = pdf({page({{{300, 100, 305, 112, "."},
                                 {305, 100, 345, 112, "A/77/275"},
                                 {350, 100, 390, 112, "ةقيثولا"},
                                 {395, 100, 410, 112, "ىلإ"},
                                 {420, 100, 425, 112, "-"},
                                 {430, 100, 435, 112, "1"}}})});
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines, Language::ar), ElementsAre("p1|1|إلى الوثيقة A/77/275."));
}

TEST(ReadPdf, ChineseHasNoRoomBesideItsFigures) {
  const auto lines = pdf({page({{{70, 100, 78, 112, "1."},
                                 {100, 100, 130, 112, "大会第"},
                                 {133, 100, 160, 112, "75/240"},
                                 {163, 100, 220, 112, "号决议。"}}})});
  ASSERT_TRUE(lines);
  EXPECT_THAT(told(*lines, Language::zh), ElementsAre("p1|1|大会第75/240号决议。"));
}

TEST(ReadPdf, RoomAndTheSizeOfLettersPartParagraphs) {
  const auto lines = pdf({page({{{70, 90, 200, 106, "A heading"}},
                                printed(108, "Text under it, which has many more letters than the heading has, and"),
                                printed(123, "goes on in 2021-"),
                                printed(138, "2025."),
                                printed(160, "The General Assembly,"),
                                printed(182, "Recalling its resolutions,")})});
  ASSERT_TRUE(lines);
  EXPECT_THAT(
      told(*lines),
      ElementsAre("h1||A heading",
                  "t1||Text under it, which has many more letters than the heading has, and goes on in 2021-2025.",
                  "t2||The General Assembly,", "pp1||Recalling its resolutions,"));
}

TEST(ReadPdf, NotesThatRepeatThemselvesAreNoFurniture) {
  std::vector<std::string> pages;
  for (int number = 1; number <= 4; ++number) {
    const auto figure = std::to_string(number);
    pages.push_back(page({printed(30, "A/77/275"),
                          {{70, 100, 400, 112, figure + ". As was agreed by all who were there at that time"},
                           {400, 100, 404, 107, figure},
                           {406, 100, 420, 112, "once."}},
                          {{70, 700, 300, 709, figure + " Report, para. " + figure}},
                          printed(770, figure + "/4")}));
  }
  const auto lines = pdf(pages);
  ASSERT_TRUE(lines);
  EXPECT_THAT(found(lines), ElementsAre("furniture-removed count=8"));
  ASSERT_EQ(lines->notes.size(), 4U);
  EXPECT_EQ(lines->notes[3].text, "Report, para. 4");
}

TEST(ReadPdf, AFigureThatBeginsARowOfANoteIsAWordOfIt) {
  const auto lines = pdf({page({{{70, 100, 400, 112, "1. As was agreed by all who were there at that time"},
                                 {400, 100, 404, 107, "1"},
                                 {406, 100, 420, 112, "once."}},
                                {{70, 700, 300, 709, "1 Report, paras. 24 to"}},
                                {{70, 710, 300, 719, "56 of it."}}})});
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->notes.size(), 1U);
  EXPECT_EQ(lines->notes[0].text, "Report, paras. 24 to 56 of it.");
}

TEST(ReadPdf, NumbersBeyondAnyNoteBeginNone) {
  const auto lines =
      pdf({page({printed(100, "1. As was agreed by all who were there at that time, and by many others later."),
                 {{70, 700, 300, 709, "¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴ no note"}},
                 {{70, 710, 300, 719, "1 A note."}}})});
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->notes.size(), 1U);
  EXPECT_EQ(lines->notes[0].text, "A note.");
}

TEST(ReadPdf, PagesWithoutWordsAreRefused) {
  const auto lines = pdf({page({})});
  ASSERT_FALSE(lines);
  EXPECT_EQ(lines.refusal().code, "text-empty");
}

}  // namespace
}  // namespace comity
