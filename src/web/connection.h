// One connection: its bytes in, its answers out in order, its deadlines. With connection.cc and server.cc, the only
// place that knows Asio (asio.h); include it nowhere else.
#pragma once

#include "web/asio.h"  // first: it silences a warning in <atomic>

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <variant>

#include "web/gate.h"
#include "web/reader.h"
#include "web/server.h"

namespace comity {

// What the connections of a server share.
struct Serving {
  Serving(ServerOptions given, Answering answering);

  const ServerOptions options;
  const Answering answer;
  Gate gate;
  boost::asio::thread_pool workers;
  std::atomic<bool> stopping = false;
};

class Connection;

// One thread that moves bytes. Whatever hangs on it is touched by that thread only.
struct Lane {
  boost::asio::io_context context{1};
  boost::asio::steady_timer tick{context};
  std::list<Connection*> connections{};
};

class Connection {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;

  // `turned_away`: it is told why, and serves nothing.
  Connection(Serving& serving, Lane& lane, Socket socket, Peer peer, std::optional<Rejected> turned_away);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  boost::asio::awaitable<void> run();

  // Ends what waits longer than it may.
  void sweep(std::chrono::steady_clock::time_point now);
  // Closes it if it waits for a request; otherwise the answer under way is the last, and has `stop_time` to leave.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;

  boost::asio::awaitable<void> converse();
  boost::asio::awaitable<bool> respond(std::variant<Request, Rejected> found);
  boost::asio::awaitable<bool> read();
  boost::asio::awaitable<bool> flush();
  boost::asio::awaitable<void> part();
  boost::asio::awaitable<std::string> worked(std::function<std::string()> work);
  void unhurried();
  void time_reading();
  std::chrono::milliseconds time_to_write() const;

  Serving& serving_;
  Lane& lane_;
  Socket socket_;
  Peer peer_;
  std::optional<Rejected> turned_away_;
  RequestReader reader_;
  std::string out_{};
  Clock::time_point deadline_ = Clock::time_point::max();  // of the operation under way
  std::optional<RequestReader::Stage> timed_{};            // the stage that a reading deadline was set for
  bool reading_ = false;
  bool expired_ = false;
  std::list<Connection*>::iterator place_;
};

}  // namespace comity
