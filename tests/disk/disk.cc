#include "disk/disk.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdarg>
#include <cstring>
#include <mutex>
#include <string>

namespace comity {

constinit Disk disk;

Disk disk_below(const std::filesystem::path& root, Tape& tape) {
  Disk made;
  root.string().copy(made.root.data(), made.root.size() - 1);
  made.tape = &tape;
  return made;
}

namespace {

std::mutex order;  // a sync covers what was written before it, and nothing else

bool is_ours(std::string_view path) {
  const std::string_view root(disk.root.data());
  return !root.empty() && path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

struct Path {
  std::array<char, 500> bytes{};
  explicit Path(int fd) {
    const auto link = "/proc/self/fd/" + std::to_string(fd);
    syscall(SYS_readlink, link.c_str(), bytes.data(), bytes.size() - 1);
  }
  const char* get() const { return bytes.data(); }
};

bool is_ours(int fd) { return disk.root[0] != 0 && is_ours(Path(fd).get()); }

std::uint64_t inode_of(int fd) {
  struct stat about {};
  return ::fstat(fd, &about) == 0 ? about.st_ino : 0;
}
std::uint64_t inode_of(const char* path) {
  struct stat about {};
  return ::lstat(path, &about) == 0 ? about.st_ino : 0;
}

void note(const TapeLine& line) {
  if (disk.records) disk.tape->add(line);
}

// Whether this call is the one that fails; errno says why.
bool fails(bool needs_room, std::string_view call, const char* path) {
  if (disk.error == ENOSPC && !needs_room) return false;
  const auto n = disk.tape->count_call();
  if (n == disk.die_at) ::kill(::getpid(), SIGKILL);
  if (disk.fail_at == 0 || n < disk.fail_at || (n > disk.fail_at && !disk.for_good)) return false;
  disk.tape->note_mishap();
  disk.tape->tell("failed " + std::string(call) + " " + path);
  errno = disk.error;
  return true;
}

bool is_full(std::size_t& count) {
  if (disk.room < 0) return false;
  count = std::min(count, static_cast<std::size_t>(disk.room));
  disk.room -= static_cast<std::int64_t>(count);
  if (count > 0) return false;
  disk.tape->note_mishap();
  errno = ENOSPC;
  return true;
}

ssize_t real_write(int fd, const void* from, std::size_t count, off_t at) {
  return at < 0 ? syscall(SYS_write, fd, from, count) : syscall(SYS_pwrite64, fd, from, count, at);
}

ssize_t wrote(int fd, const void* from, std::size_t count, off_t at) {
  if (!is_ours(fd)) return real_write(fd, from, count, at);
  const std::lock_guard hold(order);
  const bool dies = disk.die_at != 0 && disk.tape->calls() + 1 == disk.die_at;
  if (dies && disk.mishap == Mishap::half) real_write(fd, from, count / 2, at);
  if (fails(true, "write", Path(fd).get()) || (count > 0 && is_full(count))) return -1;
  const auto offset = at < 0 ? ::lseek(fd, 0, SEEK_CUR) : at;
  if (disk.mishap_at != 0 && disk.tape->count_write() == disk.mishap_at) {
    disk.tape->note_mishap();
    if (disk.mishap == Mishap::misdirected) real_write(fd, from, count, std::max<off_t>(0, offset + disk.astray));
    if (at < 0) ::lseek(fd, static_cast<off_t>(count), SEEK_CUR);
    return static_cast<ssize_t>(count);
  }
  const auto done = real_write(fd, from, count, at);
  if (done > 0)
    note({Op::write, inode_of(fd), offset, {static_cast<const char*>(from), static_cast<std::size_t>(done)}});
  return done;
}

ssize_t got(int fd, void* into, std::size_t count, off_t at) {
  const auto real = [&](int from) {
    return at < 0 ? syscall(SYS_read, from, into, count) : syscall(SYS_pread64, from, into, count, at);
  };
  if (disk.root[0] == 0) return real(fd);
  const Path path(fd);
  if (!is_ours(path.get())) return real(fd);
  if (fails(false, "read", path.get())) return -1;
  if (disk.older < 0 || std::strcmp(path.get(), disk.older_of.data()) != 0) return real(fd);
  const auto n = disk.tape->count_write();
  if (n < disk.stale_from || n >= disk.stale_from + disk.stale) return real(fd);
  disk.tape->note_mishap();
  return real(disk.older);
}

int synced(int fd, long call) {
  if (!is_ours(fd)) return static_cast<int>(syscall(call, fd));
  const std::lock_guard hold(order);
  if (fails(true, "sync", Path(fd).get())) return -1;
  const auto result = static_cast<int>(syscall(call, fd));
  if (result == 0) note({Op::sync, inode_of(fd), 0, Path(fd).get()});
  return result;
}

int truncated(int fd, off_t size) {
  if (!is_ours(fd)) return static_cast<int>(syscall(SYS_ftruncate, fd, size));
  const std::lock_guard hold(order);
  if (fails(false, "truncate", Path(fd).get())) return -1;
  const auto result = static_cast<int>(syscall(SYS_ftruncate, fd, size));
  if (result == 0) note({Op::truncate, inode_of(fd), size, {}});
  return result;
}

int opened(const char* path, int flags, mode_t mode) {
  const auto real = [&] { return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode)); };
  if (!is_ours(path)) return real();
  const std::lock_guard hold(order);
  const bool is_new = (flags & O_CREAT) != 0 && inode_of(path) == 0;
  if (fails(is_new, "open", path)) return -1;
  const int fd = real();
  if (fd >= 0 && is_new) note({Op::create, inode_of(fd), 0, path});
  if (fd >= 0 && !is_new && (flags & O_TRUNC) != 0) note({Op::truncate, inode_of(fd), 0, {}});
  return fd;
}

// What changes a folder: refused, or done and written down.
template <class Step>
int changed(const char* path, Op op, const std::string& names, const Step& step) {
  if (!is_ours(path)) return step();
  const std::lock_guard hold(order);
  if (fails(op != Op::remove, op == Op::create ? "mkdir" : op == Op::rename ? "rename" : "unlink", path)) return -1;
  const auto inode = inode_of(path);
  const int result = step();
  if (result == 0) note({op, op == Op::create ? inode_of(path) : inode, op == Op::create ? 1 : 0, names});
  return result;
}

}  // namespace
}  // namespace comity

