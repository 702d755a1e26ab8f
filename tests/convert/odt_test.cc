// A document and a comparison as flat ODT: notes where their marks stand, Arabic from the right, and changes that a
// person can take or leave. tests/office has LibreOffice read them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "convert/exported.h"
#include "convert/pieces.h"
#include "convert/redline.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

ExportedDocument shown(Language language) {
  ExportedDocument out;
  out.symbol = {"A/AC.999/2026/1"};
  out.language = language;
  out.title = "T & <t>";
  out.official = "https://undocs.org/en/A/AC.999/2026/1";
  out.caution = "No document.";
  Reading text;
  text.paragraphs = {{"h1", "heading", "I.", "1", "", {words("One")}},
                     {"p1", "numbered", "1.", "", "", {words("See"), mark_of("3"), words("  twice"), mark_of("3")}},
                     {"p1-a", "item", "(a)", "", "1", {words("in <it>")}}};
  text.notes = {{"3", "1", {words("A note.")}}, {"4", "", {words("Without a mark.")}}};
  out.text = text;
  return out;
}

TEST(FlatOdtOfADocument, HoldsEachNoteWhereItsFirstMarkStandsAndTheOthersBelow) {
  const auto xml = as_flat_odt(shown(Language::en));
  EXPECT_THAT(xml, HasSubstr("<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">"
                             "<text:bookmark text:name=\"h1\"/>I.<text:tab/>One</text:h>"));
  EXPECT_THAT(xml, HasSubstr("See<text:note text:note-class=\"footnote\"><text:note-citation text:label=\"3\">3"));
  EXPECT_THAT(xml, HasSubstr("<text:s/><text:s/>twice")) << "no blank is lost";
  EXPECT_THAT(xml, HasSubstr("<text:span text:style-name=\"Mark\">3</text:span>"));
  EXPECT_THAT(xml, HasSubstr("<text:p text:style-name=\"Item\"><text:bookmark text:name=\"p1-a\"/>(a)<text:tab/>in "
                             "&lt;it&gt;</text:p>"));
  EXPECT_THAT(xml, HasSubstr("4<text:tab/>Without a mark."));
  EXPECT_THAT(xml, HasSubstr("<text:p text:style-name=\"Caution\">No document.</text:p>"));
}

TEST(FlatOdtOfADocument, HasTablesWithTheirHeadsAndCoveredCells) {
  auto document = shown(Language::ar);
  document.text->paragraphs = quotation_and_table();
  const auto xml = as_flat_odt(document);
  const auto bookmark = [](const std::string& place) {
    return "<text:bookmark text:name=\"p1-table1-" + place + "\"/>";
  };
  EXPECT_THAT(xml, HasSubstr("<text:p text:style-name=\"Quotation\"><text:bookmark text:name=\"p1-q1\"/>Quoted."));
  EXPECT_THAT(xml, HasSubstr("<table:table table:name=\"p1-table1\" table:style-name=\"Table\">"
                             "<table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows>"
                             "<table:table-row><table:table-cell table:style-name=\"Cell\">"
                             "<text:p text:style-name=\"Table_20_Heading\">" +
                             bookmark("r1-c1") + "A</text:p></table:table-cell>"));
  EXPECT_THAT(xml, HasSubstr("table:number-columns-spanned=\"2\"><text:p text:style-name=\"Table_20_Heading\">" +
                             bookmark("r1-c2") +
                             "B</text:p></table:table-cell><table:covered-table-cell table:style-name=\"Cell\" "
                             "table:number-columns-repeated=\"1\"/></table:table-row></table:table-header-rows>"
                             "<table:table-row><table:table-cell table:style-name=\"Cell\" "
                             "table:number-columns-repeated=\"1\"/>"));
  EXPECT_THAT(xml, HasSubstr("E</text:p></table:table-cell><table:covered-table-cell table:style-name=\"Cell\" "
                             "table:number-columns-repeated=\"2\"/></table:table-row></table:table>"));
  EXPECT_THAT(xml, HasSubstr("style:name=\"Table\" style:family=\"table\"><style:table-properties"));
}

TEST(FlatOdtOfADocument, SaysItsTitleOnceAndArabicBeginsAtTheRight) {
  auto document = shown(Language::ar);
  EXPECT_THAT(as_flat_odt(document), HasSubstr("style-name=\"Title\">T &amp; &lt;t&gt;<"));
  EXPECT_THAT(as_flat_odt(document), HasSubstr("style:writing-mode=\"rl-tb\" fo:text-align=\"right\""));
  document.title = "One";
  EXPECT_THAT(as_flat_odt(document), Not(HasSubstr("style-name=\"Title\">")));
  EXPECT_THAT(as_flat_odt(shown(Language::ru)), HasSubstr("style:writing-mode=\"lr-tb\" fo:text-align=\"left\""));
}

std::string redlined(const std::vector<RedlineRow>& rows) {
  const auto xml = as_redline_odt({Language::en, "A", "No document.", "Comity", "2026-11-22T09:00:00"}, rows);
  return xml.substr(xml.find("<text:tracked-changes"));
}

TEST(RedlineOdt, MarksWordsPutInAndKeepsThoseTakenAway) {
  const auto xml = redlined({{ComparedRow::Kind::changed, "1. one two", "1. one three"}});
  EXPECT_THAT(xml, HasSubstr("<text:deletion><office:change-info><dc:creator>Comity</dc:creator>"
                             "<dc:date>2026-11-22T09:00:00</dc:date></office:change-info>"
                             "<text:p text:style-name=\"Standard\">two</text:p></text:deletion>"));
  EXPECT_THAT(xml, HasSubstr(">1. one <text:change text:change-id=\"ct1\"/><text:change-start text:change-id=\"ct2\"/>"
                             "three<text:change-end text:change-id=\"ct2\"/></text:p>"));
}

TEST(RedlineOdt, ANumberThatChangesIsAChangeThoughTheWordsAreTheSame) {
  const auto xml = redlined({{ComparedRow::Kind::same, "5. one two", "6. one two"}});
  EXPECT_THAT(xml, HasSubstr("\"Standard\">5</text:p></text:deletion>"));
  EXPECT_THAT(xml, HasSubstr(">6<text:change-end text:change-id=\"ct2\"/>. one two</text:p>"));
}

TEST(RedlineOdt, WholeParagraphsComeAndGoWithTheirEnds) {
  const auto xml = redlined({{ComparedRow::Kind::removed, "old", ""},
                             {ComparedRow::Kind::moved_away, "older", "older"},
                             {ComparedRow::Kind::added, "", "new"},
                             {ComparedRow::Kind::same, "kept", "kept"}});
  EXPECT_THAT(xml, HasSubstr(">old</text:p><text:p text:style-name=\"Standard\">older</text:p>"
                             "<text:p text:style-name=\"Standard\"/></text:deletion>"));
  EXPECT_THAT(xml, HasSubstr("<text:change text:change-id=\"ct1\"/><text:change-start text:change-id=\"ct2\"/>new"
                             "</text:p><text:p text:style-name=\"Standard\"><text:change-end text:change-id=\"ct2\"/>"
                             "kept</text:p><text:p text:style-name=\"Standard\"/>"));
}

}  // namespace
}  // namespace comity
