// What can be verified without a server and without a connection: a record, an export, a copy of a log, a proof, a
// receipt. `comity verify` and `comity-verify` both ask here. Knows no words and no terminal.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "record/verify.h"

namespace comity {

// Paths and texts as a person gives them; empty where nothing was given. One of the first five says what is judged.
struct Question {
  std::string data{};      // a data directory that nobody holds
  std::string exported{};  // a folder with entries.jsonl, batches.jsonl, checkpoint and key
  std::string mirrored{};  // a folder with a log as static files
  std::string proof{};     // a .tlog-proof file
  std::string receipt{};   // a file with a receipt; one newline at its end is not part of it
  std::string entry{};     // of proof or receipt: the file with the entry's bytes, as above
  std::string key{};       // the log's key, or
  std::string policy{};    // a file that names logs, witnesses and quorum
};

// How it ended: the message that says so and its values, or the problems of a record.
struct Outcome {
  std::string message{};
  std::map<std::string, std::variant<std::string, std::int64_t>> values{};
  std::vector<Problem> problems{};
  bool sound() const { return problems.empty(); }
};

Outcome outcome_of(const Report& report);

// Refuses verify-one where not exactly one thing is given, file-missing {file}, file-too-long {file, limit},
// folder-missing {folder}, entry-missing, record-missing {folder}, and what key, policy, proof, receipt, mirror and
// lock refuse. Throws as open_sqlite.
Result<Outcome> answer(const Question& question);

}  // namespace comity
