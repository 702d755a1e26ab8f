#include "texts/compare_tables.h"

#include <map>
#include <string>
#include <string_view>

#include "texts/tables.h"

namespace comity {
namespace {

using TableRow = std::pair<std::string, int>;  // id of the table, and which row of it
TableRow row_of(const TableCell& cell) { return {cell.id, cell.row}; }

// By the columns and words of its cells, where the first cell of a row stands.
using RowsByWords = std::multimap<std::vector<std::pair<int, std::string_view>>, std::size_t>;

RowsByWords rows_of_tables(const std::vector<Paragraph>& paragraphs) {
  RowsByWords out;
  const auto cells = table_cells(paragraphs);
  RowsByWords::key_type row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i]) continue;
    row.emplace_back(cells[i]->column, paragraphs[i].text);
    if (!cells[i]->ends_row) continue;
    out.emplace(row, i + 1 - row.size());
    row.clear();
  }
  return out;
}

// Of the cells that are paired, which row became which; of the others of the earlier text, where they stand.
struct RowsPaired {
  std::map<TableRow, TableRow> became{};
  std::map<TableRow, TableRow> was{};
  std::map<std::pair<TableRow, int>, std::size_t> left{};  // by row and column

  // Where the cell stood that is now in that row and column.
  std::optional<std::size_t> take(const TableRow& row, int column) {
    const auto known = was.find(row);
    if (known == was.end() && became.contains(row)) return std::nullopt;  // that row stands elsewhere now
    const auto found = left.find({known == was.end() ? row : known->second, column});
    if (found == left.end()) return std::nullopt;
    return left.extract(found).mapped();
  }
};

RowsPaired rows_paired(const std::vector<std::optional<TableCell>>& before,
                       const std::vector<std::optional<TableCell>>& after, const Pairs& pairs) {
  RowsPaired out;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!before[i]) continue;
    const auto row = row_of(*before[i]);
    if (!pairs.became[i]) {
      out.left.emplace(std::pair(row, before[i]->column), i);
    } else if (const auto& cell = after[*pairs.became[i]]) {
      out.became.emplace(row, row_of(*cell));
      out.was.emplace(row_of(*cell), row);
    }
  }
  return out;
}

}  // namespace

void Pairs::pair(std::size_t before, std::size_t after) {
  became[before] = after;
  was[after] = before;
}

void pair_rows(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after, Pairs& pairs) {
  auto old_rows = rows_of_tables(before);
  for (const auto& [row, begin] : rows_of_tables(after)) {
    const auto old = old_rows.find(row);
    if (old == old_rows.end()) continue;
    for (std::size_t i = 0; i < row.size(); ++i) pairs.pair(old->second + i, begin + i);
    old_rows.erase(old);
  }
}

void pair_cells_in_place(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after, Pairs& pairs) {
  const auto old_cells = table_cells(before), new_cells = table_cells(after);
  auto rows = rows_paired(old_cells, new_cells, pairs);
  for (std::size_t j = 0; j < new_cells.size(); ++j) {
    if (pairs.was[j] || !new_cells[j]) continue;
    if (const auto old = rows.take(row_of(*new_cells[j]), new_cells[j]->column)) pairs.pair(*old, j);
  }
}

void part_moved_cells(const std::vector<Paragraph>& after, const std::vector<bool>& stays, Pairs& pairs) {
  for (std::size_t j = 0; j < after.size(); ++j) {
    if (stays[j] || !pairs.was[j] || !is_cell(after[j])) continue;
    pairs.became[*pairs.was[j]].reset();
    pairs.was[j].reset();
  }
}

}  // namespace comity
