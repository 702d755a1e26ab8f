// One entry of the record: the envelope of decisions.md 6 and its one byte form. The record reads the envelope only;
// act, author, happened, sources and attestation are carried, never understood. docs/record-format.md specifies it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/json.h"
#include "base/time.h"

namespace comity {

inline constexpr int entry_format = 1;
inline constexpr std::string_view entry_suite = "sha256-ed25519";
inline constexpr std::size_t entry_limit = 65'535;  // bytes: an entry bundle of tlog-tiles holds no longer leaf

// Empty texts, lists and optionals are not written. The number is the index of the leaf: the first entry is 0.
struct Entry {
  std::int64_t number = 0;
  Instant at{};           // the instant at which the request was complete (decisions.md 2)
  std::string kind{};     // a slug: which act
  std::string request{};  // made by whoever asks: 1 to 128 of [a-z0-9./:-]
  std::string body{};     // id of the body that the act belongs to
  Json author{};          // role and State, never a person's name: an object, not empty
  Json act{};             // an object
  std::optional<Json> happened{};
  std::string certainty{};
  JsonList sources{};  // a set: written sorted by bytes, without duplicates
  std::optional<Json> attestation{};
  std::string nonce{};  // 32 raw bytes where the act holds commitments
  std::string salt{};   // 32 raw bytes where the leaf is closed

  bool operator==(const Entry&) const = default;
};

// The canonical bytes: what is hashed, stored and exported.
std::string to_bytes(const Entry& entry);

// Strict, as for writing. Refuses what parse_json refuses, and entry-too-long {limit}, entry-not-canonical,
// entry-member {member} (missing, unknown or of a wrong type or form), entry-format {format}, entry-suite {suite}.
Result<Entry> parse_entry(std::string_view bytes);

bool is_request_id(std::string_view text);

// What the record itself needs of an entry.
struct EntryHead {
  std::int64_t format = 0;
  std::int64_t number = 0;
  Instant at{};
  std::string kind{};
  std::string request{};
  bool salted = false;
  Digest act_digest{};
};
// Entries of our format are judged as strictly as by parse_entry. Of another format only the members above are read
// (no format may change these) and the rest is kept: a verifier is older than what it verifies.
Result<EntryHead> parse_head(std::string_view bytes);

// SHA-256("comity/act/1\n" ‖ canonical JSON without at, number, attestation, salt): what a State signs and what a
// retry compares (decisions.md 6).
Digest act_digest(const Entry& entry);

}  // namespace comity
