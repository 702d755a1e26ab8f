// From a plain text (a file of paragraphs, or what a page of a PDF gives as text) to a document's structure.
#pragma once

#include "base/language.h"
#include "texts/lines.h"

namespace comity {

inline constexpr std::size_t paragraph_limit = 100'000;  // bytes

struct Imported {
  TextStructure text{};
  std::vector<Finding> findings{};
};

// Besides the findings of plain_text:
//   words-mended {count, examples}      broken words put together, since the same word stands whole elsewhere
//   number-unexpected {number, due, id} a paragraph whose number does not follow the one before
//   item-unexpected {mark, id}          a sub-paragraph whose letter does not follow the one before
//   note-missing {number, paragraph}    a mark without its note
//   note-unused {number}                a note that no mark was found for
//   note-renumbered {number, printed}   a note whose number another one bears
//   no-numbers                          no numbered paragraph at all
// Refuses what plain_text refuses, and paragraph-too-long {in, begin, limit}.
// The lines of such a text, links and emphasis of Markdown taken off. Refuses what plain_text refuses.
Result<PlainText> lines_of_plain(std::string_view bytes);
Result<Imported> import_plain(std::string_view bytes, Language language);
// The same from lines that were read out of a file of another kind. Refuses paragraph-too-long.
Result<Imported> import_lines(const PlainText& plain, Language language);

}  // namespace comity
