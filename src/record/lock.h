// One process per data directory: flock on its `lock` file, which names the holder (decisions.md 15).
// SQLite's own locks are not enough: any open() and close() of record.db in the same process drops them.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace comity {

class Lock {
 public:
  // Refuses record-in-use {pid} where another process (or another Lock) holds it. Throws Fault disk.
  static Result<Lock> take(const std::filesystem::path& file);

  Lock(Lock&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  Lock& operator=(Lock&& other) noexcept;
  ~Lock();

 private:
  explicit Lock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace comity
