#include "record/blobs.h"

#include "base/check.h"
#include "record/files.h"
#include "seal/hash.h"

namespace comity {

std::filesystem::path Blobs::path_of(const Digest& digest) const {
  const auto hex = to_hex(digest);
  return folder_ / hex.substr(0, 2) / hex.substr(2);
}

BlobName Blobs::put(std::string_view bytes) {
  const BlobName name{sha256(bytes), static_cast<std::int64_t>(bytes.size())};
  const auto file = path_of(name.digest);
  make_folder(file.parent_path());
  // Written again even where a file of the name is there: a put that was killed may have left it unsynced; its folder
  // too.
  write_durably(file, bytes);
  sync_folder(folder_);
  return name;
}

std::optional<std::string> Blobs::read(const Digest& digest) const {
  auto bytes = read_file(path_of(digest));
  if (bytes && sha256(*bytes) != digest) throw Fault("blob-damaged", path_of(digest).string());
  return bytes;
}

std::vector<BlobName> Blobs::absent(const std::vector<BlobName>& named) const {
  std::vector<BlobName> out;
  for (const auto& name : named) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path_of(name.digest), error);
    if (error || static_cast<std::int64_t>(size) != name.size) out.push_back(name);
  }
  return out;
}

// A file that is not named by a digest is one that was being written: nobody names it.
std::vector<Digest> Blobs::kept() const {
  std::vector<Digest> out;
  std::error_code none;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder_, none)) {
    const auto name = file.path().parent_path().filename().string() + file.path().filename().string();
    if (const auto digest = digest_from_hex(name); digest && file.is_regular_file()) out.push_back(*digest);
  }
  return out;
}

bool Blobs::sound(const Digest& digest) const {
  const auto bytes = read_file(path_of(digest));
  return bytes && sha256(*bytes) == digest;
}

}  // namespace comity
