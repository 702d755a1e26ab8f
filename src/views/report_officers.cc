// Chapter II, C: who was elected in the cycle, and who presided over its sessions (A/77/275, para. 5;
// A/AC.292/2023/L.1, para. 6).
#include <set>

#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

// "Mr. X (State)", in the form that the sentence needs.
Spoken person(const ReportMaker& report, const std::string& key, const Spoken& holder, const StateId& state) {
  const auto& lens = report.lens();
  const auto named_as = names_in_time(lens, state);
  auto state_name = tell(lens, Basis::actual, state.text, "name", named_as,
                         [&](const auto&) { return name_value(named(lens, state)); });
  if (state_name.absent()) {
    state_name = holder;
    state_name.value = state.text;
    state_name.told.clear();
  }
  return nested(key, {{"holder", holder}, {"state", state_name}});
}

bool in_cycle(const ReportMaker& report, const Fact<OfficerElected>& fact) {
  if (fact.act.session) return contains(report.cycle().sessions, *fact.act.session);
  const auto day = since(fact.act, fact.from.around);
  return day && report.cycle().holds(*day);
}

// One office filled, by all entries that tell of it.
struct Election {
  const ReportMaker& report;
  Facts<OfficerElected> entries;

  template <class ValueOf>
  Spoken value(const std::string& aspect, ValueOf&& value_of) const {
    const auto about = report.body().text + "/" + std::string(code_of(entries.front()->act.office));
    return tell(report.lens(), report.basis(), about, aspect, entries, value_of);
  }
};

Spoken manner_of(const Election& election) {
  auto manner =
      Election{election.report, election.entries.where([](const auto& one) { return one.act.manner.has_value(); })};
  if (manner.entries.empty())
    return election.value("manner", [](const auto&) { return Say::Value(std::string("unknown")); });
  return manner.value("manner", [](const auto& one) { return Say::Value(std::string(code_of(*one.act.manner))); });
}

// The day, where one is told: an election without a day is told without it.
Spoken day_of_election(const Election& election) {
  const auto dated_ones = election.entries.where([](const auto& one) { return one.from.around.happened.has_value(); });
  if (dated_ones.empty()) return {};
  return Election{election.report, dated_ones}.value(
      "day", [](const auto& one) { return Say::Value(print(one.from.around.happened->date)); });
}

void tell_election(ReportMaker& report, const Election& election) {
  const auto& lens = report.lens();
  const auto& act = election.entries.front()->act;
  const bool formed = has_form(lens, act.holder, NameForm::object);
  const auto holder = election.value(
      "holder", [&](const auto& one) { return Say::Value(form_of(lens, one.act.holder, NameForm::object)); });
  ReportMaker::Values values{
      {"officer", person(report, "report.person", holder, act.state)},
      {"office",
       election.value("office", [](const auto& one) { return Say::Value(std::string(code_of(one.act.office))); })},
      {"manner", manner_of(election)}};
  const auto session = act.session ? sessions_named(lens, {*act.session}, Role::at) : Spoken{};
  auto when = occasion(session, day_of_election(election));
  if (!when) when = nested(Say{"report.occasion.none", {}}, {holder});
  values.push_back({"occasion", when});
  std::vector<Spoken> also;
  const auto& happened = election.entries.front()->from.around.happened;
  if (happened && act.manner) also = decisions_beside(lens, report.body(), happened->date, {}, act.manner);
  report.sentence("elected/" + std::string(code_of(act.office)) + "/" + act.state.text,
                  formed ? "report.elected" : "report.elected.plain", values, {}, also);
}

// Answers whether there was one.
bool tell_elections(ReportMaker& report) {
  const auto elected = about<OfficerElected>(report.lens(), report.body()).where([&](const auto& fact) {
    return in_cycle(report, fact);
  });
  std::set<std::pair<Office, StateId>> told;
  for (const auto* fact : elected) {
    const auto& act = fact->act;
    if (!told.insert({act.office, act.state}).second) continue;
    tell_election(report, {report, elected.where([&](const auto& one) {
                             return one.act.office == act.office && one.act.state == act.state;
                           })});
  }
  return !told.empty();
}

// Whether that session elected whoever presided over it.
bool elected_there(const ReportMaker& report, const SessionId& id, const SessionPresided& presided) {
  const auto elected = about<OfficerElected>(report.lens(), report.body());
  return std::any_of(elected.begin(), elected.end(), [&](const auto* fact) {
    return fact->act.session == id && fact->act.office == presided.office && fact->act.state == presided.state;
  });
}

// Sessions over which the same person presided stand in one sentence.
void tell_presiding(ReportMaker& report) {
  const auto& lens = report.lens();
  struct Presided {
    StateId state;
    Office office;
    std::vector<SessionId> sessions;
    std::vector<Spoken> holders;
    bool formed = false;
  };
  std::vector<Presided> all;
  for (const auto& id : report.cycle().sessions) {
    const auto presided = about<SessionPresided>(lens, id);
    if (presided.empty()) continue;
    const auto& act = presided.front()->act;
    if (elected_there(report, id, act)) continue;  // told above
    const bool formed = has_form(lens, act.holder, NameForm::of);
    const auto holder = tell(lens, report.basis(), id.text, "presided", presided, [&](const auto& one) {
      return Say::Value(form_of(lens, one.act.holder, formed ? NameForm::of : NameForm::subject));
    });
    const bool same = !all.empty() && all.back().state == act.state && all.back().office == act.office &&
                      plain_values(all.back().holders.front().value) == plain_values(holder.value);
    if (!same) all.push_back({act.state, act.office, {}, {}, formed});
    all.back().sessions.push_back(id);
    all.back().holders.push_back(holder);
  }
  for (const auto& one : all) {
    auto holder = gathered(one.holders, {});
    holder.value = one.holders.front().value;
    report.sentence("presided/" + one.sessions.front().text, one.formed ? "report.presided" : "report.presided.plain",
                    {{"sessions", sessions_named(lens, one.sessions, Role::at)},
                     {"officer", person(report, "report.person", holder, one.state)}});
  }
}

}  // namespace

void tell_officers(ReportMaker& report) {
  report.paragraph();
  const bool elected = tell_elections(report);
  tell_presiding(report);
  std::vector<SessionId> untold;
  for (const auto& id : report.cycle().sessions)
    if (about<SessionPresided>(report.lens(), id).empty()) untold.push_back(id);
  // Whoever was elected in the cycle presided from then on, unless an entry tells of another.
  if (!untold.empty() && !elected)
    report.missing("report.missing.presided", {{"sessions", sessions_named(report.lens(), untold, Role::of)}});
}

}  // namespace comity
