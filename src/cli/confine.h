// A server shuts itself in before it reads the record or begins a thread: which files it may touch, which calls it may
// make. Best effort: an older kernel gives less, and the server says so. Knows no command and no record.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "cli/terminal.h"

namespace comity {

struct Confinement {
  std::filesystem::path data;        // beneath it everything but running programs; outside it nothing is written
  std::vector<std::uint16_t> ports;  // the only ones to listen on, where the kernel can tell (Landlock 4)
  bool asks = false;                 // other machines: names, certificates, and connections over TCP
};

struct Confined {
  int landlock = 0;    // the version of the kernel's rules on files that hold now; 0: none
  bool calls = false;  // whether calls that a server has no use for are refused (seccomp)
};

// From here on, for this thread and those that it begins. Cannot be undone.
Confined confine(const Confinement& wanted);

// For a program of others that reads one stranger's file: it may read and run what the system has installed and what
// lies beside it, read and write beneath the folder alone, but for sockets in /tmp; it has no sockets but local ones.
// Each best effort, as above.
int confine_to(const std::filesystem::path& folder, const std::filesystem::path& program);
bool confine_sockets();

// For the press of a server, which runs such programs: it may read and run what the system has installed and what lies
// beside the program (where there is one), write beneath the folder and in it run nothing, and make local sockets; of
// the calls that a server has no use for it has only those that begin another program.
Confined confine_press(const std::filesystem::path& folder, const std::filesystem::path& program);

// What holds, as a line on standard output.
void tell(const Terminal& terminal, const Confined& confined);

// The halves. Each answers what it could do, and leaves the process as it was where the kernel cannot.
int confine_files(const Confinement& wanted);
int confine_press_files(const std::filesystem::path& folder, const std::filesystem::path& program);
bool confine_calls(bool runs_programs = false);

}  // namespace comity
