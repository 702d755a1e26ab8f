#include "record/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/check.h"

namespace comity {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
  const int why = errno;
  throw Fault(why == ENOSPC ? "disk-full" : "disk", file.string() + ": " + std::strerror(why));
}

class OpenFile {
 public:
  OpenFile(const std::filesystem::path& file, int flags) : file_(file), fd_(::open(file.c_str(), flags, 0600)) {
    if (fd_ < 0) fail(file);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() { ::close(fd_); }

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(file_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void allocate(std::int64_t bytes) const {
    errno = ::posix_fallocate(fd_, 0, bytes);
    if (errno != 0) fail(file_);
  }
  void sync() const {
    if (::fsync(fd_) != 0) fail(file_);
  }

 private:
  const std::filesystem::path& file_;
  int fd_;
};

}  // namespace

void sync_file(const std::filesystem::path& file) { OpenFile(file, O_RDONLY | O_CLOEXEC).sync(); }

void write_durably(const std::filesystem::path& file, std::string_view bytes) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const auto aside = folder / (".new-" + file.filename().string());
  {
    const OpenFile opened(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    opened.write(bytes);
    opened.sync();
  }
  if (::rename(aside.c_str(), file.c_str()) != 0) fail(file);
  sync_folder(folder);
}

void allocate_durably(const std::filesystem::path& file, std::int64_t bytes) {
  {
    const OpenFile opened(file, O_WRONLY | O_CREAT | O_CLOEXEC);
    opened.allocate(bytes);
    opened.sync();
  }
  sync_folder(file.parent_path());
}

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::error_code missing;
  if (!std::filesystem::is_regular_file(file, missing)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  // An empty stream would mark the copy as failed.
  if (in.peek() != std::ifstream::traits_type::eof()) bytes << in.rdbuf();
  if (in.bad() || bytes.fail() || !in.is_open()) throw Fault("disk", file.string() + ": cannot be read");
  return bytes.str();
}

void sync_folder(const std::filesystem::path& folder) {
  const OpenFile opened(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  opened.sync();
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code missing;
  if (folder.empty() || std::filesystem::is_directory(folder, missing)) return;
  make_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) fail(folder);
  sync_folder(folder.has_parent_path() ? folder.parent_path() : ".");
}

}  // namespace comity
