// The texts that acts name, read from their blobs: structures for as long as there is room, what they cite for good.
#pragma once

#include <list>
#include <map>
#include <mutex>

#include "acts/codec.h"
#include "record/blobs.h"
#include "views/texts_held.h"

namespace comity {

// The blobs that an act names; of a correction, those of the act as corrected.
std::vector<BlobName> blobs_named(const Act& act);

class TextShelf : public TextsHeld {
 public:
  // `room`: bytes of structures, as they are kept, that may stand here. The blobs must outlive the shelf.
  explicit TextShelf(const Blobs& blobs, std::int64_t room = 64 * 1024 * 1024) : blobs_(blobs), room_(room) {}

  std::shared_ptr<const TextStructure> structure(const std::string& digest) const override;
  std::shared_ptr<const CitedText> cited(const TextImported& act) const override;

 private:
  struct Standing {
    std::string digest;
    std::int64_t size;
    std::shared_ptr<const TextStructure> text;
  };
  std::shared_ptr<const TextStructure> find(const std::string& digest) const;
  void keep(Standing standing) const;

  const Blobs& blobs_;
  std::int64_t room_;
  mutable std::mutex mutex_;
  mutable std::list<Standing> standing_{};  // the latest used first
  mutable std::int64_t used_ = 0;
  mutable std::map<std::string, std::shared_ptr<const CitedText>> cited_{};  // by structure and language
};

}  // namespace comity
