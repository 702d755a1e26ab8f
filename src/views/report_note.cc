// The note by the Secretary-General under which a report goes to the organ that founded the body (A/77/275, cover).
#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

// Which of the reports of the body it is. House rule: each cycle has one.
Spoken number_of_report(const ReportMaker& report, const Spoken& sessions) {
  std::int64_t number = 0;
  for (const auto& cycle : cycles_of(report.lens(), report.body()))
    if (cycle.year <= report.cycle().year) ++number;
  return gathered({sessions}, {std::to_string(number)});
}

Spoken symbols_of_report(const ReportMaker& report) {
  std::vector<Spoken> from;
  std::vector<std::string> named_ones;
  for (const auto* fact : reports_on(report.lens(), report.cycle(), DocumentKind::report)) {
    from.push_back(choose(report.lens(), report.basis(), fact->act.id.text, "report",
                          {{fact, DocumentRegistered::kind, false, fact->act.id.text}}));
    if (!contains(named_ones, fact->act.id.text)) named_ones.push_back(fact->act.id.text);
  }
  return from.empty() ? Spoken{} : gathered(from, std::move(named_ones));
}

}  // namespace

void tell_note(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto founded = about<BodyEstablished>(lens, report.body());
  const auto& id = report.body().text;
  const auto sessions = sessions_named(lens, report.cycle().sessions, Role::of);
  report.section("note", 1);
  report.sentence("note", "report.note",
                  {{"organ", tell(lens, report.basis(), id, "organ", founded,
                                  [](const auto& fact) { return Say::Value(founding_organ(fact.act)); })},
                   {"number", number_of_report(report, sessions)},
                   {"name", tell(lens, report.basis(), id, "name", founded,
                                 [](const auto& fact) { return Say::Value(fact.act.names); })}});
  report.paragraph();
  report.sentence("covers", "report.note.covers", {{"sessions_of", sessions}});
  report.sentence("symbol", "report.note.symbol", {{"symbol", symbols_of_report(report)}}, "report.missing.symbol");
}

}  // namespace comity
