#include "web/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/bytes.h"
#include "base/time.h"
#include "seal/hash.h"
#include "web/compress.h"
#include "web/negotiate.h"

namespace comity {
namespace {

constexpr std::size_t worth_compressing = 512;  // bytes; below, gzip's frame eats the gain

bool is_token(std::string_view name) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.find(c) != marks.npos;
  });
}

bool is_field_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(),
                     [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); });
}

void demand_field(std::string_view name, std::string_view value) {
  if (is_token(name) && is_field_value(value)) return;
  throw Fault("response-malformed", fmt::format("the header {} would break the answer apart", name));
}

void demand_fields(const Response& response) {
  demand_field("Content-Type", response.content_type);
  demand_field("ETag", response.etag);
  demand_field("Vary", response.vary);
  for (const auto& [name, value] : response.headers) demand_field(name, value);
}

void line(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

constexpr std::string_view no_power_of_the_browser =
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
    "gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

// Trusted Types: no text becomes markup or code by a script, ours included.
void content_policy(std::string& out, bool scripts) {
  out += "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; ";
  if (scripts) out += "script-src 'self'; ";
  out +=
      "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
      "trusted-types 'none'\r\n";
}

// No third-party anything, no frames, no referrer: what a page of the record can do is what its HTML says. The log's
// files alone are for the scripts of others too, who verify it.
std::string standing_headers(bool for_all_origins, bool scripts, bool secure) {
  std::string out;
  content_policy(out, scripts);
  line(out, "X-Content-Type-Options", "nosniff");
  line(out, "Referrer-Policy", "no-referrer");
  line(out, "Cross-Origin-Opener-Policy", "same-origin");
  line(out, "Cross-Origin-Embedder-Policy", "require-corp");
  line(out, "Cross-Origin-Resource-Policy", for_all_origins ? "cross-origin" : "same-origin");
  if (for_all_origins) line(out, "Access-Control-Allow-Origin", "*");
  line(out, "Permissions-Policy", no_power_of_the_browser);
  if (secure) line(out, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return out;
}

// Written once: every answer bears one of the eight.
const std::string& standing_headers(bool for_all_origins, const Writing& writing) {
  static const std::array<std::string, 8> all = [] {
    std::array<std::string, 8> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = standing_headers(i & 1U, i & 2U, i & 4U);
    return out;
  }();
  return all[(for_all_origins ? 1U : 0U) + (writing.scripts ? 2U : 0U) + (writing.secure ? 4U : 0U)];
}

// Of this second, which is that of many answers.
const std::string& date_now(std::int64_t seconds) {
  thread_local std::pair<std::int64_t, std::string> last{-1, {}};
  if (last.first != seconds) last = {seconds, http_date(seconds)};
  return last.second;
}

void status_line(std::string& out, int status) {
  out.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(phrase(status)).append("\r\n");
}

// When to come again, where an answer says only that now is a bad time (RFC 9110 section 10.2.3), in seconds.
void comeback(std::string& out, int status) {
  if (status == 429 || status == 503) line(out, "Retry-After", "10");
}

std::string_view cache_control(Keep keep) {
  switch (keep) {
    case Keep::nowhere:
      return "no-store";
    case Keep::revalidate:
      return "no-cache";
    case Keep::forever:
      return "public, max-age=31536000, immutable";
  }
  return "no-store";
}

// Weak, because the same tag stands for the plain and the compressed body (RFC 9110 section 8.8.1).
std::string tag_of(const Response& response) {
  if (response.status != 200 || response.keep == Keep::nowhere) return {};
  return "W/\"" + (response.etag.empty() ? etag_of(response.body) : response.etag) + '"';
}

// RFC 9110 section 13.1.2, weak comparison: W/ says nothing.
bool is_held(std::string_view if_none_match, std::string_view tag) {
  if (tag.empty()) return false;
  if (if_none_match == "*") return true;
  const auto opaque = tag.substr(2);  // with its quotes, so that no part of another tag is found
  for (auto at = if_none_match.find(opaque); at != if_none_match.npos; at = if_none_match.find(opaque, at + 1)) {
    const auto end = at + opaque.size();
    if (end == if_none_match.size() || if_none_match[end] == ',' || if_none_match[end] == ' ') return true;
  }
  return false;
}

bool may_be_packed(const Response& response) { return !response.gzip.empty() || compressible(response.content_type); }

// The body as it goes over the wire: compressed where the reader takes it and it is smaller.
struct Encoded {
  std::string_view body;
  std::string own{};  // what `body` looks at when it was compressed here
  bool gzip = false;
};

void encode(Encoded& encoded, const Response& response, const Request* request) {
  const bool taken = request && accepts_gzip(header(*request, "accept-encoding"));
  if (!taken || !may_be_packed(response) || response.body.size() < worth_compressing) return;
  if (response.gzip.empty()) encoded.own = gzip(response.body);
  const std::string_view packed = response.gzip.empty() ? std::string_view(encoded.own) : response.gzip;
  if (packed.size() >= response.body.size()) return;
  encoded.body = packed;
  encoded.gzip = true;
}

std::string vary(const Response& response) {
  if (!may_be_packed(response)) return response.vary;
  return response.vary.empty() ? "Accept-Encoding" : response.vary + ", Accept-Encoding";
}

// HTTP/1.1 stays open unless told; whoever asked by name (HTTP/1.0) is answered by name.
void connection(std::string& out, const Request* request, bool keep_alive) {
  if (!keep_alive) return line(out, "Connection", "close");
  if (request && !header(*request, "connection").empty()) line(out, "Connection", "keep-alive");
}

void caching(std::string& out, const Response& response, std::string_view tag) {
  line(out, "Cache-Control", cache_control(response.keep));
  if (!tag.empty()) line(out, "ETag", tag);
  if (const auto names = vary(response); !names.empty()) line(out, "Vary", names);
}

void content(std::string& out, const Response& response, const Request* request) {
  if (response.unmade) {
    check(request && request->head, "an answer without its body went to somebody who did not ask for that");
    line(out, "Content-Type", response.content_type);
    out += "\r\n";
    return;
  }
  Encoded encoded{response.body};
  encode(encoded, response, request);
  if (!response.body.empty()) line(out, "Content-Type", response.content_type);
  if (encoded.gzip) line(out, "Content-Encoding", "gzip");
  line(out, "Content-Length", std::to_string(encoded.body.size()));
  out += "\r\n";
  if (!request || !request->head) out += encoded.body;
}

}  // namespace

int append(std::string& out, const Response& response, const Request* request, const Writing& writing) {
  demand_fields(response);
  const auto tag = tag_of(response);
  const bool held = request && request->method == Method::get && is_held(header(*request, "if-none-match"), tag);
  const int status = held ? 304 : response.status;
  status_line(out, status);
  connection(out, request, writing.keep_alive);
  line(out, "Date", date_now(writing.now));
  out += standing_headers(response.for_all_origins, writing);
  comeback(out, status);
  caching(out, response, tag);
  for (const auto& [name, value] : response.headers) line(out, name, value);
  if (status == 304 || status == 204)
    out += "\r\n";
  else
    content(out, response, request);
  return status;
}

bool is_held(const Request& request, const Response& response) {
  return request.method == Method::get && is_held(header(request, "if-none-match"), tag_of(response));
}

std::string etag_of(std::string_view body) {
  constexpr std::size_t enough = 32;  // 128 bits
  return to_hex(sha256(body)).substr(0, enough);
}

std::string http_date(std::int64_t seconds) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto date = date_of({seconds * 1'000'000});
  const auto of_day = seconds % 86'400;
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(weekday(date))],
                     date.day, months[static_cast<std::size_t>(date.month - 1)], date.year, of_day / 3600,
                     of_day / 60 % 60, of_day % 60);
}

}  // namespace comity
