#include "cli/collected.h"

#include <filesystem>

#include "base/bytes.h"
#include "record/files.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

std::string checksums(const Files& files) {
  std::string out;
  for (const auto& [path, bytes] : files) out += to_hex(sha256(bytes)) + "  " + path + "\n";
  return out;
}

}  // namespace

int hand_out_together(const Terminal& terminal, Files files, const std::string& output) {
  const fs::path target(output);
  if (fs::exists(target)) return terminal.refuse({"output-exists", {{"path", output}}});
  const auto count = static_cast<std::int64_t>(files.size());
  files["SHA256SUMS"] = checksums(files);
  if (target.extension() == ".zip") {
    write_durably(target, zip_of(files));
  } else {
    for (const auto& [path, bytes] : files) {
      fs::create_directories((target / path).parent_path());
      write_durably(target / path, bytes);
    }
  }
  terminal.say("cli.together.written", {{"count", count}, {"path", output}});
  return Exit::done;
}

}  // namespace comity
