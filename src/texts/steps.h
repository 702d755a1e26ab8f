// What a text asks of somebody: recommended next steps and operative paragraphs, in the words that they are written in.
// A proposal for whoever reads; nothing here says whether a step was taken.
#pragma once

#include "base/language.h"
#include "texts/structure.h"

namespace comity {

struct Step {
  std::string in{};         // id of the paragraph
  std::string addressee{};  // "los Estados", "la Secretaría"; empty: not told
  std::string verb{};       // "siguen intercambiando", "Se invita", "Decide"
  std::string when{};       // "durante los períodos de sesiones cuarto y quinto"; empty: not told
  bool operator==(const Step&) const = default;
};

// In the order of the text.
std::vector<Step> steps(const TextStructure& text, Language language);

}  // namespace comity
