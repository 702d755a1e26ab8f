#include "base/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/check.h"

namespace comity {
namespace {

const icu::Normalizer2& decomposer() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = icu::Normalizer2::getNFDInstance(status);
  check(U_SUCCESS(status), "ICU has no NFD data");
  return *found;
}

bool is_mark(UChar32 sign) { return u_charType(sign) == U_NON_SPACING_MARK; }

bool is_apostrophe(UChar32 sign) { return sign == 0x2019 || sign == 0x2018 || sign == 0x02bc || sign == 0xff07; }

// One sign for all that look or mean alike; 0 for what is not seen.
char32_t one_of_its_sort(UChar32 sign) {
  if (u_charType(sign) == U_FORMAT_CHAR) return 0;
  if (u_isUWhiteSpace(sign)) return U' ';
  if (u_charType(sign) == U_DASH_PUNCTUATION || sign == 0x2212) return U'-';
  if (is_apostrophe(sign)) return U'\'';
  if (const auto digit = u_charDigitValue(sign); digit >= 0) return U'0' + static_cast<char32_t>(digit);
  return static_cast<char32_t>(u_foldCase(sign, U_FOLD_CASE_DEFAULT));
}

// Most signs of most texts.
char32_t folded_ascii(UChar32 sign) {
  if (sign >= 'A' && sign <= 'Z') return static_cast<char32_t>(sign - 'A' + 'a');
  return u_isUWhiteSpace(sign) ? U' ' : static_cast<char32_t>(sign);
}

void fold_into(std::vector<FoldedSign>& out, UChar32 sign, std::size_t begin, std::size_t end) {
  if (sign < 0x80) return out.push_back({folded_ascii(sign), begin, end});
  constexpr UChar32 small_short_i = 0x0439, capital_short_i = 0x0419;  // letters of their own, not и with a mark
  if (sign == small_short_i || sign == capital_short_i) return out.push_back({small_short_i, begin, end});
  const auto letter = static_cast<UChar32>(plain_arabic(static_cast<char32_t>(sign)));
  icu::UnicodeString apart;
  if (letter < 0xc0 || is_ideograph(static_cast<char32_t>(letter)) || !decomposer().getDecomposition(letter, apart))
    apart = icu::UnicodeString(letter);
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const auto part = apart.char32At(i);
    if (is_mark(part)) {
      if (!out.empty()) out.back().end = end;
    } else if (const auto one = part == 0 ? 0 : one_of_its_sort(part); one != 0) {
      out.push_back({one, begin, end});
    }
  }
}

}  // namespace

char32_t plain_arabic(char32_t letter) {
  switch (letter) {
    case 0x0622:  // alef with madda
    case 0x0623:  // with hamza above
    case 0x0625:  // with hamza below
    case 0x0671:  // wasla
      return 0x0627;
    case 0x0649:  // alef maksura
    case 0x0626:  // yeh with hamza
      return 0x064a;
    case 0x0624:  // waw with hamza
      return 0x0648;
    case 0x0629:  // teh marbuta
      return 0x0647;
    case 0x0640:  // tatweel
      return 0;
    default:
      return letter;
  }
}

bool in_a_word(char32_t sign) { return u_isalnum(static_cast<UChar32>(sign)) != 0; }

bool is_ideograph(char32_t sign) { return (sign >= 0x3400 && sign < 0xa000) || (sign >= 0x20000 && sign < 0x32000); }

std::vector<FoldedSign> folded(std::string_view utf8) {
  std::vector<FoldedSign> out;
  out.reserve(utf8.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < length;) {
    const auto begin = static_cast<std::size_t>(i);
    UChar32 sign = 0;
    U8_NEXT(data, i, length, sign);
    fold_into(out, sign < 0 ? 0xfffd : sign, begin, static_cast<std::size_t>(i));
  }
  return out;
}

}  // namespace comity
