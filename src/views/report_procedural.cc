#include "views/in_sentences.h"
#include "views/report_chapters.h"

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

}  // namespace

ReportView procedural_report(const Lens& lens, const Cycle& cycle, Basis basis) {
  ReportMaker making(lens, cycle, basis);
  tell_introduction(making);
  tell_sessions(making);
  tell_arrangements(making);
  tell_organization(making);
  tell_work(making);
  tell_adoption(making);
  auto report = std::move(making).done();
  report.kind = "procedural";
  const auto of = cycle.year == 0 ? std::string("mandate") : std::to_string(cycle.year);
  report.reference = cycle.body.text + "/reports/" + of;
  report.title = cycle.year == 0 ? Say{"report.title.mandate", {{"body", name_value(report.body)}}}
                                 : Say{"report.title.procedural", {{"body", name_value(report.body)}, {"year", of}}};
  report.official = official_reports(lens, cycle);
  return report;
}

}  // namespace comity
