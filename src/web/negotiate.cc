#include "web/negotiate.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace comity {
namespace {

struct Wish {
  std::string token;  // in lower case
  int weight;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1", "0.8", "0.125" in thousandths; anything else weighs nothing.
int thousandths(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
  if (text.size() > 1 && text[1] != '.') return 0;
  int value = (text[0] - '0') * 1000;
  int unit = 100;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (!is_digit(c)) return 0;
    value += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(value, 1000);
}

int weight_of(std::string_view parameters) {
  while (!parameters.empty()) {
    const auto one = trimmed(parameters.substr(0, parameters.find(';')));
    if (one.starts_with("q=") || one.starts_with("Q=")) return thousandths(one.substr(2));
    const auto next = parameters.find(';');
    if (next == parameters.npos) break;
    parameters.remove_prefix(next + 1);
  }
  return 1000;
}

std::vector<Wish> wishes(std::string_view header) {
  std::vector<Wish> out;
  for (std::size_t at = 0; at <= header.size();) {
    const auto part = header.substr(at, header.find(',', at) - at);
    const auto semicolon = std::min(part.find(';'), part.size());
    const auto token = trimmed(part.substr(0, semicolon));
    if (!token.empty()) out.push_back({lower_ascii(token), weight_of(part.substr(semicolon))});
    at += part.size() + 1;
  }
  return out;
}

std::optional<int> weight_of(const std::vector<Wish>& all, std::string_view token) {
  for (const auto& wish : all)
    if (wish.token == token) return wish.weight;
  return std::nullopt;
}

}  // namespace

std::optional<int> weight(std::string_view header, std::string_view token) {
  const auto all = wishes(header);
  if (const auto exact = weight_of(all, token)) return exact;
  return weight_of(all, "*");
}

std::optional<Language> preferred_language(std::string_view accept_language) {
  std::optional<Language> best;
  int best_weight = 0;
  for (const auto& wish : wishes(accept_language)) {
    const auto language = language_of(std::string_view(wish.token).substr(0, wish.token.find('-')));
    if (!language || wish.weight <= best_weight) continue;
    best = language;
    best_weight = wish.weight;
  }
  return best;
}

bool prefers_json(std::string_view accept) {
  const auto all = wishes(accept);
  const auto json = weight_of(all, "application/json");
  return json && *json > weight_of(all, "text/html").value_or(0);
}

bool accepts_gzip(std::string_view accept_encoding) { return weight(accept_encoding, "gzip").value_or(0) > 0; }

}  // namespace comity
