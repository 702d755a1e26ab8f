// Chapter II, D: agenda, rules of procedure and modalities, where they were adopted in the cycle (A/77/275, paras.
// 6-7).
#include "views/in_sentences.h"
#include "views/lists.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

// The session of the body on whose days the date falls; none where it falls between them.
std::optional<SessionId> session_on(const ReportMaker& report, const Date& date) {
  for (const auto& id : report.cycle().sessions) {
    const auto days = dated(report.lens(), id).days();
    if (days && days->from <= date && date <= days->to) return id;
  }
  return std::nullopt;
}

template <class A>
bool within(const ReportMaker& report, const Fact<A>& fact) {
  return fact.from.around.happened && report.cycle().holds(fact.from.around.happened->date);
}

// When something happened, and at which session that was.
template <class A>
Spoken occasion_of(const ReportMaker& report, const std::string& about, const Facts<A>& entries) {
  const auto dated_ones = entries.where([](const auto& one) { return one.from.around.happened.has_value(); });
  const auto day = tell(report.lens(), report.basis(), about, "day", dated_ones,
                        [](const auto& one) { return Say::Value(print(one.from.around.happened->date)); });
  if (dated_ones.empty()) return {};
  const auto session = session_on(report, dated_ones.front()->from.around.happened->date);
  return occasion(session ? sessions_named(report.lens(), {*session}, Role::at) : Spoken{}, day);
}

void tell_items(ReportMaker& report) {
  const auto& lens = report.lens();
  for (const auto* fact : agenda_of(lens, report.body())) {
    const auto& act = fact->act;
    const auto title = tell(lens, report.basis(), act.id.text, "title", about<AgendaItemEntered>(lens, act.id),
                            [](const auto& one) { return Say::Value(one.act.title); });
    report.item("agenda/" + act.number, act.number, "report.text", {{"text", title}});
  }
}

void tell_agenda(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto adopted =
      about<AgendaAdopted>(lens, report.body()).where([&](const auto& fact) { return within(report, fact); });
  if (adopted.empty()) return;
  const auto& act = adopted.front()->act;
  const auto value = [&](const std::string& aspect, auto&& value_of) {
    return tell(lens, report.basis(), report.body().text + "/agenda", aspect, adopted, value_of);
  };
  ReportMaker::Values values{
      {"scope", value("scope", [](const auto& one) { return Say::Value(std::string(code_of(one.act.scope))); })},
      {"symbol", value("document", [](const auto& one) { return Say::Value(one.act.document.text); })}};
  values.push_back({"occasion", occasion_of(report, report.body().text + "/agenda", adopted)});
  report.paragraph();
  report.sentence(
      "agenda", "report.agenda", values, {},
      decisions_beside(lens, report.body(), adopted.front()->from.around.happened->date, {act.document}, {}));
  tell_items(report);
}

void tell_rules(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto chosen =
      about<RulesChosen>(lens, report.body()).where([&](const auto& fact) { return within(report, fact); });
  if (chosen.empty()) return;
  ReportMaker::Values values{{"text", tell(lens, report.basis(), report.body().text + "/rules", "text", chosen,
                                           [](const auto& one) { return Say::Value(without_stop(one.act.text)); })}};
  values.push_back({"occasion", occasion_of(report, report.body().text + "/rules", chosen)});
  report.paragraph();
  report.sentence(
      "rules", "report.rules", values, {},
      decisions_beside(lens, report.body(), chosen.front()->from.around.happened->date, {}, Manner::consensus));
}

// What was agreed under the silence procedure, and the decision that confirms it, are two facts (A/77/275, para. 7).
void tell_modalities_of(ReportMaker& report, const DecisionId& id, const Facts<DecisionTaken>& agreed) {
  const auto& lens = report.lens();
  ReportMaker::Values values{{"manner", tell(lens, report.basis(), id.text, "manner", agreed, [](const auto& one) {
                                return Say::Value(std::string(code_of(one.act.manner)));
                              })}};
  values.push_back({"occasion", occasion_of(report, id.text, agreed)});
  report.paragraph();
  report.sentence("modalities/" + id.text, "report.modalities", values);
  for (const auto* link : facts<DecisionLinked>(lens)) {
    if (link->act.to != id || link->act.link != DecisionLink::confirms) continue;
    const auto confirming = about<DecisionTaken>(lens, link->act.decision);
    if (confirming.empty()) continue;
    const auto by = choose(lens, report.basis(), link->act.decision.text, "confirms",
                           {{link, DecisionLinked::kind, false, link->act.to.text}});
    const auto& meeting = confirming.front()->act.meeting;
    const auto meetings = meeting ? meetings_named(lens, report.basis(), {*meeting}) : Spoken{};
    const auto when = meetings ? occasion_of_meetings(meetings, days_of_meetings(lens, report.basis(), {*meeting}))
                               : occasion_of(report, link->act.decision.text, confirming);
    const auto formally = tell(lens, report.basis(), link->act.decision.text, "manner", confirming,
                               [](const auto& one) { return Say::Value(std::string(code_of(one.act.manner))); });
    report.sentence("confirmed/" + link->act.decision.text, "report.confirmed", {{"occasion", when}}, {},
                    {by, formally});
  }
}

void tell_modalities(ReportMaker& report) {
  const auto& lens = report.lens();
  std::vector<DecisionId> told;
  for (const auto* rule : facts<ModalityAgreed>(lens)) {
    const auto& id = rule->act.decision;
    const auto agreed = about<DecisionTaken>(lens, id).where(
        [&](const auto& fact) { return fact.act.body == report.body() && within(report, fact); });
    if (contains(told, id) || agreed.empty()) continue;
    told.push_back(id);
    tell_modalities_of(report, id, agreed);
    std::vector<std::int64_t> numbers;
    for (const auto* one : about<ModalityAgreed>(lens, id)) {
      if (contains(numbers, one->act.number)) continue;
      numbers.push_back(one->act.number);
      const auto same =
          about<ModalityAgreed>(lens, id).where([&](const auto& other) { return other.act.number == one->act.number; });
      const auto text = tell(lens, report.basis(), id.text, "rule-" + std::to_string(one->act.number), same,
                             [](const auto& other) { return Say::Value(other.act.text); });
      report.item("modality/" + std::to_string(one->act.number), "-", "report.text", {{"text", text}});
    }
  }
}

}  // namespace

void tell_arrangements(ReportMaker& report) {
  report.section("agenda", 2);
  tell_agenda(report);
  tell_rules(report);
  tell_modalities(report);
}

}  // namespace comity
