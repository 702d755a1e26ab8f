// What a document says of itself above its text: a proposal, for whoever enters the document to confirm.
#pragma once

#include <optional>

#include "base/language.h"
#include "base/time.h"
#include "texts/structure.h"

namespace comity {

struct Masthead {
  std::string title{};                 // the last heading before the text begins
  std::optional<Date> date{};          // of the masthead, else the first of the headings
  std::string distribution{};          // "general", "limited", "restricted"
  std::optional<Language> language{};  // in which it says that it is written
  std::optional<Language> original{};
};

Masthead masthead(const TextStructure& text, Language language);

// The first whole date in the words ("13 de julio de 2023", "2023年7月13日"), as each language writes it.
std::optional<Date> date_in(std::string_view words, Language language);

}  // namespace comity
