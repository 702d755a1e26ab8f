// What an operator reads afterwards: one JSON object a line. Knows codes, figures and names of our own; is never given
// an address, a path, a query, a header or a body, so that none can be read there.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "base/json.h"
#include "base/time.h"
#include "web/server.h"

namespace comity {

enum class Telling { none, notices, requests };

class Notices {
 public:
  using Put = std::function<void(std::string_view line)>;  // a whole line with its end; called under a lock
  Notices(Telling telling, std::function<Instant()> clock, Put put);

  enum class Level { notice, warning, fault };
  // `what` is a stable code, values are named as in the record's JSON. What is not ASCII to be printed becomes "?".
  void say(Level level, std::string_view what, const JsonObject& values = {});
  // A limit that somebody ran into: told at once, then at most once a minute with how often since.
  void limit(std::string_view code);
  void settle();  // tells what was counted and not yet told
  // Route, method, status, bytes and microseconds; told only with Telling::requests.
  void request(const Served& served);

 private:
  struct Counted {
    std::int64_t untold = 0;
    Instant told{};
  };
  void write(Level level, std::string_view what, const JsonObject& values);
  void tell(const std::string& code, Counted& counted, Instant now);

  const Telling telling_;
  const std::function<Instant()> clock_;
  const Put put_;
  std::mutex mutex_;
  std::map<std::string, Counted> limits_;
};

// To standard error, one call to the system a line.
void put_on_standard_error(std::string_view line);

}  // namespace comity
