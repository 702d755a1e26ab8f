// Asks the witnesses of the log for their cosignatures as soon as there is a new checkpoint (C2SP tlog-witness).
// Entering never waits for them: a checkpoint without enough cosignatures is one that still awaits them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <thread>
#include <vector>

#include "record/cosigned.h"
#include "record/policy.h"
#include "record/record.h"

namespace comity {

// Asks once, and once more where the witness remembers another size than `remembered`. Refuses witness-ahead {witness,
// size} (it saw more of this log than the log has: the record went back, or there are two), witness-refused {witness,
// status}, and as cosigned_at. Throws Fault as call does.
Result<SignatureLine> ask_witness(const Record& record, std::string_view checkpoint, const Policy::Known& witness);

class Witnesses {
 public:
  struct Pace {
    std::chrono::milliseconds between{2'000};         // looks for a new checkpoint
    std::chrono::milliseconds after_failure{60'000};  // before a witness that failed is asked again
    std::chrono::milliseconds patience{600'000};      // without the quorum, before they count as behind
  };
  using Complain = std::function<void(const Refusal&)>;  // each new trouble once; called on the asking thread

  // Asks from here on, on a thread of its own, those that have an address. The references must outlive it.
  Witnesses(const Record& record, Policy policy, Cosigned& cosigned, Complain complain, Pace pace);
  ~Witnesses();
  // What each witness saw last, as far as this process asked it.
  struct Seen {
    std::string witness{};
    std::int64_t size = 0;     // of the checkpoint that it cosigned
    std::int64_t seconds = 0;  // when it did, by its own clock, since 1970 UTC; 0: not yet
  };
  std::vector<Seen> seen() const;
  // Whether the last checkpoint has for long not had the cosignatures that the policy wants.
  bool behind() const;
  Witnesses(const Witnesses&) = delete;
  Witnesses& operator=(const Witnesses&) = delete;

 private:
  struct Waiting {
    std::chrono::steady_clock::time_point until{};
    std::string trouble{};  // the code that was last complained of
  };
  void run();
  void ask_all();
  void ask(std::size_t at, const std::string& checkpoint);
  void note_seen(std::size_t witness, const std::string& checkpoint);

  const Record& record_;
  const Policy policy_;
  Cosigned& cosigned_;
  const Complain complain_;
  const Pace pace_;
  std::vector<Waiting> waiting_;  // by witness
  std::vector<Seen> seen_;        // by witness; written under mutex_ by the asking thread
  std::chrono::steady_clock::time_point met_ = std::chrono::steady_clock::now();  // the quorum, last; as seen_
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace comity
