// How many connections are open, in all and per source. Thread-safe; knows no socket.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace comity {

class Gate {
 public:
  Gate(std::size_t in_all, std::size_t per_source) : in_all_(in_all), per_source_(per_source) {}

  enum class Answer { welcome, crowded_source, full };
  // Every welcome is followed by one leave with the same source. A source that speaks for many is not `bounded`.
  Answer enter(const std::string& source, bool bounded = true);
  void leave(const std::string& source);
  std::size_t inside() const;
  // Whether more than three quarters of all places are taken: time to be less patient.
  bool crowded() const { return inside() > in_all_ / 4 * 3; }

 private:
  const std::size_t in_all_;
  const std::size_t per_source_;
  mutable std::mutex mutex_;
  std::size_t inside_ = 0;
  std::map<std::string, std::size_t> sources_;
};

}  // namespace comity
