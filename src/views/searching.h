// Search as a value: whoever fills a view may ask for the places where words stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "texts/cited.h"

namespace comity {

struct SearchQuery {
  std::string words{};                  // as the reader wrote them: "…" together, -word not
  std::vector<Language> languages{};    // of the texts to look in
  std::vector<std::uint64_t> within{};  // entries whose titles and texts may be found, ascending; no other is
  std::vector<std::string> parts{};     // kinds of paragraph (texts/structure_json.h), "title", "note"; none: all
  std::size_t most = 0;                 // hits
  bool resembling = false;              // the words are a wording: places that have most of the rarer ones
};

struct SearchHit {
  std::uint64_t entry = 0;
  Language language{};
  std::string place{};  // id of a paragraph, "note-3", or "title"
  bool operator==(const SearchHit&) const = default;
};

struct SearchFound {
  std::vector<SearchHit> hits{};  // the best first
  std::string looked_for{};       // the words that had to stand there: without those that stand nearly everywhere
  std::string instead{};          // what was looked for, where nothing was found for the words themselves
  bool any = false;               // these hold some of the words, none holds all
};

class TextSearch {
 public:
  virtual ~TextSearch() = default;
  // Throws Fault search-failed.
  virtual SearchFound find(const SearchQuery& query) const = 0;
  // Where the words stand in a text, in bytes, in order.
  virtual std::vector<Stretch> marked(std::string_view text, Language language, std::string_view words) const = 0;
};

}  // namespace comity
