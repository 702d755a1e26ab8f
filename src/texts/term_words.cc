#include "texts/term_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/folding.h"

namespace comity {
namespace {

using Word = std::u32string;
using Ending = std::u32string_view;

bool ends_with_one_of(Ending word, std::initializer_list<Ending> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](Ending ending) { return word.ends_with(ending); });
}

Word without(const Word& word, std::size_t letters) { return word.substr(0, word.size() - letters); }

// "parties" and "party", "processes" and "process", "States" and "State"; but "process" and "status" end so themselves.
Word bare_english(const Word& word) {
  if (word.size() <= 3) return word;
  if (word.ends_with(U"ies")) return without(word, 3) + U"y";
  if (ends_with_one_of(word, {U"sses", U"shes", U"ches", U"xes"})) return without(word, 2);
  return word.ends_with(U's') && !ends_with_one_of(word, {U"ss", U"us", U"is"}) ? without(word, 1) : word;
}

// "travaux" and "travail", "principaux" and "principal", "séances" and "séance".
Word bare_french(const Word& word) {
  if (word.size() <= 3) return word;
  if (word.ends_with(U"aux") && word.size() > 4) return without(word, 2) + U"l";
  if (word.ends_with(U"ail")) return without(word, 2) + U"l";
  return ends_with_one_of(word, {U"s", U"x"}) ? without(word, 1) : word;
}

// "sesiones" and "sesión", "informes" and "informe", "veces" and "vez".
Word bare_spanish(const Word& word) {
  if (word.size() <= 3) return word;
  auto out = word.ends_with(U's') ? without(word, 1) : word;
  if (out.ends_with(U'e')) out = without(out, 1);
  if (out.ends_with(U'z')) out.back() = U'c';
  return out;
}

// The endings of number and case of nouns and adjectives, the longest first, as the Snowball stemmer has them. One that
// would leave less than three letters is none.
Word bare_russian(const Word& word) {
  static constexpr std::array<Ending, 60> endings{
      U"иями", U"еями", U"иях", U"еях", U"еям", U"ея", U"ями", U"ами", U"ией", U"иям", U"ием", U"ими",
      U"ыми",  U"его",  U"ого", U"ему", U"ому", U"ев", U"ов",  U"ие",  U"ье",  U"еи",  U"ии",  U"ей",
      U"ой",   U"ий",   U"ям",  U"ем",  U"ам",  U"ом", U"ах",  U"ях",  U"ию",  U"ью",  U"ия",  U"ья",
      U"ее",   U"ые",   U"ое",  U"ый",  U"им",  U"ым", U"их",  U"ых",  U"ую",  U"юю",  U"ая",  U"яя",
      U"ою",   U"ею",   U"а",   U"е",   U"и",   U"й",  U"о",   U"у",   U"ы",   U"ь",   U"ю",   U"я"};
  for (const auto ending : endings)
    if (word.ends_with(ending) && word.size() >= ending.size() + 3) return without(word, ending.size());
  return word;
}

// "جلسات" is the plural of "جلسة", whose last letter is folded to ه.
Word arabic_singular(const Word& word) {
  return word.ends_with(U"ات") && word.size() >= 5 ? without(word, 2) + U"ه" : word;
}

// Without the article first: so a name is known. Then without the particle that may be tied to the word, if it is one.
std::vector<Word> bare_arabic(const Word& word) {
  for (const Ending article : {U"وبال", U"وال", U"فال", U"بال", U"كال", U"ولل", U"ال", U"لل"})
    if (word.starts_with(article) && word.size() >= article.size() + 3)
      return {arabic_singular(word.substr(article.size()))};
  std::vector<Word> out{arabic_singular(word)};
  for (const Ending particle : {U"و", U"ف", U"ب", U"ك", U"ل"})
    if (word.starts_with(particle) && word.size() >= 4) out.push_back(arabic_singular(word.substr(1)));
  return out;
}

std::vector<Word> keys_of(Language language, const Word& word) {
  switch (language) {
    case Language::ar:
      return bare_arabic(word);
    case Language::en:
      return {bare_english(word)};
    case Language::es:
      return {bare_spanish(word)};
    case Language::fr:
      return {bare_french(word)};
    case Language::ru:
      return {bare_russian(word)};
    case Language::zh:
      break;
  }
  return {word};
}

}  // namespace

std::vector<TermWord> term_words(Language language, std::string_view text) {
  const auto signs = folded(text);
  const auto in_word = [&](std::size_t at) { return in_a_word(signs[at].sign) && !is_ideograph(signs[at].sign); };
  std::vector<TermWord> out;
  for (std::size_t at = 0; at < signs.size();) {
    auto end = at + 1;
    if (signs[at].sign == U' ') {
      at = end;
      continue;
    }
    Word word(1, signs[at].sign);
    const bool letters = in_word(at);
    for (; letters && end < signs.size() && in_word(end); ++end) word += signs[end].sign;
    out.push_back({letters ? keys_of(language, word) : std::vector<Word>{word}, signs[at].begin, signs[end - 1].end});
    at = end;
  }
  return out;
}

}  // namespace comity
