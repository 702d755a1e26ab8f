// What connection.cc and server.cc use of Asio, under the sanitizers too. Include it nowhere else.
#pragma once

// clang 14 cannot emit a coroutine that carries -fsanitize=function's mark ("difference across sections"): Asio's
// coroutines stand between these two, and so do ours.
#if defined(__clang__)
#define COMITY_COROUTINES_BEGIN \
  _Pragma("clang attribute push(__attribute__((no_sanitize(\"function\"))), apply_to = function)")
#define COMITY_COROUTINES_END _Pragma("clang attribute pop")
#else
#define COMITY_COROUTINES_BEGIN
#define COMITY_COROUTINES_END
#endif

// g++ warns that the thread sanitizer does not see fences. Asio's stand beside mutexes, which it does see.
#if defined(__SANITIZE_THREAD__)
#pragma GCC diagnostic ignored "-Wtsan"
#endif

COMITY_COROUTINES_BEGIN
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
COMITY_COROUTINES_END
