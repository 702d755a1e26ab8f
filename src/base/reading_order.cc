#include "base/reading_order.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace comity {
namespace {

bool is_of_figures(UChar32 sign) { return u_charType(sign) == U_DECIMAL_DIGIT_NUMBER; }
bool is_from_left(UChar32 sign) { return u_charDirection(sign) == U_LEFT_TO_RIGHT || is_of_figures(sign); }
bool is_raised(UChar32 sign) { return u_charType(sign) == U_OTHER_NUMBER; }

bool has_latin(const icu::UnicodeString& word) {
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1))
    if (u_charDirection(word.char32At(i)) == U_LEFT_TO_RIGHT) return true;
  return false;
}

// From there on, as far as signs read from the left: "A/77/275", "2021-2025", "²³". In words of Latin letters whatever
// stands between two letters belongs to them; between figures that is a stroke, a stop or the like.
std::int32_t end_from_left(const icu::UnicodeString& word, std::int32_t begin, bool latin) {
  const icu::UnicodeString between_figures(u"/-.,:");
  auto end = word.moveIndex32(begin, 1);
  for (auto at = end; at < word.length(); at = word.moveIndex32(at, 1)) {
    const auto sign = word.char32At(at);
    const bool same = is_raised(word.char32At(begin)) ? is_raised(sign) : is_from_left(sign);
    if (same) end = word.moveIndex32(at, 1);
    if (!same && (is_raised(word.char32At(begin)) || is_raised(sign))) break;
    if (!same && !latin && (at > end || between_figures.indexOf(sign) < 0)) break;
  }
  return end;
}

icu::UnicodeString word_from_right(const icu::UnicodeString& printed) {
  const bool latin = has_latin(printed);
  icu::UnicodeString out;
  for (std::int32_t begin = 0; begin < printed.length();) {
    const auto sign = printed.char32At(begin);
    const auto end =
        is_from_left(sign) || is_raised(sign) ? end_from_left(printed, begin, latin) : printed.moveIndex32(begin, 1);
    out.insert(0, printed, begin, end - begin);
    begin = end;
  }
  // A sign that stands above or below a letter comes behind it.
  if (out.length() > 1 && u_charType(out.char32At(0)) == U_NON_SPACING_MARK)
    out = icu::UnicodeString(out, 1, 1) + out[0] + icu::UnicodeString(out, 2);
  return out;
}

bool is_name(const icu::UnicodeString& word) {
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1))
    if (u_charDirection(word.char32At(i)) != U_LEFT_TO_RIGHT) return false;
  return true;
}

bool is_year(const icu::UnicodeString& word) {
  return word.length() == 4 && is_of_figures(word[0]) && is_of_figures(word[1]) && is_of_figures(word[2]) &&
         is_of_figures(word[3]);
}

// Words of Latin letters that follow one another keep their order, and the year behind the name of a month.
icu::UnicodeString joined_from_right(const std::vector<icu::UnicodeString>& printed) {
  icu::UnicodeString out;
  for (auto end = printed.size(); end > 0;) {
    auto begin = end - 1;
    if (begin > 0 && is_year(printed[begin]) && is_name(printed[begin - 1])) --begin;
    if (has_latin(printed[begin]))
      while (begin > 0 && has_latin(printed[begin - 1])) --begin;
    icu::UnicodeString words = printed[begin];
    for (auto at = begin + 1; at < end; ++at) words += u" " + printed[at];
    out += (out.isEmpty() ? u"" : u" ") + word_from_right(words);
    end = begin;
  }
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_chinese(UChar32 sign) {
  return u_hasBinaryProperty(sign, UCHAR_IDEOGRAPHIC) || (sign >= 0x3000 && sign <= 0x303f) ||
         (sign >= 0xff00 && sign <= 0xff60);
}

}  // namespace

std::int64_t letters_from_right(std::string_view utf8) {
  const auto text = from_utf8(utf8);
  std::int64_t more = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto direction = u_charDirection(text.char32At(i));
    more += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
    more -= direction == U_LEFT_TO_RIGHT;
  }
  return more;
}

std::string line_from_right(const std::vector<std::string>& printed) {
  std::vector<icu::UnicodeString> words;
  for (const auto& word : printed) words.push_back(from_utf8(word));
  std::string out;
  return joined_from_right(words).toUTF8String(out);
}

bool begins_chinese(std::string_view utf8) {
  const auto text = from_utf8(utf8);
  return !text.isEmpty() && is_chinese(text.char32At(0));
}

bool ends_chinese(std::string_view utf8) {
  const auto text = from_utf8(utf8);
  return !text.isEmpty() && is_chinese(text.char32At(text.length() - 1));
}

}  // namespace comity
