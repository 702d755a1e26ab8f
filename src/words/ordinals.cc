// Ordinals as United Nations texts write them: sessions in words, meetings in figures. ICU spells them out in five
// languages; Russian is our own, because ICU 72 writes "восемьдесятую" and "сороковой" where no Russian would.
#include <fmt/format.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/check.h"
#include "words/numbers.h"

namespace comity {
namespace {

constexpr int last_in_words = 99;
using Words = std::vector<std::string>;  // at n; [0] is empty

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

Words spelled(const char* locale, const char* rule) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
  Words words{""};
  for (int n = 1; n <= last_in_words; ++n) {
    icu::UnicodeString text;
    icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
    format.format(n, icu::UnicodeString::fromUTF8(rule), text, position, status);
    check(U_SUCCESS(status), "ICU has no ordinals in a language");
    words.push_back("");
    text.toUTF8String(words.back());
  }
  return words;
}

// Spanish has words of its own for the eleventh and the twelfth, where ICU puts them together.
Words spelled_spanish(const char* rule) {
  auto all = spelled("es", rule);
  const std::string ending = all[2].substr(all[2].size() - 1);  // of "segundo", "segunda"
  all[11] = "undécim" + ending;
  all[12] = "duodécim" + ending;
  return all;
}

enum class Gender { masculine, feminine, neuter };

// The genders of دورة جلسة مؤتمر تقرير; session séance conférence rapport; сессия заседание конференция доклад; período
// de sesiones, sesión, conferencia, informe.
Gender gender(Language language, Noun noun) {
  if (noun == Noun::report) return Gender::masculine;
  if (noun == Noun::conference) return language == Language::ar ? Gender::masculine : Gender::feminine;
  if (language == Language::ru && noun == Noun::meeting) return Gender::neuter;
  if (language == Language::es && noun != Noun::meeting) return Gender::masculine;
  return Gender::feminine;
}

std::string_view classifier(Noun noun) { return noun == Noun::meeting || noun == Noun::report ? "次" : "届"; }

struct Spelled {
  Words english = spelled("en", "%spellout-ordinal");
  Words french_masculine = spelled("fr", "%spellout-ordinal-masculine");
  Words french_feminine = spelled("fr", "%spellout-ordinal-feminine");
  Words spanish_masculine = spelled_spanish("%spellout-ordinal-masculine-adjective");  // "primer", before its noun
  Words spanish_following = spelled_spanish("%spellout-ordinal-masculine");            // "primero", after it
  Words spanish_feminine = spelled_spanish("%spellout-ordinal-feminine");
  Words arabic_masculine = spelled("ar", "%spellout-ordinal-masculine");
  Words arabic_feminine = spelled("ar", "%spellout-ordinal-feminine");
  Words chinese = spelled("zh", "%spellout-ordinal");
};

// Function-local: made once, at first use, and never changed.
const Spelled& words() {
  static const Spelled all;
  return all;
}

// --- Russian ---

constexpr std::array<std::string_view, 20> russian_stems{
    "",           "перв",      "втор",        "трет",       "четверт",   "пят",       "шест",        "седьм",
    "восьм",      "девят",     "десят",       "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат",
    "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат"};
constexpr std::array<std::string_view, 10> russian_tens{
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"};
constexpr std::array<std::string_view, 10> russian_ten_stems{
    "", "", "двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"};

// By gender, then after the stem "трет" or not, then by case.
using Endings = std::array<std::string_view, 6>;
constexpr std::array<std::array<Endings, 2>, 3> russian_endings{
    {{{{"ый", "ого", "ому", "ый", "ым", "ом"}, {"ий", "ьего", "ьему", "ий", "ьим", "ьем"}}},
     {{{"ая", "ой", "ой", "ую", "ой", "ой"}, {"ья", "ьей", "ьей", "ью", "ьей", "ьей"}}},
     {{{"ое", "ого", "ому", "ое", "ым", "ом"}, {"ье", "ьего", "ьему", "ье", "ьим", "ьем"}}}}};

std::string_view russian_ending(int last, Gender kind, Case kase) {
  // Masculine and stressed: второй, шестой, седьмой, восьмой, сороковой.
  const bool stressed = last == 2 || (last >= 6 && last <= 8) || last == 40;
  const bool base = kase == Case::nominative || kase == Case::accusative;
  if (kind == Gender::masculine && stressed && base) return "ой";
  return russian_endings[static_cast<std::size_t>(kind)][last == 3 ? 1 : 0][static_cast<std::size_t>(kase)];
}

std::string russian_words(int n, Gender kind, Case kase) {
  const auto ten = static_cast<std::size_t>(n / 10), unit = static_cast<std::size_t>(n % 10);
  if (n < 20) return fmt::format("{}{}", russian_stems[static_cast<std::size_t>(n)], russian_ending(n, kind, kase));
  if (unit == 0) return fmt::format("{}{}", russian_ten_stems[ten], russian_ending(n, kind, kase));
  return fmt::format("{} {}{}", russian_tens[ten], russian_stems[unit], russian_ending(n % 10, kind, kase));
}

// "8-е", "8-го", "8-м": the last letter, or the last two after a vowel and a consonant.
std::string russian_figures(int n, Gender kind, Case kase) {
  constexpr std::array<Endings, 3> tails{
      {{"й", "го", "му", "й", "м", "м"}, {"я", "й", "й", "ю", "й", "й"}, {"е", "го", "му", "е", "м", "м"}}};
  return fmt::format("{}-{}", n, tails[static_cast<std::size_t>(kind)][static_cast<std::size_t>(kase)]);
}

// --- the others ---

std::string_view english_suffix(int n) {
  if (n % 100 >= 11 && n % 100 <= 13) return "th";
  constexpr std::array<std::string_view, 4> suffixes{"th", "st", "nd", "rd"};
  return n % 10 < 4 ? suffixes[static_cast<std::size_t>(n % 10)] : "th";
}

// Spanish: "8ª sesión", "11º período", and "21er período", because the word would be "primer".
std::string spanish_figures(int n, bool feminine, Beside beside) {
  if (feminine) return fmt::format("{}ª", n);
  const bool shortened = beside == Beside::before && (n % 10 == 1 || n % 10 == 3) && n % 100 != 11 && n % 100 != 13;
  return fmt::format("{}{}", n, shortened ? "er" : "º");
}

// Nominative -ون, else -ين: only tens end so.
std::string arabic_words(int n, Gender kind, Case kase) {
  const auto& all = kind == Gender::masculine ? words().arabic_masculine : words().arabic_feminine;
  auto text = replaced(all[static_cast<std::size_t>(n)], "  ", " ");
  constexpr std::string_view nominative = "ون";
  if (kase != Case::nominative && text.ends_with(nominative))
    text.replace(text.size() - nominative.size(), nominative.size(), "ين");
  return text;
}

std::string in_words(Language language, int n, Noun noun, Case kase, Beside beside) {
  const auto i = static_cast<std::size_t>(n);
  const auto kind = gender(language, noun);
  const bool masculine = kind == Gender::masculine;
  switch (language) {
    case Language::ar:
      return arabic_words(n, kind, kase);
    case Language::zh:
      return fmt::format("{}{}", words().chinese[i], classifier(noun));
    case Language::fr:
      // The spelling before 1990, which United Nations texts keep: "vingt et unième".
      return replaced((masculine ? words().french_masculine : words().french_feminine)[i], "-et-", " et ");
    case Language::ru:
      return russian_words(n, kind, kase);
    case Language::es:
      if (!masculine) return words().spanish_feminine[i];
      return (beside == Beside::before ? words().spanish_masculine : words().spanish_following)[i];
    case Language::en:
      break;
  }
  return words().english[i];
}

std::string in_figures(Language language, int n, Noun noun, Case kase, Beside beside) {
  const auto kind = gender(language, noun);
  switch (language) {
    case Language::ar:
      return std::to_string(n);
    case Language::zh:
      return fmt::format("第{}{}", n, classifier(noun));
    case Language::fr:
      return n == 1 ? (kind == Gender::masculine ? "1er" : "1re") : fmt::format("{}e", n);
    case Language::ru:
      return russian_figures(n, kind, kase);
    case Language::es:
      return spanish_figures(n, kind == Gender::feminine, beside);
    case Language::en:
      break;
  }
  return fmt::format("{}{}", n, english_suffix(n));
}

// S4 (end note) and S0 ¶13: meetings in figures, "46ª sesión", "8ª sesión"; Arabic to the tenth in words.
// S0, S3: sessions of a group in words, in Spanish to the tenth and then "11º" (S1); those of the Assembly in words
// throughout ("septuagésimo séptimo período de sesiones", S4).
bool usually_in_words(Language language, int n, Noun noun) {
  if (noun == Noun::meeting) return language == Language::ar && n <= 10;
  return noun != Noun::session || language != Language::es || n <= 10;
}

}  // namespace

std::string ordinal(Language language, int n, Noun noun, Case kase, Numerals numerals, Beside beside) {
  check(n >= 1, "an ordinal below the first");
  const bool words_wanted =
      numerals == Numerals::words || (numerals == Numerals::usual && usually_in_words(language, n, noun));
  return words_wanted && n <= last_in_words ? in_words(language, n, noun, kase, beside)
                                            : in_figures(language, n, noun, kase, beside);
}

std::string ordinals(Language language, const std::vector<int>& all, Noun noun, Case kase, Numerals numerals) {
  const bool figures = std::any_of(all.begin(), all.end(),
                                   [&](int n) { return !usually_in_words(language, n, noun) || n > last_in_words; });
  if (figures && numerals == Numerals::usual) numerals = Numerals::figures;
  std::vector<std::string> said;
  // One alone stands before its noun, several behind it.
  const auto beside = all.size() == 1 ? Beside::before : Beside::after;
  for (const int n : all) said.push_back(ordinal(language, n, noun, kase, numerals, beside));
  return join(language, said);
}

}  // namespace comity
