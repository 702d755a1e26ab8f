// Asks the witnesses of the log for their cosignatures as soon as there is a new checkpoint (C2SP tlog-witness).
// Entering never waits for them: a checkpoint without enough cosignatures is one that still awaits them.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <thread>

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
  };
  using Complain = std::function<void(const Refusal&)>;  // each new trouble once; called on the asking thread

  // Asks from here on, on a thread of its own, those that have an address. The references must outlive it.
  Witnesses(const Record& record, Policy policy, Cosigned& cosigned, Complain complain, Pace pace);
  ~Witnesses();
  Witnesses(const Witnesses&) = delete;
  Witnesses& operator=(const Witnesses&) = delete;

 private:
  struct Waiting {
    std::chrono::steady_clock::time_point until{};
    std::string trouble{};  // the code that was last complained of
  };
  void run();
  void ask_all();
  void ask(const Policy::Known& witness, Waiting& waiting, const std::string& checkpoint);

  const Record& record_;
  const Policy policy_;
  Cosigned& cosigned_;
  const Complain complain_;
  const Pace pace_;
  std::vector<Waiting> waiting_;  // by witness
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace comity
