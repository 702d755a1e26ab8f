// The acts of the closed log, which are types of their own: one that belongs here cannot be entered in the public log,
// and the other way round, because it would not compile.
#pragma once

#include <variant>

#include "acts/documents.h"
#include "acts/keeping.h"
#include "base/result.h"

namespace comity {

using ErasureId = Id<struct ErasureTag>;  // "2027-01"

// What opens the public anchor that the same request made: salt, and the size and root that were anchored.
struct AnchorOpened {
  static constexpr std::string_view kind = "anchor-opened";
  std::string anchor_salt;  // 32 bytes in hex
  std::int64_t size = 0;
  std::string root;  // in hex

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("anchor-salt", act.anchor_salt, Need::must);
    visit("size", act.size, Need::must);
    visit("root", act.root, Need::must);
  }
  bool operator==(const AnchorOpened&) const = default;
};

// A person's data is asked to be erased. `subject` is the pseudonym under which the vault knows the person.
struct ErasureRequested {
  static constexpr std::string_view kind = "erasure-requested";
  ErasureId id;
  std::string subject;  // 16 bytes in hex
  ErasureGround ground{};

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("subject", act.subject, Need::must);
    visit("ground", act.ground, Need::must);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const ErasureRequested&) const = default;
};

// One of the two persons who must agree says so.
struct ErasureApproved {
  static constexpr std::string_view kind = "erasure-approved";
  ErasureId erasure;
  ErasureRole role{};
  std::string person;  // the approver's pseudonym, 16 bytes in hex: two persons, not two hats
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("erasure", act.erasure, Need::must);
    visit("role", act.role, Need::must);
    visit("person", act.person, Need::must);
    visit("reason", act.reason, Need::must);
  }
  const std::string& about() const { return erasure.text; }
  bool operator==(const ErasureApproved&) const = default;
};

// The erasure is refused, by either of them; a new request may be made.
struct ErasureRefused {
  static constexpr std::string_view kind = "erasure-refused";
  ErasureId erasure;
  ErasureRole role{};
  std::string person;
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("erasure", act.erasure, Need::must);
    visit("role", act.role, Need::must);
    visit("person", act.person, Need::must);
    visit("reason", act.reason, Need::must);
  }
  const std::string& about() const { return erasure.text; }
  bool operator==(const ErasureRefused&) const = default;
};

// The erasure is carried out: the subject's key is destroyed. Fields of public entries are named in public as well
// (FieldsErased), by the same request.
struct ErasureCompleted {
  static constexpr std::string_view kind = "erasure-completed";
  ErasureId erasure;
  std::vector<std::string> erased_fields;  // of closed entries: "12/name"
  std::int64_t epoch = 0;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("erasure", act.erasure, Need::must);
    visit("erased-fields", act.erased_fields, Need::may);
    visit("epoch", act.epoch, Need::must);
  }
  const std::string& about() const { return erasure.text; }
  bool operator==(const ErasureCompleted&) const = default;
};

// The text of a document that is not for everybody (rules/access.h): everything that the public act will say once it
// is.
struct TextWithheld {
  static constexpr std::string_view kind = "text-withheld";
  TextImported text;  // what it `replaces` is an entry of the closed log

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    TextImported::fields(act.text, visit);
  }
  const std::string& about() const { return text.about(); }
  bool operator==(const TextWithheld&) const = default;
};

// As LogSucceeded, for the closed log.
struct ClosedLogSucceeded {
  static constexpr std::string_view kind = "closed-log-succeeded";
  std::string origin;
  std::string verifier;
  std::string checkpoint;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("origin", act.origin, Need::must);
    visit("verifier", act.verifier, Need::must);
    visit("checkpoint", act.checkpoint, Need::must);
  }
  bool operator==(const ClosedLogSucceeded&) const = default;
};

using ClosedAct = std::variant<AnchorOpened, ErasureRequested, ErasureApproved, ErasureRefused, ErasureCompleted,
                               ClosedLogSucceeded, TextWithheld>;
using ClosedActs = std::vector<ClosedAct>;

std::vector<std::string_view> closed_kinds();
std::string_view kind_of(const ClosedAct& act);
Json to_json(const ClosedAct& act);
// Refuses as read_act does.
Result<ClosedAct> read_closed_act(std::string_view kind, const Json& json);

}  // namespace comity
