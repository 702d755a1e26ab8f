// The vault (docs/vault.md): personal data, each value under the key of the person whom it is about, so that destroying
// the key erases it while leaves, roots and proofs stay what they are. Knows no act and no name; safe from any thread.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "base/json.h"
#include "base/time.h"
#include "record/store.h"
#include "vault/box.h"
#include "vault/database.h"
#include "vault/key_file.h"

namespace comity {

// Where a value's commitment stands: in the entry that has this nonce, in the member `field` of its act.
struct ValuePlace {
  Log log = Log::open;
  std::string nonce{};  // 32 raw bytes
  std::string field{};  // a slug of at most 64 bytes

  bool operator==(const ValuePlace&) const = default;
};

// What whoever is entitled is shown: with both, anybody can check the commitment (seal/commit.h).
struct OpenedValue {
  Json value{};
  Digest opening{};
};

struct Shredded {
  std::int64_t subjects = 0;
  std::int64_t values = 0;
};

// What the vault takes from the world around it.
struct VaultOutside {
  std::function<Instant()> clock;
  Random random;
};

// A subject is a person under one mandate: 16 random bytes in hex, never used again. What names a subject to these
// calls and is not of that form is refused as unknown.
class Vault {
 public:
  // Opens what the folder holds, ends what an interruption left half done, and opens every box once. Where there is no
  // vault, none is made before the first subject. The caller holds the data directory's lock. `origin` is the record's.
  // Throws Fault vault-epoch (naming both: an older vault fails closed), vault-key-missing, vault-key-malformed,
  // vault-missing, vault-damaged, vault-version, vault-in-use, disk.
  Vault(std::filesystem::path folder, std::string origin, VaultOutside outside);

  // Each call below throws Fault disk, disk-full, vault-damaged; and after the first such one vault-stopped, until a
  // new start has looked at everything.

  std::string add_subject();  // durable when it returns
  // Keeps the value under the subject's key; durable when it returns the commitment to put into the act, which must
  // bear the nonce. Refuses vault-subject-unknown, vault-subject-erased {subject}, vault-value-exists {field},
  // vault-value-too-long {field, limit}.
  Result<Digest> put(std::string_view subject, const ValuePlace& place, const Json& value);
  // Every call, refused or not, is first written down with instant, purpose (a slug) and place, without the value.
  // Refuses vault-subject-unknown, vault-subject-erased {subject}, vault-value-unknown {field}.
  Result<OpenedValue> open(std::string_view subject, const ValuePlace& place, std::string_view purpose);
  // All places that hold a value of the subject. Nothing is opened.
  std::vector<ValuePlace> places(std::string_view subject);
  // All places that held a value of the subject when it was erased: what an erasure act must list.
  std::vector<ValuePlace> shredded_places(std::string_view subject);

  // Erases: keys and ciphertexts are gone from every file of the vault when it returns; from older copies with the next
  // epoch. All of the subjects or none. `cause` is the id of the case (slugs joined by '/'). Refuses
  // vault-subject-unknown, vault-subject-erased {subject}: after an interruption the second says that it was done.
  Result<Shredded> shred(const std::vector<std::string>& subjects, std::string_view cause);
  // At start-up, before the first answer: `erased` is what the record's erasure acts list. Whoever still has a value at
  // one of these places came back with an old copy, and is erased again.
  Shredded reconcile(const std::vector<ValuePlace>& erased);
  // Puts all living keys under a new epoch's key and destroys the old one: no older copy can be opened any more.
  // Answers the new epoch. Refuses vault-none where there is no vault.
  Result<std::int64_t> next_epoch();

  std::int64_t epoch();     // 0 where there is no vault
  std::int64_t subjects();  // alive
  // A copy of vault.db, as of now, into the file; durable. Never a key of an epoch. Refuses vault-none.
  Verdict copy_to(const std::filesystem::path& file);

 private:
  std::filesystem::path at(const char* name) const { return folder_ / name; }
  CommitPlace commit_place(const ValuePlace& place) const;
  void clear_away() const;
  void make();
  void open_files();
  void finish_epoch();
  void require_all_boxes_open(const EpochKey& key);
  void require_access_chain();
  void rewrite();
  void note(std::string_view action, std::string_view subject, const ValuePlace& place, std::string_view purpose);
  std::optional<Secret> key_of(std::string_view subject, std::string_view wrapped, const EpochKey& key) const;
  Result<Secret> living(std::string_view subject);
  std::string value_box(std::string_view subject, const ValuePlace& place);
  Refusal no_such(std::string_view subject);
  std::vector<ValuePlace> places_of(std::string_view subject);
  void note_shred(const std::string& subject, std::string_view cause);
  Shredded erase(const std::set<std::string>& subjects, std::string_view cause);
  void rewrap(const EpochKey& next);
  template <class Step>
  auto guarded(const Step& step);

  std::filesystem::path folder_;
  std::array<std::string, 2> origins_;  // by Log
  VaultOutside outside_;
  std::mutex mutex_{};
  std::unique_ptr<Database> db_{};
  std::optional<EpochKey> key_{};
  Digest mark_{};  // of the last row of the access log
  bool stopped_ = false;
};

// 32 digits of lower-case hex.
bool is_subject(std::string_view text);

}  // namespace comity
