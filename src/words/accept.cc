#include "words/accept.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace comity {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Thousandths; null where the weight is malformed (RFC 9110, 12.4.2: at most three digits, at most 1).
std::optional<int> weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int value = text[0] - '0';
  for (std::size_t i = 2; i < 5; ++i) {
    const char digit = i < text.size() ? text[i] : '0';
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  if (value > 1000) return std::nullopt;
  return value;
}

struct Member {
  std::string range;  // lower case: "zh-hans", "*"
  int weight = 1000;
};

std::optional<Member> parse_member(std::string_view text) {
  const auto semicolon = std::min(text.find(';'), text.size());
  Member member{std::string(trimmed(text.substr(0, semicolon)))};
  for (auto& c : member.range) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  if (member.range.empty()) return std::nullopt;
  if (semicolon == text.size()) return member;
  const auto parameter = trimmed(text.substr(semicolon + 1));
  if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return std::nullopt;
  const auto parsed = weight(trimmed(parameter.substr(2)));
  if (!parsed) return std::nullopt;
  member.weight = *parsed;
  return member;
}

// "es-mx" asks for Spanish, "zh-hant" for Chinese: there is one official form of each language.
bool asks_for(const Member& member, Language language) {
  return std::string_view(member.range).substr(0, member.range.find('-')) == code_of(language);
}

// Weights as far as a header has named each language; -1: not named.
using Weights = std::array<int, languages.size()>;

// English first among equals that only "*" has asked for.
Language best(const Weights& weights, int star, Language first) {
  auto found = Language::en;
  int top = 0;
  const auto consider = [&](Language language) {
    const int own = weights[static_cast<std::size_t>(language)];
    const int value = own >= 0 ? own : star;
    if (value > top) {
      top = value;
      found = language;
    }
  };
  consider(first);
  consider(Language::en);
  for (const auto language : languages) consider(language);
  return found;
}

}  // namespace

Language negotiate(std::string_view accept_language) {
  Weights weights;
  weights.fill(-1);
  int star = 0, top = 0;
  auto first = Language::en;  // the first named among those with the highest weight
  while (!accept_language.empty()) {
    const auto comma = std::min(accept_language.find(','), accept_language.size());
    const auto member = parse_member(accept_language.substr(0, comma));
    accept_language.remove_prefix(std::min(comma + 1, accept_language.size()));
    if (!member) continue;
    if (member->range == "*") star = member->weight;
    for (const auto language : languages) {
      if (!asks_for(*member, language)) continue;
      auto& own = weights[static_cast<std::size_t>(language)];
      own = std::max(own, member->weight);
      if (own > top) {
        top = own;
        first = language;
      }
    }
  }
  return best(weights, star, first);
}

}  // namespace comity
