// Texts that tests make up and hold.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "support/given.h"
#include "views/texts_held.h"

namespace comity {

// Texts by the digest of their structure.
class TextsAtHand : public TextsHeld {
 public:
  std::shared_ptr<const TextStructure> structure(const std::string& digest) const override {
    return std::make_shared<const TextStructure>(kept.at(digest));
  }
  std::shared_ptr<const CitedText> cited(const TextImported& act) const override {
    return std::make_shared<const CitedText>(citations(kept.at(act.structure), act.language));
  }
  std::map<std::string, TextStructure> kept{};
};

struct ReadTexts : testing::Test {
  Given given{};
  TextsAtHand texts{};

  TextImported put(const std::string& symbol, const TextStructure& text, Language language = Language::en,
                   const std::string& title = {}) {
    TextImported act;
    act.document = {symbol};
    act.language = language;
    act.file = std::string(64, 'a');
    act.structure = std::string(62, 'b') + std::to_string(10 + texts.kept.size());
    act.file_size = act.structure_size = 1;
    act.file_type = "text/plain";
    if (!title.empty()) act.title = title;
    texts.kept.emplace(act.structure, text);
    given.act(act);
    return act;
  }
  Lens lens() { return {given.world(), instant("2026-11-20T12:00:00Z"), {}, &texts}; }
};

}  // namespace comity
