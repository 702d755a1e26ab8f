#include "convert/exported.h"

namespace comity {
namespace {

std::string words_of(const std::vector<PieceRow>& pieces) {
  std::string out;
  for (const auto& piece : pieces) out += piece.note.empty() ? piece.text : "[" + piece.note + "]";
  return out;
}

std::string indent_of(const ParagraphRow& row) { return row.level.empty() ? "" : row.level == "1" ? "  " : "    "; }

}  // namespace

std::string as_plain_text(const ExportedDocument& document) {
  std::string out = document.caution + "\n" + document.symbol.text + " · " + document.official + "\n";
  for (const auto& row : document.text->paragraphs) {
    out += "\n" + indent_of(row);
    if (!row.label.empty()) out += row.label + " ";
    out += words_of(row.pieces) + "\n";
  }
  for (const auto& note : document.text->notes) out += "\n[" + note.number + "] " + words_of(note.pieces) + "\n";
  return out;
}

}  // namespace comity
