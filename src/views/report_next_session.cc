// Papers of the next session: its provisional agenda with annotations, its programme of work, the letter that invites
// to it (A/AC.292/2021/1).
#include "views/in_sentences.h"
#include "views/lists.h"
#include "views/report_chapters.h"
#include "views/report_kinds.h"

namespace comity {
namespace {

Spoken days_of_session(const ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  std::vector<Teller> tellers;
  const auto in_force = dated(lens, id).planned;
  add_tellers(tellers, about<SessionPlanned>(lens, id).where([&](const auto& fact) {
    return in_force && fact.act.days == *in_force;
  }),
              [](const auto& fact) { return Say::Value(span(fact.act.days)); });
  add_tellers(tellers, about<SessionHeld>(lens, id), [](const auto& fact) { return Say::Value(span(fact.act.days)); });
  return choose(lens, Basis::planned, id.text, "days", std::move(tellers));
}

Spoken item_text(const ReportMaker& report, const AgendaItemEntered& act, bool annotation) {
  const auto entered = about<AgendaItemEntered>(report.lens(), act.id);
  return tell(report.lens(), report.basis(), act.id.text, annotation ? "annotation" : "title", entered,
              [annotation](const auto& one) { return Say::Value(annotation ? one.act.annotation : one.act.title); });
}

// Where the agenda stands: adopted for all sessions, or proposed.
void tell_source_of_agenda(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto adopted = about<AgendaAdopted>(lens, report.body());
  const auto proposed = about<AgendaProposed>(lens, report.body());
  const auto symbol = !adopted.empty() ? tell(lens, Basis::planned, report.body().text, "agenda", adopted,
                                              [](const auto& one) { return Say::Value(one.act.document.text); })
                                       : tell(lens, Basis::planned, report.body().text, "agenda", proposed,
                                              [](const auto& one) { return Say::Value(one.act.document.text); });
  report.sentence("agenda-source", adopted.empty() ? "report.agenda-proposed" : "report.agenda-standing",
                  {{"symbol", symbol}}, "report.missing.agenda");
}

void tell_session(ReportMaker& report, const SessionId& id, const std::string& key) {
  report.paragraph();
  report.sentence("session/" + id.text, key,
                  {{"session", sessions_named(report.lens(), {id}, Role::bare)}, {"days", days_of_session(report, id)}},
                  "report.missing.days");
}

// A slot of the programme: the day and hour, and the number where the meeting has one.
void tell_slot(ReportMaker& report, const MeetingId& id) {
  const auto& lens = report.lens();
  const auto planned = about<MeetingPlanned>(lens, id);
  const auto opened = about<MeetingOpened>(lens, id);
  if (dated(lens, id).cancelled || (planned.empty() && opened.empty())) return;
  const auto start = tell(lens, Basis::planned, id.text, "start", planned,
                          [](const auto& one) { return Say::Value(print(one.act.start.date)); });
  const auto hour = tell(lens, Basis::planned, id.text, "hour", planned, [](const auto& one) {
    return Say::Value(one.act.start.time.empty() ? std::string("-") : one.act.start.time);
  });
  if (start) report.item("slot/" + id.text, "-", "report.slot", {{"day", start}, {"hour", hour}});
}

}  // namespace

SessionId session_ahead(const Lens& lens, const Cycle& cycle) {
  for (const auto& id : cycle.sessions) {
    const auto days = dated(lens, id).days();
    if (days && lens.today() <= days->to) return id;
  }
  return cycle.sessions.back();
}

void tell_agenda_of_session(ReportMaker& report) {
  const auto id = session_ahead(report.lens(), report.cycle());
  report.section("provisional-agenda", 1);
  tell_session(report, id, "report.session-agenda");
  tell_source_of_agenda(report);
  const auto items = agenda_of(report.lens(), report.body());
  for (const auto* fact : items)
    report.item("agenda/" + fact->act.number, fact->act.number, "report.text",
                {{"text", item_text(report, fact->act, false)}});
  report.section("annotations", 1);
  for (const auto* fact : items) {
    if (fact->act.annotation.empty()) continue;
    report.paragraph();
    report.sentence("annotation/" + fact->act.number, "report.annotation",
                    {{"number", gathered({item_text(report, fact->act, false)}, {fact->act.number})},
                     {"title", item_text(report, fact->act, false)},
                     {"text", item_text(report, fact->act, true)}});
  }
}

void tell_programme_of_session(ReportMaker& report) {
  const auto id = session_ahead(report.lens(), report.cycle());
  report.section("programme", 1);
  tell_session(report, id, "report.session-programme");
  for (const auto& meeting : meetings_of(report.lens(), id)) tell_slot(report, meeting);
  if (meetings_of(report.lens(), id).empty())
    report.missing("report.missing.slots", {{"of", sessions_named(report.lens(), {id}, Role::of)}});
}

void tell_invitation(ReportMaker& report) {
  const auto id = session_ahead(report.lens(), report.cycle());
  report.section("invitation", 1);
  tell_session(report, id, "report.invitation");
  report.paragraph();
  tell_source_of_agenda(report);
}

// The cover under which the report goes to the Assembly (A/77/275, cover).
void tell_note(ReportMaker& report) {
  const auto& lens = report.lens();
  report.section("note", 1);
  std::int64_t number = 0;
  for (const auto& cycle : cycles_of(lens, report.body()))
    if (cycle.year <= report.cycle().year) ++number;
  const auto founded = about<BodyEstablished>(lens, report.body());
  const auto name = tell(lens, report.basis(), report.body().text, "name", founded,
                         [](const auto& fact) { return Say::Value(fact.act.names); });
  report.paragraph();
  report.sentence("note", "report.note", {{"number", gathered({name}, {std::to_string(number)})}, {"name", name}});
}

}  // namespace comity
