#include "texts/masthead.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "texts/signs.h"

namespace comity {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t index(Language language) { return static_cast<std::size_t>(language); }

// Twelve for each language; Chinese counts its months. Arabic documents print both names with a stroke between them.
const Words& months(Language language) {
  static const std::array<Words, 6> six{{
      {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
       "كانون الأول"},
      {},
      {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
       "December"},
      {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
       "décembre"},
      {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
       "декабря"},
      {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
       "diciembre"},
  }};
  return six[index(language)];
}

// The digits at the end of the words, once the filling is off: "el 13 de " gives 13.
std::optional<int> day_before(std::string_view words) {
  for (const std::string_view filling : {" de ", " de", "er ", " "})
    if (words.ends_with(filling)) {
      words.remove_suffix(filling.size());
      break;
    }
  auto begin = words.size();
  while (begin > 0 && is_digit(words[begin - 1])) --begin;
  if (words.size() - begin < 1 || words.size() - begin > 2) return std::nullopt;
  return std::atoi(std::string(words.substr(begin)).c_str());
}

// Four digits that stand soon: after " de ", or an Arabic month's second name.
std::optional<int> year_after(std::string_view words) {
  constexpr std::size_t soon = 40;  // bytes
  const auto end = std::min(words.size(), soon);
  for (std::size_t at = 0; at + 4 <= words.size() && at < end; ++at) {
    if (!is_digit(words[at])) continue;
    const auto digits = words.substr(at, 4);
    const bool four = std::all_of(digits.begin(), digits.end(), is_digit);
    if (!four || (at + 4 < words.size() && is_digit(words[at + 4]))) return std::nullopt;
    return std::atoi(std::string(digits).c_str());
  }
  return std::nullopt;
}

std::optional<Date> whole_date(int year, int month, int day) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const auto date = parse_date(std::to_string(year) + "-" + two(month) + "-" + two(day));
  return date ? std::optional(*date) : std::nullopt;
}

std::optional<Date> chinese_date(std::string_view words) {
  constexpr std::string_view year_sign = "年";
  constexpr std::string_view month_sign = "月";
  constexpr std::string_view day_sign = "日";
  for (auto at = words.find(year_sign); at != words.npos; at = words.find(year_sign, at + 1)) {
    const auto month_begin = at + year_sign.size();
    const auto month_end = words.find(month_sign, month_begin);
    const auto day_begin = month_end == words.npos ? words.npos : month_end + month_sign.size();
    const auto day_end = day_begin == words.npos ? words.npos : words.find(day_sign, day_begin);
    if (at < 4 || day_end == words.npos || month_end - month_begin > 2 || day_end - day_begin > 2) continue;
    const auto value = [&](std::size_t from, std::size_t to) {
      return std::atoi(std::string(words.substr(from, to - from)).c_str());
    };
    if (const auto date = whole_date(value(at - 4, at), value(month_begin, month_end), value(day_begin, day_end)))
      return date;
  }
  return std::nullopt;
}

// Arabic, Chinese and Russian documents print their masthead in English.
Language of_masthead(Language language) {
  return language == Language::fr || language == Language::es ? language : Language::en;
}

// The language whose name ends the line ("Original: inglés"), or is it, with its capital ("Español").
std::optional<Language> language_named(std::string_view line, Language masthead) {
  using Names = std::array<std::string_view, 6>;
  static const std::map<Language, Names> names{
      {Language::en, {"Arabic", "Chinese", "English", "French", "Russian", "Spanish"}},
      {Language::fr, {"rabe", "hinois", "nglais", "rançais", "usse", "spagnol"}},
      {Language::es, {"rabe", "hino", "nglés", "rancés", "uso", "spañol"}}};
  for (const auto language : languages)
    if (line.ends_with(names.at(masthead)[index(language)])) return language;
  return std::nullopt;
}

std::string distribution_in(std::string_view line) {
  const auto small = in_small_letters(line);
  for (const auto& [word, code] :
       {std::pair("générale", "general"), std::pair("general", "general"), std::pair("limit", "limited"),
        std::pair("restr", "restricted"), std::pair("reservada", "restricted")})
    if (small.find(word) != small.npos) return code;
  return "";
}

bool begins_the_text(const Paragraph& paragraph) {
  using Kind = Paragraph::Kind;
  const bool counted = paragraph.kind == Kind::heading && !paragraph.number.empty();
  return counted || paragraph.kind == Kind::numbered || paragraph.kind == Kind::preambular;
}

void take_line(std::string_view line, Language printed, Masthead& out) {
  if (line.starts_with("Distr")) {
    out.distribution = distribution_in(line);
  } else if (line.starts_with("Original")) {
    out.original = language_named(line, printed);
  } else if (const auto date = date_in(line, printed)) {
    if (!out.date) out.date = date;
  } else if (const auto said = language_named(line, printed)) {
    out.language = said;
  }
}

}  // namespace

std::optional<Date> date_in(std::string_view words, Language language) {
  if (language == Language::zh) return chinese_date(words);
  std::optional<Date> first;
  auto first_at = words.npos;
  const auto& names = months(language);
  for (std::size_t month = 0; month < names.size(); ++month)
    for (auto at = words.find(names[month]); at < first_at; at = words.find(names[month], at + 1)) {
      const auto day = day_before(words.substr(0, at));
      const auto year = year_after(words.substr(at + names[month].size()));
      const auto date = day && year ? whole_date(*year, static_cast<int>(month) + 1, *day) : std::nullopt;
      if (!date) continue;
      first = date;
      first_at = at;
    }
  return first;
}

Masthead masthead(const TextStructure& text, Language language) {
  Masthead out;
  std::optional<Date> in_headings;
  for (const auto& paragraph : text.paragraphs) {
    if (begins_the_text(paragraph)) break;
    if (paragraph.kind == Paragraph::Kind::masthead) take_line(paragraph.text, of_masthead(language), out);
    if (paragraph.kind != Paragraph::Kind::heading) continue;
    out.title = paragraph.text;
    if (!in_headings) in_headings = date_in(paragraph.text, language);
  }
  if (!out.date) out.date = in_headings;
  return out;
}

}  // namespace comity
