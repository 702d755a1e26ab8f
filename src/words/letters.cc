#include "words/letters.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace comity {

std::string capitalised(std::string_view text) {
  auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const auto letter = unicode.char32At(i);
    if (u_isalnum(letter) == 0) continue;  // a quotation mark or a bracket before it
    unicode.replace(i, U16_LENGTH(letter), u_totitle(letter));
    break;
  }
  std::string out;
  return unicode.toUTF8String(out);
}

}  // namespace comity
