#include "vault/key_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/bytes.h"
#include "base/text.h"
#include "record/files.h"

namespace comity {
namespace {

constexpr std::string_view first_line = "comity-vault-key-1\n";
constexpr std::size_t longest = 200;  // bytes of such a file

void overwrite(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  const auto size = std::filesystem::file_size(file);
  const std::string zeros(size, '\0');
  const bool done = fd >= 0 && ::write(fd, zeros.data(), size) == static_cast<ssize_t>(size) && ::fsync(fd) == 0;
  const int why = errno;
  if (fd >= 0) ::close(fd);
  if (!done) throw Fault("disk", file.string() + ": " + std::strerror(why));
}

std::string_view without_end(std::string_view line) { return line.substr(0, line.size() - 1); }

}  // namespace

std::string print(const EpochKey& key) {
  return std::string(first_line) + std::to_string(key.epoch) + "\n" + to_hex(key.key.bytes()) + "\n";
}

std::optional<std::int64_t> parse_epoch(std::string_view text) {
  if (text.empty() || text.size() > 16 || text.front() == '0') return std::nullopt;
  std::int64_t epoch = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    epoch = epoch * 10 + (digit - '0');
  }
  return epoch < (std::int64_t{1} << 53) ? std::optional(epoch) : std::nullopt;
}

std::optional<EpochKey> parse_epoch_key(std::string_view bytes) {
  if (bytes.size() > longest || take_line(bytes) != first_line) return std::nullopt;
  const auto number = take_line(bytes);
  const auto hex = take_line(bytes);
  if (number.empty() || hex.size() != 65 || !bytes.empty()) return std::nullopt;
  const auto epoch = parse_epoch(without_end(number));
  auto key = from_hex(without_end(hex));
  if (!epoch || !key) return std::nullopt;
  return EpochKey{*epoch, Secret(*std::move(key))};
}

std::optional<EpochKey> read_epoch_key(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return std::nullopt;
  auto key = parse_epoch_key(*bytes);
  if (!key) throw Fault("vault-key-malformed", file.string());
  return key;
}

void write_epoch_key(const std::filesystem::path& file, const EpochKey& key) { write_durably(file, print(key)); }

// Renamed first: stopped between, what is half overwritten is never taken for a key.
void destroy_file(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  auto gone = file;
  if (file.extension() != ".gone") gone += ".gone";
  std::filesystem::rename(file, gone);
  sync_folder(file.parent_path());
  overwrite(gone);
  std::filesystem::remove(gone);
  sync_folder(file.parent_path());
}

}  // namespace comity
