// The pages of reports: which reports there are of a body, one of them, and how its draft and the report differ.
#pragma once

#include "views/report.h"

namespace comity {

struct ReportLink {
  std::int64_t year = 0;  // 0: the whole mandate
  Say name{};
  Href href{};
  std::vector<Named> sessions{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("year", view.year);
    visit("name", view.name);
    visit("href", view.href);
    visit("sessions", view.sessions);
  }
};

struct ReportsPage {
  Named body{};
  std::vector<ReportLink> reports{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("reports", view.reports);
  }
};

struct ReportFormLink {
  std::string name{};  // "PDF"
  Href file{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("name", view.name);
    visit("file", view.file);
  }
};

struct ReportPage {
  ReportView report{};
  std::string draft{};               // "1": on planned facts
  std::vector<ReportLink> beside{};  // the other papers of the cycle
  Href other{};                      // the report, of a draft; the draft, of a report
  Href differences{};
  Href versions{};
  std::vector<ReportFormLink> forms{};
  std::vector<ReportFormLink> with_evidence{};  // the same with the evidence as notes

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("report", view.report);
    visit("draft", view.draft);
    visit("beside", view.beside);
    visit("other", view.other);
    visit("differences", view.differences);
    visit("versions", view.versions);
    visit("forms", view.forms);
    visit("with-evidence", view.with_evidence);
  }
};

// Spoken otherwise; told by no source issued after the event; told by the report alone; told by the draft alone; not
// known.
enum class ReportDifference { changed, not_confirmed, not_foreseen, not_told, still_open };
template <>
struct Codes<ReportDifference> {
  static constexpr std::string_view name = "report-difference";
  static constexpr std::array<std::string_view, 5> all{"changed", "not-confirmed", "not-foreseen", "not-told",
                                                       "still-open"};
};

// A fact that draft and report tell differently, or of which only one tells.
struct DifferenceRow {
  std::string id{};  // of the sentence
  std::string about{};
  std::string aspect{};
  ReportDifference kind{};
  std::vector<std::string> draft{};
  std::vector<std::string> report{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("about", view.about);
    visit("aspect", view.aspect);
    visit("kind", view.kind);
    visit("draft", view.draft);
    visit("report", view.report);
  }
};

// A sentence with its facts that differ, as the draft has it and as the report has it.
struct DifferingSentence {
  std::string id{};
  std::vector<ReportDifference> kinds{};
  std::string alike{};  // "1": the words are the same in both
  Say drafted{};
  Say reported{};
  std::vector<EvidenceRow> evidence{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("kinds", view.kinds);
    visit("alike", view.alike);
    visit("drafted", view.drafted);
    visit("reported", view.reported);
    visit("evidence", view.evidence);
  }
};

struct ReportDifferences {
  std::vector<DifferenceRow> facts{};
  std::vector<DifferingSentence> sentences{};
};

struct DifferencesPage {
  Named body{};
  std::int64_t year = 0;
  Say title{};
  Href report{};
  Href draft{};
  std::vector<DifferingSentence> sentences{};
  std::vector<DifferenceRow> differences{};  // fact by fact

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("year", view.year);
    visit("title", view.title);
    visit("report", view.report);
    visit("draft", view.draft);
    visit("sentences", view.sentences);
    visit("differences", view.differences);
  }
};

// Of which cycle: a year, or "mandate". Refuses no-such-cycle {year, cycles}, no-cycles {year}, body-not-yet {body}: at
// that moment the record did not know the body.
struct ReportAsked {
  BodyId body{};
  std::string cycle{};
  std::string basis{};  // empty or "planned"; else refused: basis-unknown {value}
  std::string kind{code_of(ReportKind::procedural)};
};
Result<Cycle> asked_cycle(const Lens& lens, const ReportAsked& asked);
Say name_of_report(const Cycle& cycle);
Href href_of_report(const Cycle& cycle, ReportKind kind = ReportKind::procedural);
// The page in the forms of a document: PDF, DOCX…
std::vector<ReportFormLink> report_forms(const Href& report, Basis basis = Basis::actual, bool evidence = false);

ReportsPage reports_page(const Lens& lens, const BodyId& body);
Result<ReportPage> report_page(const Lens& lens, const ReportAsked& asked);
Result<DifferencesPage> differences_page(const Lens& lens, const ReportAsked& asked);

// What the draft on planned facts and the report on what took place tell differently, in the order of the report.
ReportDifferences differences(const ReportView& draft, const ReportView& report);

}  // namespace comity
