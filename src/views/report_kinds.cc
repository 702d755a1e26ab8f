#include "views/report_kinds.h"

#include "views/in_sentences.h"
#include "views/report_chapters.h"
#include "views/report_parts.h"

namespace comity {
namespace {

// Reports of the organization on the sessions of the cycle, and their drafts: the official texts of what is told here.
std::vector<DocumentLink> official_reports(const Lens& lens, const Cycle& cycle) {
  std::vector<Symbol> found;
  for (const auto kind : {DocumentKind::report, DocumentKind::draft_report})
    for (const auto* fact : reports_on(lens, cycle, kind))
      if (!contains(found, fact->act.id)) found.push_back(fact->act.id);
  return document_links(lens, found);
}

void tell_procedure(ReportMaker& report) {
  tell_introduction(report);
  tell_sessions(report);
  tell_arrangements(report);
  tell_organization(report);
  tell_work(report);
  tell_adoption(report);
}

using Tell = void (*)(ReportMaker& report);
constexpr std::array<Tell, Codes<ReportKind>::all.size()> tellers_of_kinds{
    tell_procedure, tell_documents, tell_agenda_of_session, tell_programme_of_session, tell_invitation, tell_note};

// Of a year, or of the whole mandate; of a session where the paper is one's.
Say title_of(const Lens& lens, const Cycle& cycle, ReportKind kind, const Named& body) {
  const auto key = "report.title." + std::string(code_of(kind));
  const bool of_session = kind == ReportKind::agenda || kind == ReportKind::programme || kind == ReportKind::invitation;
  if (of_session)
    return {key, {{"body", name_value(body)}, {"session", name_value(named(lens, session_ahead(lens, cycle)))}}};
  if (cycle.year == 0) return {key + ".mandate", {{"body", name_value(body)}}};
  return {key, {{"body", name_value(body)}, {"year", std::to_string(cycle.year)}}};
}

}  // namespace

ReportView report_of(const Lens& lens, const Cycle& cycle, ReportKind kind, Basis basis) {
  ReportMaker making(lens, cycle, basis);
  tellers_of_kinds[static_cast<std::size_t>(kind)](making);
  auto report = std::move(making).done();
  report.kind = kind;
  const auto of = cycle.year == 0 ? std::string("mandate") : std::to_string(cycle.year);
  report.reference = cycle.body.text + "/reports/" + of;
  if (kind != ReportKind::procedural) report.reference += "/" + std::string(code_of(kind));
  report.title = title_of(lens, cycle, kind, report.body);
  report.official = official_reports(lens, cycle);
  if (kind == ReportKind::procedural) add_narrative(lens, cycle, report);
  return report;
}

}  // namespace comity
