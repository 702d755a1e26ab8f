// The press: a small process beside the server, which may run LibreOffice while the server may run nothing. It is begun
// before the server opens the record, holds nothing of it, shuts itself in as well, and ends with the server.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <string>

#include "base/result.h"

namespace comity {

class PressRoom {
 public:
  // Before the first thread and before any file is open that is not everybody's. `confined`: it shuts itself in.
  // Throws Fault process.
  explicit PressRoom(bool confined);
  // Returns when the press has ended and its folder is gone, or after a few seconds.
  ~PressRoom();
  PressRoom(const PressRoom&) = delete;
  PressRoom& operator=(const PressRoom&) = delete;

  // As office.h made_by_office, in the other process; one call at a time. Refuses press-gone where that has ended: it
  // is not begun again, for a server that is shut in cannot, and what ended once would end again.
  Result<std::string> make(const std::string& flat_odt, const std::string& format);
  // What is being made is left off, and nothing is made any more. From any thread.
  void leave_off();
  bool stands() const;

 private:
  int wire_ = -1;
  pid_t child_ = -1;
  std::atomic<bool> gone_ = false;
};

}  // namespace comity
