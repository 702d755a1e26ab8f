// Accepting, admitting, sweeping, stopping. What one connection says is connection.cc's.
#include "web/connection.h"  // first: asio.h silences a warning in <atomic>

#include "web/server.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstring>
#include <thread>
#include <utility>
#include <vector>

#include "web/answering.h"
#include "web/local_socket.h"
#include "web/source.h"

COMITY_COROUTINES_BEGIN
namespace comity {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Local = asio::local::stream_protocol;

constexpr std::chrono::milliseconds pause_without_descriptors{100};
constexpr std::chrono::milliseconds sweep_at_end{20};
constexpr std::size_t most_turned_away = 128;  // beyond, they are closed without a word

asio::ip::address address_of(const std::string& host) {
  error_code error;
  const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
  if (error) throw Fault("host-unusable", fmt::format("{}: is no numeric address of this machine", host));
  return address;
}

std::string printed(const asio::ip::address& address, std::uint16_t port) {
  return address.is_v6() ? fmt::format("[{}]:{}", address.to_string(), port)
                         : fmt::format("{}:{}", address.to_string(), port);
}

[[noreturn]] void cannot_listen(const tcp::endpoint& endpoint, const error_code& error) {
  const auto where = printed(endpoint.address(), endpoint.port());
  if (error == asio::error::address_in_use) {
    throw Fault("port-in-use", fmt::format("{}: another program listens there", where));
  }
  if (error == asio::error::access_denied) throw Fault("port-forbidden", fmt::format("{}: {}", where, error.message()));
  throw Fault("host-unusable", fmt::format("{}: {}", where, error.message()));
}

// Never SO_REUSEPORT: with it, a second server of the same user would share the port in silence. SO_REUSEADDR only
// lets a restarted server take the port while old connections of it linger.
tcp::acceptor listen_on(asio::io_context& context, const tcp::endpoint& endpoint) {
  tcp::acceptor acceptor(context);
  error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) cannot_listen(endpoint, error);
  return acceptor;
}

// Every connection holds a descriptor: the soft limit of a shell (1024) is below what we are set to serve.
void raise_descriptor_limit(std::size_t connections) {
  rlimit limit{};
  const rlim_t wanted = connections + most_turned_away + 64;
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(limit.rlim_max, wanted);
  ::setrlimit(RLIMIT_NOFILE, &limit);  // where it is refused, accepting pauses when descriptors run out
}

}  // namespace

struct Server::Running {
  Running(ServerOptions options, Answering answer);
  ~Running() { stop(); }

  awaitable<void> accept_public();
  awaitable<void> accept_local();
  awaitable<void> pause(const error_code& error);
  awaitable<void> sweep(Lane& lane);
  void admit(Lane& lane, tcp::socket socket);
  void admit_local(Lane& lane, Local::socket socket);
  void start(Lane& lane, Connection::Socket socket, Peer peer, std::optional<std::string> source,
             std::optional<Rejected> turned_away);
  awaitable<void> serve(Lane& lane, Connection::Socket socket, Peer peer, std::optional<std::string> source,
                        std::optional<Rejected> turned_away);
  Lane& next_lane() { return *lanes[next++ % lanes.size()]; }
  static void close(Lane& lane);
  void stop_accepting();
  void stop();

  Serving serving;
  std::vector<std::unique_ptr<Lane>> lanes;
  std::optional<tcp::acceptor> acceptor;
  std::optional<Local::acceptor> local;
  tcp::endpoint endpoint;
  std::size_t next = 0;               // touched by the accepting thread only, which is the first lane's
  std::atomic<std::size_t> away = 0;  // turned away, and being told so
  std::vector<std::thread> threads;
};

Server::Running::Running(ServerOptions given, Answering answer) : serving(std::move(given), std::move(answer)) {
  const auto& options = serving.options;
  for (int i = 0; i < options.threads; ++i) lanes.push_back(std::make_unique<Lane>());
  auto& accepting = lanes.front()->context;
  if (options.tcp) {
    acceptor = listen_on(accepting, {address_of(options.host), options.port});
    endpoint = acceptor->local_endpoint();
  }
  if (!options.socket.empty()) local.emplace(accepting, Local(), listen_locally(options.socket).release());
  raise_descriptor_limit(options.limits.connections);
  if (acceptor) asio::co_spawn(accepting, accept_public(), asio::detached);
  if (local) asio::co_spawn(accepting, accept_local(), asio::detached);
  for (auto& lane : lanes) {
    asio::co_spawn(lane->context, sweep(*lane), asio::detached);
    threads.emplace_back([&context = lane->context] { context.run(); });
  }
}

// Out of descriptors or memory: what is open goes on, and accepting is tried again a little later.
awaitable<void> Server::Running::pause(const error_code& error) {
  if (!error || error == asio::error::connection_aborted) co_return;
  asio::steady_timer timer(lanes.front()->context, pause_without_descriptors);
  error_code ignored;
  co_await timer.async_wait(redirect_error(use_awaitable, ignored));
}

