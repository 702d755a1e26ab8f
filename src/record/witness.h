// A witness of foreign logs: remembers the last checkpoint that it saw of each, cosigns only what extends it, and so
// cannot be shown two histories (C2SP tlog-witness, at commit 5ba5ee8). Knows no socket.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "record/checkpoint.h"
#include "record/lock.h"

namespace comity {

// A body of add-checkpoint: the size that the witness is thought to remember, the proof from there, the checkpoint.
struct Submission {
  std::int64_t old_size = 0;
  std::vector<Digest> proof{};
  std::string note{};
};
std::string print(const Submission& submission);
std::optional<Submission> parse_submission(std::string_view body);

class Witness {
 public:
  struct Answer {
    int status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body{};
  };

  // The folder of a new witness: its key and no log. Refuses witness-exists {folder}, key-name {name}.
  static Verdict init(const std::filesystem::path& folder, std::string_view name, const SignKey& key);
  // Reads the memory. Refuses witness-in-use {pid}. Throws Fault witness-missing, witness-damaged {file}, key-…, disk.
  static Result<std::unique_ptr<Witness>> open(const std::filesystem::path& folder);

  // Begins to watch a log, from nothing. Refuses witness-knows {origin}: what was seen is never forgotten.
  Verdict trust(const VerifierKey& log);
  const VerifierKey& key() const { return me_; }
  std::vector<Checkpoint> seen() const;  // by origin
  // The new checkpoint is on disk before the answer is given; one submission at a time. `seconds`: since 1970 UTC.
  Answer add_checkpoint(std::string_view body, std::int64_t seconds);

 private:
  struct Watched {
    VerifierKey log;
    Checkpoint last;
  };
  Witness(std::filesystem::path folder, Lock lock);
  Answer judge(Watched& watched, const Submission& submission, std::int64_t seconds);

  std::filesystem::path folder_;
  Lock lock_;
  SignKey secret_;
  VerifierKey me_;
  mutable std::mutex mutex_;
  std::map<std::string, Watched> logs_;  // by origin
};

}  // namespace comity
