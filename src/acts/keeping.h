// Public acts by which the record keeps itself: the closed log anchored in the public one, personal fields erased.
// Nobody enters them as a fact; the procedures in rules/keeping.h do. What the closed log holds stands in closed.h.
#pragma once

#include "acts/fields.h"

namespace comity {

// Why a person's data was erased (UN Personal Data Protection and Privacy Principles, 2018: purpose, retention,
// accuracy, and the request of the person).
enum class ErasureGround { asked_by_person, purpose_ended, retention_ended, rectified };
template <>
struct Codes<ErasureGround> {
  static constexpr std::string_view name = "erasure-ground";
  static constexpr std::array<std::string_view, 4> all{"asked-by-person", "purpose-ended", "retention-ended",
                                                       "rectified"};
};

// The two who must agree to an erasure.
enum class ErasureRole { data_protection_focal_point, records_officer };
template <>
struct Codes<ErasureRole> {
  static constexpr std::string_view name = "erasure-role";
  static constexpr std::array<std::string_view, 2> all{"data-protection-focal-point", "records-officer"};
};

// The closed log's checkpoint as a salted hash (docs/record-format.md 8): its history cannot be rewritten from here on,
// and nothing can be guessed from it. Made at a fixed rhythm, whatever happened.
struct ClosedLogAnchored {
  static constexpr std::string_view kind = "closed-log-anchored";
  std::string hash;  // SHA-256 in hex

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("hash", act.hash, Need::must);
  }
  bool operator==(const ClosedLogAnchored&) const = default;
};

// The openings of these personal fields are destroyed; the commitments stay, and say nothing any more.
struct FieldsErased {
  static constexpr std::string_view kind = "fields-erased";
  std::vector<std::string> erased_fields;  // "12/name": the entry of this log, and the field
  ErasureGround ground{};
  std::vector<ErasureRole> approvers;
  std::int64_t epoch = 0;  // of the vault: from the next on, no copy of it can be opened

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("erased-fields", act.erased_fields, Need::must);
    visit("ground", act.ground, Need::must);
    visit("approvers", act.approvers, Need::must);
    visit("epoch", act.epoch, Need::must);
  }
  bool operator==(const FieldsErased&) const = default;
};

// The first entry of a log that takes the place of one that can no longer be carried on (docs/record-format.md 14). It
// commits to the earlier log's last good checkpoint; the entries that follow are that log's, each one number later.
struct LogSucceeded {
  static constexpr std::string_view kind = "log-succeeded";
  std::string origin;      // of the earlier log
  std::string verifier;    // its verifier key
  std::string checkpoint;  // the signed note, with the cosignatures that are held
  Texts erratum;           // what went wrong, and what is missing here

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("origin", act.origin, Need::must);
    visit("verifier", act.verifier, Need::must);
    visit("checkpoint", act.checkpoint, Need::must);
    visit("erratum", act.erratum, Need::must);
  }
  bool operator==(const LogSucceeded&) const = default;
};

}  // namespace comity
