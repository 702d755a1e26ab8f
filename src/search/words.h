// A text as words to be found: cut by Unicode's rules, Chinese by dictionary; folded, so that accents, letter case and
// the forms of an Arabic letter do not matter; and stemmed by the language.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "texts/cited.h"

namespace comity {

struct SearchWord {
  std::string folded{};  // "negociacion"
  std::string stem{};    // "negoci"; the folded word in Chinese
  Stretch place{};       // in the text
};

class WordReader {
 public:
  explicit WordReader(Language language);
  ~WordReader();
  WordReader(const WordReader&) = delete;
  WordReader& operator=(const WordReader&) = delete;

  // `text`: UTF-8; what is none counts as a break between words.
  std::vector<SearchWord> read(std::string_view text) const;

 private:
  struct Tools;
  std::unique_ptr<Tools> tools_;
};

// The thread's own: its tools take long to make, and remember where they are.
const WordReader& reader_of(Language language);

}  // namespace comity
