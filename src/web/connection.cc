#include "web/connection.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

#include "web/answering.h"
#include "web/source.h"

COMITY_COROUTINES_BEGIN
namespace comity {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using boost::system::error_code;

constexpr std::size_t read_at_once = 16 * 1024;
constexpr std::size_t written_together = 256 * 1024;  // pipelined answers, up to this

ReaderLimits reader_limits(const ServerLimits& limits, const Peer& peer) {
  return {limits.header_bytes, limits.target_bytes, peer.local() ? limits.local_body_bytes : limits.body_bytes};
}

awaitable<std::string> run_on_worker(std::function<std::string()> work) { co_return work(); }

}  // namespace

Serving::Serving(ServerOptions given, Answering answering)
    : options(std::move(given)),
      answer(std::move(answering)),
      gate(options.limits.connections, options.limits.connections_per_source),
      visitors(std::numeric_limits<std::size_t>::max(), options.limits.connections_per_source),
      workers(static_cast<std::size_t>(options.workers)) {}

bool Serving::is_proxy(const Peer& peer) const {
  const auto& proxies = options.trusted_proxies;
  return std::find(proxies.begin(), proxies.end(), peer.address) != proxies.end();
}

Connection::Connection(Serving& serving, Lane& lane, Socket socket, Peer peer, std::optional<Rejected> turned_away)
    : serving_(serving),
      lane_(lane),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      turned_away_(std::move(turned_away)),
      reader_(reader_limits(serving.options.limits, peer_), peer_),
      place_(lane.connections.insert(lane.connections.end(), this)) {
  socket_.non_blocking(true);
}

Connection::~Connection() {
  error_code ignored;
  socket_.close(ignored);  // here, for Asio's destructor takes back what sweep() said: that unread answers are dropped
  end_visits();
  lane_.connections.erase(place_);
}

