#include "texts/mend.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "texts/signs.h"

namespace comity {
namespace {

// Half-open.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Runs of letters, or of digits. (Quotation marks and dashes outside ASCII count as letters of the word they touch:
// such a word is then found nowhere else, and left alone.)
std::vector<Span> spans_of(std::string_view text) {
  std::vector<Span> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto same = is_letter(text[i]) ? is_letter : is_digit(text[i]) ? is_digit : nullptr;
    if (same == nullptr) {
      ++i;
      continue;
    }
    const auto begin = i;
    while (i < text.size() && same(text[i])) ++i;
    words.push_back({begin, i});
  }
  return words;
}

using Counts = std::map<std::string, int>;

// How often each word stands there, and each two words with one space between ("adic ionales").
Counts count(const std::vector<std::string*>& texts) {
  Counts counts;
  for (const auto* text : texts) {
    const std::string_view all(*text);
    const auto words = spans_of(all);
    for (std::size_t i = 0; i < words.size(); ++i) {
      ++counts[in_small_letters(all.substr(words[i].begin, words[i].end - words[i].begin))];
      if (i > 0 && words[i].begin == words[i - 1].end + 1 && all[words[i - 1].end] == ' ')
        ++counts[in_small_letters(all.substr(words[i - 1].begin, words[i].end - words[i - 1].begin))];
    }
  }
  return counts;
}

int times(const Counts& counts, const std::string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

// "20 21" is a year of which the text speaks elsewhere.
bool is_year(std::string_view first, std::string_view second) {
  return first.size() == 2 && second.size() == 2 && (first == "19" || first == "20");
}

bool belong_together(const Counts& counts, std::string_view first, std::string_view second) {
  const auto whole = in_small_letters(first) + in_small_letters(second);
  if (times(counts, whole) == 0) return false;
  if (is_digit(first.front()) || is_digit(second.front())) return is_year(first, second);
  constexpr std::size_t shortest = 5;  // bytes: "de l" is not "del"
  const auto pair = in_small_letters(first) + ' ' + in_small_letters(second);
  const bool only_here =
      std::min(times(counts, in_small_letters(first)), times(counts, in_small_letters(second))) == times(counts, pair);
  return whole.size() >= shortest && only_here && !(second.front() >= 'A' && second.front() <= 'Z');
}

}  // namespace

std::vector<std::string> mend_words(std::vector<std::string*>& texts) {
  const auto counts = count(texts);
  std::vector<std::string> mended;
  for (auto* text : texts) {
    const auto words = spans_of(*text);
    std::string out;
    std::size_t kept = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const auto& [begin, end] = words[i];
      const auto& next = words[i + 1];
      if (next.begin != end + 1 || (*text)[end] != ' ') continue;
      const auto first = std::string_view(*text).substr(begin, end - begin);
      const auto second = std::string_view(*text).substr(next.begin, next.end - next.begin);
      if (!belong_together(counts, first, second)) continue;
      out += text->substr(kept, end - kept);
      kept = end + 1;
      mended.push_back(std::string(first) + std::string(second));
    }
    *text = out + text->substr(kept);
  }
  return mended;
}

}  // namespace comity
