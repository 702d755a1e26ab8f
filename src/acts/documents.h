// Documents by their symbols: what is registered, which texts are held, how one relates to another, the resolutions of
// the General Assembly.
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
  continues,
  adopts
};
template <>
struct Codes<Relation> {
  static constexpr std::string_view name = "relation";
  static constexpr std::array<std::string_view, 11> all{"revises",   "adds-to",       "corrects", "annexes",
                                                        "transmits", "takes-note-of", "endorses", "recalls",
                                                        "becomes",   "continues",     "adopts"};
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

// What a text of one language is: as issued; issued without formal editing; a translation that is not official.
enum class TextStanding { issued, unedited, working };
template <>
struct Codes<TextStanding> {
  static constexpr std::string_view name = "text-standing";
  static constexpr std::array<std::string_view, 3> all{"issued", "unedited", "working"};
};

// The text of a document in one language is held: the file as it was given, and the structure that was read from it,
// both as blobs by their SHA-256. That it `happened` on a day says when the version arrived.
struct TextImported {
  static constexpr std::string_view kind = "text-imported";
  Symbol document;
  Language language{};
  std::string file;            // 64 hex digits
  std::int64_t file_size = 0;  // bytes
  std::string file_type;       // "text/plain"
  std::string structure;       // as texts/structure_json.h writes it
  std::int64_t structure_size = 0;
  TextStanding standing{};
  std::optional<std::string> title;      // of the document, as this text has it
  std::optional<std::string> job;        // "23-13580 (S)", as printed
  std::optional<std::int64_t> replaces;  // the entry of the text that this one takes the place of
  std::optional<std::string> reason;     // why

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("language", act.language, Need::must);
    visit("file", act.file, Need::must);
    visit("file-size", act.file_size, Need::must);
    visit("file-type", act.file_type, Need::must);
    visit("structure", act.structure, Need::must);
    visit("structure-size", act.structure_size, Need::must);
    visit("standing", act.standing, Need::must);
    visit("title", act.title, Need::may);
    visit("job", act.job, Need::may);
    visit("replaces", act.replaces, Need::may);
    visit("reason", act.reason, Need::may);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const TextImported&) const = default;
};

// Until that hour the document's texts are given to nobody but those who may have them before. The latest act counts.
struct DocumentEmbargoed {
  static constexpr std::string_view kind = "document-embargoed";
  Symbol document;
  Happened until;  // with time and offset

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("until", act.until, Need::must);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const DocumentEmbargoed&) const = default;
};

// From then on the document's texts are for everybody, whatever its distribution and embargo say.
struct DocumentReleased {
  static constexpr std::string_view kind = "document-released";
  Symbol document;
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("reason", act.reason, Need::must);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const DocumentReleased&) const = default;
};

// How far a language version is that is not held: not yet submitted for translation; being translated; issued by
// document services, though its text is not held; never to be issued.
enum class VersionStage { awaited, in_translation, issued, not_to_be_issued };
template <>
struct Codes<VersionStage> {
  static constexpr std::string_view name = "version-stage";
  static constexpr std::array<std::string_view, 4> all{"awaited", "in-translation", "issued", "not-to-be-issued"};
};

// What was said of one language version on the day that it `happened`. A later day takes the place of an earlier one.
struct VersionReported {
  static constexpr std::string_view kind = "version-reported";
  Symbol document;
  Language language{};
  VersionStage stage{};
  std::optional<Date> expected;  // the day by which it is to be issued
  Texts reason;                  // why it is late, or never comes

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("language", act.language, Need::must);
    visit("stage", act.stage, Need::must);
    visit("expected", act.expected, Need::may);
    visit("reason", act.reason, Need::may);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const VersionReported&) const = default;
};

// A document was withdrawn: its symbol stays taken, its texts stay in the record, and nothing is added to it.
struct DocumentWithdrawn {
  static constexpr std::string_view kind = "document-withdrawn";
  Symbol document;
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("document", act.document, Need::must);
    visit("reason", act.reason, Need::must);
  }
  const std::string& about() const { return document.text; }
  bool operator==(const DocumentWithdrawn&) const = default;
};

// No document bears the symbol, and none will: why there is a gap in its series.
struct SymbolUnused {
  static constexpr std::string_view kind = "symbol-unused";
  Symbol id;
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("id", act.id, Need::must);
    visit("reason", act.reason, Need::must);
  }
  const std::string& about() const { return id.text; }
  bool operator==(const SymbolUnused&) const = default;
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
