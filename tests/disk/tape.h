// What a child process leaves to its parent, whenever it dies: lines in shared memory, each there whole or not at all.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

// What happened to a disk, and what was told to somebody who relies on it.
enum class Op : std::uint8_t { write, truncate, sync, create, rename, remove, told };

struct TapeLine {
  Op op = Op::told;
  std::uint64_t inode = 0;   // of the file; of the folder for a sync of that
  std::int64_t offset = 0;   // of a write; the size of a truncation
  std::string_view bytes{};  // written; `from\nto` of a rename, else the path; what was told
};

class Tape {
 public:
  explicit Tape(std::size_t capacity = std::size_t(64) << 20U);
  Tape(const Tape&) = delete;
  Tape& operator=(const Tape&) = delete;
  ~Tape();

  void add(const TapeLine& line) noexcept;  // from any thread; aborts the process when the tape is full
  void tell(std::string_view text) noexcept { add({Op::told, 0, 0, text}); }
  std::vector<TapeLine> lines() const;    // they point into the tape
  std::vector<std::string> told() const;  // the told lines alone
  void clear();                           // by the parent, while there is no child

  long count_call() noexcept { return ++shared_->calls; }
  long count_write() noexcept { return ++shared_->writes; }
  long calls() const { return shared_->calls; }
  long writes() const { return shared_->writes; }
  void note_mishap() noexcept { shared_->mishaps = shared_->mishaps + 1; }
  long mishaps() const { return shared_->mishaps; }  // how often the disk did what it should not

 private:
  struct Shared {
    std::atomic<std::size_t> size;
    std::atomic<bool> busy;
    std::atomic<long> calls, writes, mishaps;
  };
  Shared* shared_;
  char* bytes_;
  std::size_t capacity_;
};

}  // namespace comity
