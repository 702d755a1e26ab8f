// Dates read back from sentences in six languages, by tables and expressions of the tests' own.
#pragma once

#include <array>
#include <regex>
#include <set>
#include <string>

#include "base/language.h"
#include "base/time.h"

namespace comity {

using MonthNames = std::array<const char*, 12>;
inline constexpr std::array<MonthNames, 6> month_names{
    {{"كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه", "تموز/يوليه",
      "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"},
     {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December"},
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre"},
     {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
      "декабря"},
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre"}}};

// How a language writes days: M stands for a month, D for a day, Y for a year; L for several days of one month.
struct DateForms {
  const char* crossing;  // from one month to another
  const char* span;
  const char* several;
};
inline constexpr std::array<DateForms, 6> date_forms{
    {{"من D M إلى D M Y", "من D إلى D M Y", "L M Y"},
     {"Y年M(\\d{1,2})日至M(\\d{1,2})日", "Y年M(\\d{1,2})日至(\\d{1,2})日", "Y年ML日"},
     {"from D M to D M Y", "from D to D M Y", "L M Y"},
     {"du D M au D M Y", "du D au D M Y", "L M Y"},
     {"с D M по D M Y", "с D по D M Y", "L M Y"},
     {"del D de M al D de M de Y", "del D al D de M de Y", "L de M de Y"}}};

inline std::string expression_of(Language language, std::string form) {
  const auto at = static_cast<std::size_t>(language);
  std::string months = "(";
  for (std::size_t i = 12; i-- > 0;) months += std::string(months.size() > 1 ? "|" : "") + month_names[at][i];
  months += ")";
  constexpr std::array<const char*, 6> lists{"(\\d{1,2}(?: و ?\\d{1,2})*)",
                                             "(\\d{1,2}(?:日、\\d{1,2})*(?:日和\\d{1,2})?)",
                                             "((?:\\d{1,2}, )*\\d{1,2}(?: and \\d{1,2})?)",
                                             "((?:\\d{1,2}(?:er)?, )*\\d{1,2}(?:er)?(?: et \\d{1,2})?)",
                                             "((?:\\d{1,2}, )*\\d{1,2}(?: и \\d{1,2})?)",
                                             "((?:\\d{1,2}, )*\\d{1,2}(?: y \\d{1,2})?)"};
  std::string out;
  for (const char c : form) {
    if (c == 'M')
      out += months;
    else if (c == 'D')
      out += "(\\d{1,2})(?:er)?";
    else if (c == 'Y')
      out += "(\\d{4})";
    else if (c == 'L')
      out += lists[at];
    else
      out += c;
  }
  return out;
}

inline int month_of(Language language, const std::string& name) {
  const auto& names = month_names[static_cast<std::size_t>(language)];
  for (std::size_t i = 0; i < names.size(); ++i)
    if (name == names[i]) return static_cast<int>(i) + 1;
  return 0;
}

// Every day and span that the text tells, as "YYYY-MM-DD" and "YYYY-MM-DD/YYYY-MM-DD".
inline std::multiset<std::string> dates_in(Language language, std::string text) {
  std::multiset<std::string> out;
  const bool chinese = language == Language::zh;
  const auto iso = [&](const std::string& year, const std::string& month, const std::string& day) {
    return print(Date{std::stoi(year), month_of(language, month), std::stoi(day)});
  };
  const auto take = [&](const char* form, auto&& use) {
    const std::regex expression(expression_of(language, form));
    std::smatch found;
    while (std::regex_search(text, found, expression)) {
      use(found);
      text = std::string(found.prefix()) + "§" + std::string(found.suffix());
    }
  };
  const auto& forms = date_forms[static_cast<std::size_t>(language)];
  take(forms.crossing, [&](const std::smatch& m) {
    if (chinese)
      out.insert(iso(m[1], m[2], m[3]) + "/" + iso(m[1], m[4], m[5]));
    else
      out.insert(iso(m[5], m[2], m[1]) + "/" + iso(m[5], m[4], m[3]));
  });
  take(forms.span, [&](const std::smatch& m) {
    if (chinese)
      out.insert(iso(m[1], m[2], m[3]) + "/" + iso(m[1], m[2], m[4]));
    else
      out.insert(iso(m[4], m[3], m[1]) + "/" + iso(m[4], m[3], m[2]));
  });
  take(forms.several, [&](const std::smatch& m) {
    const std::string days = chinese ? m[3] : m[1], month = m[2], year = chinese ? m[1] : m[3];
    const std::regex digits("\\d+");
    for (std::sregex_iterator it(days.begin(), days.end(), digits), end; it != end; ++it)
      out.insert(iso(year, month, it->str()));
  });
  return out;
}

}  // namespace comity
