// Another program, run once on a file of a stranger: in a folder of its own, without a network, within limits of time
// and memory, and ended with whatever it began.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace comity {

// A new empty folder that goes with what is in it.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Limits {
  std::int64_t seconds = 120;         // of the clock
  std::uint64_t memory = 6ULL << 30;  // bytes of address space of each process
  std::uint64_t file = 500'000'000;   // bytes of each file written
  std::function<bool()> given_up{};   // asked again and again: nobody waits any more
};

struct Ended {
  int exit = -1;       // what it ended with by itself; -1: it was ended
  bool late = false;   // its time was over, or nobody waited any more
  std::string said{};  // on standard output and standard error
};

// The program of that name in PATH; empty where there is none.
std::filesystem::path program_named(const std::string& name);

// Runs the program with the folder as its home and its only place to write; what others keep (/home, /var, /tmp) it
// cannot read. A Fault where no process can be made.
Ended run_limited(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                  const std::filesystem::path& folder, const Limits& limits = {});

}  // namespace comity
