// A disk under the process that fails, forgets or dies when told. Linked into a program, its calls stand before those
// of the C library, also for SQLite and the C++ library. It knows files and calls, nothing of a record.
#pragma once

#include <array>
#include <cerrno>
#include <filesystem>

#include "disk/tape.h"

namespace comity {

enum class Mishap { none, lost, misdirected, half };

// Plain values, so that it works before any constructor has run. All of it is idle while `root` is empty.
struct Disk {
  std::array<char, 400> root{};  // the files below this folder are on the disk
  Tape* tape = nullptr;          // counts calls and mishaps
  bool records = false;          // and writes down what changes files

  long fail_at = 0;  // the n-th call fails; 0: none
  bool for_good = false;
  int error = EIO;         // ENOSPC fails only calls that need room
  long die_at = 0;         // the process is killed at the n-th call, before or in the middle of it
  std::int64_t room = -1;  // bytes that may still be written; -1: no limit
  Mishap mishap = Mishap::none;
  long mishap_at = 0;  // which write is lost, or lands `astray` bytes away
  std::int64_t astray = 0;
  int older = -1;  // of a file `older_of`: a copy of yesterday, from which
  std::array<char, 400> older_of{};
  long stale_from = 0;  // the n-th read and as many as `stale` are answered
  long stale = 0;
  const char* synchronous = nullptr;  // what SQLite does in the place of FULL: NORMAL, OFF
};
extern Disk disk;

// The disk below `root`, with what it does told by `tape`. A disk of another folder or none: disk = {}.
Disk disk_below(const std::filesystem::path& root, Tape& tape);

}  // namespace comity
