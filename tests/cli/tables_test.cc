// Quotations and tables wherever the text of a document is shown or leaves.
#include "tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "akn_schema.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

TablesEntered& tables() {
  static TablesEntered made;
  return made;
}

TEST(TablesInDocuments, AreTablesOnTheirPage) {
  const auto page = tables().body("/en/A/AC.999/2026/8");
  EXPECT_THAT(page, HasSubstr("<blockquote id=\"p1-q1\">“States should cooperate” (see <a href=\"/en/A/77/275\">"));
  EXPECT_THAT(page, HasSubstr("<div id=\"p2-table1\" class=\"scroll cells\" role=\"region\" tabindex=\"0\" "
                              "aria-label=\"table 1\"><table><thead><tr><th id=\"p2-table1-r1-c1\" scope=\"col\">"
                              "Session</th>"));
  EXPECT_THAT(page, HasSubstr("<th id=\"p2-table1-r1-c2\" scope=\"col\" colspan=\"2\">Meetings<sup><a href=\"#note-1\" "
                              "id=\"mark-1\">1</a></sup> and their symbols</th></tr></thead>"));
  EXPECT_THAT(page, HasSubstr("<tr><td colspan=\"1\"></td><td id=\"p2-table1-r3-c2\">2 &lt; 3</td>"));
  EXPECT_THAT(page, HasSubstr("<td id=\"p2-table1-r4-c3\">12</td></tr></table></div>"));
  EXPECT_THAT(page, Not(HasSubstr("class=\"is-cell\"")));
}

TEST(TablesInDocuments, AreSaidWhereTheyStandAloneInTheLanguageOfWhoeverReads) {
  const std::string both = "/compare?before=A/AC.999/2026/8&after=A/AC.999/2026/9&after-language=en&before-language=en";
  EXPECT_THAT(tables().body("/en" + both), HasSubstr("table 1, row 4, column 1"));
  EXPECT_THAT(tables().body("/es" + both + "&layout=columns"), HasSubstr("cuadro 1, fila 4, columna 1"));
  EXPECT_THAT(tables().body("/fr" + both), HasSubstr(">citation</span>"));
}

TEST(TablesInDocuments, LeaveAsTables) {
  const TestFolder folder;
  for (const std::string code : {"en", "ar"}) {
    const auto xml = tables().body("/" + code + "/A/AC.999/2026/8.akn");
    EXPECT_THAT(xml, HasSubstr("<th eId=\"p2-table1-r1-c2\" colspan=\"2\">"));
    EXPECT_EQ(judged_akn(xml, folder.path()), 0) << xml;
    EXPECT_THAT(tables().body("/" + code + "/A/AC.999/2026/8.fodt"), HasSubstr("table:number-columns-spanned=\"2\""));
  }
  EXPECT_THAT(tables().body("/en/A/AC.999/2026/8.txt"),
              HasSubstr("\n\nSession | Meetings[1] and their symbols\nFirst | 10 | A/77/275\n | 2 < 3 | \n"
                        "All sessions together |  | 12\n\nFurther"));
}

}  // namespace
}  // namespace comity
