// Roman numerals below two hundred, as chapters, sub-paragraphs and old sessions have them.
#pragma once

#include <string>
#include <string_view>

namespace comity {

// Of capital or of small letters, not mixed. 0 where the text is none in its one right form ("IV", not "IIII").
int roman_value(std::string_view text);
// In small letters; of a number below two hundred.
std::string small_roman(int number);
std::string capital_roman(int number);

}  // namespace comity
