// The institution and its bodies: mandate, agenda, officers, supporting entities, rules chosen, succession.
// Names and texts in six languages are data here, never code.
#pragma once

#include "acts/fields.h"

namespace comity {

enum class DecisionRule { consensus, majority };
template <>
struct Codes<DecisionRule> {
  static constexpr std::string_view name = "decision-rule";
  static constexpr std::array<std::string_view, 2> all{"consensus", "majority"};
};

enum class SupportRole { substantive, secretariat, partner };
template <>
struct Codes<SupportRole> {
  static constexpr std::string_view name = "support-role";
  static constexpr std::array<std::string_view, 3> all{"substantive", "secretariat", "partner"};
};

enum class Office { chair, vice_chair, rapporteur, co_facilitator };
template <>
struct Codes<Office> {
  static constexpr std::string_view name = "office";
  static constexpr std::array<std::string_view, 4> all{"chair", "vice-chair", "rapporteur", "co-facilitator"};
};

enum class Manner { consensus, silence, acclamation, without_vote, vote };
template <>
struct Codes<Manner> {
  static constexpr std::string_view name = "manner";
  static constexpr std::array<std::string_view, 5> all{"consensus", "silence", "acclamation", "without-vote", "vote"};
};

enum class AgendaScope { all_sessions, session };
template <>
struct Codes<AgendaScope> {
  static constexpr std::string_view name = "agenda-scope";
  static constexpr std::array<std::string_view, 2> all{"all-sessions", "session"};
};

// What this installation keeps the record of.
struct InstitutionDescribed {
  static constexpr std::string_view kind = "institution-described";
  EntityId id;
  Texts names;
  Texts purpose;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("names", act.names, Need::must);
    visit("purpose", act.purpose, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const InstitutionDescribed&) const = default;
};

// A body, by the act of its parent organ. `until` is the end of its term where it has one.
struct BodyEstablished {
  static constexpr std::string_view kind = "body-established";
  BodyId id;
  Texts names;
  Texts short_names;
  Texts parent;
  std::vector<Symbol> founding;
  DecisionRule decision_rule{};
  Texts membership;
  std::optional<Date> from;
  std::optional<Date> until;
  std::string series;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("names", act.names, Need::must);
    visit("short-names", act.short_names, Need::must);
    visit("parent", act.parent, Need::must);
    visit("founding", act.founding, Need::must);
    visit("decision-rule", act.decision_rule, Need::must);
    visit("membership", act.membership, Need::may);
    visit("from", act.from, Need::may);
    visit("until", act.until, Need::may);
    visit("series", act.series, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const BodyEstablished&) const = default;
};

// One clause of the mandate, in the words of the founding text.
struct MandateGiven {
  static constexpr std::string_view kind = "mandate-given";
  BodyId body;
  std::string clause;
  Texts text;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("clause", act.clause, Need::must);
    visit("text", act.text, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const MandateGiven&) const = default;
};

// The later body takes up the work of the earlier one.
struct BodySucceeded {
  static constexpr std::string_view kind = "body-succeeded";
  BodyId body;
  BodyId successor;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("successor", act.successor, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const BodySucceeded&) const = default;
};

// An entity that supports the body, and in which part.
struct EntityDesignated {
  static constexpr std::string_view kind = "entity-designated";
  BodyId body;
  EntityId entity;
  Texts names;
  SupportRole role{};

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("entity", act.entity, Need::must);
    visit("names", act.names, Need::must);
    visit("role", act.role, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const EntityDesignated&) const = default;
};

// The rules of procedure under which the body works.
struct RulesChosen {
  static constexpr std::string_view kind = "rules-chosen";
  BodyId body;
  Texts text;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("text", act.text, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const RulesChosen&) const = default;
};

// A published fact about the body that no other act carries (structure, cycle, an expectation), in a sentence.
struct ArrangementReported {
  static constexpr std::string_view kind = "arrangement-reported";
  BodyId body;
  std::string topic;
  Texts text;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("topic", act.topic, Need::must);
    visit("text", act.text, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const ArrangementReported&) const = default;
};

// The address at which the body's documentation is published.
struct WebsitePublished {
  static constexpr std::string_view kind = "website-published";
  BodyId body;
  std::string address;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("address", act.address, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const WebsitePublished&) const = default;
};

// The provisional agenda: a plan, not yet the agenda.
struct AgendaProposed {
  static constexpr std::string_view kind = "agenda-proposed";
  BodyId body;
  Symbol document;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("document", act.document, Need::must);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const AgendaProposed&) const = default;
};

// An item or sub-item. `number` is written "5" or "5.a" and printed in each language's own form.
struct AgendaItemEntered {
  static constexpr std::string_view kind = "agenda-item-entered";
  ItemId id;
  BodyId body;
  std::optional<ItemId> parent;
  std::string number;
  Texts title;
  Texts annotation;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("body", act.body, Need::must);
    visit("parent", act.parent, Need::may);
    visit("number", act.number, Need::must);
    visit("title", act.title, Need::must);
    visit("annotation", act.annotation, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const AgendaItemEntered&) const = default;
};

// The agenda as adopted, for all sessions or for one.
struct AgendaAdopted {
  static constexpr std::string_view kind = "agenda-adopted";
  BodyId body;
  Symbol document;
  AgendaScope scope{};
  std::optional<SessionId> session;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("document", act.document, Need::must);
    visit("scope", act.scope, Need::must);
    visit("session", act.session, Need::may);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const AgendaAdopted&) const = default;
};

// An office filled. The holder is named as a public UN document prints the name (decisions.md 11).
struct OfficerElected {
  static constexpr std::string_view kind = "officer-elected";
  BodyId body;
  Office office{};
  Texts holder;
  StateId state;
  std::optional<Manner> manner;
  std::optional<SessionId> session;
  std::optional<Date> from;
  std::optional<Date> until;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("office", act.office, Need::must);
    visit("holder", act.holder, Need::must);
    visit("state", act.state, Need::must);
    visit("manner", act.manner, Need::may);
    visit("session", act.session, Need::may);
    visit("from", act.from, Need::may);
    visit("until", act.until, Need::may);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const OfficerElected&) const = default;
};

// Who opens the session and presides until the Chair is elected: a plan in the annotations.
struct TemporaryChairForeseen {
  static constexpr std::string_view kind = "temporary-chair-foreseen";
  SessionId session;
  Texts holder;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("holder", act.holder, Need::must);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const TemporaryChairForeseen&) const = default;
};

// Who presided over a session.
struct SessionPresided {
  static constexpr std::string_view kind = "session-presided";
  SessionId session;
  Office office{};
  Texts holder;
  StateId state;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("session", act.session, Need::must);
    visit("office", act.office, Need::must);
    visit("holder", act.holder, Need::must);
    visit("state", act.state, Need::must);
  }
  const std::string& about() const { return session.text; }
  bool operator==(const SessionPresided&) const = default;
};

}  // namespace comity