extern "C" {

ssize_t write(int fd, const void* from, size_t count) { return comity::wrote(fd, from, count, -1); }
ssize_t pwrite(int fd, const void* from, size_t count, off_t at) { return comity::wrote(fd, from, count, at); }
ssize_t pwrite64(int fd, const void* from, size_t count, off64_t at) { return comity::wrote(fd, from, count, at); }
ssize_t writev(int fd, const iovec* parts, int count) {
  if (!comity::is_ours(fd)) return syscall(SYS_writev, fd, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; ++i) {
    const auto done = comity::wrote(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (done < 0) return all > 0 ? all : -1;
    all += done;
    if (static_cast<size_t>(done) < parts[i].iov_len) break;
  }
  return all;
}
ssize_t read(int fd, void* into, size_t count) { return comity::got(fd, into, count, -1); }
ssize_t pread(int fd, void* into, size_t count, off_t at) { return comity::got(fd, into, count, at); }
ssize_t pread64(int fd, void* into, size_t count, off64_t at) { return comity::got(fd, into, count, at); }
int fsync(int fd) { return comity::synced(fd, SYS_fsync); }
int fdatasync(int fd) { return comity::synced(fd, SYS_fdatasync); }
int ftruncate(int fd, off_t size) noexcept { return comity::truncated(fd, size); }
int ftruncate64(int fd, off64_t size) noexcept { return comity::truncated(fd, size); }

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return comity::opened(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return comity::opened(path, flags | O_LARGEFILE, mode);
}
// The C++ library's streams open their files by it.
FILE* fopen64(const char* path, const char* how) {
  const bool writes = std::strpbrk(how, "wa") != nullptr;
  const int flags = writes ? O_WRONLY | O_CREAT | (how[0] == 'w' ? O_TRUNC : O_APPEND) : O_RDONLY;
  if (!comity::is_ours(path)) {
    static const auto real = reinterpret_cast<FILE* (*)(const char*, const char*)>(dlsym(RTLD_NEXT, "fopen64"));
    return real(path, how);
  }
  const int fd = comity::opened(path, flags, 0666);
  return fd < 0 ? nullptr : ::fdopen(fd, how);
}
int rename(const char* from, const char* to) noexcept {
  return comity::changed(from, comity::Op::rename, std::string(from) + "\n" + to,
                         [&] { return static_cast<int>(syscall(SYS_rename, from, to)); });
}
int unlink(const char* path) noexcept {
  return comity::changed(path, comity::Op::remove, path, [&] { return static_cast<int>(syscall(SYS_unlink, path)); });
}
int mkdir(const char* path, mode_t mode) noexcept {
  return comity::changed(path, comity::Op::create, path,
                         [&] { return static_cast<int>(syscall(SYS_mkdir, path, mode)); });
}

// SQLite with less care than it was told, so that the tests can show what they would see then.
int sqlite3_prepare_v2(sqlite3* db, const char* sql, int size, sqlite3_stmt** statement, const char** rest) {
  using Prepare = int (*)(sqlite3*, const char*, int, sqlite3_stmt**, const char**);
  static const auto real = reinterpret_cast<Prepare>(dlsym(RTLD_NEXT, "sqlite3_prepare_v2"));
  std::string text(sql, size < 0 ? std::strlen(sql) : static_cast<size_t>(size));
  if (comity::disk.synchronous == nullptr || !text.starts_with("PRAGMA synchronous"))
    return real(db, sql, size, statement, rest);
  text = text.ends_with("FULL") ? std::string("PRAGMA synchronous=") + comity::disk.synchronous : "SELECT 2";
  return real(db, text.c_str(), -1, statement, nullptr);
}

}  // extern "C"
