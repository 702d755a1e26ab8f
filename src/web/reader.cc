#include "web/reader.h"

#include <algorithm>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstring>
#include <string>
#include <utility>

#include "base/text.h"

namespace comity {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

using Parser = http::request_parser<http::string_body>;

std::string copy(beast::string_view text) { return {text.data(), text.size()}; }

Rejected malformed() { return {400, Refusal{"http-malformed"}}; }

std::map<std::string, std::string> limit_of(std::size_t limit) { return {{"limit", std::to_string(limit)}}; }

// The bytes of the target in a first line that has not come whole.
std::size_t target_size(std::string_view line) {
  const auto begin = line.find(' ');
  return begin == line.npos ? 0 : std::min(line.find_first_of(" \r\n", begin + 1), line.size()) - begin - 1;
}

// A header may stand twice where its values form a list; two Hosts are two meanings (RFC 9112 section 3.2).
bool take_headers(Request& request, const http::request<http::string_body>& message) {
  for (const auto& field : message) {
    const auto name = lower_ascii(field.name_string());
    const auto [at, fresh] = request.headers.emplace(name, copy(field.value()));
    if (!fresh && name == "host") return false;
    if (!fresh) at->second += (name == "cookie" ? "; " : ", ") + copy(field.value());
  }
  return true;
}

// Framing that another server on the way could read otherwise is refused (RFC 9112 sections 3.2 and 6.1).
bool sound(const Request& request, unsigned version) {
  const auto coding = header(request, "transfer-encoding");
  if (version == 11 && !request.headers.contains("host")) return false;
  return coding.empty() || (version == 11 && lower_ascii({coding.data(), coding.size()}) == "chunked");
}

}  // namespace

struct RequestReader::Parsing {
  Parsing(ReaderLimits given, Peer sender) : limits(given), peer(std::move(sender)) {}

  const ReaderLimits limits;
  const Peer peer;
  beast::flat_buffer buffer{};
  std::optional<Parser> parser{};
  Request request{};
  bool header_taken = false;
  bool expectation = false;
  bool broken = false;

  void begin() {
    parser.emplace();
    parser->header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    parser->body_limit(boost::none);  // set when the header has been looked at
    parser->eager(false);
    request = {};
    request.peer = peer;
    header_taken = false;
    expectation = false;
  }

  // Some clients send an empty line after a body (RFC 9112 section 2.2).
  void skip_empty_lines() {
    while (held().starts_with("\r\n")) buffer.consume(2);
  }

  std::string_view held() const { return {static_cast<const char*>(buffer.data().data()), buffer.size()}; }
  bool nothing_begun() const { return held().empty() || held() == "\r"; }

  std::optional<Rejected> take_method() {
    const auto method = parser->get().method();
    const std::map<std::string, std::string> named{{"method", copy(parser->get().method_string())}};
    if (method == http::verb::unknown) return Rejected{501, Refusal{"method-unknown", named}, &request};
    if (method == http::verb::post) request.method = Method::post;
    if (method == http::verb::head) request.head = true;
    const bool taken = method == http::verb::get || method == http::verb::head || method == http::verb::post;
    if (!taken) return Rejected{405, Refusal{"method-not-allowed", named}, &request};
    return std::nullopt;
  }

  std::optional<Rejected> take_target() {
    request.target = copy(parser->get().target());
    if (request.target.size() > limits.target_bytes) {
      return Rejected{414, too_long(), &request};
    }
    auto address = parse_address(request.target);
    if (!address) return Rejected{400, address.refusal(), &request};
    request.address = *std::move(address);
    return std::nullopt;
  }

  std::optional<Rejected> take_header() {
    header_taken = true;
    const auto version = parser->get().version();
    if (!take_headers(request, parser->get()) || !sound(request, version)) return malformed();
    request.keep_alive = parser->keep_alive();
    auto method = take_method();
    if (auto target = take_target()) return target;
    if (method) return method;
    return take_framing(version);
  }

  std::optional<Rejected> take_framing(unsigned version) {
    if (parser->content_length().value_or(0) > limits.body_bytes) {
      return Rejected{413, too_large(), &request};
    }
    parser->body_limit(limits.body_bytes);
    expectation = version == 11 && lower_ascii(parser->get()[http::field::expect]) == "100-continue";
    parser->eager(true);
    return std::nullopt;
  }

  Refusal too_long() const { return Refusal{"target-too-long", limit_of(limits.target_bytes)}; }
  Refusal too_large() const { return Refusal{"body-too-large", limit_of(limits.body_bytes)}; }

  Rejected rejection(beast::error_code error) const {
    const Request* known = header_taken ? &request : nullptr;
    if (error == http::error::body_limit) return {413, too_large(), known};
    if (error == http::error::bad_version) return {505, Refusal{"http-version"}};
    if (error != http::error::header_limit) return malformed();
    const auto target = parser->get().target().empty() ? target_size(held()) : parser->get().target().size();
    if (target > limits.target_bytes) return {414, too_long()};
    return {431, Refusal{"header-too-large", limit_of(limits.header_bytes)}};
  }

  // Moves on by what is held; nothing when more bytes are needed.
  std::optional<std::variant<Request, Rejected>> advance() {
    while (buffer.size() > 0) {
      beast::error_code error;
      buffer.consume(parser->put(buffer.data(), error));
      if (error && error != http::error::need_more) return rejection(error);
      if (parser->is_header_done() && !header_taken) {
        if (auto wrong = take_header()) return *wrong;
      }
      if (parser->is_done()) return take();
      if (error) return starved();
    }
    return std::nullopt;
  }

  // More is needed: for good reason, or because the extension or trailer of a chunk does not end.
  std::optional<std::variant<Request, Rejected>> starved() const {
    if (header_taken && buffer.size() > limits.header_bytes) return malformed();
    return std::nullopt;
  }

  Request take() {
    request.body = std::move(parser->get().body());
    parser.reset();
    expectation = false;
    return std::move(request);
  }
};

RequestReader::RequestReader(ReaderLimits limits, Peer peer)
    : parsing_(std::make_unique<Parsing>(limits, std::move(peer))) {}
RequestReader::~RequestReader() = default;

void RequestReader::feed(std::string_view bytes) {
  auto& buffer = parsing_->buffer;
  const auto room = buffer.prepare(bytes.size());
  std::memcpy(room.data(), bytes.data(), bytes.size());
  buffer.commit(bytes.size());
}

std::optional<std::variant<Request, Rejected>> RequestReader::next() {
  auto& parsing = *parsing_;
  if (parsing.broken) return std::nullopt;
  if (!parsing.parser) parsing.skip_empty_lines();
  if (!parsing.parser && !parsing.nothing_begun()) parsing.begin();
  auto found = parsing.parser ? parsing.advance() : std::nullopt;
  parsing.broken = found && std::holds_alternative<Rejected>(*found);
  return found;
}

RequestReader::Stage RequestReader::stage() const {
  if (!parsing_->parser) return parsing_->buffer.size() > 0 ? Stage::header : Stage::between;
  return parsing_->header_taken ? Stage::body : Stage::header;
}

bool RequestReader::take_expectation() { return std::exchange(parsing_->expectation, false); }

}  // namespace comity
