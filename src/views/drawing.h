// Figures drawn by the server as SVG: the only file that makes Html. A figure holds digits and signs, never a word: it
// is hidden from readers by ear, and the page has the same facts in a table. Its links begin with `%LANG%`, for which
// the face puts "/es" and so on. Styles are classes, colours are currentColor. Time runs from left to right in every
// language (docs/decisions/time-lines-left-to-right.md).
#pragma once

#include "views/field_types.h"

namespace comity {

// One thing on the time line. `label` is drawn above it: digits only.
struct Mark {
  enum class Shape { session, informal };
  Shape shape = Shape::session;
  Href href{};
  std::string label{};
  std::optional<Days> planned{};
  std::optional<Days> held{};
  bool cancelled = false;
  bool here = false;  // the thing that the page is about
};

// One line for each year from the first to the last day, planned hollow, actual filled, informal thin; today as a line.
// Empty where there is nothing to draw.
Html time_line(const std::vector<Mark>& marks, const std::optional<Date>& today);

// One line for each item, one column for each session: a dot where the item was taken up.
struct PathLine {
  Href href{};
  std::string label{};
  std::vector<std::size_t> columns{};
};
struct PathColumn {
  Href href{};
  std::string label{};
};
Html paths(const std::vector<PathColumn>& columns, const std::vector<PathLine>& lines);

// A bar beside a number of a table: filled; with a broken end where it may be more; a broken line where it is not
// known.
Html count_bar(const std::optional<std::int64_t>& count, bool exactly, std::int64_t longest);

// The days between a draft and its adoption: from 0 to a dot, filled where both days are confirmed; a broken line where
// they are not known.
struct IntervalMark {
  Href href{};
  std::string label{};  // digits only
  std::string title{};
  std::optional<std::int64_t> days{};
  bool certain = false;
};
// Empty where no interval is known.
Html intervals(const std::vector<IntervalMark>& marks);

}  // namespace comity
