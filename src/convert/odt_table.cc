#include "convert/odt_table.h"

namespace comity {
namespace {

constexpr const char* repeated = "table:number-columns-repeated";

int columns_in(const std::string& number, int usual) { return number.empty() ? usual : std::stoi(number); }

}  // namespace

void OdtTable::begin(const CellRow& cell) {
  table_ = body_.append_child("table:table");
  table_.append_attribute("table:name") = cell.table.c_str();
  table_.append_attribute("table:style-name") = "Table";
  table_.append_child("table:table-column").append_attribute(repeated) = cell.columns.c_str();
  rows_ = table_;
}

pugi::xml_node OdtTable::append_cell(const char* name) {
  auto node = row_.append_child(name);
  node.append_attribute("table:style-name") = "Cell";
  return node;
}

// What a cell covers stands there as covered: all rows have as many columns as their table.
pugi::xml_node OdtTable::add(const CellRow& cell, bool column) {
  if (!cell.table_begins.empty()) begin(cell);
  if (!cell.head_begins.empty()) rows_ = table_.append_child("table:table-header-rows");
  if (!cell.row_begins.empty()) row_ = rows_.append_child("table:table-row");
  const int gap = columns_in(cell.gap, 0), span = columns_in(cell.span, 1);
  if (gap > 0) append_cell("table:table-cell").append_attribute(repeated) = gap;
  auto node = append_cell("table:table-cell");
  if (span > 1) {
    node.append_attribute("table:number-columns-spanned") = span;
    append_cell("table:covered-table-cell").append_attribute(repeated) = span - 1;
  }
  if (!cell.head_ends.empty()) rows_ = table_;
  return FlatOdt::paragraph_in(node, column ? "Table_20_Heading" : "Table_20_Contents");
}

}  // namespace comity
