// Versions of the reports that the record writes: frozen for a corrections period, final, corrected. A version is the
// report as the record stood at the entry that tells of it, so that nothing need be copied to know what it said; its
// words are kept as well, because patterns of sentences are revised.
#pragma once

#include "acts/fields.h"

namespace comity {

// What the record writes of a cycle: the procedural report, and the papers beside it.
enum class ReportKind { procedural, documents, agenda, programme, invitation, note };
template <>
struct Codes<ReportKind> {
  static constexpr std::string_view name = "report-kind";
  static constexpr std::array<std::string_view, 6> all{"procedural", "documents",  "agenda",
                                                       "programme",  "invitation", "note"};
};

// Which facts a report stands on: what took place, or, where there is one, what was planned or asserted beforehand.
enum class Basis { actual, planned };
template <>
struct Codes<Basis> {
  static constexpr std::string_view name = "basis";
  static constexpr std::array<std::string_view, 2> all{"actual", "planned"};
};

// From that entry on the report stands as it is until it is final; whoever finds a mistake says so in the period.
struct ReportFrozen {
  static constexpr std::string_view kind = "report-frozen";
  BodyId body;
  std::string cycle;  // "2023", the year of the report, or "mandate"
  ReportKind paper{};
  Basis basis{};
  std::optional<Date> corrections_until;  // the last day on which a correction may be asked for

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("body", act.body, Need::must);
    visit("cycle", act.cycle, Need::must);
    visit("paper", act.paper, Need::must);
    visit("basis", act.basis, Need::must);
    visit("corrections-until", act.corrections_until, Need::may);
  }
  const std::string& about() const { return body.text; }
  bool operator==(const ReportFrozen&) const = default;
};

// Somebody holds that a paragraph of the frozen report is wrong.
struct ReportCorrectionAsked {
  static constexpr std::string_view kind = "report-correction-asked";
  std::int64_t frozen = 0;           // the entry that froze the report
  std::string paragraph;             // "12"
  std::optional<Language> language;  // where one language alone is wrong
  std::optional<StateId> by;
  Texts text;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("frozen", act.frozen, Need::must);
    visit("paragraph", act.paragraph, Need::must);
    visit("language", act.language, Need::may);
    visit("by", act.by, Need::may);
    visit("text", act.text, Need::must);
  }
  bool operator==(const ReportCorrectionAsked&) const = default;
};

enum class CorrectionOutcome { made, not_made };
template <>
struct Codes<CorrectionOutcome> {
  static constexpr std::string_view name = "correction-outcome";
  static constexpr std::array<std::string_view, 2> all{"made", "not-made"};
};

// A correction is made where the record says otherwise now; the report follows by itself.
struct ReportCorrectionAnswered {
  static constexpr std::string_view kind = "report-correction-answered";
  std::int64_t asked = 0;  // the entry that asked
  CorrectionOutcome outcome{};
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("asked", act.asked, Need::must);
    visit("outcome", act.outcome, Need::must);
    visit("reason", act.reason, Need::must);
  }
  bool operator==(const ReportCorrectionAnswered&) const = default;
};

// The report as the record tells it at this entry is final.
struct ReportFinalised {
  static constexpr std::string_view kind = "report-finalised";
  std::int64_t frozen = 0;  // the entry that froze it

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("frozen", act.frozen, Need::must);
  }
  bool operator==(const ReportFinalised&) const = default;
};

// A corrigendum: the final report is to be read as the record tells it at this entry.
struct ReportCorrected {
  static constexpr std::string_view kind = "report-corrected";
  std::int64_t finalised = 0;  // the entry that made it final
  Texts reason;

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("finalised", act.finalised, Need::must);
    visit("reason", act.reason, Need::must);
  }
  bool operator==(const ReportCorrected&) const = default;
};

// The words of a version in one language, as a blob that texts/structure_json.h writes.
struct ReportTextKept {
  static constexpr std::string_view kind = "report-text-kept";
  std::int64_t version = 0;  // the entry that froze, finalised or corrected the report
  Language language{};
  std::string structure;            // 64 hex digits
  std::int64_t structure_size = 0;  // bytes

  template <class Self, class Visit>
  static void fields(Self& act, Visit&& visit) {
    visit("version", act.version, Need::must);
    visit("language", act.language, Need::must);
    visit("structure", act.structure, Need::must);
    visit("structure-size", act.structure_size, Need::must);
  }
  bool operator==(const ReportTextKept&) const = default;
};

}  // namespace comity
