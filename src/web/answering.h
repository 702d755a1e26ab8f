// From a request to the bytes of its answer, whatever the answering function does. Knows no socket.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "web/message.h"
#include "web/server.h"

namespace comity {

// Runs `work`; false, and `options.complain` is told, if it throws.
bool succeeds(const ServerOptions& options, const std::function<void()>& work);

// Appends the answer that lies ready, if one does.
bool append_at_hand(std::string& out, const ServerOptions& options, const Request& request, bool keep_alive);

// Of a request whose answer may come later: what gives it then, and when the request had come.
struct Postponed {
  Response::Later later{};
  std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
};

// The answer of `answer`, or the error page when it throws. Nothing where it comes later: then `postponed` says how.
std::string answered(const ServerOptions& options, const Answering& answer, const Request& request, bool keep_alive,
                     Postponed& postponed);

// The error page of what is refused before any route sees it.
std::string refused(const ServerOptions& options, const Rejected& rejected, bool keep_alive = false);

// One line of text for who is not let in: so cheap that a crowd at the door costs those inside nothing.
std::string turned_away(const ServerOptions& options, const Rejected& rejected);

}  // namespace comity
