// Texts and files beside the record, each named by its SHA-256: blobs/ab/cdef… Durable before an entry names them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace comity {

struct BlobName {
  Digest digest{};
  std::int64_t size = 0;
  bool operator==(const BlobName&) const = default;
};

class Blobs {
 public:
  explicit Blobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Durable when it returns, and only then to be named by an entry. The same bytes are kept once. Throws Fault disk.
  BlobName put(std::string_view bytes);
  std::optional<std::string> read(const Digest& digest) const;  // throws Fault blob-damaged where the bytes differ
  // Start-up: the blobs that are not there with the size that their entry says.
  std::vector<BlobName> absent(const std::vector<BlobName>& named) const;
  // The scrub: what is there, and whether its bytes hash to its name.
  std::vector<Digest> kept() const;
  bool sound(const Digest& digest) const;

 private:
  std::filesystem::path path_of(const Digest& digest) const;
  std::filesystem::path folder_;
};

}  // namespace comity
