#include "texts/raised.h"

#include <algorithm>
#include <array>

namespace comity {
namespace {

constexpr std::array<std::string_view, 10> figures{"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                                   "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

}  // namespace

Raised raised_digits(std::string_view text) {
  Raised out;
  for (;;) {
    const auto found =
        std::find_if(figures.begin(), figures.end(), [&](std::string_view one) { return text.starts_with(one); });
    if (found == figures.end()) return out;
    out.number += static_cast<char>('0' + (found - figures.begin()));
    out.bytes += found->size();
    text.remove_prefix(found->size());
  }
}

std::string raised(std::string_view digits) {
  std::string out;
  for (const char digit : digits) out += figures[static_cast<std::size_t>(digit - '0')];
  return out;
}

}  // namespace comity
