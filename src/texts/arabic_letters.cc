#include "texts/arabic_letters.h"

#include <array>

namespace comity {
namespace {

constexpr std::array<std::string_view, 26> letters_in_order{"أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط",
                                                            "ي", "ك", "ل", "م", "ن",  "س", "ع", "ف", "ص",
                                                            "ق", "ر", "ش", "ت", "ث",  "خ", "ذ", "ض"};

}  // namespace

ArabicLetter arabic_letter(std::string_view text) {
  for (std::size_t at = 0; at < letters_in_order.size(); ++at)
    if (text.starts_with(letters_in_order[at])) return {static_cast<char>('a' + at), letters_in_order[at].size()};
  if (text.starts_with("ه")) return {'e', std::string_view("ه").size()};
  return {};
}

}  // namespace comity
