#include "record/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/check.h"
#include "record/files.h"

namespace comity {

Result<Lock> Lock::take(const std::filesystem::path& file) {
  Lock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (lock.fd_ < 0)
    throw Fault(errno == EROFS || errno == EACCES ? "record-read-only" : "disk",
                file.string() + ": " + std::strerror(errno));
  if (::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) throw Fault("disk", file.string() + ": " + std::strerror(errno));
    auto holder = read_file(file).value_or("");
    holder.resize(std::min(holder.find('\n'), holder.size()));
    return Refusal{"record-in-use", {{"pid", holder}}};
  }
  // The pid only helps a person; the lock is the flock, so that a file left by a dead process locks nobody out.
  const auto pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock.fd_, 0) != 0 || ::write(lock.fd_, pid.data(), pid.size()) != static_cast<ssize_t>(pid.size()))
    throw Fault(errno == ENOSPC ? "disk-full" : "disk", file.string() + ": " + std::strerror(errno));
  return lock;
}

Lock& Lock::operator=(Lock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Lock::~Lock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace comity
