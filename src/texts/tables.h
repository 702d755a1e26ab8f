// Tables of a text: where each cell stands. Cells that another one covers are not there, which tells how far it
// reaches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "texts/structure.h"

namespace comity {

struct TableCell {
  std::string id{};  // of the table: "p7-table1"
  int table = 0;     // in the text; this and the next two counted from 1
  int row = 0;
  int column = 0;
  int columns = 0;  // of the table
  int span = 1;     // columns that it takes
  int gap = 0;      // columns before it that no cell of its row takes: one of a row above covers them
  bool begins_row = false;
  bool ends_row = false;
  bool begins_table = false;
  bool ends_table = false;
  bool in_head = false;  // of a row above all others in which each cell heads a column
};

// Of whichever row; one that heads a column too.
bool is_cell(const Paragraph& paragraph);

// A paragraph each; nothing for one that is no cell or whose id names no row and column.
std::vector<std::optional<TableCell>> table_cells(const std::vector<Paragraph>& paragraphs);

}  // namespace comity
