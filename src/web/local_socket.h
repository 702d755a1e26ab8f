// Unix sockets of this process's user only, at paths of any length. Knows no HTTP.
#pragma once

#include <string>
#include <utility>

namespace comity {

// An open file of the system, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// A listening socket at `path`. Its directory is made with mode 0700, or must be ours with nothing for others.
// What a server that died left behind is removed. Throws Fault: socket-in-use, socket-path-taken (something there is no
// socket), socket-directory-open, socket-unusable.
Descriptor listen_locally(const std::string& path);

// Throws Fault: server-absent, server-refused, socket-unusable.
Descriptor connect_locally(const std::string& path);

// The user at the other end.
unsigned peer_of(int socket);

}  // namespace comity