awaitable<void> Connection::run() {
  const auto busy = asio::make_work_guard(lane_.context);  // while a worker has our request
  if (turned_away_) {
    Request unread;
    unread.peer = peer_;
    turned_away_->request = &unread;
    out_ = peer_.local() ? refused(serving_.options, *turned_away_) : turned_away(serving_.options, *turned_away_);
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
      if (!respond_at_once(*found) && !co_await respond(*std::move(found))) break;
      if (out_.size() >= written_together && !co_await flush()) co_return;
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
  out_ += co_await reply(request, keep);
  if (!keep) co_return false;
  co_return true;
}

// What lies ready is answered here: a worker would cost more than the answer.
bool Connection::respond_at_once(const std::variant<Request, Rejected>& found) {
  const auto* request = std::get_if<Request>(&found);
  if (!request || !request->keep_alive || serving_.stopping || serving_.is_proxy(peer_)) return false;
  if (!append_at_hand(out_, serving_.options, *request, true)) return false;
  unhurried();
  return true;
}

awaitable<std::string> Connection::reply(Request& request, bool keep) {
  request.source = counted_for(request);
  const bool welcome = visit(request.source);
  Postponed postponed;
  auto out = co_await worked([this, &request, &postponed, keep, welcome] {
    if (welcome) return answered(serving_.options, serving_.answer, request, keep, postponed);
    return refused(serving_.options, {429, Refusal{"source-crowded"}, &request}, keep);
  });
  if (!postponed.later) co_return out;
  const auto finish = co_await waited(std::move(postponed.later));
  co_return co_await worked([this, &request, &postponed, &finish, keep] {
    return answered(
        serving_.options, [&finish](const Request&) { return finish(); }, request, keep, postponed);
  });
}

// Gives the thread back until somebody else is done.
awaitable<Response::Finish> Connection::waited(Response::Later later) {
  const auto begin = [executor = lane_.context.get_executor()](auto handler, const Response::Later& asked) {
    const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
    asked([waiting, executor](Response::Finish finish) {
      asio::post(executor, [waiting, finish = std::move(finish)] { std::move (*waiting)(finish); });
    });
  };
  co_return co_await asio::async_initiate<decltype(use_awaitable), void(Response::Finish)>(begin, use_awaitable, later);
}

std::string Connection::counted_for(const Request& request) const {
  if (!serving_.is_proxy(peer_)) return source_of(peer_.address).value_or(peer_.address);
  const auto forwarded = forwarded_source(header(request, "x-forwarded-for"), serving_.options.trusted_proxies);
  return forwarded.value_or(peer_.address);
}

// What comes through a proxy counts for the source that it was forwarded for until the answer has left.
bool Connection::visit(const std::string& source) {
  if (!serving_.is_proxy(peer_)) return true;
  if (serving_.visitors.enter(source) != Gate::Answer::welcome) return false;
  visits_.push_back(source);
  return true;
}

void Connection::end_visits() {
  for (const auto& source : visits_) serving_.visitors.leave(source);
  visits_.clear();
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
  const auto body_time = peer_.local() ? limits.local_body_time : limits.body_time;
  since_ = Clock::now();
  set_deadline(stage == RequestReader::Stage::between  ? limits.idle_time
               : stage == RequestReader::Stage::header ? limits.header_time
                                                       : body_time);
}

void Connection::set_deadline(std::chrono::milliseconds time) {
  window_ = Clock::now();
  deadline_ = window_ + time;
}

// Where only set_deadline() is called, what had been read before is what it was at the last window: a reader then has
// at most one more.
void Connection::begin_window(std::chrono::milliseconds time) {
  set_deadline(time);
  read_before_ = written_ - unread();
}

// What the system holds of our answers because it has not arrived at the reader.
std::size_t Connection::unread() {
  int queued = 0;
  const bool known = !peer_.local() && ::ioctl(socket_.native_handle(), SIOCOUTQ, &queued) == 0;
  return known ? std::min(static_cast<std::size_t>(std::max(queued, 0)), written_) : 0;
}

// Whether the reader has taken enough since the deadline was set, and has more to take.
bool Connection::reads_on() {
  return !serving_.stopping && written_ - unread() >= read_before_ + serving_.options.limits.write_least;
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

// Whether the system took everything without waiting, which it mostly does.
bool Connection::write_at_once() {
  error_code error;
  const auto size = socket_.write_some(asio::buffer(out_), error);
  if (error) return false;
  written_ += size;
  out_.erase(0, size);
  if (!out_.empty()) return false;
  unhurried();
  end_visits();
  return true;
}

// A reader must take some bytes in a while: a long file over a slow line arrives, and a reader who takes one byte now
// and then holds no answer for ever. sweep() looks.
awaitable<bool> Connection::flush() {
  if (out_.empty() || write_at_once()) co_return true;
  std::string_view rest = out_;
  error_code error;
  writing_ = true;
  begin_window(time_to_write());
  while (!rest.empty() && !error) {
    const auto size =
        co_await socket_.async_write_some(asio::buffer(rest.data(), rest.size()), redirect_error(use_awaitable, error));
    written_ += size;
    rest.remove_prefix(size);
    if (peer_.local()) begin_window(time_to_write());  // nothing is on its way between the two of us
  }
  writing_ = false;
  unhurried();
  end_visits();
  out_.clear();
  co_return !error;
}

// Says the end, then takes what still comes: closing on unread bytes would destroy the answer on its way.
awaitable<void> Connection::part() {
  error_code error;
  socket_.shutdown(Socket::shutdown_send, error);
  begin_window(serving_.options.limits.part_time);
  std::array<char, read_at_once> bytes;
  while (!error) co_await socket_.async_read_some(asio::buffer(bytes), redirect_error(use_awaitable, error));
}

void Connection::sweep(Clock::time_point now, bool crowded) {
  const bool hurried = crowded && reading_ && unread() == 0 && now >= since_ + serving_.options.limits.crowded_time;
  if (now < deadline_ && !hurried) return;
  const bool has_answer_to_read = writing_ || unread() > 0;
  if (has_answer_to_read && now < window_ + time_to_write()) return;  // whoever has one to read has a reader's time
  if (has_answer_to_read && reads_on()) return begin_window(time_to_write());
  deadline_ = Clock::time_point::max();
  expired_ = true;
  error_code ignored;
  if (has_answer_to_read) socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  socket_.cancel(ignored);
}

void Connection::stop() {
  error_code ignored;
  if (reading_) socket_.cancel(ignored);
  if (deadline_ != Clock::time_point::max()) deadline_ = std::min(deadline_, Clock::now() + time_to_write());
}

}  // namespace comity
COMITY_COROUTINES_END
