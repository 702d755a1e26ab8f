// A bare TCP connection for tests: bytes out, whole answers in. It reads HTTP by its own few lines, not by ours.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace comity {

struct Answer {
  int status = 0;
  std::string head{};  // everything before the empty line
  std::string body{};

  bool says(std::string_view part) const { return head.find(part) != std::string::npos; }
  // The value of a header, written as the server writes its name; empty where it is absent.
  std::string header(std::string_view name) const {
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

class Wire {
 public:
  explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{300, 0};  // so that a server that never answers fails the test and does not hang it
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      throw std::runtime_error("nobody listens");
    }
  }
  ~Wire() { ::close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  // What a server that closes does not take is dropped in silence.
  Wire& send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return *this;
  }

  // The next answer; status 0 when the connection ended instead.
  Answer receive(bool head_only = false) {
    while (held_.find("\r\n\r\n") == std::string::npos)
      if (!more()) return {};
    Answer answer;
    const auto end = held_.find("\r\n\r\n");
    answer.head = held_.substr(0, end + 2);
    answer.status = std::stoi(held_.substr(9, 3));
    held_.erase(0, end + 4);
    const auto length = answer.header("Content-Length");
    const std::size_t size = head_only || length.empty() ? 0 : std::stoul(length);
    while (held_.size() < size && more()) continue;
    answer.body = held_.substr(0, size);
    held_.erase(0, size);
    return answer;
  }

  Answer get(std::string_view target, std::string_view headers = {}) {
    send("GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) + "\r\n");
    return receive();
  }

  // Takes some bytes and keeps them for receive(); how many.
  std::size_t take(std::size_t most) {
    std::string bytes(most, '\0');
    const auto size = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (size > 0) held_.append(bytes.data(), static_cast<std::size_t>(size));
    return size > 0 ? static_cast<std::size_t>(size) : 0;
  }

  // Whether something has come, or the end; waits a millisecond for it.
  bool readable() const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, 1) > 0;
  }

  // Whether the server closes, having said nothing more.
  bool closes() {
    while (held_.empty() && more()) continue;
    return held_.empty() && ended_;
  }

 private:
  bool more() {
    std::array<char, 64 * 1024> bytes;
    const auto size = ::recv(socket_, bytes.data(), bytes.size(), 0);
    ended_ = size == 0 || (size < 0 && errno == ECONNRESET);
    if (size <= 0) return false;
    held_.append(bytes.data(), static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  std::string held_{};
  bool ended_ = false;
};

}  // namespace comity
