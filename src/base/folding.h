// A text without what its readers take for the same: letter case, accents, the forms of an Arabic letter, the sorts of
// digits, apostrophes, dashes and blanks. Knows no word and no language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

// Each sign, and the bytes of the text that it comes from. Marks above and below a letter belong to it.
struct FoldedSign {
  char32_t sign = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<FoldedSign> folded(std::string_view utf8);

// Letters that Arabic writes in several forms, as one; 0 for the one that joins letters without being read.
char32_t plain_arabic(char32_t letter);

bool in_a_word(char32_t sign);     // a letter or a digit
bool is_ideograph(char32_t sign);  // a word may begin and end at each

}  // namespace comity
