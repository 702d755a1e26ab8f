#include "views/report_pages.h"

#include "views/links.h"
#include "views/report_kinds.h"

namespace comity {
namespace {

std::string cycle_name(const Cycle& cycle) { return cycle.year == 0 ? "mandate" : std::to_string(cycle.year); }

Result<Basis> asked_basis(const ReportAsked& asked) {
  if (asked.basis.empty()) return Basis::actual;
  if (const auto basis = from_code<Basis>(asked.basis)) return *basis;
  return Refusal{"basis-unknown", {{"value", asked.basis}}};
}

Href with_query(Href href, Basis basis, bool evidence) {
  if (basis == Basis::planned) add_query(href.path, "basis", "planned");
  if (evidence) add_query(href.path, "evidence", "1");
  return href;
}

ReportLink link_of(const Lens& lens, const Cycle& cycle) {
  return {cycle.year, name_of_report(cycle), href_of_report(cycle), named(lens, cycle.sessions)};
}

// The others that there are of the cycle.
std::vector<ReportLink> papers_beside(const Lens& lens, const Cycle& cycle, ReportKind own) {
  std::vector<ReportLink> out;
  for (std::size_t i = 0; i < Codes<ReportKind>::all.size(); ++i) {
    const auto kind = static_cast<ReportKind>(i);
    if (kind == own || refused(lens, cycle, kind, Basis::actual)) continue;
    out.push_back(
        {cycle.year, {"code.report-kind." + std::string(code_of(kind)), {}}, href_of_report(cycle, kind), {}});
  }
  return out;
}

}  // namespace

Href href_of_report(const Cycle& cycle, ReportKind kind) {
  const auto of_kind = kind == ReportKind::procedural ? std::string() : "/" + std::string(code_of(kind));
  return {"/" + cycle.body.text + "/reports/" + cycle_name(cycle) + of_kind};
}

Say name_of_report(const Cycle& cycle) {
  if (cycle.year == 0) return {"report.name.mandate", {}};
  return {"report.name", {{"year", std::to_string(cycle.year)}}};
}

Result<Cycle> asked_cycle(const Lens& lens, const ReportAsked& asked) {
  if (!lens.world.one<BodyEstablished>(asked.body)) return Refusal{"body-not-yet", {{"body", asked.body.text}}};
  std::string there;
  for (const auto& cycle : cycles_of(lens, asked.body)) {
    if (asked.cycle == cycle_name(cycle)) return cycle;
    there += (there.empty() ? "" : ", ") + cycle_name(cycle);
  }
  if (asked.cycle == "mandate")
    if (auto whole = whole_mandate(lens, asked.body)) return *std::move(whole);
  if (there.empty()) return Refusal{"no-cycles", {{"year", asked.cycle}}};
  return Refusal{"no-such-cycle", {{"year", asked.cycle}, {"cycles", there}}};
}

std::vector<ReportFormLink> report_forms(const Href& report, Basis basis, bool evidence) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> forms{
      {{"PDF", ".pdf"}, {"DOCX", ".docx"}, {"ODT", ".odt"}, {"Akoma Ntoso", ".akn"}, {"TXT", ".txt"}}};
  std::vector<ReportFormLink> out;
  for (const auto& [name, suffix] : forms) {
    auto href = report;
    href.path += suffix;
    out.push_back({std::string(name), with_query(href, basis, evidence)});
  }
  return out;
}

ReportsPage reports_page(const Lens& lens, const BodyId& body) {
  ReportsPage page{named(lens, body), {}};
  for (const auto& cycle : cycles_of(lens, body)) page.reports.push_back(link_of(lens, cycle));
  if (const auto whole = whole_mandate(lens, body); whole && page.reports.size() > 1)
    page.reports.push_back(link_of(lens, *whole));
  return page;
}

Result<ReportPage> report_page(const Lens& lens, const ReportAsked& asked) {
  const auto kind = from_code<ReportKind>(asked.kind);
  if (!kind) return Refusal{"report-kind", {{"value", asked.kind}}};
  const auto cycle = asked_cycle(lens, asked);
  if (!cycle) return cycle.refusal();
  const auto basis = asked_basis(asked);
  if (!basis) return basis.refusal();
  if (auto refusal = refused(lens, *cycle, *kind, *basis)) return *std::move(refusal);
  ReportPage page;
  page.report = report_of(lens, *cycle, *kind, *basis);
  const bool draft = *basis == Basis::planned;
  page.draft = draft ? "1" : "";
  const auto href = href_of_report(*cycle, *kind);
  if (*kind == ReportKind::procedural) {
    page.other = with_query(href, draft ? Basis::actual : Basis::planned, false);
    page.differences = {href.path + "/differences"};
  }
  page.beside = papers_beside(lens, *cycle, *kind);
  page.versions = {href_of_report(*cycle).path + "/versions"};
  page.forms = report_forms(href, *basis, false);
  page.with_evidence = report_forms(href, *basis, true);
  return page;
}

Result<DifferencesPage> differences_page(const Lens& lens, const ReportAsked& asked) {
  const auto cycle = asked_cycle(lens, asked);
  if (!cycle) return cycle.refusal();
  DifferencesPage page;
  page.body = named(lens, cycle->body);
  page.year = cycle->year;
  page.title = name_of_report(*cycle);
  page.report = href_of_report(*cycle);
  page.draft = with_query(page.report, Basis::planned, false);
  auto told = differences(report_of(lens, *cycle, ReportKind::procedural, Basis::planned),
                          report_of(lens, *cycle, ReportKind::procedural, Basis::actual));
  page.sentences = std::move(told.sentences);
  page.differences = std::move(told.facts);
  return page;
}

}  // namespace comity
