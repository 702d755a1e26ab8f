// The words by which forms of a term are known again in a text, however they are inflected there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace comity {

// A word, an ideograph, or another sign that is no blank. `keys`: what the word may be at bottom; of a name, the first
// counts.
struct TermWord {
  std::vector<std::u32string> keys{};
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<TermWord> term_words(Language language, std::string_view text);

}  // namespace comity
