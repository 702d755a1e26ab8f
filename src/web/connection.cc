#include "web/connection.h"

#include <algorithm>
#include <array>
#include <utility>

#include "web/answering.h"

COMITY_COROUTINES_BEGIN
namespace comity {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using boost::system::error_code;

constexpr std::size_t read_at_once = 16 * 1024;
constexpr std::size_t write_at_once = 256 * 1024;  // pipelined answers leave together up to this

ReaderLimits reader_limits(const ServerLimits& limits, const Peer& peer) {
  return {limits.header_bytes, limits.target_bytes, peer.local() ? limits.local_body_bytes : limits.body_bytes};
}

awaitable<std::string> run_on_worker(std::function<std::string()> work) { co_return work(); }

}  // namespace

Serving::Serving(ServerOptions given, Answering answering)
    : options(std::move(given)),
      answer(std::move(answering)),
      gate(options.limits.connections, options.limits.connections_per_source),
      workers(static_cast<std::size_t>(options.workers)) {}

Connection::Connection(Serving& serving, Lane& lane, Socket socket, Peer peer, std::optional<Rejected> turned_away)
    : serving_(serving),
      lane_(lane),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      turned_away_(std::move(turned_away)),
      reader_(reader_limits(serving.options.limits, peer_), peer_),
      place_(lane.connections.insert(lane.connections.end(), this)) {}

Connection::~Connection() { lane_.connections.erase(place_); }

awaitable<void> Connection::run() {
  const auto busy = asio::make_work_guard(lane_.context);  // while a worker has our request
  if (turned_away_) {
    Request unread;
    unread.peer = peer_;
    turned_away_->request = &unread;
    out_ = co_await worked([this] { return refused(serving_.options, *turned_away_); });
    if (co_await flush()) co_await part();
  } else {
    co_await converse();
  }
}

// Answers are written when no further request is held whole, so those of pipelined requests leave together, in order.
awaitable<void> Connection::converse() {
  for (;;) {
    auto found = reader_.next();
    if (found) {
      if (!co_await respond(*std::move(found))) break;
      continue;
    }
    if (reader_.take_expectation()) out_ += "HTTP/1.1 100 Continue\r\n\r\n";
    if (!co_await flush()) co_return;
    if (serving_.stopping) co_return;
    if (co_await read()) continue;
    if (!expired_ || reader_.stage() == RequestReader::Stage::between) co_return;
    out_ = co_await worked([this] { return refused(serving_.options, {408, Refusal{"request-slow"}}); });
    break;
  }
  if (co_await flush()) co_await part();
}

// False: this was the last answer.
awaitable<bool> Connection::respond(std::variant<Request, Rejected> found) {
  unhurried();
  if (const auto* rejected = std::get_if<Rejected>(&found)) {
    out_ += co_await worked([this, rejected] { return refused(serving_.options, *rejected); });
    co_return false;
  }
  auto& request = *std::get_if<Request>(&found);
  const bool keep = request.keep_alive && !serving_.stopping;
  out_ +=
      co_await worked([this, &request, keep] { return answered(serving_.options, serving_.answer, request, keep); });
  if (!keep) co_return false;
  if (out_.size() < write_at_once) co_return true;
  co_return co_await flush();
}

awaitable<std::string> Connection::worked(std::function<std::string()> work) {
  co_return co_await asio::co_spawn(serving_.workers, run_on_worker(std::move(work)), use_awaitable);
}

void Connection::unhurried() {
  timed_.reset();
  deadline_ = Clock::time_point::max();
}

// The deadline of a stage counts from its beginning: a byte now and then does not move it.
void Connection::time_reading() {
  const auto& limits = serving_.options.limits;
  const auto stage = reader_.stage();
  if (timed_ == stage) return;
  timed_ = stage;
  const auto time = stage == RequestReader::Stage::between  ? limits.idle_time
                    : stage == RequestReader::Stage::header ? limits.header_time
                                                            : limits.body_time;
  deadline_ = Clock::now() + time;
}

awaitable<bool> Connection::read() {
  time_reading();
  std::array<char, read_at_once> bytes;
  error_code error;
  reading_ = true;
  const auto size = co_await socket_.async_read_some(asio::buffer(bytes), redirect_error(use_awaitable, error));
  reading_ = false;
  if (error) co_return false;
  reader_.feed({bytes.data(), size});
  co_return true;
}

std::chrono::milliseconds Connection::time_to_write() const {
  const auto& limits = serving_.options.limits;
  return serving_.stopping ? std::min(limits.write_time, limits.stop_time) : limits.write_time;
}

// Time counts from the last bytes that the reader took: a long file over a slow line arrives.
awaitable<bool> Connection::flush() {
  if (out_.empty()) co_return true;
  std::string_view rest = out_;
  error_code error;
  while (!rest.empty() && !error) {
    deadline_ = Clock::now() + time_to_write();
    const auto size =
        co_await socket_.async_write_some(asio::buffer(rest.data(), rest.size()), redirect_error(use_awaitable, error));
    rest.remove_prefix(size);
  }
  unhurried();
  out_.clear();
  co_return !error;
}

// Says the end, then takes what still comes: closing on unread bytes would destroy the answer on its way.
awaitable<void> Connection::part() {
  error_code error;
  socket_.shutdown(Socket::shutdown_send, error);
  deadline_ = Clock::now() + serving_.options.limits.part_time;
  std::array<char, read_at_once> bytes;
  while (!error) co_await socket_.async_read_some(asio::buffer(bytes), redirect_error(use_awaitable, error));
}

void Connection::sweep(Clock::time_point now) {
  if (now < deadline_) return;
  deadline_ = Clock::time_point::max();
  expired_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

void Connection::stop() {
  error_code ignored;
  if (reading_) socket_.cancel(ignored);
  if (deadline_ != Clock::time_point::max()) deadline_ = std::min(deadline_, Clock::now() + time_to_write());
}

}  // namespace comity
COMITY_COROUTINES_END
