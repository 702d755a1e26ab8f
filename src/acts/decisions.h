// Decisions: what was decided, how, where and when, and which decision hangs on which.
// Agreement under silence and formal adoption, adopting a draft report and including a text in it, are linked but
// distinct.
#pragma once

#include "acts/body.h"
#include "acts/fields.h"

namespace comity {

enum class DecisionLink { confirms, accompanies, follows };
template <>
struct Codes<DecisionLink> {
  static constexpr std::string_view name = "decision-link";
  static constexpr std::array<std::string_view, 3> all{"confirms", "accompanies", "follows"};
};

enum class Audience { everybody, states, observers, consultative_status, other_organizations, chair };
template <>
struct Codes<Audience> {
  static constexpr std::string_view name = "audience";
  static constexpr std::array<std::string_view, 6> all{
      "everybody", "states", "observers", "consultative-status", "other-organizations", "chair"};
};

// A decision of the body. `documents` are those that it adopts, approves or includes.
struct DecisionTaken {
  static constexpr std::string_view kind = "decision-taken";
  DecisionId id;
  BodyId body;
  Texts titles;
  Texts text;
  Manner manner{};
  std::optional<SessionId> session;
  std::optional<MeetingId> meeting;
  std::vector<Symbol> documents;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("body", act.body, Need::must);
    visit("titles", act.titles, Need::must);
    visit("text", act.text, Need::may);
    visit("manner", act.manner, Need::must);
    visit("session", act.session, Need::may);
    visit("meeting", act.meeting, Need::may);
    visit("documents", act.documents, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const DecisionTaken&) const = default;
};

// One decision stands in a relation to an earlier one.
struct DecisionLinked {
  static constexpr std::string_view kind = "decision-linked";
  DecisionId decision;
  DecisionLink link{};
  DecisionId to;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("decision", act.decision, Need::must);
    visit("link", act.link, Need::must);
    visit("to", act.to, Need::must);
  }
  const std::string& about() const { return decision.text; }
  bool operator==(const DecisionLinked&) const = default;
};

// The agenda item under which a decision was taken; of a text that is included in a report, the item whose discussions
// it tells of (A/77/275, para. 16).
struct DecisionUnderItem {
  static constexpr std::string_view kind = "decision-under-item";
  DecisionId decision;
  ItemId item;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("decision", act.decision, Need::must);
    visit("item", act.item, Need::must);
  }
  const std::string& about() const { return decision.text; }
  bool operator==(const DecisionUnderItem&) const = default;
};

// One rule of the modalities for the participation of stakeholders, and whom it concerns.
struct ModalityAgreed {
  static constexpr std::string_view kind = "modality-agreed";
  DecisionId decision;
  std::int64_t number = 0;
  Audience audience{};
  Texts text;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("decision", act.decision, Need::must);
    visit("number", act.number, Need::must);
    visit("audience", act.audience, Need::must);
    visit("text", act.text, Need::must);
  }
  const std::string& about() const { return decision.text; }
  bool operator==(const ModalityAgreed&) const = default;
};

}  // namespace comity
