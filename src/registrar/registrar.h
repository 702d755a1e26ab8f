// The one write path: where the rules meet clock and disk. Also the readers' world, fed after each durable commit.
// Knows no language and no page.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <shared_mutex>

#include "record/blobs.h"
#include "record/receipt.h"
#include "record/record.h"
#include "record/signer.h"
#include "registrar/drafting.h"

namespace comity {

using Clock = std::function<Instant()>;
using Salts = std::function<std::string()>;  // 32 fresh random bytes

// Why one of several requests was refused.
struct RefusedRequest {
  std::size_t index = 0;
  Refusal why{};
};

// When checkpoints are signed: by whoever commits, before the answer; or later, by whoever calls sign().
enum class Signing { with_each_commit, later };

// What the registrar is given. The references must outlive it.
struct Desk {
  Record& record;
  const SignKey& key;
  Signer& signer;
  Clock clock;
  Salts salts;
  Signing signing = Signing::with_each_commit;
  std::function<bool(bool closing)> room{};  // whether the disk has room for acts (record/room.h); none: it has
  const Blobs* blobs = nullptr;              // what acts name must lie here; none: nothing is looked for
};

class Registrar {
 public:
  // Replays the whole record; entries that this program does not understand are counted and kept. Throws Fault
  // record-damaged where an anchor of the closed log does not fit, blob-absent where a text is not there.
  explicit Registrar(Desk desk);
  ~Registrar();

  // All of the requests in one durable commit, or none: when any is refused, the refused ones are named in `why`
  // (at most 20) and nothing is entered. A request id that was entered before gives its entry again; with another act
  // it is refused request-id-reused {request}. Threads that enter at once share commits. Throws Fault where the machine
  // failed: then nothing was acknowledged and no further act is taken until restart.
  struct Outcome {
    std::vector<Entered> entered{};
    std::vector<RefusedRequest> refused{};
  };
  Outcome enter(const std::vector<EntryRequest>& requests);
  // An act of the closed log; `entered` numbers are that log's.
  Outcome enter(const ClosedRequest& request);
  // An erasure that is agreed on and was carried out in the vault (erasing.h).
  Outcome enter(const CompleteErasure& command);
  // Anchors the closed log as it is. Whoever keeps the rhythm calls it (rules/keeping.h anchor_due).
  void anchor();

  // Signs the checkpoints of both logs up to the last durable commit; others may go on entering.
  void sign();

  // The latest entry whose request id begins with the prefix, or none: how a data set finds what it entered before.
  struct Found {
    std::int64_t number = 0;
    std::string request{};
  };
  std::vector<Found> latest(const std::string& prefix) const;

  // What readers see: the world after the last durable commit, under a shared lock. Render outside.
  template <class F>
  auto read(F&& ask) const {
    const std::shared_lock lock(readers_);
    return ask(seen_.open, instants_);
  }
  // What the closed log tells, for whoever may know it.
  template <class F>
  auto read_closed(F&& ask) const {
    const std::shared_lock lock(readers_);
    return ask(seen_.closed);
  }
  template <class F>
  auto read_both(F&& ask) const {
    const std::shared_lock lock(readers_);
    return ask(seen_.worlds());
  }
  // Grows whenever readers see something new.
  std::int64_t taken_in() const { return taken_in_; }
  std::int64_t size() const;
  // Of both logs, signed at the end of one commit: where a copy of the whole record ends.
  std::array<std::string, 2> checkpoints();
  std::int64_t not_understood() const { return not_understood_; }
  const Record& record() const { return desk_.record; }
  Instant now() const { return desk_.clock(); }

 private:
  struct Round;
  using Lock = std::unique_lock<std::mutex>;
  using Entries = std::vector<std::pair<Log, Entry>>;

  void replay();
  void take_in(const Told& told);
  void judge_anchors() const;
  void judge_blobs() const;

  std::optional<Asking> known(const Draft& draft, const std::string& request) const;
  template <class Grant>
  std::optional<Refusal> decide_one(Draft& draft, const std::string& request, const Digest& retried,
                                    const Grant& grant);
  std::optional<Refusal> decide_fact(Draft& draft, const EntryRequest& request);
  std::optional<Refusal> absent(const std::vector<BlobName>& named) const;
  template <class Command>
  std::optional<Refusal> decide_both(Draft& draft, const ClosedRequest& request, const Command& command);
  Entries entries_of(const std::string& request, const Both& both, const Author& by);

  template <class Decide>
  Outcome attempt(bool closing, const Decide& decide_all);
  void require_room(bool closing) const;
  void land(Lock& lock, const std::shared_ptr<Round>& round);
  void lead(Lock& lock);
  void commit(const Round& round);
  void sign_both();
  void give_up();

  Desk desk_;
  std::mutex writer_;               // held while deciding, not while a commit is on its way to disk
  std::condition_variable landed_;  // a round is durable, or failed
  std::shared_ptr<Round> next_;     // what is decided and waits for its commit
  std::shared_ptr<Round> flying_;   // on its way to disk; null: none
  WorldsKept drafting_;             // the writer's: what readers see, and what the rounds will add
  Instant last_at_{};
  std::mutex signing_;
  mutable std::shared_mutex readers_;
  WorldsKept seen_;                               // the readers'
  std::vector<Instant> instants_;                 // of each public entry: `?as-of=INSTANT` by binary search
  std::map<std::string, std::int64_t> requests_;  // request id -> its latest public entry
  std::int64_t not_understood_ = 0;
  std::atomic<std::int64_t> taken_in_ = 0;
};

}  // namespace comity
