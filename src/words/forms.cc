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

std::string say_days(const Tongue& tongue, std::string_view form, std::string_view style, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  check(text != nullptr, "a message was given a number for a day");
  const auto days = parse_days(*text);
  check(days.has_value() && (form == "days" || days->from == days->to), "not a day: " + *text);
  if (style == "when") return when(tongue, *days);
  if (style == "weekday") return with_weekday(tongue, days->from);
  return written(tongue, *days);
}

}  // namespace

bool known_form(std::string_view form, std::string_view style) {
  if (form == "ordinal") return ordinal_style(style).has_value();
  if (form == "date") return style.empty() || style == "when" || style == "weekday";
  return form == "days" && (style.empty() || style == "when");
}

std::string say_form(const Tongue& tongue, std::string_view form, std::string_view style, const Value& value) {
  if (form != "ordinal") return say_days(tongue, form, style, value);
  const auto wanted = ordinal_style(style);
  const auto n = as_number(value);
  check(wanted && n && *n > 0 && *n < 100'000, "a message was given no number for an ordinal");
  return ordinal(tongue.language(), static_cast<int>(*n), wanted->noun, wanted->kase, wanted->numerals);
}

}  // namespace comity
