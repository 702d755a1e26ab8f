// What a text cites: documents by symbol, resolutions and decisions by number, paragraphs of these and of itself. In
// six languages; whether what is cited is held is not known here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "texts/structure.h"

namespace comity {

struct Citation {
  std::string symbol{};     // "A/75/816", "A/RES/75/240"; empty: the citing document itself
  std::string paragraph{};  // its id there: "p29", "annex-1-p57-b", "annex-2"; empty: the whole document
  std::size_t begin = 0;    // where it stands in the text, in bytes; half-open
  std::size_t end = 0;
  bool operator==(const Citation&) const = default;
};

// In the order in which they stand. A range ("paragraphs 8 to 13") gives one for each of its numbers; the annex of a
// paragraph of the document itself is not known from its words alone and is left out.
std::vector<Citation> citations(std::string_view text, Language language);

// A citation and where it was made.
struct Cited {
  std::string in{};  // id of a paragraph, or "note-23"
  Citation citation{};
};
// Of a whole document. A paragraph of the document itself is looked for in the container of who cites it, then in the
// body; the id is empty where no such paragraph is there.
struct CitedText {
  std::vector<Cited> citations{};
  std::vector<Finding> findings{};  // own-paragraph-missing {paragraph, in}
};
CitedText citations(const TextStructure& text, Language language);

}  // namespace comity
