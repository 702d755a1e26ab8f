// What is wrong with this installation at present, by code: disk-alarm, scrub-damage, record-stopped. Whoever watches
// something sets and clears its own code; health, metrics and notices read. Thread-safe. Decides nothing.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace comity {

class Conditions {
 public:
  using Values = std::map<std::string, std::string>;
  // Told of each code that begins to hold (`holds`) or ends; not of other values under a code that holds already.
  using Tell = std::function<void(const std::string& code, bool holds, const Values& values)>;
  explicit Conditions(Tell tell = {});

  void set(const std::string& code, Values values = {});  // holds from now on; set again, it has the new values
  void clear(const std::string& code);                    // holds no more; harmless where it did not
  void put(const std::string& code, bool holds, Values values = {});
  std::map<std::string, Values> present() const;

 private:
  const Tell tell_;
  mutable std::mutex mutex_;
  std::map<std::string, Values> present_;
};

}  // namespace comity
