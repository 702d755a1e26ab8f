#include "texts/tables.h"

#include <algorithm>

#include "texts/signs.h"

namespace comity {
namespace {

using MaybeCell = std::optional<TableCell>;

// A column counts for as many as stand before it: what names more than a table can have names no cell.
constexpr std::size_t most_row_digits = 5;
constexpr std::size_t most_column_digits = 3;

std::optional<int> place_read(std::string_view digits, std::size_t most) {
  if (digits.empty() || digits.size() > most || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  const int read = std::stoi(std::string(digits));
  return read == 0 ? std::nullopt : std::optional(read);
}

// "p7-table1-r2-c3".
MaybeCell cell_of(const Paragraph& paragraph) {
  if (!is_cell(paragraph)) return std::nullopt;
  const std::string_view id = paragraph.id;
  const auto row_at = id.rfind("-r");
  const auto column_at = id.rfind("-c");
  if (row_at == id.npos || column_at == id.npos || column_at < row_at) return std::nullopt;
  const auto row = place_read(id.substr(row_at + 2, column_at - row_at - 2), most_row_digits);
  const auto column = place_read(id.substr(column_at + 2), most_column_digits);
  if (!row || !column) return std::nullopt;
  TableCell out;
  out.id = id.substr(0, row_at);
  out.row = *row;
  out.column = *column;
  return out;
}

// Of the cells of one table, first to last, how far each reaches; a row that is cut short ends where the widest does.
void measure(std::vector<MaybeCell>& cells, std::size_t first, std::size_t end) {
  int widest = 0;
  for (auto i = first; i < end; ++i) widest = std::max(widest, cells[i]->column);
  for (auto i = first; i < end; ++i) {
    auto& cell = *cells[i];
    cell.columns = widest;
    cell.begins_table = i == first;
    cell.ends_table = i + 1 == end;
    cell.begins_row = i == first || cells[i - 1]->row != cell.row;
    cell.ends_row = i + 1 == end || cells[i + 1]->row != cell.row;
    const int next = cell.ends_row ? widest + 1 : cells[i + 1]->column;
    cell.span = std::max(1, next - cell.column);
    cell.gap = cell.begins_row ? cell.column - 1 : 0;
  }
}

void mark_head(const std::vector<Paragraph>& paragraphs, std::vector<MaybeCell>& cells, std::size_t first,
               std::size_t end) {
  for (auto row = first; row < end;) {
    auto next = row;
    bool heads = true;
    do heads = heads && paragraphs[next].kind == Paragraph::Kind::column;
    while (!cells[next++]->ends_row);
    if (!heads) return;
    for (; row < next; ++row) cells[row]->in_head = true;
  }
}

}  // namespace

bool is_cell(const Paragraph& paragraph) {
  return paragraph.kind == Paragraph::Kind::column || paragraph.kind == Paragraph::Kind::cell;
}

std::vector<std::optional<TableCell>> table_cells(const std::vector<Paragraph>& paragraphs) {
  std::vector<MaybeCell> out;
  out.reserve(paragraphs.size());
  for (const auto& paragraph : paragraphs) out.push_back(cell_of(paragraph));
  int tables = 0;
  for (std::size_t first = 0, end = 0; first < out.size(); first = std::max(end, first + 1)) {
    if (!out[first]) continue;
    ++tables;
    for (end = first; end < out.size() && out[end] && out[end]->id == out[first]->id; ++end) out[end]->table = tables;
    measure(out, first, end);
    mark_head(paragraphs, out, first, end);
  }
  return out;
}

}  // namespace comity
