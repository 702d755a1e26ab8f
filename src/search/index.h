// The words of titles, paragraphs and notes, and where they stand: one Xapian database a language in a folder of its
// own. Derived: whoever deletes the folder loses nothing but the time in which it is made again.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <mutex>
#include <set>

#include "rules/world.h"
#include "search/words.h"
#include "views/searching.h"
#include "views/texts_held.h"

namespace comity {

class SearchIndex : public TextSearch {
 public:
  // Of the record named `origin`. Nothing is read or made before catch_up().
  SearchIndex(std::filesystem::path folder, std::string origin);

  using Told = std::function<void(std::int64_t done, std::int64_t all)>;
  // Takes in what the world's first `size` entries hold and the index does not, and is made anew where it is damaged,
  // of another form or of another record. Throws Fault search-failed.
  void catch_up(const World& world, std::int64_t size, const TextsHeld& texts, const Told& told = {});

  SearchFound find(const SearchQuery& query) const override;
  std::vector<Stretch> marked(std::string_view text, Language language, std::string_view words) const override;

 private:
  std::filesystem::path folder_of(Language language) const;
  std::int64_t size_held() const;

  std::filesystem::path folder_;
  std::string origin_;
  mutable std::mutex mutex_{};  // of whoever writes
  std::int64_t size_ = -1;      // entries taken in; -1: not yet looked
};

}  // namespace comity
