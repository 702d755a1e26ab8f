// What a press has made, by what it was made of: bounded in bytes, what was asked for least recently goes first. What
// could not be made is remembered for a while, so that it is not tried again for each who asks. Not thread-safe; knows
// no clock.
#pragma once

#include <chrono>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace comity {

using PrintBytes = std::shared_ptr<const std::string>;

class Prints {
 public:
  using Time = std::chrono::steady_clock::time_point;
  explicit Prints(std::size_t bytes) : bound_(bytes) {}

  // The bytes, or why they could not be made; nothing where it is to be tried.
  std::optional<Result<PrintBytes>> find(const std::string& recipe, Time now);
  // Held if it is at most a quarter of the bound.
  void keep(const std::string& recipe, PrintBytes made);
  // Held until `until`; of many refusals those that end first are forgotten.
  void keep_refused(const std::string& recipe, Refusal why, Time until);

  std::size_t bytes() const { return bytes_; }

 private:
  struct Held {
    std::string recipe;
    PrintBytes made;
  };
  struct Refused {
    Refusal why;
    Time until;
  };
  using Order = std::list<Held>;  // what was asked for least recently last

  const std::size_t bound_;
  std::size_t bytes_ = 0;
  Order order_{};
  std::map<std::string, Order::iterator> held_{};
  std::map<std::string, Refused> refused_{};
};

}  // namespace comity
