// A small blocking HTTP/1.1 client over the local socket: how the command line asks a running server.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace comity {

struct Received {
  int status = 0;
  std::map<std::string, std::string> headers{};  // names in lower case
  std::string body{};
};

// Where the server of a data directory listens: a directory of its own (mode 0700) with the socket in it.
std::string socket_path(std::string_view data_directory);

// The answer to `method`, whole: it ends with the connection. Throws server-silent and answer-malformed as below.
Received read_answer(std::string_view bytes, std::string_view method);

// Asks and waits, however long the answer takes. Throws Fault: server-absent (nobody listens there),
// server-refused (the socket belongs to another user), server-silent (it went away before the whole answer came),
// answer-malformed.
Received request(const std::string& socket, std::string_view method, std::string_view target,
                 std::string_view body = {}, const std::map<std::string, std::string>& headers = {});

}  // namespace comity
