// Where cells stand: rows and columns from their ids, and from the cells that are missing how far the others reach.
#include "texts/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace comity {
namespace {

using testing::ElementsAre;
using Kind = Paragraph::Kind;

Paragraph cell(const std::string& id, Kind kind = Kind::cell) { return {id, kind, "", id, {}}; }

// "2: r1 c3+2 gap 1 [(head)]": table, row, column and columns taken; "[" begins and "]" ends a table, "(" and ")" a
// row.
std::vector<std::string> told(const std::vector<Paragraph>& paragraphs) {
  std::vector<std::string> out;
  for (const auto& one : table_cells(paragraphs)) {
    if (!one) {
      out.emplace_back("-");
      continue;
    }
    auto text = std::to_string(one->table) + ": r" + std::to_string(one->row) + " c" + std::to_string(one->column) +
                "+" + std::to_string(one->span) + " ";
    if (one->gap > 0) text += "gap " + std::to_string(one->gap) + " ";
    text += std::string(one->begins_table ? "[" : "") + (one->begins_row ? "(" : "") + (one->in_head ? "head" : "") +
            (one->ends_row ? ")" : "") + (one->ends_table ? "]" : "");
    out.push_back(text);
  }
  return out;
}

TEST(TablesOfAText, AreRowsOfCellsWhoseMissingNeighboursTheyCover) {
  EXPECT_THAT(told({cell("p7-table1-r1-c1", Kind::column), cell("p7-table1-r1-c2", Kind::column),
                    cell("p7-table1-r2-c1"), cell("p7-table1-r2-c2"), cell("p7-table1-r2-c3"), cell("p7-table1-r3-c1"),
                    cell("p7-table1-r3-c3"), cell("p7-table1-r4-c2")}),
              ElementsAre("1: r1 c1+1 [(head", "1: r1 c2+2 head)", "1: r2 c1+1 (", "1: r2 c2+1 ", "1: r2 c3+1 )",
                          "1: r3 c1+2 (", "1: r3 c3+1 )", "1: r4 c2+2 gap 1 ()]"));
}

TEST(TablesOfAText, EndWhereTheirIdOrSomethingElseDoes) {
  EXPECT_THAT(told({cell("table1-r1-c1"), cell("table2-r1-c1"), cell("p1", Kind::numbered), cell("table2-r2-c1")}),
              ElementsAre("1: r1 c1+1 [()]", "2: r1 c1+1 [()]", "-", "3: r2 c1+1 [()]"));
}

TEST(TablesOfAText, HaveNoHeadBelowARowThatIsNone) {
  EXPECT_THAT(
      told({cell("table1-r1-c1", Kind::column), cell("table1-r2-c1", Kind::cell), cell("table1-r3-c1", Kind::column)}),
      ElementsAre("1: r1 c1+1 [(head)", "1: r2 c1+1 ()", "1: r3 c1+1 ()]"));
  EXPECT_THAT(told({cell("table1-r1-c1", Kind::column), cell("table1-r1-c2")}),
              ElementsAre("1: r1 c1+1 [(", "1: r1 c2+1 )]"));
}

TEST(TablesOfAText, AreMadeOfNothingElse) {
  EXPECT_THAT(told({cell("table1-r1-c1", Kind::text), cell("table1"), cell("table1-r-c1"), cell("table1-r1-c"),
                    cell("table1-r0-c1"), cell("table1-r1-c1000"), cell("table1-r1-c1-again2"), cell("table1-c1-r1")}),
              ElementsAre("-", "-", "-", "-", "-", "-", "-", "-"));
  EXPECT_THAT(told({cell("table1-r1-c3"), cell("table1-r1-c1")}), ElementsAre("1: r1 c3+1 gap 2 [(", "1: r1 c1+3 )]"))
      << "columns that go back";
}

}  // namespace
}  // namespace comity
