#include "texts/roman.h"

#include <algorithm>
#include <array>
#include <utility>

#include "texts/signs.h"

namespace comity {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 9> numerals{
    {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};

int digit(char c) {
  for (const auto& [worth, letters] : numerals)
    if (letters.size() == 1 && letters.front() == c) return worth;
  return 0;
}

}  // namespace

std::string small_roman(int number) {
  std::string out;
  for (const auto& [worth, letters] : numerals)
    for (; number >= worth; number -= worth) out += letters;
  return out;
}

std::string capital_roman(int number) {
  auto out = small_roman(number);
  for (auto& letter : out) letter = static_cast<char>(letter - 'a' + 'A');
  return out;
}

int roman_value(std::string_view text) {
  constexpr std::size_t longest = 10;  // clxxxviii and one more
  if (text.empty() || text.size() > longest) return 0;
  if (!std::all_of(text.begin(), text.end(), is_capital(text.front()) ? is_capital : is_small)) return 0;
  const auto small = in_small_letters(text);
  int sum = 0;
  for (std::size_t i = 0; i < small.size(); ++i) {
    const int value = digit(small[i]);
    if (value == 0) return 0;
    sum += i + 1 < small.size() && digit(small[i + 1]) > value ? -value : value;
  }
  return sum > 0 && sum < 200 && small_roman(sum) == small ? sum : 0;
}

}  // namespace comity
