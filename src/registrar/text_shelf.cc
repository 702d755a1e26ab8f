#include "registrar/text_shelf.h"

#include <algorithm>

#include "base/check.h"
#include "texts/structure_json.h"

namespace comity {

std::vector<BlobName> blobs_named(const Act& act) {
  if (const auto* corrected = std::get_if<FactCorrected>(&act)) {
    const auto read = read_act(corrected->fact_kind, corrected->act);
    return read && !std::holds_alternative<FactCorrected>(*read) ? blobs_named(*read) : std::vector<BlobName>();
  }
  std::vector<BlobName> out;
  const auto add = [&out](const std::string& digest, std::int64_t size) {
    if (const auto bytes = digest_from_hex(digest)) out.push_back({*bytes, size});
  };
  if (const auto* text = std::get_if<TextImported>(&act)) {
    add(text->file, text->file_size);
    add(text->structure, text->structure_size);
  }
  if (const auto* kept = std::get_if<ReportTextKept>(&act)) add(kept->structure, kept->structure_size);
  return out;
}

std::shared_ptr<const TextStructure> TextShelf::structure(const std::string& digest) const {
  if (auto held = find(digest)) return held;
  const auto named = digest_from_hex(digest);
  const auto bytes = named ? blobs_.read(*named) : std::nullopt;
  if (!bytes) throw Fault("blob-absent", digest);
  auto read = read_structure(*bytes);
  if (!read) throw Fault("blob-damaged", digest);
  auto text = std::make_shared<const TextStructure>(*std::move(read));
  keep({digest, static_cast<std::int64_t>(bytes->size()), text});
  return text;
}

std::shared_ptr<const CitedText> TextShelf::cited(const TextImported& act) const {
  const auto key = act.structure + std::string(code_of(act.language));
  {
    const std::lock_guard lock(mutex_);
    if (const auto it = cited_.find(key); it != cited_.end()) return it->second;
  }
  auto found = std::make_shared<const CitedText>(citations(*text(act), act.language));
  const std::lock_guard lock(mutex_);
  return cited_.emplace(key, std::move(found)).first->second;
}

std::shared_ptr<const TextStructure> TextShelf::find(const std::string& digest) const {
  const std::lock_guard lock(mutex_);
  const auto it = std::find_if(standing_.begin(), standing_.end(),
                               [&](const Standing& standing) { return standing.digest == digest; });
  if (it == standing_.end()) return nullptr;
  standing_.splice(standing_.begin(), standing_, it);
  return it->text;
}

void TextShelf::keep(Standing standing) const {
  const std::lock_guard lock(mutex_);
  used_ += standing.size;
  standing_.push_front(std::move(standing));
  for (; used_ > room_ && standing_.size() > 1; standing_.pop_back()) used_ -= standing_.back().size;
}

}  // namespace comity
