// Texts made up for the index, and the questions put to it.
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

#include "search/index.h"
#include "support/texts_at_hand.h"

namespace comity {

struct Searches : ReadTexts {
  Searches() : folder(std::filesystem::temp_directory_path() / ("comity-search-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(folder);
  }
  ~Searches() override { std::filesystem::remove_all(folder); }

  void catch_up(SearchIndex& index) { index.catch_up(given.world(), next_entry(), texts); }

  // Of every act that can be found; none is left out.
  std::vector<std::uint64_t> all_entries() const {
    std::vector<std::uint64_t> out;
    for (const auto* fact : given.world().facts<DocumentRegistered>()) out.push_back(fact->from.entry);
    for (const auto* fact : given.world().facts<TextImported>()) out.push_back(fact->from.entry);
    std::sort(out.begin(), out.end());
    return out;
  }
  std::int64_t next_entry() const {
    const auto entries = all_entries();
    return entries.empty() ? 0 : static_cast<std::int64_t>(entries.back()) + 1;
  }
  std::vector<std::string> places(const SearchIndex& index, const std::string& words, Language language) const {
    std::vector<std::string> out;
    for (const auto& hit : index.find({words, {language}, all_entries(), {}, 20}).hits) out.push_back(hit.place);
    return out;
  }

  std::filesystem::path folder;
};

inline TextStructure numbered_text(const std::vector<std::string>& paragraphs) {
  TextStructure out;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto number = std::to_string(i + 1);
    out.paragraphs.push_back({"p" + number, Paragraph::Kind::numbered, number, paragraphs[i], {}});
  }
  return out;
}

}  // namespace comity
