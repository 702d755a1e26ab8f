#include "texts/markers.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "texts/arabic_letters.h"
#include "texts/roman.h"
#include "texts/signs.h"

namespace comity {
namespace {

using Six = std::array<std::string_view, 6>;  // ar zh en fr ru es, as in base/language.h

constexpr Six annex{"المرفق", "附件", "Annex", "Annexe", "Приложение", "Anexo"};
constexpr Six annotations{"الشروح", "说明", "Annotations", "Annotations", "Аннотации", "Anotaciones"};
constexpr Six steps{"الخطوات التالية الموصى بها",    "建议采取的后续步骤",
                    "Recommended next steps",        "Prochaines étapes recommandées",
                    "Рекомендуемые дальнейшие шаги", "Próximas medidas recomendadas"};
constexpr Six organ{"الجمعية العامة",        "大会",
                    "The General Assembly",  "L’Assemblée générale",
                    "Генеральная Ассамблея", "La Asamblea General"};
constexpr Six plenary{"الجلسة العامة",       "全体会议",       "plenary meeting", "séance plénière",
                      "пленарное заседание", "sesión plenaria"};
constexpr Six own_names{"عربي", "中文", "English", "Français", "Русский", "Español"};
// And as a masthead prints them: in English where the script is another one.
constexpr Six printed_names{"Arabic", "Chinese", "English", "Français", "Russian", "Español"};
// The assembly's name as a masthead has it.
constexpr Six assembly{"الجمعية العامة",  "大会", "General Assembly", "Assemblée générale", "Генеральная Ассамблея",
                       "Asamblea General"};

std::string_view in(const Six& words, Language language) { return words[static_cast<std::size_t>(language)]; }

std::size_t digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

std::optional<Marker> numbered(std::string_view line) {
  const auto count = digits(line);
  if (count == 0 || count > 3 || line.size() < count + 2) return std::nullopt;
  for (const std::string_view also : {" bis", " ter", " quater", " quinquies"})
    if (line.substr(count).starts_with(also) && line.substr(count + also.size()).starts_with(". "))
      return Marker{Marker::Kind::inserted, std::string(line.substr(0, count)) + std::string(also.substr(1)),
                    std::string(line.substr(0, count + also.size())),
                    std::string(trimmed(line.substr(count + also.size() + 1)))};
  for (const std::string_view end : {". ", "．", "、", "- ", " - "})
    if (line.substr(count).starts_with(end))
      return Marker{Marker::Kind::number, std::string(line.substr(0, count)), std::string(line.substr(0, count)),
                    std::string(trimmed(line.substr(count + end.size())))};
  return std::nullopt;
}

// "a) …", "(a) …", "ii) …", "a. …".
std::optional<Marker> lettered(std::string_view line) {
  const auto begin = line.starts_with('(') ? 1U : 0U;
  const auto stop = line.find(". ");
  const bool stopped =
      begin == 0 && stop <= 4 && std::all_of(line.begin(), line.begin() + static_cast<long>(stop), is_small);
  const auto end = stopped ? stop : line.find(')');
  if (end == line.npos || end == begin || end > begin + 5) return std::nullopt;
  const auto mark = line.substr(begin, end - begin);
  if (const auto arabic = arabic_letter(mark); arabic.bytes == mark.size() && line.size() >= end + 2)
    return Marker{Marker::Kind::item, std::string(1, arabic.letter), std::string(mark),
                  std::string(trimmed(line.substr(end + 1)))};
  const bool letter = mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z';
  const bool small_roman = mark[0] >= 'a' && roman_value(mark) > 0;
  if ((!letter && !small_roman) || line.size() < end + 2) return std::nullopt;
  return Marker{Marker::Kind::item, std::string(mark), std::string(mark), std::string(trimmed(line.substr(end + 1)))};
}

std::optional<Marker> bulleted(std::string_view line) {
  for (const std::string_view bullet : {"• ", "● ", "– ", "— ", "- "})
    if (line.starts_with(bullet)) {
      const auto rest = trimmed(line.substr(bullet.size()));
      if (auto inside = lettered(rest)) return inside;
      return Marker{Marker::Kind::bullet, "•", "•", std::string(rest)};
    }
  return std::nullopt;
}

std::optional<Marker> headed(std::string_view line) {
  const auto end = line.find(". ");
  if (end == line.npos || end == 0 || end > 6) return std::nullopt;
  const auto mark = line.substr(0, end);
  const bool letter = mark.size() == 1 && mark[0] >= 'A' && mark[0] <= 'Z';
  const bool chapter = mark[0] >= 'A' && mark[0] <= 'Z' && roman_value(mark) > 0;
  if (!letter && !chapter) return std::nullopt;
  const auto rest = std::string(trimmed(line.substr(end + 2)));
  // "C." and "D." are sections before they are hundreds.
  const bool section = letter && mark != "I" && mark != "V" && mark != "X";
  return Marker{section ? Marker::Kind::section : Marker::Kind::chapter, std::string(mark), std::string(mark), rest};
}

constexpr std::array<std::string_view, 10> romans{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
constexpr std::array<std::string_view, 10> arabic_chapters{"أولا",  "ثانيا", "ثالثا", "رابعا", "خامسا",
                                                           "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"};
constexpr std::array<std::string_view, 10> arabic_sections{"ألف", "باء", "جيم", "دال", "هاء",
                                                           "واو", "زاي", "حاء", "طاء", "ياء"};
constexpr std::array<std::string_view, 10> chinese_chapters{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

// The text behind "word", one of `ends` and spaces; nothing where the line does not begin so.
std::optional<std::string> behind(std::string_view line, std::string_view word,
                                  std::initializer_list<std::string_view> ends) {
  if (!line.starts_with(word)) return std::nullopt;
  for (const auto end : ends)
    if (const auto rest = line.substr(word.size()); rest.starts_with(end))
      return std::string(trimmed(rest.substr(end.size())));
  return std::nullopt;
}

// "ثانيا - …" is chapter II, "باء - …" section B; "二、…" is chapter II.
std::optional<Marker> headed_in_words(std::string_view line) {
  for (std::size_t at = 0; at < romans.size(); ++at) {
    const std::string roman(romans[at]);
    if (auto rest = behind(line, arabic_chapters[at], {" - ", "- ", "ً - ", "ً- "}))
      return Marker{Marker::Kind::chapter, roman, std::string(arabic_chapters[at]), *rest};
    if (auto rest = behind(line, chinese_chapters[at], {"、", "．", ". "}))
      return Marker{Marker::Kind::chapter, roman, std::string(chinese_chapters[at]), *rest};
    if (auto rest = behind(line, arabic_sections[at], {" - ", "- "}))
      return Marker{Marker::Kind::section, std::string(1, static_cast<char>('A' + at)),
                    std::string(arabic_sections[at]), *rest};
  }
  return std::nullopt;
}

std::optional<Marker> named(std::string_view line, Language language) {
  for (const auto& [words, container] : {std::pair(&annotations, Container::annotations), {&steps, Container::steps}})
    if (line == in(*words, language)) return Marker{Marker::Kind::named, "", "", std::string(line), container};
  const auto word = in(annex, language);
  if (!line.starts_with(word)) return std::nullopt;
  auto rest = trimmed(line.substr(word.size()));
  const auto star = rest.find_first_of("*");
  const auto number = trimmed(rest.substr(0, star));
  const bool counted =
      number.empty() || roman_value(number) > 0 || (number.size() <= 3 && digits(number) == number.size());
  if (!counted) return std::nullopt;
  return Marker{Marker::Kind::named, std::string(number), std::string(number), std::string(line), Container::annex};
}

bool is_date(std::string_view line) {
  const auto is_year = [](std::string_view word) { return word.size() == 4 && digits(word) == 4; };
  return line.size() <= 40 && !line.empty() && is_digit(line.front()) &&
         (is_year(line.substr(line.size() - std::min<std::size_t>(4, line.size()))) || line.ends_with("日") ||
          line.ends_with("года"));
}

}  // namespace

std::optional<Marker> marker(std::string_view line, Language language) {
  if (auto found = named(line, language)) return found;
  if (auto found = numbered(line)) return found;
  if (auto found = lettered(line)) return found;
  if (auto found = bulleted(line)) return found;
  if (auto found = headed_in_words(line)) return found;
  return headed(line);
}

bool is_masthead(std::string_view line, Language language) {
  return line.starts_with("Distr.") || line.starts_with("Original:") || line.starts_with("Original :") ||
         line == in(own_names, language) || line == in(printed_names, language) || line == in(assembly, language) ||
         line == "A" || is_date(line);
}

bool is_organ_line(std::string_view line, Language language) {
  const auto name = in(organ, language);
  return line.starts_with(name) && line.size() <= name.size() + 3 && line.size() > name.size();
}

bool is_closing(std::string_view line, Language language) {
  return line.size() <= 80 && line.find(in(plenary, language)) != line.npos;
}

}  // namespace comity
