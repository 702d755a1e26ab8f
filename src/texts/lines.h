// A plain text as lines: its bytes made sound, the furniture of its pages taken out, its notes apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "texts/structure.h"

namespace comity {

inline constexpr std::size_t plain_text_limit = 5'000'000;  // bytes

struct Line {
  std::string text{};
  bool apart = false;      // room was left before it: more than stands between all lines
  std::size_t indent = 0;  // spaces before it
  bool runs_on = false;    // it stands right below the line before, in a text that leaves lines empty elsewhere
};

struct PlainText {
  std::vector<Line> lines{};
  std::vector<Footnote> notes{};
  bool wrapped = false;  // as a page breaks them: a paragraph runs on over the next line
  std::vector<Finding> findings{};
};

// Findings: signs-removed {count} (what cannot be seen and turns text round), links-removed {count} (lists of addresses
// at the end of pages), furniture-removed {count} (page and job numbers).
// Refuses text-not-utf8 {line}, text-too-large {limit}, text-empty.
Result<PlainText> plain_text(std::string_view bytes);

}  // namespace comity
