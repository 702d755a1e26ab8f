// Parts of a text, as a reader meets them.
#pragma once

#include "views/reading.h"

namespace comity {

inline PieceRow words(const std::string& text) { return {text}; }
inline PieceRow mark_of(const std::string& note) {
  PieceRow row;
  row.note = note;
  return row;
}

// A text with a quotation and a table of three columns: a head of one cell and one of two columns; a row that one of
// another row covers in its first column; a row of one cell.
inline std::vector<ParagraphRow> quotation_and_table() {
  const auto cell = [](const std::string& place, const std::string& kind, const PieceRow& piece, CellRow at) {
    at.table = "p1-table1";
    ParagraphRow out{"p1-table1-" + place, kind, "", "", "", {piece}};
    out.cell = std::move(at);
    return out;
  };
  ParagraphRow quotation{"p1-q1", "quotation", "", "", "", {words("Quoted.")}};
  quotation.quotation = "1";
  CellRow first, second, third, fourth, fifth;
  first.table_begins = {"page.document.table", {}};
  first.columns = "3";
  first.head_begins = first.row_begins = first.heads = "1";
  second.heads = second.row_ends = second.head_ends = "1";
  second.span = "2";
  third.row_begins = third.gap = "1";
  fourth.row_ends = "1";
  fifth.row_begins = fifth.row_ends = fifth.table_ends = "1";
  fifth.span = "3";
  return {{"p1", "numbered", "1.", "", "", {words("See:")}}, quotation,
          cell("r1-c1", "column", words("A"), first),        cell("r1-c2", "column", words("B"), second),
          cell("r2-c2", "cell", mark_of("3"), third),        cell("r2-c3", "cell", words("D"), fourth),
          cell("r3-c1", "cell", words("E"), fifth)};
}

}  // namespace comity