awaitable<void> Server::Running::accept_public() {
  while (!serving.stopping) {
    auto& lane = next_lane();
    tcp::socket socket(lane.context);
    error_code error;
    co_await acceptor->async_accept(socket, redirect_error(use_awaitable, error));
    if (serving.stopping) break;
    if (!error) succeeds(serving.options, [&] { admit(lane, std::move(socket)); });
    co_await pause(error);
  }
}

awaitable<void> Server::Running::accept_local() {
  while (!serving.stopping) {
    auto& lane = next_lane();
    Local::socket socket(lane.context);
    error_code error;
    co_await local->async_accept(socket, redirect_error(use_awaitable, error));
    if (serving.stopping) break;
    if (!error) succeeds(serving.options, [&] { admit_local(lane, std::move(socket)); });
    co_await pause(error);
  }
}

void Server::Running::admit(Lane& lane, tcp::socket socket) {
  error_code error;
  const auto remote = socket.remote_endpoint(error);
  if (error) return;  // gone before it was taken
  socket.set_option(tcp::no_delay(true), error);
  const Peer peer{remote.address().to_string()};
  const auto source = source_of(peer.address).value_or(peer.address);
  const auto answer = serving.gate.enter(source, !serving.is_proxy(peer));
  if (answer == Gate::Answer::welcome) return start(lane, std::move(socket), peer, source, {});
  const bool full = answer == Gate::Answer::full;
  const Rejected why{full ? 503 : 429, full ? Refusal{"server-full"} : Refusal{"source-crowded"}};
  if (away < most_turned_away) return start(lane, std::move(socket), peer, {}, why);
  Served unheard{"refused"};
  unheard.refusal = why.why.code;
  if (serving.options.served) serving.options.served(unheard);
}

void Server::Running::admit_local(Lane& lane, Local::socket socket) {
  const auto uid = peer_of(socket.native_handle());
  const Peer peer{{}, uid};
  if (uid == serving.options.owner.value_or(::geteuid())) return start(lane, std::move(socket), peer, {}, {});
  start(lane, std::move(socket), peer, {}, Rejected{403, Refusal{"not-the-owner"}});
}

void Server::Running::start(Lane& lane, Connection::Socket socket, Peer peer, std::optional<std::string> source,
                            std::optional<Rejected> turned_away) {
  if (turned_away) ++away;
  asio::co_spawn(lane.context,
                 serve(lane, std::move(socket), std::move(peer), std::move(source), std::move(turned_away)),
                 asio::detached);
}

awaitable<void> Server::Running::serve(Lane& lane, Connection::Socket socket, Peer peer,
                                       std::optional<std::string> source, std::optional<Rejected> turned_away) {
  const bool told_off = turned_away.has_value();
  try {
    Connection connection(serving, lane, std::move(socket), std::move(peer), std::move(turned_away));
    co_await connection.run();
  } catch (...) {
    const auto thrown = std::current_exception();
    succeeds(serving.options, [&] { std::rethrow_exception(thrown); });
  }
  if (source) serving.gate.leave(*source);
  if (told_off) --away;
}

// A look now and then at all deadlines of a thread, instead of a timer for each.
awaitable<void> Server::Running::sweep(Lane& lane) {
  while (!serving.stopping || !lane.connections.empty()) {
    lane.tick.expires_after(serving.stopping ? sweep_at_end : serving.options.limits.sweep);
    error_code ignored;
    co_await lane.tick.async_wait(redirect_error(use_awaitable, ignored));
    const auto now = std::chrono::steady_clock::now();
    const bool crowded = serving.gate.crowded();
    for (auto* connection : lane.connections) connection->sweep(now, crowded);
  }
}

void Server::Running::close(Lane& lane) {
  for (auto* connection : lane.connections) connection->stop();
  lane.tick.cancel();
  lane.open.reset();
}

void Server::Running::stop_accepting() {
  error_code ignored;
  if (acceptor) acceptor->close(ignored);
  if (local) local->close(ignored);
}

// A thread ends when nothing hangs on it any more: no acceptor, no connection, no sweep. It stays open until accepting
// has ended, for a connection let in at that very moment is still handed to it, and must be closed.
void Server::Running::stop() {
  if (serving.stopping.exchange(true)) return;
  asio::post(lanes.front()->context, [this] {
    stop_accepting();
    for (auto& lane : lanes) asio::post(lane->context, [&one = *lane] { close(one); });
  });
  for (auto& thread : threads) thread.join();
  serving.workers.join();
  if (local) ::unlink(serving.options.socket.c_str());
}

Server::Server(ServerOptions options, Answering answer)
    : running_(std::make_unique<Running>(std::move(options), std::move(answer))) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return running_->endpoint.port(); }

std::string Server::origin() const {
  if (!running_->acceptor) return {};
  return "http://" + printed(running_->endpoint.address(), running_->endpoint.port());
}

std::size_t Server::connections() const { return running_->serving.gate.inside(); }

void Server::stop() { running_->stop(); }

}  // namespace comity
COMITY_COROUTINES_END
