// Numbers, ordinals, sizes and lists in six languages. Which form an ordinal takes is the usage of the United Nations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"
#include "words/catalogue.h"

namespace comity {

std::string number(Language language, std::int64_t value);                      // "1,000,000"
std::string percent(Language language, std::int64_t part, std::int64_t whole);  // to the nearest unit; whole > 0
std::string file_size(const Tongue& tongue, std::int64_t bytes);                // "3.1 MB", decimal units

// What is counted: gender, classifier and usage follow from it. An assembly session is one of the General Assembly;
// a report is an annual progress report ("segundo informe anual", S0).
enum class Noun { session, assembly_session, meeting, conference, report };
enum class Case {
  nominative,
  genitive,
  dative,
  accusative,
  instrumental,
  prepositional
};                                              // heard in Russian (and Arabic)
enum class Numerals { usual, words, figures };  // usual: sessions in words, meetings in figures
enum class Beside { before, after };  // its noun: Spanish "primer período", but "períodos primero y tercero"

// The ordinal alone, agreeing with its noun: "fourth", "8th"; "quatrième", "8e"; "cuarto", "8ª"; "четвертая", "8-е";
// "الرابعة"; "第四届", "第8次" (with the classifier). In words up to 99, in figures beyond. n >= 1.
std::string ordinal(Language language, int n, Noun noun, Case kase = Case::nominative,
                    Numerals numerals = Numerals::usual, Beside beside = Beside::before);
// Several of one noun: "first, second and third". Where one of them is usually written in figures, all are.
std::string ordinals(Language language, const std::vector<int>& all, Noun noun, Case kase = Case::nominative,
                     Numerals numerals = Numerals::usual);

// The numbers of agenda items, "5" or "5.a", in their order; three and more that follow each other as a span: "3 and 5
// to 7", "3 et 5 à 7".
std::string item_numbers(const Tongue& tongue, const std::vector<std::string>& numbers);

enum class Join { both, either };  // "a, b and c"; "a, b or c"
std::string join(Language language, const std::vector<std::string>& items, Join join_as = Join::both);

}  // namespace comity
