#include "texts/symbol.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.h"
#include "texts/roman.h"
#include "texts/signs.h"

namespace comity {
namespace {

using Kind = SymbolPart::Kind;
using Parts = std::vector<SymbolPart>;

constexpr std::array<std::string_view, 4> numbered_suffixes{"Add", "Amend", "Corr", "Rev"};
constexpr std::string_view bare_suffix = "Summary";
constexpr std::array<std::string_view, 20> series_words{"Agenda", "BP",   "CRP", "DEC", "G",    "INF", "L",
                                                        "MIN",    "Misc", "NGO", "PET", "PRST", "PV",  "R",
                                                        "RC",     "RES",  "RT",  "SR",  "TC",   "WP"};

template <std::size_t size>
bool among(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_running_number(std::string_view text) {
  return !text.empty() && text.size() <= 6 && text.front() != '0' && std::all_of(text.begin(), text.end(), is_digit);
}

// Of capital letters; 0 where the text is none.
int roman_number(std::string_view text) { return !text.empty() && is_capital(text.front()) ? roman_value(text) : 0; }

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 12 && is_capital(text.front()) &&
         std::all_of(text.begin(), text.end(), is_letter);
}

// "AC", "ICEF"; of the words with small letters only those that are in use.
bool is_body_word(std::string_view text) {
  return is_word(text) && (text == "Sub" || std::all_of(text.begin(), text.end(), is_capital));
}

// "292", "II", "M", "1A".
bool is_body_number(std::string_view text) {
  if (is_running_number(text) || roman_number(text) > 0) return true;
  if (text.size() == 1) return is_capital(text.front());
  return !text.empty() && is_capital(text.back()) && is_running_number(text.substr(0, text.size() - 1));
}

bool is_note(std::string_view text) {
  const auto inside = [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view(" .,-").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.size() <= 40 && text.front() != ' ' && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), inside);
}

// "H" or "A-C".
bool is_letter_part(std::string_view text) {
  if (text.size() == 3) return is_capital(text[0]) && text[1] == '-' && is_capital(text[2]) && text[0] < text[2];
  return text.size() == 1 && is_capital(text[0]);
}

// Takes " H" and "(XXV)" off the end. Nothing where they are not as they must be.
std::optional<SymbolPart> read_tail(std::string_view& text) {
  SymbolPart part;
  const auto space = text.rfind(' ');
  if (space != text.npos && is_letter_part(text.substr(space + 1))) {
    part.letter = text.substr(space + 1);
    text = text.substr(0, space);
  }
  if (text.empty() || text.back() != ')') return part;
  const auto open = text.find('(');
  if (open == text.npos || !is_note(text.substr(open + 1, text.size() - open - 2))) return std::nullopt;
  part.note = text.substr(open + 1, text.size() - open - 2);
  text = text.substr(0, open);
  if (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return part;
}

std::optional<Kind> kind_of(std::string_view word, std::string_view number, bool dotted) {
  if (word == bare_suffix) return dotted ? std::nullopt : std::optional(Kind::suffix);
  if (among(numbered_suffixes, word))
    return dotted && is_running_number(number) ? std::optional(Kind::suffix) : std::nullopt;
  if (among(series_words, word) && (!dotted || is_running_number(number))) return Kind::series;
  if (is_body_word(word) && (!dotted || is_body_number(number))) return Kind::body;
  return std::nullopt;
}

std::optional<SymbolPart> read_part(std::string_view text) {
  auto part = read_tail(text);
  if (!part) return std::nullopt;
  if (is_running_number(text)) {
    part->kind = Kind::number;
    part->number = text;
    return part;
  }
  const auto mark = text.find_first_of(".-");
  part->word = text.substr(0, mark);
  if (mark != text.npos) part->number = text.substr(mark + 1);
  if (mark != text.npos && text[mark] == '-') {
    const bool sitting = part->word == "ES" || part->word == "S";
    if (!sitting || !is_running_number(part->number)) return std::nullopt;
    part->kind = Kind::sitting;
  } else if (const auto kind = kind_of(part->word, part->number, mark != text.npos)) {
    part->kind = *kind;
  } else {
    return std::nullopt;
  }
  return part->letter.empty() ? part : std::nullopt;
}

std::string_view take_part(std::string_view& rest) {
  int depth = 0;
  std::size_t end = 0;
  for (; end < rest.size() && (rest[end] != '/' || depth > 0); ++end)
    depth += rest[end] == '(' ? 1 : rest[end] == ')' ? -1 : 0;
  const auto part = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.size(), end + 1));
  return part;
}

// What may stand after what: nothing but suffixes after a suffix, and only these after the number of a series, unless
// it names a working party (ECE/TRANS/WP.29/1).
bool follows(const Parts& before, const SymbolPart& part) {
  const auto& last = before.back();
  if (last.kind == Kind::suffix) return part.kind == Kind::suffix && last.word != bare_suffix;
  const bool counted = last.kind == Kind::number || (last.kind == Kind::series && !last.number.empty());
  if (part.kind == Kind::suffix) return counted;
  return last.kind != Kind::series || last.number.empty() || last.word == "WP";
}

bool is_organ(std::string_view text) {
  return !text.empty() && text.size() <= 8 && std::all_of(text.begin(), text.end(), is_capital);
}

