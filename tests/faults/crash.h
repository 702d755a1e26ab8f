// The disk after a power cut: what was synced, and any part of what was not, torn and in any order, built anew in a
// folder from the tape of a recording disk. Knows files, not records.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>

#include "disk/tape.h"

namespace comity {

enum class Fate { kept, lost, garbage };

// Decides over one sector of an operation that was not synced (over all of it, where it is no write).
using Keep = std::function<Fate(std::size_t line)>;

class Crash {
 public:
  // Begins with the files that `root` holds now: they lie safely. The tape is recorded afterwards, and must stay.
  explicit Crash(std::filesystem::path root);
  void record(const Tape& tape);

  std::size_t size() const { return lines_.size(); }
  const std::vector<TapeLine>& lines() const { return lines_; }
  // The operations before the cut at line `at` that no sync had covered by then. A folder's operations are covered by a
  // sync of the folder alone: POSIX promises no more.
  std::vector<std::size_t> loose(std::size_t at) const;
  // Writes the state to `into`, which is emptied before.
  void build(std::size_t at, std::size_t sector, const Keep& keep, const std::filesystem::path& into) const;

 private:
  struct Built {
    std::map<std::string, std::uint64_t> names{};  // of files, below the root
    std::set<std::string> folders{};
    std::map<std::uint64_t, std::string> bytes{};
  };
  std::string relative(std::string_view path) const;
  void apply(const TapeLine& line, Built& built) const;
  void write(const TapeLine& line, std::size_t number, std::size_t sector, const Keep* keep, Built& built) const;

  std::filesystem::path root_;
  Built before_;
  std::vector<TapeLine> lines_;
  std::vector<std::size_t> synced_;  // by line: the sync that covers it, or none
};

}  // namespace comity
