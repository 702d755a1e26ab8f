// A document in the forms in which it leaves: what stands in them, and that no text can break them.
#include "convert/exported.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "convert/pieces.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

ParagraphRow row(const std::string& id, const std::string& kind, const std::string& label,
                 const std::vector<PieceRow>& pieces) {
  return {id, kind, label, kind == "heading" ? "1" : "", kind == "item" ? "1" : "", pieces};
}

ExportedDocument a_document() {
  ExportedDocument out;
  out.symbol = {"A/AC.999/2026/1"};
  out.language = Language::es;
  out.title = "Título & <más>";
  out.kind = "report";
  out.date = Date{2026, 11, 20};
  out.organ = "Grupo";
  out.official = "https://undocs.org/es/A/AC.999/2026/1";
  out.caution = "No es oficial.";
  out.recorded = {2026, 11, 22};
  Reading text;
  text.paragraphs = {row("h1", "heading", "I.", {words("Introducción")}),
                     row("p1", "numbered", "1.", {words("Sigue"), mark_of("3"), words(":")}),
                     row("p1-a", "item", "a)", {words("uno"), mark_of("3")}),
                     row("p1-a-i", "item", "i)", {words("dentro")}), row("p2", "numbered", "2.", {words("Dos.")})};
  text.notes = {{"3", "1", {words("Una nota.")}}, {"4", "", {words("Sin llamada.")}}};
  out.text = text;
  return out;
}

TEST(PlainText, SaysAboveThatItIsNotOfficialAndBelowTheNotes) {
  const auto text = as_plain_text(a_document());
  EXPECT_THAT(text, StartsWith("No es oficial.\nA/AC.999/2026/1 · https://undocs.org/es/A/AC.999/2026/1\n"));
  EXPECT_THAT(text, HasSubstr("\n1. Sigue[3]:\n\n  a) uno[3]\n"));
  EXPECT_THAT(text, HasSubstr("\n[3] Una nota.\n\n[4] Sin llamada.\n"));
}

ExportedDocument with_a_table() {
  auto out = a_document();
  out.text->paragraphs = quotation_and_table();
  out.text->paragraphs.push_back(row("p2", "numbered", "2.", {words("Dos.")}));
  return out;
}

TEST(PlainText, HasARowOfATableOnALineAndAQuotationSetIn) {
  EXPECT_THAT(as_plain_text(with_a_table()),
              HasSubstr("\n1. See:\n\n    Quoted.\n\nA | B\n | [3] | D\nE\n\n2. Dos.\n"));
}

TEST(PlainText, KeepsTheColumnsBehindACellThatCoversOthers) {
  auto document = with_a_table();
  document.text->paragraphs[4].cell->span = "2";
  EXPECT_THAT(as_plain_text(document), HasSubstr("\n | [3] |  | D\n"));
}

TEST(AkomaNtoso, HasTablesAndQuotationsWhereTheyStand) {
  const auto xml = as_akoma_ntoso(with_a_table());
  EXPECT_THAT(xml, HasSubstr("<hcontainer name=\"quotation\" eId=\"p1-q1\"><content><p>Quoted.</p></content>"));
  EXPECT_THAT(xml, HasSubstr("</hcontainer><hcontainer name=\"table\" eId=\"p1-table1-around\"><content>"
                             "<table eId=\"p1-table1\"><tr><th eId=\"p1-table1-r1-c1\"><p>A</p></th>"
                             "<th eId=\"p1-table1-r1-c2\" colspan=\"2\"><p>B</p></th></tr>"
                             "<tr><td colspan=\"1\"><p/></td><td eId=\"p1-table1-r2-c2\"><p><authorialNote"));
  EXPECT_THAT(xml, HasSubstr("<tr><td eId=\"p1-table1-r3-c1\" colspan=\"3\"><p>E</p></td></tr></table></content>"
                             "</hcontainer></paragraph><paragraph eId=\"p2\">"));
}

TEST(AkomaNtoso, PutsItemsIntoTheirParagraphAndNotesWhereTheirMarksStand) {
  const auto xml = as_akoma_ntoso(a_document());
  EXPECT_THAT(xml, HasSubstr("<paragraph eId=\"p1\"><num>1.</num><intro><p>Sigue<authorialNote marker=\"3\" "
                             "eId=\"note-3\"><p>Una nota.</p></authorialNote>:</p></intro><point eId=\"p1-a\">"));
  EXPECT_THAT(xml, HasSubstr("uno<noteRef href=\"#note-3\" marker=\"3\"/></p></intro><point eId=\"p1-a-i\">"));
  EXPECT_THAT(xml, HasSubstr("<hcontainer name=\"note\" eId=\"note-4\">"));
  EXPECT_THAT(xml, HasSubstr("<docTitle>Título &amp; &lt;más&gt;</docTitle>"));
  EXPECT_THAT(xml, HasSubstr("/akn/un/doc/report/2026-11-20/A-AC.999-2026-1/spa@2026-11-20"));
  EXPECT_THAT(xml, HasSubstr("<p>No es oficial.</p>"));
}

TEST(AkomaNtoso, NamesADateThatIsNotTheDocumentsOwn) {
  auto document = a_document();
  document.date = Date{2026, 0, 0};
  EXPECT_THAT(as_akoma_ntoso(document), HasSubstr("<FRBRdate date=\"2026-11-22\" name=\"recorded\"/>"));
}

TEST(Bibtex, EscapesWhatTexWouldTakeForACommand) {
  auto document = a_document();
  document.title = "50 % of {all} \\input{x} & A_1 #2 $3 ~^";
  EXPECT_THAT(
      as_bibtex(document),
      HasSubstr("title = {{50 \\% of \\{all\\} \\textbackslash{}input\\{x\\} \\& A\\_1 \\#2 \\$3 \\~{}\\^{}}}"));
  EXPECT_THAT(as_bibtex(document), StartsWith("@techreport{A-AC-999-2026-1,\n"));
  EXPECT_THAT(as_bibtex(document), HasSubstr("  month = {11},\n"));
}

TEST(Ris, LetsNoValueBeginALineOfItsOwn) {
  auto document = a_document();
  document.title = "One\r\nER  - ";
  const auto text = as_ris(document);
  EXPECT_THAT(text, HasSubstr("TI  - One  ER  - \r\n"));
  EXPECT_THAT(text, HasSubstr("DA  - 2026/11/20/\r\n"));
  EXPECT_THAT(text, testing::EndsWith("ER  - \r\n"));
}

TEST(CslJson, TellsTheDateAsFarAsItIsKnown) {
  auto document = a_document();
  EXPECT_THAT(as_csl_json(document), HasSubstr("\"date-parts\":[[2026,11,20]]"));
  document.date = Date{2026, 0, 0};
  EXPECT_THAT(as_csl_json(document), HasSubstr("\"date-parts\":[[2026]]"));
  document.date.reset();
  EXPECT_THAT(as_csl_json(document), Not(HasSubstr("issued")));
  EXPECT_TRUE(parse_json(as_csl_json(document), {true, false, 64}));
}

TEST(Citing, NeedsNoText) {
  auto document = a_document();
  document.text.reset();
  document.organ.clear();
  EXPECT_THAT(as_bibtex(document), HasSubstr("institution = {United Nations}"));
  EXPECT_THAT(as_ris(document), HasSubstr("A1  - United Nations"));
}

}  // namespace
}  // namespace comity