// Nothing where the grammar does not know it; `wrong` is then the part.
std::optional<Parts> read_parts(std::string_view text, std::string& wrong) {
  auto rest = text;
  wrong = take_part(rest);
  if (!is_organ(wrong)) return std::nullopt;
  Parts parts{{Kind::organ, wrong}};
  while (!rest.empty()) {
    wrong = take_part(rest);
    const auto part = read_part(wrong);
    if (!part || !follows(parts, *part)) return std::nullopt;
    parts.push_back(*part);
  }
  const bool whole = follows(parts, {Kind::suffix, "Add"}) || (parts.back().kind == Kind::suffix);
  if (!whole || text.back() == '/') return std::nullopt;
  return parts;
}

// Where the second symbol of a document issued to two organs begins: after a "-".
std::size_t second_symbol(std::string_view text) {
  std::string wrong;
  for (auto at = text.find('-'); at != text.npos; at = text.find('-', at + 1))
    if (read_parts(text.substr(at + 1), wrong)) return at + 1;
  return text.npos;
}

Refusal malformed(std::string_view text, std::string_view part) {
  const auto shown = [](std::string_view of) { return std::string(first_bytes(of, symbol_limit)); };
  return {"symbol-malformed", {{"symbol", shown(text)}, {"part", shown(part)}}};
}

// The first part that holds what no symbol holds: a letter of another alphabet that looks alike, a sign not seen.
std::string_view foreign_part(std::string_view text) {
  auto rest = text;
  while (!rest.empty())
    if (const auto part = take_part(rest); !is_ascii(part)) return part;
  return text;
}

std::string print(const SymbolPart& part) {
  auto out = part.word;
  if (!part.word.empty() && !part.number.empty()) out += part.kind == Kind::sitting ? '-' : '.';
  out += part.number;
  if (!part.note.empty()) out += (part.number.empty() ? "(" : " (") + part.note + ")";
  return part.letter.empty() ? out : out + ' ' + part.letter;
}

std::string print(const Parts& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : "/") + print(part);
  return out;
}

std::int64_t value_of(const std::string& number) {
  if (is_running_number(number)) return std::stoll(number);
  return roman_number(number);
}

}  // namespace

auto SymbolPart::operator<=>(const SymbolPart& other) const {
  const auto key = [](const SymbolPart& part) {
    return std::make_tuple(std::string_view(part.word), value_of(part.number), std::string_view(part.number),
                           std::string_view(part.note), std::string_view(part.letter), part.kind);
  };
  return key(*this) <=> key(other);
}

std::strong_ordering DocumentSymbol::operator<=>(const DocumentSymbol& other) const {
  const auto key = [](const DocumentSymbol& symbol) { return std::tie(symbol.parts, symbol.beside, symbol.reissued); };
  return key(*this) <=> key(other);
}

Result<DocumentSymbol> parse_symbol(std::string_view text) {
  if (text.size() > symbol_limit || !is_ascii(text)) return malformed(text, foreign_part(text));
  DocumentSymbol symbol;
  auto rest = text;
  while (!rest.empty() && rest.back() == '*') {
    rest.remove_suffix(1);
    ++symbol.reissued;
  }
  const auto second = second_symbol(rest);
  std::string wrong;
  const auto parts = read_parts(rest.substr(0, second == rest.npos ? second : second - 1), wrong);
  if (!parts || symbol.reissued > 3) return malformed(text, wrong);
  symbol.parts = *parts;
  if (second != rest.npos) symbol.beside = *read_parts(rest.substr(second), wrong);
  return symbol;
}

std::string print(const DocumentSymbol& symbol) {
  auto out = print(symbol.parts);
  if (!symbol.beside.empty()) out += "-" + print(symbol.beside);
  return out + std::string(static_cast<std::size_t>(symbol.reissued), '*');
}

DocumentSymbol first_of(const DocumentSymbol& symbol) {
  auto first = symbol;
  first.reissued = 0;
  for (auto* parts : {&first.parts, &first.beside})
    while (!parts->empty() && parts->back().kind == Kind::suffix) parts->pop_back();
  return first;
}

std::optional<DocumentSymbol> suffixed(const DocumentSymbol& symbol) {
  auto out = symbol;
  if (out.parts.back().kind != Kind::suffix) return std::nullopt;
  for (auto* parts : {&out.parts, &out.beside})
    if (!parts->empty() && parts->back().kind == Kind::suffix) parts->pop_back();
  out.reissued = 0;
  return out;
}

std::optional<Numbered> numbered(const DocumentSymbol& symbol) {
  const auto& last = symbol.parts.back();
  if (!is_running_number(last.number)) return std::nullopt;
  auto series = print(Parts(symbol.parts.begin(), symbol.parts.end() - 1));
  if (!last.word.empty()) series += "/" + last.word;
  return Numbered{series, value_of(last.number)};
}

DocumentSymbol with_number(const DocumentSymbol& symbol, std::int64_t number) {
  auto out = symbol;
  out.reissued = 0;
  auto& last = out.parts.back();
  last = {last.kind, last.word, std::to_string(number)};
  return out;
}

std::optional<std::string> session_or_year(const DocumentSymbol& symbol) {
  const auto first = first_of(symbol);
  for (auto at = first.parts.begin(); at + 1 != first.parts.end(); ++at)
    if (at->kind == Kind::number || at->kind == Kind::sitting) return print(*at);
  const auto& note = first.parts.back().note;
  const bool year = is_running_number(note) && note.size() == 4;
  return year || roman_number(note) > 0 ? std::optional(note) : std::nullopt;
}

}  // namespace comity
