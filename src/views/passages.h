// One passage: the words that stand at a place of a text, which of them are shown, and how much of a wording they have.
#pragma once

#include "texts/cited.h"
#include "views/search_page.h"

namespace comity {

struct PassageWords {
  std::string text{};
  std::string part{};   // kind of paragraph, "note", "title"
  std::string label{};  // "16 (a)"
};
// Of a paragraph by its id, or of a note by "note-3".
std::optional<PassageWords> passage_words(const TextStructure& text, const std::string& place, Language language);

// The nearest place that cuts no sign in two, and no word where words have spaces; `by`: bytes to look for a space.
std::size_t cut_near(const std::string& text, std::size_t at, std::size_t by);

// Fills the row's pieces with the words around the first hit.
void show(const std::string& text, const std::vector<Stretch>& hits, PassageRow& row);

// How much of a wording stands in a text, in per cent, and where; 0 of a text too short to have the least share.
struct Likeness {
  std::int64_t share = 0;
  std::vector<Stretch> same{};
};
Likeness likeness(const std::string& wording, const std::string& text, std::int64_t least_share);

}  // namespace comity
