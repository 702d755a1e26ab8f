// The sentences of views in words: what a `Say` says in one language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "views/field_types.h"
#include "words/catalogue.h"

namespace comity {

// A text that there is not in the language is said in the best other one, which is named behind it.
std::string said(const Tongue& tongue, const Say& say);

struct SaidPiece {
  std::string text{};
  std::optional<Language> language{};  // of a text in another language than the sentence's
};
// The same, cut where the language changes: for who must say so to a reader's own program (WCAG 2.2, 3.1.2).
std::vector<SaidPiece> said_in_pieces(const Tongue& tongue, const Say& say);

// The reader's own language where it is there, else English, else the first; nothing where there is none.
std::optional<Language> shown(Language own, const std::vector<Language>& there);
// The languages that there are, official texts before working ones.
std::vector<Language> languages_of(const Texts& texts);

}  // namespace comity
