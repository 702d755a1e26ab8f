// The one write path: where the rules meet clock and disk. Also the readers' world, fed after each durable commit.
// Knows no language and no page.
#pragma once

#include <functional>
#include <map>
#include <shared_mutex>

#include "record/receipt.h"
#include "record/record.h"
#include "record/signer.h"
#include "registrar/entering.h"

namespace comity {

using Clock = std::function<Instant()>;

struct Entered {
  std::int64_t number = 0;
  bool fresh = false;  // false: the request had been entered before
};

// Why one of several requests was refused.
struct RefusedRequest {
  std::size_t index = 0;
  Refusal why{};
};

class Registrar {
 public:
  // Replays the whole record; entries that this program does not understand are counted and kept.
  // The references must outlive the registrar.
  Registrar(Record& record, const SignKey& key, Signer& signer, Clock clock);

  // All of the requests in one durable commit, or none: when any is refused, the refused ones are named in `why`
  // (at most 20) and nothing is entered. A request id that was entered before gives its entry again; with another act
  // it is refused request-id-reused {request}. Throws Fault where the machine failed: then nothing was acknowledged
  // and no further act is taken until restart.
  struct Outcome {
    std::vector<Entered> entered{};
    std::vector<RefusedRequest> refused{};
  };
  Outcome enter(const std::vector<EntryRequest>& requests);

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
    return ask(world_, instants_);
  }
  std::int64_t size() const;
  // Of both logs, between two commits: where a copy of the whole record ends.
  std::array<std::string, 2> checkpoints();
  std::int64_t not_understood() const { return not_understood_; }
  const Record& record() const { return record_; }
  Instant now() const { return clock_(); }

 private:
  struct Draft;
  std::optional<Refusal> decide_one(const EntryRequest& request, Draft& draft);
  void commit(Draft& draft);
  void give_up(const Draft& draft);
  void take_in(std::string_view bytes);

  Record& record_;
  const SignKey& key_;
  Signer& signer_;
  Clock clock_;
  std::mutex writer_;
  mutable std::shared_mutex readers_;
  World world_;                    // the readers'
  World drafting_;                 // the writer's: the same acts, and those that the commit in the making would add
  std::vector<Instant> instants_;  // of each entry: `?as-of=INSTANT` by binary search
  std::map<std::string, std::int64_t> requests_;  // request id -> its latest entry
  std::int64_t not_understood_ = 0;
};

}  // namespace comity
