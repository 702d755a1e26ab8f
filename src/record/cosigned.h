// The log's last checkpoint under the signatures of its witnesses. Kept in a file beside the record; where the file is
// lost, the witnesses are asked again.
#pragma once

#include <filesystem>
#include <mutex>

#include "record/checkpoint.h"

namespace comity {

class Cosigned {
 public:
  // Starts from nothing where the file is absent or cannot be read.
  explicit Cosigned(std::filesystem::path file);

  // The note with the lines that were put under the same text.
  std::string note(std::string_view checkpoint) const;
  // Puts a witness's line under the checkpoint; lines under an earlier one are given up. Throws Fault disk.
  void add(std::string_view checkpoint, const SignatureLine& line);

 private:
  std::filesystem::path file_;
  mutable std::mutex mutex_;
  Note kept_{};
};

}  // namespace comity
