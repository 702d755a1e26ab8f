// Any bytes on a connection: no crash, the same requests however the bytes are cut, and none beyond the limits.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/check.h"
#include "web/negotiate.h"
#include "web/reader.h"

using namespace comity;

namespace {

// Above what libFuzzer makes, so that only target and body run into their limits.
constexpr ReaderLimits limits{1 << 20, 64, 256};

struct Outcome {
  std::vector<Request> requests{};
  std::string end{};  // "400 http-malformed"
};

// A header that is not whole may be refused at once or awaited to its end: the parser looks when it can.
bool agree(const Outcome& one, const Outcome& other) {
  return one.requests == other.requests && (one.end == other.end || one.end.empty() || other.end.empty());
}

void take(Outcome& outcome, std::variant<Request, Rejected> found) {
  if (const auto* rejected = std::get_if<Rejected>(&found)) {
    outcome.end = std::to_string(rejected->status) + " " + rejected->why.code;
    return;
  }
  auto& request = std::get<Request>(found);
  check(request.target.size() <= limits.target_bytes, "a target beyond the limit");
  check(request.body.size() <= limits.body_bytes, "a body beyond the limit");
  for (const auto& [name, value] : request.headers) {
    check(name.find_first_of("\r\n\0 ABCDEFGHIJKLMNOPQRSTUVWXYZ") == name.npos, "a header name that is none");
    check(value.find_first_of("\r\n") == value.npos, "a header value with a line break");
  }
  preferred_language(header(request, "accept-language"));
  prefers_json(header(request, "accept"));
  accepts_gzip(header(request, "accept-encoding"));
  outcome.requests.push_back(std::move(request));
}

Outcome read(std::string_view bytes, std::size_t piece) {
  RequestReader reader(limits);
  Outcome outcome;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(bytes.substr(at, piece));
    while (auto found = reader.next()) take(outcome, *std::move(found));
  }
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t piece = 1 + data[0] % 32;
  check(agree(read(bytes, bytes.size()), read(bytes, piece)), "cutting the bytes changes what they say");
  return 0;
}
