// What the command line says, and in which language: results to standard output, refusals and faults to standard error.
#pragma once

#include "base/result.h"
#include "words/catalogue.h"

namespace comity {

// The ways in which a command ends; docs/operating and the manual pages name them.
enum Exit { done = 0, refused = 1, usage = 2, broken = 3 };

class Terminal {
 public:
  explicit Terminal(Tongue tongue) : tongue_(tongue) {}

  void say(std::string_view key, const Values& values = {}) const;   // a line on standard output
  void warn(std::string_view key, const Values& values = {}) const;  // a line on standard error
  // The sentence of the refusal, with file and line before it where it names them. Answers Exit::refused.
  int refuse(const Refusal& refusal) const;
  int fault(const Fault& fault) const;  // what is broken, what to do, the machine's own words; Exit::broken
  const Tongue& tongue() const { return tongue_; }

 private:
  Tongue tongue_;
};

// A bar on standard error while long work goes on, if that is a terminal; nothing otherwise.
class Progress {
 public:
  Progress(const Terminal& terminal, std::string_view key, std::int64_t total);
  ~Progress();
  void step(std::int64_t done);

 private:
  std::string label_;
  std::int64_t total_;
  int shown_ = -1;
  bool terminal_;
};

}  // namespace comity
