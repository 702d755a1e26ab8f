// Reports: which there are, one of them, and how its draft and the report differ.
#include "reports/report_text.h"
#include "reports/version_text.h"
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

// What every document made from the record says of itself: that it is none of the organization.
ExportedDocument made_here(const Ask& ask, const Named& body, const Say& title) {
  ExportedDocument out;
  out.made = true;
  out.language = ask.voice.language();
  out.title = said(ask.voice.tongue, title);
  out.kind = "report";
  out.organ = title_of(ask, body.names, body.name);
  out.caution = ask.voice.tongue.say("report.caution", {{"entry", ask.size}, {"day", print(ask.lens.today())}});
  out.recorded = ask.lens.today();
  return out;
}

// What leaves the house says on every page that it was made from the record, and where the official text is.
ExportedDocument report_out(const Ask& ask, const ReportPage& page, const ShownParts& parts) {
  auto out = made_here(ask, page.report.body, page.report.title);
  out.symbol = {page.report.reference};
  if (page.report.kind != ReportKind::procedural) out.kind = code_of(page.report.kind);
  if (!page.report.official.empty())
    out.official = official_address(page.report.official.front().symbol, ask.voice.language());
  if (!page.draft.empty()) out.caution += " " + ask.voice.tongue.say("report.caution.draft");
  const auto* notes = query(ask.address, "evidence");
  out.text = report_text(page.report, parts, ask.voice.tongue, notes && *notes == "1");
  return out;
}

Result<Made> report(const Ask& ask) {
  const auto view = report_page(ask.lens, report_asked(ask));
  if (!view) return view.refusal();
  auto out = made(ask, *view, said(ask.voice, view->report.title));
  const bool form = is_form_of_text(ask.address.suffix) || by_office(ask.address.suffix);
  if (form || ask.address.suffix == Suffix::none) {
    // The answer to programs is the same in every language and tells which texts these are; here they are read.
    const auto parts = parts_in(ask.lens, view->report, ask.voice.language());
    if (form) out.exported = report_out(ask, *view, parts);
    const auto shown = faced(ask.voice, parts);
    for (const auto& [name, value] : *object(shown)) std::get<JsonObject>(out.page.value).emplace(name, value);
  }
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

Result<Made> report_versions(const Ask& ask) {
  const auto view = report_versions_page(ask.lens, report_asked(ask));
  if (!view) return view.refusal();
  auto out = made(ask, *view, ask.voice.tongue.say("page.report-versions.title"));
  out.crumbs = {view->body, all_reports(view->body), {"report", view->title, {}, view->report}};
  return out;
}

// The words of a version as they were kept; of a corrigendum, what it corrects.
ExportedDocument version_out(const Ask& ask, const ReportVersionPage& page) {
  auto out = made_here(ask, page.body, page.version.name);
  out.symbol = {page.reference};
  const auto words = page.words.in.find(out.language);
  if (words == page.words.in.end()) return out;
  out.recorded = page.version.recorded;
  const bool corrigendum = page.version.stage == ReportStage::corrected;
  out.text = corrigendum ? corrigendum_text(page, words->second.changes, ask.voice.tongue) : words->second.reading;
  return out;
}

Result<Made> report_version(const Ask& ask) {
  const auto entry = std::stoll(ask.params.at("version"));
  const auto view = report_version_page(ask.lens, report_asked(ask), entry);
  if (!view) return view.refusal();
  auto out = made(ask, *view, said(ask.voice, view->version.name));
  if (is_form_of_text(ask.address.suffix) || by_office(ask.address.suffix)) out.exported = version_out(ask, *view);
  out.crumbs = {view->body,
                all_reports(view->body),
                {"report", view->title, {}, view->report},
                {"versions", {"page.report-versions.title", {}}, {}, view->versions}};
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
          {"report-versions", "/{body}/reports/{period}/versions", report_versions, {}, schema<ReportVersionsPage>},
          {"report-version", "/{body}/reports/{period}/versions/{version}", report_version, text,
           schema<ReportVersionPage>},
          {"report", "/{body}/reports/{period}/{paper}", report, text, schema<ReportPage>, {"basis", "evidence"}}};
}

}  // namespace comity
