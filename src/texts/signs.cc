#include "texts/signs.h"

#include <algorithm>
#include <initializer_list>

namespace comity {
namespace {

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

bool ends_a_sentence(std::string_view text) {
  return ends_with_any(text, {".", ";", ":", "?", "!", "”", "»", "]", ")", "。", "；", "：", "؛", "؟"});
}

bool ends_in_a_colon(std::string_view text) { return ends_with_any(text, {":", "："}); }

std::string_view first_bytes(std::string_view text, std::size_t most) {
  auto end = std::min(text.size(), most);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (auto& c : out)
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace comity
