// The HTTP/1.1 server: sockets, threads, limits on size and time. Knows no route and no page.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

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
  std::chrono::milliseconds body_time{10'000};      // from there to the end of its body
  std::chrono::milliseconds local_body_time{60'000};
  std::chrono::milliseconds idle_time{12'000};    // between two requests
  std::chrono::milliseconds write_time{7'000};    // in which a reader takes at least `write_least` of an answer
  std::size_t write_least = 16 * 1024;            // bytes that have arrived there, or the rest of the answer
  std::chrono::milliseconds crowded_time{2'000};  // instead of header, body and idle time when the gate is crowded
  std::chrono::milliseconds stop_time{5'000};     // for the last answers to leave while the server stops
  std::chrono::milliseconds part_time{2'000};     // after a last answer, for what was still on its way to us
  std::chrono::milliseconds sweep{500};           // how often each thread looks for connections that are over time
};

// What became of one request, for whoever counts: nothing in it tells who asked, or what was written.
struct Served {
  std::string_view route{};  // of a fixed set of names; "refused" where the transport did
  Method method = Method::get;
  bool local = false;                // on the local socket
  int status = 0;                    // 0: the connection was closed without a word
  std::size_t bytes = 0;             // of the answer, with its header
  std::chrono::microseconds time{};  // from the whole request to the whole answer, without the network
  std::string_view refusal{};        // the code, where the transport refused
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
  bool secure = false;   // whether readers come by TLS, which a proxy speaks: they are told to do so always
  // Numeric addresses of proxies that speak for many: their connections are bounded in all only, and each of their
  // requests counts for the source that they forward it for (source.h).
  std::vector<std::string> trusted_proxies{};
  // An answer that lies ready, looked for on the threads that move bytes: it must not wait. Absent, or null: the
  // answering function is asked, on a worker.
  std::function<std::shared_ptr<const Response>(const Request&)> at_hand{};
  // The page for a request that the transport refuses; absent, or when it throws: one line of text.
  std::function<Response(const Rejected&)> error_page{};
  // Told of every exception that the answering function throws: the code and text of a Fault, else "exception" and its
  // type alone, for the text may quote what somebody sent. Absent = standard error.
  std::function<void(const std::string& code, const std::string& detail)> complain{};
  std::function<void(const Served&)> served{};  // told of every request; called on several threads at once
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
