// An answer as bytes of HTTP/1.1: the one place where status line, standard headers, ETag, compression and HEAD are
// settled. Knows no socket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/message.h"

namespace comity {

struct Writing {
  std::int64_t now = 0;    // seconds since 1970, for the Date header
  bool keep_alive = true;  // whether the connection serves further requests
  bool scripts = false;    // whether pages may load our own script
  bool secure = false;     // whether readers come by TLS
};

// Appends the answer to `request` (null: it could not be read), and gives its status: 304 where the reader holds it
// already. Throws Fault response-malformed, with nothing appended,
// for header names or values that would break the message apart.
int append(std::string& out, const Response& response, const Request* request, const Writing& writing);

// Whether the reader says that it holds the answer already.
bool is_held(const Request& request, const Response& response);

// What names a body: the same bytes give the same name, others never do.
std::string etag_of(std::string_view body);

// "Fri, 20 Nov 2026 23:22:05 GMT" (RFC 9110 section 5.6.7).
std::string http_date(std::int64_t seconds);

}  // namespace comity
