// A plain text as lines: its bytes made sound, the furniture of its pages taken out, its notes apart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "texts/structure.h"

namespace comity {

inline constexpr std::size_t plain_text_limit = 5'000'000;  // bytes

// Where a cell stands in its table, counted from 1.
struct CellPlace {
  int row = 0;
  int column = 0;
  bool first = false;  // of its table
};

struct Line {
  std::string text{};
  bool apart = false;      // room was left before it: more than stands between all lines
  std::size_t indent = 0;  // spaces before it
  bool runs_on = false;    // it stands right below the line before, in a text that leaves lines empty elsewhere
  // Where the file says itself what it is: a heading, a quotation, a column or cell at its place.
  std::optional<Paragraph::Kind> said{};
  CellPlace place{};
};

struct PlainText {
  std::vector<Line> lines{};
  std::vector<Footnote> notes{};
  bool wrapped = false;   // as a page breaks them: a paragraph runs on over the next line
  bool whole = false;     // each line is a paragraph, and says so
  bool measured = false;  // whether a line stands apart is measured on its page: one that does not goes on
  std::vector<Finding> findings{};
};

// Text as the record keeps it: NFC, without what cannot be seen and turns text round; how many such signs were there.
struct Sound {
  std::string text{};
  std::int64_t removed = 0;
};
Sound sound(std::string_view utf8);
// "3/16", "22-12345 (S)", "*2212345*": numbers of pages and jobs.
bool is_furniture(std::string_view line);

// Findings: signs-removed {count} (what cannot be seen and turns text round), links-removed {count} (lists of addresses
// at the end of pages), furniture-removed {count} (page and job numbers).
// Refuses text-not-utf8 {line}, text-too-large {limit}, text-empty.
Result<PlainText> plain_text(std::string_view bytes);

}  // namespace comity
