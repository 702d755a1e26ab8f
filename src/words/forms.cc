#include "words/forms.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "words/dates.h"
#include "words/numbers.h"
#include "words/pattern.h"

namespace comity {
namespace {

template <class T, std::size_t N>
using Names = std::array<std::pair<std::string_view, T>, N>;

constexpr Names<Noun, 5> nouns{{{"session", Noun::session},
                                {"assembly-session", Noun::assembly_session},
                                {"meeting", Noun::meeting},
                                {"conference", Noun::conference},
                                {"report", Noun::report}}};
constexpr Names<Case, 6> cases{{{"nominative", Case::nominative},
                                {"genitive", Case::genitive},
                                {"dative", Case::dative},
                                {"accusative", Case::accusative},
                                {"instrumental", Case::instrumental},
                                {"prepositional", Case::prepositional}}};
constexpr Names<Numerals, 2> numeral_kinds{{{"words", Numerals::words}, {"figures", Numerals::figures}}};

template <class T, std::size_t N>
bool take(const Names<T, N>& names, std::string_view word, T& into) {
  for (const auto& [name, value] : names)
    if (name == word) {
      into = value;
      return true;
    }
  return false;
}

struct OrdinalStyle {
  Noun noun = Noun::session;
  Case kase = Case::nominative;
  Numerals numerals = Numerals::usual;
};

// "meeting", "session genitive", "meeting prepositional words": the noun first.
std::optional<OrdinalStyle> ordinal_style(std::string_view text) {
  OrdinalStyle style;
  bool first = true;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool taken = first ? take(nouns, word, style.noun)
                             : take(cases, word, style.kase) || take(numeral_kinds, word, style.numerals);
    if (!taken) return std::nullopt;
    first = false;
  }
  return first ? std::nullopt : std::optional(style);
}

std::optional<Days> parse_days(std::string_view text) {
  const auto slash = text.find('/');
  const auto from = parse_date(text.substr(0, slash));
  const auto to = slash == std::string_view::npos ? from : parse_date(text.substr(slash + 1));
  if (!from || !to) return std::nullopt;
  return Days{*from, *to};
}

Days days_of(const std::string& text) {
  const auto days = parse_days(text);
  check(days.has_value(), "not a day: " + text);
  return *days;
}

int ordinal_of(const Value& value) {
  const auto n = as_number(value);
  check(n && *n > 0 && *n < 100'000, "a message was given no number for an ordinal");
  return static_cast<int>(*n);
}

const std::string& text_of_form(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  check(text != nullptr, "a message was given a number for a day");
  return *text;
}

// A list, or the list of one that a text is.
std::vector<std::string> many_of(const Value& value) {
  if (const auto* many = std::get_if<std::vector<std::string>>(&value)) return *many;
  return {text_of_form(value)};
}

std::string say_days(const Tongue& tongue, std::string_view form, std::string_view style, const Value& value) {
  const auto days = days_of(text_of_form(value));
  check(form == "days" || days.from == days.to, "not a day: " + text_of_form(value));
  if (style == "when") return when(tongue, days);
  if (style == "weekday") return with_weekday(tongue, days.from);
  return written(tongue, days);
}

std::string say_dates(const Tongue& tongue, std::string_view style, const Value& value) {
  std::vector<Days> all;
  for (const auto& text : many_of(value)) all.push_back(days_of(text));
  return style == "when" ? when(tongue, all) : written(tongue, all);
}

std::string say_ordinals(const Tongue& tongue, const OrdinalStyle& style, const Value& value) {
  std::vector<int> all;
  for (const auto& text : many_of(value)) all.push_back(ordinal_of(text));
  return ordinals(tongue.language(), all, style.noun, style.kase, style.numerals);
}

}  // namespace

bool known_form(std::string_view form, std::string_view style) {
  if (form == "ordinal" || form == "ordinals") return ordinal_style(style).has_value();
  if (form == "items" || form == "capital") return style.empty();
  if (form == "date") return style.empty() || style == "when" || style == "weekday";
  return (form == "days" || form == "dates") && (style.empty() || style == "when");
}

std::string say_form(const Tongue& tongue, std::string_view form, std::string_view style, const Value& value) {
  if (form == "items") return item_numbers(tongue, many_of(value));
  if (form == "dates") return say_dates(tongue, style, value);
  if (form == "days" || form == "date") return say_days(tongue, form, style, value);
  const auto wanted = ordinal_style(style);
  check(wanted.has_value(), "no such style of an ordinal");
  if (form == "ordinals") return say_ordinals(tongue, *wanted, value);
  return ordinal(tongue.language(), ordinal_of(value), wanted->noun, wanted->kase, wanted->numerals);
}

}  // namespace comity
