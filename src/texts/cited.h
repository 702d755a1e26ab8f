// The parts of a citation: a symbol, the number of a resolution, a paragraph. Each is looked for by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace comity {

// Half-open, in bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct SymbolFound {
  Stretch place{};
  std::string symbol{};  // as print() writes it
};
// "A/77/275", "S/PV.4072 (Resumption 1)", also in an address ("https://undocs.org/es/A/77/275").
std::vector<SymbolFound> find_symbols(std::string_view text);
// "resolution 75/240", "resoluciones 36/103, de 9 de diciembre de 1981, y 43/78 H", "第75/240号决议", "decision
// 77/512", "resolution 1996/31" (of the Economic and Social Council: a year stands before the stroke), "resolution 2625
// (XXV)", "resolution 1540 (2004)" (of the Security Council).
std::vector<SymbolFound> find_resolutions(std::string_view text, Language language);

struct ParagraphFound {
  Stretch place{};
  std::string annex{};                 // "annex", "annex-1"; empty where none is named
  std::vector<std::string> numbers{};  // "29", "57-b", "14-c-ii"; none where an annex alone is named
};
// "para. 29", "annex I, paras. 8 to 13", "párrafo 57 b)", "第14(e)段", "annex II".
std::vector<ParagraphFound> find_paragraphs(std::string_view text, Language language);

}  // namespace comity
