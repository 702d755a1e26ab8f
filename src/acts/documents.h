// Documents by their symbols: what is registered, how one relates to another, the resolutions of the General Assembly.
#pragma once

#include "acts/fields.h"

namespace comity {

enum class DocumentKind {
  agenda,
  organization_of_work,
  list_of_participants,
  list_of_organizations,
  draft_report,
  conference_room_paper,
  report,
  compendium,
  resolution,
  decision,
  committee_report,
  letter,
  working_paper,
  other
};
template <>
struct Codes<DocumentKind> {
  static constexpr std::string_view name = "document-kind";
  static constexpr std::array<std::string_view, 14> all{"agenda",
                                                        "organization-of-work",
                                                        "list-of-participants",
                                                        "list-of-organizations",
                                                        "draft-report",
                                                        "conference-room-paper",
                                                        "report",
                                                        "compendium",
                                                        "resolution",
                                                        "decision",
                                                        "committee-report",
                                                        "letter",
                                                        "working-paper",
                                                        "other"};
};

enum class Distribution { general, limited, restricted, participants };
template <>
struct Codes<Distribution> {
  static constexpr std::string_view name = "distribution";
  static constexpr std::array<std::string_view, 4> all{"general", "limited", "restricted", "participants"};
};

enum class Relation {
  revises,
  adds_to,
  corrects,
  annexes,
  transmits,
  takes_note_of,
  endorses,
  recalls,
  becomes,
  continues
};
template <>
struct Codes<Relation> {
  static constexpr std::string_view name = "relation";
  static constexpr std::array<std::string_view, 10> all{"revises",   "adds-to",       "corrects", "annexes",
                                                        "transmits", "takes-note-of", "endorses", "recalls",
                                                        "becomes",   "continues"};
};

// A document is known by its symbol. That it is registered does not say that its text is held.
struct DocumentRegistered {
  static constexpr std::string_view kind = "document-registered";
  Symbol id;
  std::optional<BodyId> body;
  std::vector<SessionId> sessions;
  DocumentKind type{};
  Texts titles;
  std::optional<Date> date;
  std::optional<Distribution> distribution;
  std::vector<Language> languages;
  std::optional<Language> original;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("body", act.body, Need::may);
    visit("sessions", act.sessions, Need::may);
    visit("type", act.type, Need::must);
    visit("titles", act.titles, Need::must);
    visit("date", act.date, Need::may);
    visit("distribution", act.distribution, Need::may);
    visit("languages", act.languages, Need::may);
    visit("original", act.original, Need::may);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const DocumentRegistered&) const = default;
};

// One document stands in a relation to another.
struct DocumentRelated {
  static constexpr std::string_view kind = "document-related";
  Symbol document;
  Relation relation{};
  Symbol to;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("relation", act.relation, Need::must);
    visit("to", act.to, Need::must);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const DocumentRelated&) const = default;
};

// The General Assembly adopted a resolution or decision under the item.
struct ResolutionAdopted {
  static constexpr std::string_view kind = "resolution-adopted";
  Symbol document;
  std::int64_t session = 0;
  std::optional<std::int64_t> meeting;
  std::optional<std::int64_t> item;
  std::optional<Symbol> report;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("session", act.session, Need::must);
    visit("meeting", act.meeting, Need::may);
    visit("item", act.item, Need::may);
    visit("report", act.report, Need::may);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const ResolutionAdopted&) const = default;
};

}  // namespace comity
