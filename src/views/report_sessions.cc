// Chapter II, A to C: opening and duration of the sessions, participation, officers (A/AC.292/2023/L.1, paras. 3-6).
#include <set>

#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

// A place with its preposition, or as it stands, in brackets.
Say::Value place_value(const Lens& lens, const Texts& place) {
  if (place.empty()) return std::vector<Say>{};
  const bool formed = has_form(lens, place, NameForm::at);
  return std::vector<Say>{
      {formed ? "report.place.formed" : "report.place.plain", {{"place", form_of(lens, place, NameForm::at)}}}};
}

template <class A>
void add_plan_in_force(const Lens& lens, const SessionId& id, std::vector<Teller>& tellers) {
  const auto in_force = dated(lens, id);
  const auto plans = about<A>(lens, id).where(
      [&](const auto& fact) { return in_force.planned && fact.act.days == *in_force.planned; });
  add_tellers(tellers, plans, [](const auto& fact) { return Say::Value(span(fact.act.days)); });
}

Spoken days_told(const ReportMaker& report, const SessionId& id) {
  std::vector<Teller> tellers;
  if (report.basis() == Basis::planned) add_plan_in_force<SessionPlanned>(report.lens(), id, tellers);
  add_tellers(tellers, about<SessionHeld>(report.lens(), id),
              [](const auto& fact) { return Say::Value(span(fact.act.days)); });
  return choose(report.lens(), report.basis(), id.text, "days", std::move(tellers));
}

Spoken place_told(const ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  std::vector<Teller> tellers;
  const auto with_place = [](const auto& fact) { return !fact.act.place.empty(); };
  const auto place_of = [&lens](const auto& fact) { return place_value(lens, fact.act.place); };
  if (report.basis() == Basis::planned)
    add_tellers(tellers, about<SessionPlanned>(lens, id).where(with_place), place_of);
  add_tellers(tellers, about<SessionHeld>(lens, id).where(with_place), place_of);
  return choose(lens, report.basis(), id.text, "place", std::move(tellers));
}

struct SessionTold {
  SessionId id;
  Spoken name;
  Spoken days;
  Spoken place;
};

std::vector<SessionTold> told_of_all(const ReportMaker& report) {
  return each(report.cycle().sessions, [&report](const SessionId& id) {
    return SessionTold{id, sessions_named(report.lens(), {id}, Role::bare), days_told(report, id),
                       place_told(report, id)};
  });
}

// The place of all of them, where there is one.
Spoken common_place(const std::vector<SessionTold>& sessions) {
  std::vector<Spoken> places;
  std::set<std::vector<std::string>> told;
  for (const auto& session : sessions) {
    if (session.place.absent()) return {};
    told.insert(plain_values(session.place.value));
    places.push_back(session.place);
  }
  if (told.size() != 1) return {};
  auto out = gathered(places, {});
  out.value = places.front().value;
  return out;
}

Spoken clause_of(const SessionTold& session, bool with_place) {
  if (with_place && session.place)
    return nested("report.held.clause.place",
                  {{"session", session.name}, {"days", session.days}, {"place", session.place}});
  return nested("report.held.clause", {{"session", session.name}, {"days", session.days}});
}

// Sessions of which nobody tells that they were held are told apart.
void tell_held(ReportMaker& report) {
  auto sessions = told_of_all(report);
  std::vector<SessionId> untold;
  for (auto& session : sessions)
    if (session.days.absent()) {
      untold.push_back(session.id);
      if (report.basis() == Basis::planned) session.days = blank(session.id.text, "days");
    }
  std::erase_if(sessions, [](const auto& session) { return session.days.told.empty(); });
  report.paragraph();
  if (!sessions.empty()) {
    const auto place = common_place(sessions);
    const auto clauses =
        listed(each(sessions, [&](const auto& session) { return clause_of(session, place.absent()); }));
    if (place)
      report.sentence("held", "report.held.place", {{"clauses", clauses}, {"place", place}});
    else
      report.sentence("held", "report.held", {{"clauses", clauses}});
  }
  if (!untold.empty())
    report.missing("report.missing.held", {{"sessions", sessions_named(report.lens(), untold, Role::bare)}});
}

