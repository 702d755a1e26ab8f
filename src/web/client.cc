#include "web/client.h"

#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>

#include "base/check.h"
#include "base/text.h"
#include "web/local_socket.h"

namespace comity {
namespace {

[[noreturn]] void silent(const std::string& detail) { throw Fault("server-silent", detail); }
[[noreturn]] void broken(const std::string& detail) { throw Fault("answer-malformed", detail); }

std::string message(std::string_view method, std::string_view target, std::string_view body,
                    const std::map<std::string, std::string>& headers) {
  auto out = fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", method, target);
  for (const auto& [name, value] : headers) out += fmt::format("{}: {}\r\n", name, value);
  if (!body.empty() || method == "POST") out += fmt::format("Content-Length: {}\r\n", body.size());
  return out.append("\r\n").append(body);
}

// Stops when the server reads no further: its answer, if any, is already there.
void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string receive_all(int socket) {
  std::string out;
  std::array<char, 64 * 1024> bytes;
  for (;;) {
    const auto size = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && out.empty()) silent(std::generic_category().message(errno));
    if (size <= 0) return out;
    out.append(bytes.data(), static_cast<std::size_t>(size));
  }
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

int status_in(std::string_view line) {
  const bool http = line.starts_with("HTTP/1.") && line.size() >= 12 && line[8] == ' ';
  const auto status = http ? number_in<int>(line.substr(9, 3)) : std::nullopt;
  if (!status) broken("the first line of the answer is not HTTP");
  return *status;
}

void read_header(Received& received, std::string_view head) {
  for (auto at = head.find("\r\n"); at != head.npos;) {
    const auto next = head.find("\r\n", at + 2);
    const auto line = head.substr(at + 2, std::min(next, head.size()) - at - 2);
    const auto colon = line.find(':');
    if (colon == line.npos) broken("a header of the answer has no name");
    if (line.find_first_of("\r\n") != line.npos) broken("a header of the answer has a line end in it");
    const auto value = line.find_first_not_of(' ', colon + 1);
    received.headers[lower_ascii(line.substr(0, colon))] = value == line.npos ? "" : line.substr(value);
    at = next;
  }
}

}  // namespace

// Its Content-Length says whether it ended too early.
Received read_answer(std::string_view bytes, std::string_view method) {
  const auto end = bytes.find("\r\n\r\n");
  if (bytes.empty()) silent("the connection ended before an answer came");
  if (end == bytes.npos) broken("the answer has no end of its header");
  Received received;
  received.status = status_in(bytes.substr(0, bytes.find("\r\n")));
  read_header(received, bytes.substr(0, end));
  received.body = bytes.substr(end + 4);
  const auto length = received.headers.find("content-length");
  if (method == "HEAD" || length == received.headers.end()) return received;
  const auto promised = number_in<std::size_t>(length->second);
  if (!promised || received.body.size() > *promised) broken("the answer is longer than it says");
  if (received.body.size() < *promised) silent("the connection ended within the answer");
  return received;
}

std::string socket_path(std::string_view data_directory) { return std::string(data_directory) + "/socket/http"; }

Received request(const std::string& socket, std::string_view method, std::string_view target, std::string_view body,
                 const std::map<std::string, std::string>& headers) {
  const auto connection = connect_locally(socket);
  send_all(connection.number(), message(method, target, body, headers));
  return read_answer(receive_all(connection.number()), method);
}

}  // namespace comity
