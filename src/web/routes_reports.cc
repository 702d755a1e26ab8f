// Reports: which there are, one of them, and how its draft and the report differ.
#include "reports/report_text.h"
#include "views/report_pages.h"
#include "web/face_schema.h"
#include "web/route.h"

namespace comity {
namespace {

ReportAsked report_asked(const Ask& ask) {
  const auto* basis = query(ask.address, "basis");
  const auto paper = ask.params.find("paper");
  return {{ask.params.at("body")},
          ask.params.at("period"),
          basis ? *basis : std::string(),
          paper == ask.params.end() ? std::string(code_of(ReportKind::procedural)) : paper->second};
}

Named all_reports(const Named& body) {
  return {"reports", {"page.reports.title", {}}, {}, {body.href.path + "/reports"}};
}

Result<Made> reports(const Ask& ask) {
  const auto view = reports_page(ask.lens, {ask.params.at("body")});
  auto out = made(ask, view, ask.voice.tongue.say("page.reports.title"));
  out.crumbs = {view.body};
  return out;
}

// What leaves the house says on every page that it was made from the record, and where the official text is.
ExportedDocument report_out(const Ask& ask, const ReportPage& page) {
  const auto& tongue = ask.voice.tongue;
  ExportedDocument out;
  out.made = true;
  out.symbol = {page.report.reference};
  out.language = ask.voice.language();
  out.title = said(tongue, page.report.title);
  out.kind = page.report.kind == ReportKind::procedural ? "report" : std::string(code_of(page.report.kind));
  out.organ = title_of(ask, page.report.body.names, page.report.body.name);
  if (!page.report.official.empty())
    out.official = official_address(page.report.official.front().symbol, ask.voice.language());
  out.caution = tongue.say("report.caution", {{"entry", ask.size}, {"day", print(ask.lens.today())}});
  if (!page.draft.empty()) out.caution += " " + tongue.say("report.caution.draft");
  out.recorded = ask.lens.today();
  const auto* notes = query(ask.address, "evidence");
  out.text = report_text(page.report, tongue, notes && *notes == "1");
  return out;
}

Result<Made> report(const Ask& ask) {
  const auto view = report_page(ask.lens, report_asked(ask));
  if (!view) return view.refusal();
  auto out = made(ask, *view, said(ask.voice, view->report.title));
  if (is_form_of_text(ask.address.suffix) || by_office(ask.address.suffix)) out.exported = report_out(ask, *view);
  out.crumbs = {view->report.body, all_reports(view->report.body)};
  return out;
}

Result<Made> report_differences(const Ask& ask) {
  const auto view = differences_page(ask.lens, report_asked(ask));
  if (!view) return view.refusal();
  auto out = made(ask, *view, ask.voice.tongue.say("page.differences.title"));
  out.crumbs = {view->body, all_reports(view->body), {"report", view->title, {}, view->report}};
  return out;
}

}  // namespace

std::vector<Route> report_routes() {
  Faces text;
  text.report = true;
  Faces rows;
  rows.csv = "differences";
  return {{"reports", "/{body}/reports", reports, {}, schema<ReportsPage>},
          {"report", "/{body}/reports/{period}", report, text, schema<ReportPage>, {"basis", "evidence"}},
          {"differences", "/{body}/reports/{period}/differences", report_differences, rows, schema<DifferencesPage>},
          {"report", "/{body}/reports/{period}/{paper}", report, text, schema<ReportPage>, {"basis", "evidence"}}};
}

}  // namespace comity
