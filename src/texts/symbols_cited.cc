// Symbols as they stand in texts, and the numbers of resolutions and decisions, which become symbols.
#include <algorithm>
#include <array>

#include "texts/cited.h"
#include "texts/roman.h"
#include "texts/signs.h"
#include "texts/symbol.h"

namespace comity {
namespace {

using Six = std::array<std::string_view, 6>;  // ar zh en fr ru es

// Parts of words, so that singular, plural, capital and case endings are one.
constexpr Six resolution{"قرار", "决议", "esolution", "ésolution", "езолюц", "esoluci"};
constexpr Six decision{"مقرر", "决定", "ecision", "écision", "ешени", "ecisi"};

// What may stand within a symbol; a bracket only after a space or a word, as parse_symbol has it.
bool is_inside(char c) {
  return is_capital(c) || is_small(c) || is_digit(c) || std::string_view("/.-*").find(c) != std::string_view::npos;
}

// A symbol begins where no letter, digit or sign of a symbol stands before it; in an address after a stroke.
bool may_begin(std::string_view text, std::size_t at) {
  if (!is_capital(text[at])) return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  if (before == '/') {
    constexpr std::size_t host_and_language = 24;  // bytes: "https://undocs.org/en/"
    const auto address = text.substr(at - std::min(at, host_and_language), std::min(at, host_and_language));
    return address.find("undocs.org/") != address.npos || address.find("docs.un.org/") != address.npos;
  }
  return !is_capital(before) && !is_small(before) && !is_digit(before) && before != '.' && before != '-';
}

// " H", " (XXV)", "(Resumption 1)" behind a symbol, where the whole is one too.
std::size_t with_tail(std::string_view text, std::size_t begin, std::size_t end) {
  auto longest = end;
  const auto rest = text.substr(end);
  const auto close = rest.find(')');
  if ((rest.starts_with(" (") || rest.starts_with('(')) && close != rest.npos &&
      parse_symbol(text.substr(begin, end + close + 1 - begin)))
    longest = end + close + 1;
  const auto letter = text.substr(longest, 2);
  const bool alone = longest + 2 >= text.size() || !is_letter(text[longest + 2]);
  if (letter.size() == 2 && letter[0] == ' ' && is_capital(letter[1]) && alone &&
      text.substr(begin, longest - begin).find("/RES/") != text.npos)
    longest += 2;
  return longest;
}

std::optional<SymbolFound> symbol_at(std::string_view text, std::size_t begin) {
  auto end = begin;
  while (end < text.size() && is_inside(text[end])) ++end;
  for (; end > begin + 2; --end) {
    const auto word = text.substr(begin, end - begin);
    if (word.find('/') == word.npos) return std::nullopt;
    if (!parse_symbol(word)) {
      if (is_digit(word.back()) || is_letter(word.back())) return std::nullopt;
      continue;  // a full stop or hyphen behind it
    }
    end = with_tail(text, begin, end);
    return SymbolFound{{begin, end}, print(*parse_symbol(text.substr(begin, end - begin)))};
  }
  return std::nullopt;
}

// What "75/240", "43/78 H", "2625 (XXV)" or "1540 (2004)" is as a symbol of a resolution or decision.
struct Number {
  std::size_t end = 0;
  std::string symbol{};
};

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::string symbol_of(std::string_view first, std::string_view second, std::string_view kind) {
  const bool year = first.size() == 4;  // of the Economic and Social Council
  return (year ? "E/" : "A/") + std::string(kind) + "/" + std::string(first) + "/" + std::string(second);
}

// " H" behind the number, before no letter.
std::size_t letter_end(std::string_view text, std::size_t at) {
  const bool letter = at + 1 < text.size() && text[at] == ' ' && is_capital(text[at + 1]);
  return letter && (at + 2 == text.size() || (!is_letter(text[at + 2]) && text[at + 2] != '.')) ? at + 2 : at;
}

std::optional<Number> number_at(std::string_view text, std::size_t begin, std::string_view kind) {
  const auto middle = digits_end(text, begin);
  const auto first = text.substr(begin, middle - begin);
  if (middle < text.size() && text[middle] == '/') {
    const auto end = digits_end(text, middle + 1);
    const auto second = text.substr(middle + 1, end - middle - 1);
    if (second.empty() || first.size() > 4 || second.size() > 4 ||
        (end < text.size() && (text[end] == '/' || text[end] == '-')))
      return std::nullopt;
    const auto whole = kind == "RES" ? letter_end(text, end) : end;
    return Number{whole, symbol_of(first, second, kind) + std::string(text.substr(end, whole - end))};
  }
  const auto rest = text.substr(middle);
  const auto open = rest.starts_with(" (") ? 2U : rest.starts_with('(') ? 1U : 0U;
  const auto close = rest.find(')');
  if (open == 0 || close == rest.npos || kind != "RES") return std::nullopt;
  const auto note = rest.substr(open, close - open);
  const bool year = note.size() == 4 && digits_end(note, 0) == 4;
  const bool session = !note.empty() && is_capital(note.front()) && roman_value(note) > 0;
  if (!year && !session) return std::nullopt;
  return Number{middle + close + 1, (year ? "S/RES/" : "A/RES/") + std::string(first) + " (" + std::string(note) + ")"};
}

// Before a number, in its sentence, or right behind it (Chinese): which word stands nearest.
class Kinds {
 public:
  Kinds(std::string_view text, Language language) : text_(text), language_(language) {
    for (const std::string_view stop : {". ", "; ", "。", "؛"}) find(stop, "");
    find(resolution[index()], "RES");
    find(decision[index()], "DEC");
    std::sort(places_.begin(), places_.end());
  }

