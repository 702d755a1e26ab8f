// Any bytes as an exported log, its four files one after another with 0x1D between: never a crash, and sound is only
// what the key has signed, to the last byte.
#include <unistd.h>

#include <cstdint>
#include <fstream>

#include "record/export.h"
#include "seal/hash.h"

namespace {

// The export of the worked example in docs/record-format.md, which is in the corpus: all that its key ever signed.
constexpr std::string_view signed_export = "897a61aa616bbdcc902cb2f69168074d06c64ddd1dfd1d7fade77610d0aa117d";
constexpr std::string_view trusted_key = "log.example/worked+e69c53f8+AdBKsjJ0K7SrOhNovUYV5ObQIkq3GgFrr4UgozLJd4c3";

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "comity-fuzz-XXXXXX").string();
    comity::check(::mkdtemp(name.data()) != nullptr, "no folder for the export");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto rest = bytes;
  for (const char* file : {"entries.jsonl", "batches.jsonl", "checkpoint", "key"}) {
    const auto end = rest.find('\x1d');
    std::ofstream(folder.path() / file, std::ios::binary) << rest.substr(0, end);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
  }
  const auto report = comity::verify_export(folder.path(), *comity::parse_verifier_key(trusted_key));
  if (rest.empty() && report.sound())
    comity::check(comity::to_hex(comity::sha256(bytes)) == signed_export, "an export is sound that nobody signed");
  return 0;
}
