// The versions of a cycle's reports: drafts and reports as they were frozen, the corrections asked for, the final
// report, its corrigenda; and the words of one version as they were kept.
#pragma once

#include "views/comparison.h"
#include "views/report_pages.h"

namespace comity {

// A draft on planned facts; frozen for corrections; final; corrected by a corrigendum.
enum class ReportStage { draft, frozen, final, corrected };
template <>
struct Codes<ReportStage> {
  static constexpr std::string_view name = "report-stage";
  static constexpr std::array<std::string_view, 4> all{"draft", "frozen", "final", "corrected"};
};

// Whether corrections may be asked for. A later version of the paper takes the place of the one before.
enum class CorrectionsPeriod { open, closed, overtaken };
template <>
struct Codes<CorrectionsPeriod> {
  static constexpr std::string_view name = "corrections-period";
  static constexpr std::array<std::string_view, 3> all{"open", "closed", "overtaken"};
};

struct ReportCorrectionRow {
  std::string paragraph{};
  std::optional<Language> language{};
  std::optional<Named> by{};
  Texts text{};
  FactMark mark{};
  std::optional<CorrectionOutcome> outcome{};  // none: not answered
  Texts reason{};
  std::optional<FactMark> answered{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("paragraph", view.paragraph);
    visit("language", view.language);
    visit("by", view.by);
    visit("text", view.text);
    visit("mark", view.mark);
    visit("outcome", view.outcome);
    visit("reason", view.reason);
    visit("answered", view.answered);
  }
};

// The words that were kept in a language.
struct ReportWordsKept {
  Language language{};
  std::string sha256{};  // of the structure (texts/structure_json.h)

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("language", view.language);
    visit("sha256", view.sha256);
  }
};

struct ReportVersionRow {
  std::int64_t entry = 0;
  ReportKind paper{};
  ReportStage stage{};
  Say name{};  // "Corrigendum 2"
  FactMark mark{};
  Date recorded{};
  Href href{};                                // its words as they were kept
  Href then{};                                // the report as the record stood, with its evidence
  std::optional<Date> corrections_until{};    // of a frozen one
  std::optional<CorrectionsPeriod> period{};  // where there is one
  Texts reason{};                             // of a corrigendum
  std::vector<ReportCorrectionRow> corrections{};
  std::vector<ReportWordsKept> kept{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("entry", view.entry);
    visit("paper", view.paper);
    visit("stage", view.stage);
    visit("name", view.name);
    visit("mark", view.mark);
    visit("recorded", view.recorded);
    visit("href", view.href);
    visit("then", view.then);
    visit("corrections-until", view.corrections_until);
    visit("period", view.period);
    visit("reason", view.reason);
    visit("corrections", view.corrections);
    visit("kept", view.kept);
  }
};

struct ReportVersionsPage {
  Named body{};
  Say title{};  // of the cycle
  Href report{};
  std::vector<ReportVersionRow> versions{};  // of all papers, in the order of entry

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("title", view.title);
    visit("report", view.report);
    visit("versions", view.versions);
  }
};

// The words of a version in one language, and what changed in them since the version before.
struct ReportWords {
  Reading reading{};
  std::vector<ComparedParagraph> changes{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("reading", view.reading);
    visit("changes", view.changes);
  }
};

struct ReportVersionPage {
  Named body{};
  Say title{};              // of the cycle
  std::string reference{};  // "oewg-ict/reports/2023/versions/812"
  Href report{};
  Href versions{};
  ReportVersionRow version{};
  std::optional<ReportVersionRow> earlier{};  // the version before, if there is one
  InLanguages<ReportWords> words{};           // where they were kept
  std::vector<ReportFormLink> forms{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("title", view.title);
    visit("reference", view.reference);
    visit("report", view.report);
    visit("versions", view.versions);
    visit("version", view.version);
    visit("earlier", view.earlier);
    visit("words", view.words);
    visit("forms", view.forms);
  }
};

// Refuses what report_page refuses of a cycle.
Result<ReportVersionsPage> report_versions_page(const Lens& lens, const ReportAsked& asked);
// Of the version that the entry made. Refuses no-such-version {entry}, and the same.
Result<ReportVersionPage> report_version_page(const Lens& lens, const ReportAsked& asked, std::int64_t entry);

}  // namespace comity
