// The HTTP/1.1 server: sockets, threads, limits on size and time. Knows no route and no page.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "web/message.h"

namespace comity {

struct ServerLimits {
  std::size_t header_bytes = 16 * 1024;             // beyond: 431
  std::size_t target_bytes = 8 * 1024;              // beyond: 414
  std::size_t body_bytes = 1024 * 1024;             // beyond: 413
  std::size_t local_body_bytes = 64 * 1024 * 1024;  // the same on the local socket
  std::size_t connections = 4096;                   // in all; beyond: 503
  std::size_t connections_per_source = 256;         // an IPv4 address or an IPv6 /64; beyond: 429
  std::chrono::milliseconds header_time{10'000};    // from the first byte of a request to the end of its header
  std::chrono::milliseconds body_time{60'000};      // from there to the end of its body
  std::chrono::milliseconds idle_time{30'000};      // between two requests
  std::chrono::milliseconds write_time{60'000};     // without the reader taking any bytes of an answer
  std::chrono::milliseconds stop_time{5'000};       // the same while the server stops
  std::chrono::milliseconds part_time{2'000};       // after a last answer, for what was still on its way to us
  std::chrono::milliseconds sweep{1'000};           // how often each thread looks for connections that are over time
};

struct ServerOptions {
  std::string host = "127.0.0.1";  // numeric, or "localhost"
  std::uint16_t port = 0;          // 0 = any free one
  bool tcp = true;                 // false: the local socket only
  // The local socket's path; empty = none. Its directory is made with mode 0700, or must be ours and have that mode.
  std::string socket{};
  std::optional<unsigned> owner{};  // who may use the local socket; absent = this process's user
  int threads = 2;                  // that move bytes
  int workers = 2;                  // that run the answering function
  ServerLimits limits{};
  bool scripts = false;  // whether pages may load our own script (script-src 'self')
  // The page for a request that the transport refuses; absent, or when it throws: one line of text.
  std::function<Response(const Rejected&)> error_page{};
  // Told of every exception that the answering function throws; absent = standard error.
  std::function<void(const std::string& code, const std::string& detail)> complain{};
};

// Answers one request. Called on several threads at once. An exception becomes a 500 and the server goes on.
using Answering = std::function<Response(const Request&)>;

class Server {
 public:
  // Serves from here on. Throws Fault: port-in-use, port-forbidden, host-unusable (naming host:port),
  // socket-in-use (another server answers there), socket-path-taken, socket-directory-open, socket-unusable.
  Server(ServerOptions options, Answering answer);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;  // the real one; 0 without TCP
  std::string origin() const;  // "http://127.0.0.1:8080"; empty without TCP
  std::size_t connections() const;

  // Takes no new connection, finishes the requests in flight, closes all. Returns when that is done.
  void stop();

 private:
  struct Running;
  std::unique_ptr<Running> running_;
};

}  // namespace comity
