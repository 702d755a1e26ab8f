// Texts as values: whoever fills a view gives it the structure that an act names, and what that text cites.
#pragma once

#include <memory>

#include "acts/documents.h"
#include "texts/citations.h"

namespace comity {

// What an act names never changes, so that a view filled from it depends on the record alone.
class TextsHeld {
 public:
  virtual ~TextsHeld() = default;
  // By its SHA-256 in hex. Never null. Throws Fault blob-absent, blob-damaged.
  virtual std::shared_ptr<const TextStructure> structure(const std::string& digest) const = 0;
  std::shared_ptr<const TextStructure> text(const TextImported& act) const { return structure(act.structure); }
  // Throws the same.
  virtual std::shared_ptr<const CitedText> cited(const TextImported& act) const = 0;
};

}  // namespace comity
