// The record: two append-only logs, judged at start-up and at every commit, proven by tree and signature.
// Sees bytes and envelopes, never what an act means. Safe to call from several threads.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

#include "record/chain.h"
#include "record/checkpoint.h"
#include "record/store.h"

namespace comity {

// What an empty record is born with: key and signed checkpoints of size 0, so that the origin is bound from the start.
struct Genesis {
  std::string key;                         // verifier key text
  std::array<std::string, 2> checkpoints;  // by Log
};
// An empty origin gives the default one. The name must pass is_key_name.
Genesis genesis(std::string_view origin, const SignKey& key);

// The closed log is a log of its own: its origin is the record's with "/closed".
std::string origin_of(std::string_view origin, Log log);

struct Place {
  Log log = Log::open;
  std::int64_t number = 0;
  bool operator==(const Place&) const = default;
};

class Record {
 public:
  // Reads and verifies everything; throws Fault record-damaged, naming the first problem and its entry.
  explicit Record(std::unique_ptr<Store> store);

  const VerifierKey& key() const { return key_; }
  const std::string& origin() const { return key_.name; }
  std::string origin(Log log) const { return origin_of(key_.name, log); }
  std::int64_t size(Log log) const;
  Sizes sizes() const;      // of both logs after one and the same commit
  Instant last_at() const;  // of the latest entry of either log; the next request must come after it

  // All or nothing, durable when it returns. Any failure throws Fault (record-refused where the commit itself is
  // wrong, disk where the machine is) and the record then takes nothing more until start-up has verified it again:
  // after a failed sync nothing is retried (docs/record-format.md 12). Reading goes on.
  void append(const Commit& commit);
  void stop();  // for who keeps something beside the record and failed: nothing more is taken until start-up
  bool stopped() const;
  bool frozen() const { return frozen_; }  // ended for good, as freeze_directory said
  void freeze();                           // for good: the log is at its end (docs/record-format.md 14)
  void require_going() const;              // throws Fault record-stopped, log-frozen

  // Both throw Fault record-damaged where the stored bytes are no longer those that were judged: what is read decides
  // whether a request is a retry, and is shown as proven. Nothing beyond the log's end.
  std::optional<std::string> read(Log log, std::int64_t number) const;
  void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const;  // `take` must not call the record
  // As it is on the disk itself, unjudged: for the scrub.
  void reread(Log log, std::int64_t from, std::int64_t to, const Take& take) const;
  // The entries that the request made, in both logs; none: the request is new.
  std::vector<Place> find(std::string_view request) const;
  std::vector<BatchMark> marks(Log log) const;
  // The batch that holds the entry: its first number and its mark. The number must be in the log.
  std::pair<std::int64_t, BatchMark> batch_of(Log log, std::int64_t number) const;

  std::string checkpoint(Log log) const;  // the latest signed note
  // Refused (Fault record-refused) unless signed by the key, of this log's origin, not smaller than the last one,
  // and with the root that the log has at that size; and where the store gives back another one.
  void put_checkpoint(Log log, std::string_view note);

  Digest root(Log log, std::int64_t size) const;
  Digest leaf(Log log, std::int64_t number) const;                       // the leaf hash
  Digest subtree(Log log, std::size_t level, std::int64_t index) const;  // of 2^level leaves from index*2^level
  Path inclusion(Log log, std::int64_t number, std::int64_t size) const;
  Path consistency(Log log, std::int64_t from, std::int64_t to) const;

  void settle();                                  // when idle
  const Store& store() const { return *store_; }  // for verify(): only while nobody appends

 private:
  const Chain& chain(Log log) const { return chains_[static_cast<std::size_t>(log)]; }
  void raw(Log log, std::int64_t from, std::int64_t to, const Take& take) const;
  void give_out(Log log, std::int64_t from, std::int64_t to, const Take& take) const;
  void require_new(const Commit& commit, const std::array<Judged, 2>& judged) const;
  template <class Step>
  void guarded(const Step& step);

  // The disk is held through a whole commit, the chains only while they change: whoever asks what is durable does not
  // wait for the disk. The disk first, where both are held.
  mutable std::mutex disk_;
  mutable std::mutex chains_mutex_;
  std::unique_ptr<Store> store_;
  VerifierKey key_;
  std::vector<Chain> chains_;         // by Log
  std::array<std::string, 2> notes_;  // by Log: the latest checkpoints, as they were judged
  std::atomic<bool> stopped_{false};
  std::atomic<bool> frozen_{false};
};

}  // namespace comity
