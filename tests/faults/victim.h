// A data directory under load in a child process, and the parent's book of what it was told there.
#pragma once

#include <filesystem>
#include <map>
#include <set>

#include "disk/tape.h"
#include "record/directory.h"
#include "registrar/registrar.h"

namespace comity {

// How often a figure is made: from the environment, else the number for each run of ./test.
int figure(const char* variable, int usual);

Desk desk_of(const OpenDirectory& directory);  // a registrar's, with the wall clock

// An empty record with the tests' key.
void make_record(const std::filesystem::path& folder);

// The data directory opened as every start-up does. Throws Fault, also where it was refused.
OpenDirectory open_or_throw(const std::filesystem::path& folder);

struct Load {
  std::string name{};  // makes the requests differ from those of other loads
  int threads = 1;
  int batch = 1;
  int commits = 1;                     // by each thread
  bool settles = false;                // after each commit
  std::string backup{};                // a copy is made there meanwhile
  std::set<std::string> unanswered{};  // asked again before anything else
};

// Opens the directory, asks for acts through the registrar, and tells of each request before (`asked REQUEST`) and,
// once it is answered, after (`entry NUMBER LEAF REQUEST`, and some of the receipts). For in_child.
std::string enter_load(const std::filesystem::path& folder, const Load& load, Tape& tape);

EntryRequest request_of(const std::string& id);  // a document under a symbol of its own

// What was promised to those who asked.
class Book {
 public:
  void read(const Tape& tape);
  // Judges what a restart has found against all that was promised; complains by failing the test.
  void judge(const Record& record);

  const std::set<std::string>& unanswered() const { return unanswered_; }
  std::int64_t promised() const { return static_cast<std::int64_t>(promised_.size()); }
  std::int64_t receipts() const { return receipts_; }
  std::int64_t lost() const { return lost_; }
  std::int64_t disordered() const { return disordered_; }

 private:
  struct Promise {
    std::int64_t number = 0;
    std::string leaf{};
  };
  void take(const std::string& line);

  std::map<std::string, Promise> promised_;     // by request
  std::map<std::string, std::int64_t> floors_;  // by request: the latest number promised before it was asked
  std::set<std::string> unanswered_;
  std::set<std::string> retried_;  // asked of an earlier process, which died over them
  std::vector<Receipt> kept_;
  std::int64_t highest_ = -1;
  std::int64_t receipts_ = 0;
  std::int64_t lost_ = 0;
  std::int64_t disordered_ = 0;
};

}  // namespace comity
