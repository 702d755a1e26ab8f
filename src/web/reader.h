// Bytes to Requests, within limits on size. Knows no socket; reader.cc is the one place that knows Beast's parser.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <variant>

#include "web/message.h"

namespace comity {

struct ReaderLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t target_bytes = 8 * 1024;
  std::size_t body_bytes = 1024 * 1024;
};

// One connection's incoming side. After a Rejected nothing further can be read from it: the connection must close.
class RequestReader {
 public:
  explicit RequestReader(ReaderLimits limits, Peer peer = {});  // every request is the peer's
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  // Takes in bytes as they came; how they are cut says nothing.
  void feed(std::string_view bytes);

  // The next whole request, or why there will be none; nothing while more bytes are needed. The request of a Rejected
  // lives until the next call.
  std::optional<std::variant<Request, Rejected>> next();

  enum class Stage { between, header, body };
  Stage stage() const;  // what the bytes that are held belong to

  // Whether the other side waits for "100 Continue" before it sends the body; true once per request.
  bool take_expectation();

 private:
  struct Parsing;
  std::unique_ptr<Parsing> parsing_;
};

}  // namespace comity
