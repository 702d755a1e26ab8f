// What ./bench measures inside one process. Each sub-command prints one JSON object; who pairs the runs, takes medians
// and draws is the script beside this folder.
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "registrar/registrar.h"

namespace comity {

using Words = std::vector<std::string>;  // the arguments after the sub-command

int fill(const Words& words);         // FOLDER ENTRIES [BATCH]: a record of so many entries
int acts(const Words& words);         // FOLDER CLIENTS ACTS: durable acts through the registrar, into a new record
int bare_acts(const Words& words);    // FROM FILE ACTS [BATCH]: the bytes of that record by a bare SQLite loop
int socket_acts(const Words& words);  // SOCKET CLIENTS ACTS: durable acts asked of a running server
int start(const Words& words);        // FOLDER: from nothing to a record, a registrar and their memory
int bare_read(const Words& words);    // FOLDER: the same bytes read and hashed, nothing judged
int proofs(const Words& words);       // FOLDER PROOFS: inclusion proofs of entries all over the record
int searches(const Words& words);     // SIDE FOLDER PASSAGES QUESTIONS: an index of words, by ours, fts5 or xapian

// One of many valid acts, of two kinds by turns, with titles in six languages: about as long as the shipped ones. An
// odd number (but 1) stands only after the number before it and after 0.
EntryRequest act_number(std::int64_t number);

class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }
  // {"microseconds": …, "processor": …}: by the clock, and of processors, which a busy machine disturbs less.
  JsonObject read() const;

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::clock_t used_ = std::clock();
};

Instant wall_clock();
std::int64_t number_at(const Words& words, std::size_t index, std::int64_t otherwise);
// {"p50": …, "p95": …, "p99": …, "most": …} of durations, in microseconds.
JsonObject percentiles(std::vector<double> seconds);
void tell(JsonObject result, const JsonObject& more = {});

}  // namespace comity
