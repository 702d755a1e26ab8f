// Asks other machines over HTTP and HTTPS: logs to be mirrored, witnesses, our own server when it is checked.
#pragma once

#include <chrono>
#include <cstddef>

#include "web/client.h"

namespace comity {

struct Outgoing {
  std::string url{};  // http:// or https://
  std::map<std::string, std::string> headers{};
  std::optional<std::string> body{};           // given: POST, else GET
  std::chrono::milliseconds patience{60'000};  // for the whole answer
  std::size_t most_bytes = 64 * 1024 * 1024;   // of the answer's body
};

// The answer, whatever its status; redirections are not followed. Throws Fault: url-malformed {url}, server-absent (no
// such host, nobody listens, a certificate that is not good), server-silent (no whole answer in time, or too large).
Received call(const Outgoing& outgoing);

}  // namespace comity
