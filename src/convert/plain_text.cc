#include "convert/exported.h"

namespace comity {
namespace {

std::string words_of(const std::vector<PieceRow>& pieces) {
  std::string out;
  for (const auto& piece : pieces) out += piece.note.empty() ? piece.text : "[" + piece.note + "]";
  return out;
}

std::string indent_of(const ParagraphRow& row) {
  if (!row.quotation.empty() || row.level > "1") return "    ";
  return row.level.empty() ? "" : "  ";
}

// A row is a line; a column that has no cell keeps its place.
std::string in_its_row(const CellRow& cell, const std::string& words) {
  const auto parted = [](const std::string& columns) {
    std::string out;
    for (int i = columns.empty() ? 0 : std::stoi(columns); i > 0; --i) out += " | ";
    return out;
  };
  const auto before = (cell.table_begins.empty() ? "" : "\n") + parted(cell.gap);
  if (!cell.row_ends.empty()) return before + words + "\n";
  return before + words + parted(cell.span.empty() ? "1" : cell.span);
}

}  // namespace

std::string as_plain_text(const ExportedDocument& document) {
  std::string out = document.caution + "\n" + document.symbol.text +
                    (document.official.empty() ? "" : " · " + document.official) + "\n";
  for (const auto& row : document.text->paragraphs) {
    if (row.cell) {
      out += in_its_row(*row.cell, words_of(row.pieces));
      continue;
    }
    out += "\n" + indent_of(row);
    if (!row.label.empty()) out += row.label + " ";
    out += words_of(row.pieces) + "\n";
  }
  for (const auto& note : document.text->notes) out += "\n[" + note.number + "] " + words_of(note.pieces) + "\n";
  return out;
}

}  // namespace comity
