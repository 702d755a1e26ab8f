// Roman numerals below two hundred, as chapters, sub-paragraphs and old sessions have them.
#pragma once

#include <string_view>

namespace comity {

// Of capital or of small letters, not mixed. 0 where the text is none in its one right form ("IV", not "IIII").
int roman_value(std::string_view text);

}  // namespace comity
