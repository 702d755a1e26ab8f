// What changed between two texts, as a document that a person accepts or rejects change by change.
#pragma once

#include "base/language.h"
#include "texts/compare.h"

namespace comity {

struct RedlineFace {
  Language language{};
  std::string title{};    // which texts these are
  std::string caution{};  // at the foot of every page
  std::string author{};   // of the changes: who compared, not who wrote
  std::string at{};       // "2026-11-22T09:00:00"
};

// A row of the comparison with the words of both sides, numbers included.
struct RedlineRow {
  ComparedRow::Kind kind{};
  std::string before{};
  std::string after{};
};

// A flat ODT whose changes, all accepted, give the later text and, all rejected, the earlier one, a line a paragraph
// (and one empty line at the end).
std::string as_redline_odt(const RedlineFace& face, const std::vector<RedlineRow>& rows);

}  // namespace comity
