// Chapter I: the mandate, and the reports before this one (A/77/275, para. 1; A/AC.292/2023/L.1, paras. 1-2).
#include "texts/symbol.h"
#include "views/in_sentences.h"
#include "views/lists.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

void tell_mandate(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto& id = report.body().text;
  const auto founded = about<BodyEstablished>(lens, report.body());
  if (founded.empty()) return;
  const auto value = [&](const std::string& aspect, auto&& value_of) {
    return tell(lens, report.basis(), id, aspect, founded, value_of);
  };
  const auto& act = founded.front()->act;
  auto organ = value("organ", [](const auto& fact) { return Say::Value(founding_organ(fact.act)); });
  const auto name = value("name", [](const auto& fact) { return Say::Value(fact.act.names); });
  auto founding = value("founding", [](const auto& fact) {
    return Say::Value(each(fact.act.founding, [](const Symbol& symbol) { return symbol.text; }));
  });
  const auto rule =
      value("rule", [](const auto& fact) { return Say::Value(std::string(code_of(fact.act.decision_rule))); });
  std::vector<Spoken> citations;
  for (const auto& symbol : act.founding) citations.push_back(cited(symbol, "report.by", founding));
  ReportMaker::Values values{{"organ", organ}, {"name", name}, {"founding", listed(citations)}, {"rule", rule}};
  std::string key = "report.mandate";
  if (act.from && act.until) {
    key += ".term";
    values.push_back(
        {"term", value("term", [](const auto& fact) {
           return Say::Value(fact.act.from && fact.act.until ? span({*fact.act.from, *fact.act.until}) : std::string());
         })});
  } else if (act.from) {
    key += ".from";
    values.push_back({"from", value("from", [](const auto& fact) {
                        return Say::Value(fact.act.from ? print(*fact.act.from) : std::string());
                      })});
  }
  report.paragraph();
  report.sentence("mandate", key, values);
}

void tell_clauses(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto clauses = about<MandateGiven>(lens, report.body());
  if (clauses.empty()) return;
  const auto in_order = about<MandateGiven>(lens, report.body()).sorted([](const auto& a, const auto& b) {
    return a.from.entry < b.from.entry;
  });
  char letter = 'a';
  std::vector<std::string> told;
  report.sentence("mandate-clauses", "report.mandate.clauses", {}, {},
                  {tell(lens, report.basis(), report.body().text, "clauses", clauses,
                        [](const auto& fact) { return Say::Value(fact.act.body.text); })});
  for (const auto* fact : in_order) {
    if (contains(told, fact->act.clause)) continue;
    told.push_back(fact->act.clause);
    const auto of_clause = about<MandateGiven>(lens, report.body()).where([&](const auto& one) {
      return one.act.clause == fact->act.clause;
    });
    report.item("mandate/" + fact->act.clause, std::string(1, letter++), "report.text",
                {{"text", tell(lens, report.basis(), report.body().text, "clause-" + fact->act.clause, of_clause,
                               [](const auto& one) { return Say::Value(without_stop(one.act.text)); })}});
  }
}

// What the founding text says of the sessions is told by the report of the first cycle (A/77/275, para. 1).
void tell_founding_arrangements(ReportMaker& report) {
  if (report.cycle().after) return;
  const auto& lens = report.lens();
  const auto founded = about<BodyEstablished>(lens, report.body());
  if (founded.empty() || !founded.front()->from.around.happened) return;
  const auto day = founded.front()->from.around.happened->date;
  for (const auto* fact : about<ArrangementReported>(lens, report.body())) {
    if (fact->act.topic != "sessions" || !fact->from.around.happened || fact->from.around.happened->date != day)
      continue;
    const auto one = std::vector<Teller>{{fact, ArrangementReported::kind, false, without_stop(fact->act.text)}};
    report.sentence("arrangement/" + std::to_string(fact->from.entry), "report.sentence",
                    {{"text", choose(lens, report.basis(), report.body().text, "arrangement", one)}});
  }
}

// Reports of the body on cycles before this one, in the order of the sessions that they cover.
void tell_earlier_reports(ReportMaker& report) {
  const auto& lens = report.lens();
  if (!report.cycle().after) return;
  std::int64_t number = 0;
  for (const auto& cycle : cycles_of(lens, report.body())) {
    ++number;
    if (cycle.year >= report.cycle().year) break;
    const auto year = std::to_string(cycle.year);
    std::vector<Spoken> from;
    const auto reports = reports_on(lens, cycle, DocumentKind::report);
    for (const auto* fact : reports)
      from.push_back(choose(lens, report.basis(), fact->act.id.text, "report-" + year,
                            {{fact, DocumentRegistered::kind, false, fact->act.id.text}}));
    const auto symbol = gathered(from, each(reports, [](const auto* fact) { return fact->act.id.text; }));
    const auto sessions = sessions_named(lens, cycle.sessions, Role::bare);
    report.paragraph();
    report.sentence("earlier/" + year, "report.earlier",
                    {{"number", gathered({sessions}, {std::to_string(number)})},
                     {"sessions", sessions},
                     {"of", sessions_named(lens, cycle.sessions, Role::of)},
                     {"sessions_of", sessions_named(lens, cycle.sessions, Role::of)},
                     {"symbol", symbol}},
                    "report.missing.earlier");
  }
}

}  // namespace

void tell_introduction(ReportMaker& report) {
  report.section("introduction", 1);
  tell_mandate(report);
  tell_founding_arrangements(report);
  tell_clauses(report);
  tell_earlier_reports(report);
}

}  // namespace comity
