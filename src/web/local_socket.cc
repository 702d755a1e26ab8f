#include "web/local_socket.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/check.h"

namespace comity {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void unusable(const std::string& path, const char* what) {
  throw Fault("socket-unusable", fmt::format("{}: {}: {}", path, what, reason(errno)));
}

std::pair<std::string, std::string> split(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == path.npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

// A sockaddr_un holds 107 bytes. A longer path is named through its directory, which is held open as long as the name.
struct Name {
  sockaddr_un address{};
  Descriptor directory{};

  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address); }
};

Name name_of(const std::string& path) {
  Name name;
  name.address.sun_family = AF_UNIX;
  auto text = path;
  if (text.size() >= sizeof name.address.sun_path) {
    const auto [directory, file] = split(path);
    name.directory = Descriptor(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!name.directory) return name;  // connect and bind then say ENOENT
    text = fmt::format("/proc/self/fd/{}/{}", name.directory.number(), file);
  }
  if (text.size() >= sizeof name.address.sun_path) {
    errno = ENAMETOOLONG;
    unusable(path, "the socket's own name is too long");
  }
  std::memcpy(name.address.sun_path, text.data(), text.size());
  return name;
}

Descriptor new_socket(const std::string& path) {
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) unusable(path, "socket");
  return socket;
}

bool connects(const Descriptor& socket, const std::string& path) {
  const auto name = name_of(path);
  if (name.address.sun_path[0] == '\0') {
    errno = ENOENT;
    return false;
  }
  return ::connect(socket.number(), name.get(), sizeof name.address) == 0;
}

void own_directory(const std::string& path) {
  const auto directory = split(path).first;
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) unusable(directory, "mkdir");
  struct stat found {};
  if (::stat(directory.c_str(), &found) != 0) unusable(directory, "stat");
  if (found.st_uid == ::geteuid() && (found.st_mode & 0077) == 0) return;
  throw Fault("socket-directory-open",
              fmt::format("{}: must belong to the user who runs the server, with mode 0700", directory));
}

void remove_stale(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0) return;
  if (!S_ISSOCK(found.st_mode)) throw Fault("socket-path-taken", fmt::format("{}: is there and is no socket", path));
  if (connects(new_socket(path), path)) throw Fault("socket-in-use", fmt::format("{}: a server answers there", path));
  if (::unlink(path.c_str()) != 0) unusable(path, "unlink");
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Descriptor listen_locally(const std::string& path) {
  own_directory(path);
  remove_stale(path);
  auto socket = new_socket(path);
  const auto name = name_of(path);
  if (::bind(socket.number(), name.get(), sizeof name.address) != 0) unusable(path, "bind");
  if (::chmod(path.c_str(), 0600) != 0) unusable(path, "chmod");
  if (::listen(socket.number(), SOMAXCONN) != 0) unusable(path, "listen");
  return socket;
}

Descriptor connect_locally(const std::string& path) {
  auto socket = new_socket(path);
  if (connects(socket, path)) return socket;
  const int error = errno;
  const bool absent = error == ENOENT || error == ECONNREFUSED || error == ENOTDIR;
  const bool refused = error == EACCES || error == EPERM;
  const auto detail = fmt::format("{}: {}", path, reason(error));
  if (absent) throw Fault("server-absent", detail);
  if (refused) throw Fault("server-refused", detail);
  throw Fault("socket-unusable", detail);
}

unsigned peer_of(int socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
    throw Fault("socket-unusable", fmt::format("SO_PEERCRED: {}", reason(errno)));
  }
  return peer.uid;
}

}  // namespace comity