  std::string_view of(std::size_t begin, std::size_t end) const {
    const auto behind = text_.substr(end, 16);
    if (language_ == Language::zh && behind.find(resolution[index()]) != behind.npos) return "RES";
    if (language_ == Language::zh && behind.find(decision[index()]) != behind.npos) return "DEC";
    const auto after = std::lower_bound(places_.begin(), places_.end(), std::pair(begin, std::string_view()));
    return after == places_.begin() ? "" : std::prev(after)->second;
  }

 private:
  std::size_t index() const { return static_cast<std::size_t>(language_); }
  void find(std::string_view word, std::string_view kind) {
    for (auto at = text_.find(word); at != text_.npos; at = text_.find(word, at + word.size()))
      places_.emplace_back(at, kind);
  }

  std::string_view text_;
  Language language_;
  std::vector<std::pair<std::size_t, std::string_view>> places_{};  // kinds, and "" where a sentence ends
};

}  // namespace

std::vector<SymbolFound> find_symbols(std::string_view text) {
  std::vector<SymbolFound> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_begin(text, at)) continue;
    if (auto symbol = symbol_at(text, at)) {
      at = symbol->place.end - 1;
      found.push_back(*std::move(symbol));
    }
  }
  return found;
}

std::vector<SymbolFound> find_resolutions(std::string_view text, Language language) {
  const Kinds kinds(text, language);
  std::vector<SymbolFound> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const auto begin = at;
    at = digits_end(text, at);
    const auto allowed = [](char c) {
      return c == ' ' || c == '(' || c == '"' || static_cast<unsigned char>(c) >= 0x80;
    };
    if (text[begin] == '0' || (begin > 0 && !allowed(text[begin - 1]))) continue;
    const auto shape = number_at(text, begin, "RES");
    if (!shape) continue;
    const auto kind = kinds.of(begin, shape->end);
    if (kind.empty()) continue;
    const auto number = number_at(text, begin, kind);
    if (!number || !parse_symbol(number->symbol)) continue;
    found.push_back({{begin, number->end}, print(*parse_symbol(number->symbol))});
    at = number->end;
  }
  return found;
}

}  // namespace comity
