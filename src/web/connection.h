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
#include <vector>

#include "web/gate.h"
#include "web/reader.h"
#include "web/server.h"

namespace comity {

// What the connections of a server share.
struct Serving {
  Serving(ServerOptions given, Answering answering);

  // Whether the peer speaks for many.
  bool is_proxy(const Peer& peer) const;

  const ServerOptions options;
  const Answering answer;
  Gate gate;
  Gate visitors;  // requests that came through a proxy, by the source that it forwards them for
  boost::asio::thread_pool workers;
  std::atomic<bool> stopping = false;
};

class Connection;

// One thread that moves bytes. Whatever hangs on it is touched by that thread only.
struct Lane {
  boost::asio::io_context context{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> open{context.get_executor()};
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

  // Ends what waits longer than it may; when the server is crowded, that is shorter for who sends nothing.
  void sweep(std::chrono::steady_clock::time_point now, bool crowded);
  // Closes it if it waits for a request; otherwise the answer under way is the last, and has `stop_time` to leave.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;

  boost::asio::awaitable<void> converse();
  boost::asio::awaitable<bool> respond(std::variant<Request, Rejected> found);
  bool respond_at_once(const std::variant<Request, Rejected>& found);
  boost::asio::awaitable<std::string> reply(Request& request, bool keep);
  boost::asio::awaitable<Response::Finish> waited(Response::Later later);
  bool write_at_once();
  boost::asio::awaitable<bool> read();
  boost::asio::awaitable<bool> flush();
  boost::asio::awaitable<void> part();
  boost::asio::awaitable<std::string> worked(std::function<std::string()> work);
  void unhurried();
  void time_reading();
  void set_deadline(std::chrono::milliseconds time);
  void begin_window(std::chrono::milliseconds time);
  std::string counted_for(const Request& request) const;
  bool visit(const std::string& source);
  void end_visits();
  std::size_t unread();
  bool reads_on();
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
  Clock::time_point since_{};                              // when that stage began
  Clock::time_point window_{};                             // when the deadline was set
  std::size_t written_ = 0;                                // bytes that the system took from us
  std::size_t read_before_ = 0;                            // of these, what had arrived when the deadline was set
  std::vector<std::string> visits_{};                      // sources that the answers under way are for
  bool reading_ = false;
  bool writing_ = false;
  bool expired_ = false;
  std::list<Connection*>::iterator place_;
};

}  // namespace comity
