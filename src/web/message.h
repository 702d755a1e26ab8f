// What is asked over HTTP and what is answered, as plain values. Knows no socket and no HTTP library.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "web/address.h"

namespace comity {

// HEAD arrives as `get`: the transport leaves the body out. Other methods are refused before any route (405, 501).
enum class Method { get, post };

// Who is at the other end of the connection.
struct Peer {
  std::string address{};          // numeric, without port; empty on the local socket
  std::optional<unsigned> uid{};  // on the owner-only local socket: whose process it is

  bool local() const { return uid.has_value(); }
  bool operator==(const Peer&) const = default;
};

struct Request {
  Method method = Method::get;
  bool head = false;                             // it was HEAD
  std::string target{};                          // as sent
  Address address{};                             // the target, read
  std::map<std::string, std::string> headers{};  // names in lower case; repeated ones joined by ", "
  std::string body{};
  Peer peer{};
  std::string source{};    // whom limits count it for (source.h); empty on the local socket
  bool keep_alive = true;  // the connection may serve another request

  bool operator==(const Request&) const = default;
};

// The value of a header (name in lower case); empty where it is absent.
std::string_view header(const Request& request, std::string_view name);

// How long browsers and proxies may keep the answer. `forever` only for what is named by its digest.
enum class Keep { nowhere, revalidate, forever };

struct Response {
  // An answer that is not ready: gives, once and on any thread, what makes it. No thread waits for it meanwhile.
  using Finish = std::function<Response()>;
  using Later = std::function<void(std::function<void(Finish)>)>;

  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body{};
  std::vector<std::pair<std::string, std::string>> headers{};  // besides the standard ones; no line breaks in them
  std::string vary{};  // request headers that chose this answer: "Accept, Accept-Language"
  Keep keep = Keep::revalidate;
  std::optional<Instant> valid_until{};  // the page used "now" and is true until then (decisions.md 19)
  bool cacheable = false;                // may enter the page cache
  std::string etag{};                    // opaque, without quotes; empty = the transport makes it from the body
  std::string gzip{};                    // the body, compressed; empty = the transport compresses where asked
  std::string_view route{};      // which route answered, for whoever counts: of a fixed set of names, and never freed
  bool for_all_origins = false;  // scripts of other sites may read it (docs/decisions/other-origins.md)
  bool unmade = false;           // to HEAD, and to who holds it: nobody made the body, nor knows its length
  Later later{};                 // where it stands, it comes in the place of all the rest
};

// See other: the browser fetches `target` by GET.
Response redirect(std::string target, int status = 303);

// A request that the transport refuses before any route sees it. `request` is null when it could not be read; where
// nothing of it was waited for, it holds the peer only.
// Codes: those of parse_address, and http-malformed, http-version, header-too-large {limit}, target-too-long {limit},
// body-too-large {limit}, method-unknown {method}, method-not-allowed {method}, request-slow, source-crowded,
// server-full, not-the-owner, server-fault. Limits are bytes.
struct Rejected {
  int status = 400;
  Refusal why{};
  const Request* request = nullptr;
};

// The phrase of RFC 9110 for a status: "Not Found"; empty for one that we never send.
std::string_view phrase(int status);

}  // namespace comity
