// The order in which signs stand on a page, and the one in which they are read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

// How many more letters of the text are read from the right than from the left; below zero: the other way round.
std::int64_t letters_from_right(std::string_view utf8);

// The words of a line that is read from the right, as they stand on the page from its left side, letter by letter: the
// line as it is read. The Unicode bidirectional algorithm (UAX 9) has no inverse, for it does not tell what it was
// given; the rules here are for what documents have: symbols, figures, dates, names in Latin letters.
std::string line_from_right(const std::vector<std::string>& printed);

// Whether the first or last sign is one of Chinese, among which no room is left.
bool begins_chinese(std::string_view utf8);
bool ends_chinese(std::string_view utf8);

}  // namespace comity
