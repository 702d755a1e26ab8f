// What changed between two texts: which paragraph became which, what was added, removed or moved, and the words inside.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "texts/structure.h"

namespace comity {

// Words in a row that both texts have, or only the earlier (removed) or the later (added).
struct ComparedWords {
  enum class Kind { same, removed, added };
  Kind kind{};
  std::string text{};
  bool operator==(const ComparedWords&) const = default;
};

// Word by word; in Chinese sign by sign. What stands between two changes without a word of its own changes with them.
// The pieces that are not added give `before`, those that are not removed give `after`, byte for byte.
std::vector<ComparedWords> compare_words(std::string_view before, std::string_view after);

struct ComparedRow {
  enum class Kind {
    same,
    changed,
    added,
    removed,
    moved_here,  // stood elsewhere before: there is a row `moved_away` where
    moved_away
  };
  Kind kind{};
  std::optional<std::size_t> before{};  // places in the two lists; both where the paragraph became the other
  std::optional<std::size_t> after{};
  std::vector<ComparedWords> words{};  // of changed and moved_here, from one to the other
};

// Rows in reading order: those with a `before`, but for moved_here, give the earlier text in its order, and those with
// an `after`, but for moved_away, the later one. A paragraph becomes the one that has most of its words, at least half;
// a cell of a table that has no such one becomes the one in its place in the row, and none moves.
std::vector<ComparedRow> compare(const std::vector<Paragraph>& before, const std::vector<Paragraph>& after);

// "same", "changed", "added", "removed", "moved", "moved-away"; "same", "removed", "added".
std::string_view name_of(ComparedRow::Kind kind);
std::string_view name_of(ComparedWords::Kind kind);

// The paragraphs of a text and behind them its notes, each as a paragraph ("note-3"), so that notes are compared too.
// Cells without words are left out: they would be told as equal to any other.
std::vector<Paragraph> with_notes(const TextStructure& text);

}  // namespace comity
