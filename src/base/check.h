// Assertions for our own mistakes: always on, in release too. Bad input is never checked here.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace comity {

// Aborts the program, naming what should have held.
inline void check(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "comity: mistake: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

// A broken machine: disk, memory, socket, damaged file. Thrown low, caught in main and in the server's loop.
// `code` names the message of the catalogue (`fault.<code>`) that tells a person what to do.
struct Fault : std::runtime_error {
  Fault(std::string fault_code, const std::string& detail) : std::runtime_error(detail), code(std::move(fault_code)) {}
  std::string code;
};

}  // namespace comity
