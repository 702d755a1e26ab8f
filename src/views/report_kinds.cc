#include "views/report_kinds.h"

#include "views/in_sentences.h"
#include "views/report_chapters.h"
#include "views/report_parts.h"

namespace comity {
namespace {

// Reports of the organization on the sessions of the cycle, and their drafts.
std::vector<Symbol> reports_of(const Lens& lens, const Cycle& cycle) {
  std::vector<Symbol> found;
  for (const auto kind : {DocumentKind::report, DocumentKind::draft_report})
    for (const auto* fact : reports_on(lens, cycle, kind))
      if (!contains(found, fact->act.id)) found.push_back(fact->act.id);
  return found;
}

std::vector<Symbol> programmes_of(const Lens& lens, const Cycle& cycle) {
  std::vector<Symbol> found;
  for (const auto& session : cycle.sessions)
    for (const auto& symbol : organization_of_work(lens, session))
      if (!contains(found, symbol)) found.push_back(symbol);
  return found;
}

// The official texts of what is told here; a list or a letter has none.
std::vector<Symbol> official_texts(const Lens& lens, const Cycle& cycle, ReportKind kind) {
  if (kind == ReportKind::procedural || kind == ReportKind::note) return reports_of(lens, cycle);
  if (kind == ReportKind::agenda) return agendas(lens, cycle.body);
  return kind == ReportKind::programme ? programmes_of(lens, cycle) : std::vector<Symbol>{};
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
    tell_procedure, tell_documents, tell_agenda_of_session, tell_programme_of_sessions, tell_invitation, tell_note};

// Of a year, or of the whole mandate; of a session where the paper is one's.
Say title_of(const Lens& lens, const Cycle& cycle, ReportKind kind, const Named& body) {
  const auto key = "report.title." + std::string(code_of(kind));
  if (kind == ReportKind::agenda || kind == ReportKind::invitation)
    return {key, {{"body", name_value(body)}, {"session", name_value(named(lens, session_ahead(lens, cycle)))}}};
  if (cycle.year == 0) return {key + ".mandate", {{"body", name_value(body)}}};
  return {key, {{"body", name_value(body)}, {"year", std::to_string(cycle.year)}}};
}

}  // namespace

std::optional<Refusal> refused(const Lens& lens, const Cycle& cycle, ReportKind kind, Basis basis) {
  if (kind == ReportKind::procedural) return std::nullopt;
  if (basis != Basis::actual) return Refusal{"paper-without-draft", {{"kind", std::string(code_of(kind))}}};
  if (cycle.year == 0 && kind != ReportKind::documents)
    return Refusal{"paper-of-mandate", {{"kind", std::string(code_of(kind))}}};
  if (kind == ReportKind::invitation && is_past(lens, cycle))
    return Refusal{"no-session-ahead", {{"year", std::to_string(cycle.year)}, {"day", print(cycle.until)}}};
  return std::nullopt;
}

ReportView report_of(const Lens& lens, const Cycle& cycle, ReportKind kind, Basis basis) {
  ReportMaker making(lens, cycle, basis);
  tellers_of_kinds[static_cast<std::size_t>(kind)](making);
  auto report = std::move(making).done();
  report.kind = kind;
  const auto of = cycle.year == 0 ? std::string("mandate") : std::to_string(cycle.year);
  report.reference = cycle.body.text + "/reports/" + of;
  if (kind != ReportKind::procedural) report.reference += "/" + std::string(code_of(kind));
  report.title = title_of(lens, cycle, kind, report.body);
  report.official = document_links(lens, official_texts(lens, cycle, kind));
  if (kind == ReportKind::procedural) add_narrative(lens, cycle, report);
  return report;
}

}  // namespace comity
