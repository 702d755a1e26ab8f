// The letters by which Arabic texts count sub-paragraphs, in their old order of numerals: (أ), (ب), (ج) … for a, b, c.
#pragma once

#include <cstddef>
#include <string_view>

namespace comity {

struct ArabicLetter {
  char letter = 0;        // 'a' to 'z': its place in the order
  std::size_t bytes = 0;  // of the letter in the text; 0 where the text begins with none
};
ArabicLetter arabic_letter(std::string_view text);

}  // namespace comity