void tell_cancelled(ReportMaker& report) {
  const auto& lens = report.lens();
  for (const auto& id : report.cycle().cancelled) {
    const auto cancelled = tell(lens, report.basis(), id.text, "cancelled", about<SessionCancelled>(lens, id),
                                [](const auto& fact) { return Say::Value(fact.act.session.text); });
    std::vector<Teller> plans;
    add_plan_in_force<SessionPlanned>(lens, id, plans);
    report.sentence("cancelled/" + id.text, "report.cancelled",
                    {{"session", sessions_named(lens, {id}, Role::bare)},
                     {"days", choose(lens, Basis::planned, id.text, "planned-days", std::move(plans))}},
                    {}, {cancelled});
  }
}

Spoken supporters(const ReportMaker& report, SupportRole role) {
  const auto& lens = report.lens();
  std::vector<Spoken> names;
  std::vector<EntityId> told;
  const auto of_role =
      about<EntityDesignated>(lens, report.body()).where([&](const auto& fact) { return fact.act.role == role; });
  for (const auto* fact : of_role) {
    if (contains(told, fact->act.entity)) continue;
    told.push_back(fact->act.entity);
    const auto same = of_role.where([&](const auto& one) { return one.act.entity == fact->act.entity; });
    const auto name =
        tell(lens, report.basis(), fact->act.entity.text, "support-" + std::string(code_of(role)), same,
             [&](const auto& one) { return Say::Value(form_of(lens, one.act.names, NameForm::subject)); });
    names.push_back(nested("report.text", {{"text", name}}));
  }
  return listed(names);
}

// Sentences of entities stand on their names with the article; a name without it stands behind a colon.
void tell_support(ReportMaker& report) {
  report.paragraph();
  for (const auto& [role, id] :
       {std::pair(SupportRole::substantive, "support"), std::pair(SupportRole::secretariat, "secretariat")}) {
    const auto names = supporters(report, role);
    if (names) report.sentence(id, std::string("report.") + id, {{"entities", names}});
  }
}

// The sessions of one list of participants; the same list may be told of several together, and of each.
void tell_participants(ReportMaker& report) {
  const auto& lens = report.lens();
  std::vector<SessionId> covered;
  std::vector<Spoken> lists;
  std::vector<std::string> documents;
  for (const auto* fact : facts<ParticipantsListed>(lens)) {
    const auto ours = [&](const SessionId& id) { return contains(report.cycle().sessions, id); };
    if (!std::all_of(fact->act.sessions.begin(), fact->act.sessions.end(), ours)) continue;
    const auto known = [&](const SessionId& id) { return contains(covered, id); };
    const bool again = std::all_of(fact->act.sessions.begin(), fact->act.sessions.end(), known);
    for (const auto& id : fact->act.sessions)
      if (!contains(covered, id)) covered.push_back(id);
    const auto values = each(fact->act.documents, [](const Symbol& symbol) { return symbol.text; });
    lists.push_back(choose(lens, report.basis(), fact->act.sessions.front().text, "participants",
                           {{fact, ParticipantsListed::kind, false, values}}));
    for (const auto& symbol : values)
      if (!again && !contains(documents, symbol)) documents.push_back(symbol);
  }
  std::vector<SessionId> in_order, untold;
  for (const auto& id : report.cycle().sessions) {
    const auto* session = lens.world.one<SessionEntered>(id);
    const bool organizational = session && session->act.type == SessionType::organizational;
    if (contains(covered, id))
      in_order.push_back(id);
    else if (!organizational)
      untold.push_back(id);
  }
  std::sort(documents.begin(), documents.end(), natural_less);
  report.paragraph();
  const bool draft = report.basis() == Basis::planned;
  if (!in_order.empty())
    report.sentence(
        "participants", "report.participants",
        {{"sessions", sessions_named(lens, in_order, Role::of)}, {"documents", gathered(lists, documents)}});
  if (!untold.empty() && draft)
    report.sentence("participants-to-come", "report.participants",
                    {{"sessions", sessions_named(lens, untold, Role::of)}, {"documents", {}}},
                    "report.missing.participants");
  if (!untold.empty() && !draft)
    report.missing("report.missing.participants", {{"sessions", sessions_named(lens, untold, Role::of)}});
}

}  // namespace

void tell_sessions(ReportMaker& report) {
  report.section("organization", 1);
  report.section("opening", 2);
  tell_held(report);
  tell_cancelled(report);
  tell_support(report);
  report.section("participation", 2);
  tell_participants(report);
  report.section("officers", 2);
  tell_officers(report);
}

}  // namespace comity
