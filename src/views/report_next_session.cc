// Papers of the next session: its agenda with annotations, the letter that invites to it (A/AC.292/2021/1).
#include "views/in_sentences.h"
#include "views/lists.h"
#include "views/report_chapters.h"
#include "views/report_kinds.h"

namespace comity {
namespace {

bool is_over(const Lens& lens, const SessionId& id) {
  const auto days = dated(lens, id).days();
  return days && days->to < lens.today();
}

// The days, and how they are spoken of: ahead, held, or foreseen where nobody told what became of the plan.
struct DaysOfSession {
  Spoken days;
  std::string time;
};
DaysOfSession days_of_session(const Lens& lens, const SessionId& id) {
  const bool over = is_over(lens, id);
  const auto held = about<SessionHeld>(lens, id);
  std::vector<Teller> tellers;
  if (!over || held.empty()) add_plan_in_force<SessionPlanned>(lens, id, tellers);
  add_tellers(tellers, held, [](const auto& fact) { return Say::Value(span(fact.act.days)); });
  const auto basis = over && !held.empty() ? Basis::actual : Basis::planned;
  return {choose(lens, basis, id.text, "days", std::move(tellers)), !over          ? "ahead"
                                                                    : held.empty() ? "foreseen"
                                                                                   : "held"};
}

Spoken place_of_session(const Lens& lens, const SessionId& id) {
  std::vector<Teller> tellers;
  const auto with_place = [](const auto& fact) { return !fact.act.place.empty(); };
  const auto place_of = [&lens](const auto& fact) { return place_value(lens, fact.act.place); };
  add_tellers(tellers, about<SessionPlanned>(lens, id).where(with_place), place_of);
  add_tellers(tellers, about<SessionHeld>(lens, id).where(with_place), place_of);
  return choose(lens, Basis::planned, id.text, "place", std::move(tellers));
}

Spoken text_of_item(const ReportMaker& report, const ItemId& id, bool annotation) {
  const auto entered = about<AgendaItemEntered>(report.lens(), id);
  return tell(report.lens(), report.basis(), id.text, annotation ? "annotation" : "title", entered,
              [annotation](const auto& one) {
                return Say::Value(without_stop(annotation ? one.act.annotation : one.act.title));
              });
}

Facts<AgendaAdopted> agendas_adopted(const ReportMaker& report, const SessionId& id) {
  return about<AgendaAdopted>(report.lens(), report.body()).where([&](const auto& fact) {
    return fact.act.scope == AgendaScope::all_sessions || fact.act.session == id;
  });
}

// Where the agenda stands: adopted for all sessions or for this one, else proposed.
void tell_source_of_agenda(ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  const auto adopted = agendas_adopted(report, id);
  const auto document = [](const auto& one) { return Say::Value(one.act.document.text); };
  std::vector<Teller> tellers;
  if (adopted.empty())
    add_tellers(tellers, about<AgendaProposed>(lens, report.body()), document);
  else
    add_tellers(tellers, adopted, document);
  const auto symbol = choose(lens, Basis::planned, report.body().text, "agenda", std::move(tellers));
  std::string key = "report.agenda-proposed";
  if (!adopted.empty())
    key = adopted.front()->act.scope == AgendaScope::all_sessions ? "report.agenda-standing" : "report.agenda-adopted";
  report.sentence("agenda-source", key, {{"symbol", symbol}}, "report.missing.agenda");
}

void tell_items_of_agenda(ReportMaker& report) {
  const auto items = agenda_of(report.lens(), report.body());
  if (items.empty()) return;
  const auto texts = each(items, [&](const auto* fact) { return text_of_item(report, fact->act.id, false); });
  report.sentence("agenda-items", "report.agenda-items", {}, {}, texts);
  for (const auto* fact : items)
    report.item("agenda/" + fact->act.number, fact->act.number, "report.text",
                {{"text", text_of_item(report, fact->act.id, false)}});
}

// Each item that has one; the items without are told, their sub-items with them.
void tell_annotations(ReportMaker& report) {
  std::vector<std::string> without;
  std::vector<Spoken> from;
  for (const auto* fact : agenda_of(report.lens(), report.body())) {
    const auto& act = fact->act;
    const auto title = text_of_item(report, act.id, false);
    if (act.annotation.empty()) {
      if (act.parent) continue;
      without.push_back(act.number);
      from.push_back(title);
      continue;
    }
    report.paragraph();
    report.sentence(
        "annotation/" + act.number, "report.annotation",
        {{"number", gathered({title}, {act.number})}, {"title", title}, {"text", text_of_item(report, act.id, true)}});
  }
  if (without.empty()) return;
  report.paragraph();
  report.missing("report.missing.annotations", {{"items", gathered(from, std::move(without))}});
}

void tell_place(ReportMaker& report, const SessionId& id) {
  report.sentence(
      "place/" + id.text, "report.session-place",
      {{"place", place_of_session(report.lens(), id)}, {"of", sessions_named(report.lens(), {id}, Role::of)}},
      "report.missing.place");
}

}  // namespace

SessionId session_ahead(const Lens& lens, const Cycle& cycle) {
  for (const auto& id : cycle.sessions)
    if (!is_over(lens, id)) return id;
  return cycle.sessions.back();
}

bool is_past(const Lens& lens, const Cycle& cycle) { return is_over(lens, session_ahead(lens, cycle)); }

void tell_session(ReportMaker& report, const SessionId& id) {
  auto told = days_of_session(report.lens(), id);
  auto time = gathered({told.days}, {});
  time.value = told.time;
  report.paragraph();
  report.sentence("session/" + id.text, "report.session",
                  {{"session", sessions_named(report.lens(), {id}, Role::bare)},
                   {"of", sessions_named(report.lens(), {id}, Role::of)},
                   {"time", time},
                   {"days", told.days}},
                  "report.missing.days");
}

std::vector<Symbol> organization_of_work(const Lens& lens, const SessionId& id) {
  std::vector<Symbol> out;
  for (const auto* fact : facts<DocumentRegistered>(lens))
    if (fact->act.type == DocumentKind::organization_of_work && contains(fact->act.sessions, id) &&
        !contains(out, fact->act.id))
      out.push_back(fact->act.id);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return natural_less(a.text, b.text); });
  return out;
}

