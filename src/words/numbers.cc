#include "words/numbers.h"

#include <unicode/listformatter.h>
#include <unicode/numberformatter.h>

#include <array>
#include <memory>

#include "base/check.h"
#include "words/pattern.h"
#include "words/unicode.h"

namespace comity {
namespace {

namespace inumber = icu::number;

template <class T>
using PerLanguage = std::array<T, languages.size()>;

std::size_t at(Language language) { return static_cast<std::size_t>(language); }

// European digits in Arabic too (docs/decisions/arabic-digits.md). English as the United Nations spells it: British
// usage, hence no comma before the “and” of a list.
icu::Locale locale_of(Language language) {
  constexpr PerLanguage<const char*> tags{"ar-u-nu-latn", "zh", "en-GB", "fr", "ru", "es"};
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(tags[at(language)], status);
}

// Function-local, here and below: ICU's formatters are immutable once made and may be shared by threads.
const inumber::LocalizedNumberFormatter& formatter(Language language) {
  static const auto all = [] {
    PerLanguage<inumber::LocalizedNumberFormatter> made;
    // Spanish texts of the United Nations group from four digits on ("1.500"), where ICU begins with five.
    for (const auto one : languages)
      made[at(one)] = inumber::NumberFormatter::withLocale(locale_of(one)).grouping(UNUM_GROUPING_ON_ALIGNED);
    return made;
  }();
  return all[at(language)];
}

std::string printed(const inumber::FormattedNumber& formatted) {
  UErrorCode status = U_ZERO_ERROR;
  const auto text = formatted.toString(status);
  check(U_SUCCESS(status), "ICU could not print a number");
  return utf8(text);
}

std::unique_ptr<icu::ListFormatter> list_formatter(Language language, UListFormatterType type) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::ListFormatter> made(
      icu::ListFormatter::createInstance(locale_of(language), type, ULISTFMT_WIDTH_WIDE, status));
  check(U_SUCCESS(status), "ICU cannot join lists in a language");
  return made;
}

const icu::ListFormatter& joiner(Language language, Join join_as) {
  static const auto all = [] {
    PerLanguage<std::array<std::unique_ptr<icu::ListFormatter>, 2>> made;
    for (const auto one : languages)
      made[at(one)] = {list_formatter(one, ULISTFMT_TYPE_AND), list_formatter(one, ULISTFMT_TYPE_OR)};
    return made;
  }();
  return *all[at(language)][join_as == Join::both ? 0 : 1];
}

// Whether both are numbers of items, the second the next after the first.
bool follows(const std::string& a, const std::string& b) {
  const auto one = as_number(a), other = as_number(b);
  return one && other && *other == *one + 1;
}

// "5.a" is sub-item (a) of item 5.
std::string item_number(const Tongue& tongue, const std::string& text) {
  const auto dot = text.find('.');
  if (dot == std::string::npos) return text;
  return tongue.say("items.sub", {{"number", text.substr(0, dot)}, {"letter", text.substr(dot + 1)}});
}

}  // namespace

std::string number(Language language, std::int64_t value) {
  if (value >= 0 && value < 1000) return std::to_string(value);  // the same in all six, and most of what pages count
  UErrorCode status = U_ZERO_ERROR;
  const auto formatted = formatter(language).formatInt(value, status);
  check(U_SUCCESS(status), "ICU could not format a number");
  return printed(formatted);
}

std::string percent(Language language, std::int64_t part, std::int64_t whole) {
  check(whole > 0, "a percentage of nothing");
  UErrorCode status = U_ZERO_ERROR;
  const auto rounded = (part * 200 + whole) / (whole * 2);
  const auto formatted = formatter(language)
                             .unit(icu::NoUnit::percent())
                             .precision(inumber::Precision::integer())
                             .formatInt(rounded, status);
  check(U_SUCCESS(status), "ICU could not format a percentage");
  return printed(formatted);
}

std::string file_size(const Tongue& tongue, std::int64_t bytes) {
  check(bytes >= 0, "a file smaller than nothing");
  if (bytes < 1000) return tongue.say("size.bytes", {{"count", bytes}});
  constexpr std::array<const char*, 3> keys{"size.kilobytes", "size.megabytes", "size.gigabytes"};
  auto scaled = static_cast<double>(bytes) / 1000.0;
  std::size_t unit = 0;
  for (; scaled >= 999.5 && unit + 1 < keys.size(); ++unit) scaled /= 1000.0;
  UErrorCode status = U_ZERO_ERROR;
  // One decimal below ten: "3.1 MB", "31 MB".
  const auto precision = inumber::Precision::maxFraction(scaled < 9.95 ? 1 : 0);
  const auto formatted = formatter(tongue.language()).precision(precision).formatDouble(scaled, status);
  check(U_SUCCESS(status), "ICU could not format a size");
  return tongue.say(keys[unit], {{"size", printed(formatted)}});
}

std::string item_numbers(const Tongue& tongue, const std::vector<std::string>& numbers) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && follows(numbers[end - 1], numbers[end])) ++end;
    if (end - i < 3) end = i + 1;
    said.push_back(end - i == 1 ? item_number(tongue, numbers[i])
                                : tongue.say("items.span", {{"from", numbers[i]}, {"to", numbers[end - 1]}}));
    i = end;
  }
  return join(tongue.language(), said);
}

std::string join(Language language, const std::vector<std::string>& items, Join join_as) {
  std::vector<icu::UnicodeString> texts;
  for (const auto& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString joined;
  joiner(language, join_as).format(texts.data(), static_cast<std::int32_t>(texts.size()), joined, status);
  check(U_SUCCESS(status), "ICU could not join a list");
  return utf8(joined);
}

}  // namespace comity
