// Which cell of a table became which: a row that is put in moves all below it, so that ids alone do not tell.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "texts/structure.h"

namespace comity {

// Places of paragraphs in the other text, each way.
using Match = std::optional<std::size_t>;
struct Pairs {
  std::vector<Match> became{};  // of the earlier text
  std::vector<Match> was{};     // of the later one
  void pair(std::size_t before, std::size_t after);
};

// Rows with the same words in the same columns.
void pair_rows(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after, Pairs& pairs);

// A cell that became none becomes the one of its column in what its row became: "10" is now "12". Which row that is
// tells the first cell that was found again; where none was, the row stands where it stood.
void pair_cells_in_place(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after, Pairs& pairs);

// A cell moves nowhere: that its few words stand in another place too says nothing. `stays`: of the later text.
void part_moved_cells(const std::vector<Paragraph>& after, const std::vector<bool>& stays, Pairs& pairs);

}  // namespace comity