std::vector<Symbol> agendas(const Lens& lens, const BodyId& body) {
  std::vector<Symbol> out;
  const auto add = [&out](const auto& facts) {
    for (const auto* fact : facts)
      if (!contains(out, fact->act.document)) out.push_back(fact->act.document);
  };
  add(about<AgendaProposed>(lens, body));
  add(about<AgendaAdopted>(lens, body));
  return out;
}

void tell_organization_of_work(ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  const auto documents = organization_of_work(lens, id);
  if (documents.empty()) return;
  const auto registered = each(documents, [&](const Symbol& symbol) {
    return tell(lens, Basis::actual, symbol.text, "organization-of-work", about<DocumentRegistered>(lens, symbol),
                [](const auto& one) { return Say::Value(one.act.id.text); });
  });
  report.sentence(
      "organization/" + id.text, "report.organization-of-work",
      {{"documents", gathered(registered, each(documents, [](const Symbol& symbol) { return symbol.text; }))}});
}

void tell_agenda_of_session(ReportMaker& report) {
  const auto id = session_ahead(report.lens(), report.cycle());
  report.section(agendas_adopted(report, id).empty() ? "provisional-agenda" : "standing-agenda", 1);
  tell_session(report, id);
  tell_source_of_agenda(report, id);
  tell_items_of_agenda(report);
  report.section("annotations", 1);
  tell_annotations(report);
}

void tell_invitation(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto id = session_ahead(lens, report.cycle());
  const auto told = days_of_session(lens, id);
  report.section("invitation", 1);
  report.sentence("invitation", "report.invitation",
                  {{"session", sessions_named(lens, {id}, Role::bare)},
                   {"of", sessions_named(lens, {id}, Role::of)},
                   {"days", told.days}},
                  "report.missing.days");
  tell_place(report, id);
  report.paragraph();
  tell_source_of_agenda(report, id);
  tell_organization_of_work(report, id);
}

}  // namespace comity
