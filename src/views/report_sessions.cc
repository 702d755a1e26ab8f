// Chapter II, A to C: opening and duration of the sessions, participation, officers (A/AC.292/2023/L.1, paras. 3-6).
#include <map>
#include <set>

#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

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

Facts<EntityDesignated> designated(const ReportMaker& report, SupportRole role) {
  return about<EntityDesignated>(report.lens(), report.body()).where([role](const auto& fact) {
    return fact.act.role == role;
  });
}

bool all_formed(const ReportMaker& report, SupportRole role) {
  const auto all = designated(report, role);
  return std::all_of(all.begin(), all.end(),
                     [&](const auto* fact) { return has_form(report.lens(), fact->act.names, NameForm::subject); });
}

Spoken supporters(const ReportMaker& report, SupportRole role) {
  const auto& lens = report.lens();
  std::vector<Spoken> names;
  std::vector<EntityId> told;
  const auto of_role = designated(report, role);
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

// Sentences of entities stand on their names with the article; where one is without it, all stand behind a colon.
void tell_support(ReportMaker& report) {
  report.paragraph();
  for (const auto& [role, id] :
       {std::pair(SupportRole::substantive, "support"), std::pair(SupportRole::secretariat, "secretariat")}) {
    const auto names = supporters(report, role);
    const auto key = std::string("report.") + id + (all_formed(report, role) ? "" : ".plain");
    if (names) report.sentence(id, key, {{"entities", names}});
  }
}

// Where the lists of participants of the cycle stand, and of which sessions.
struct Lists {
  std::map<SessionId, int> covered;  // by how strong an entry
  std::vector<std::string> documents;
  std::vector<Spoken> from;
};

// Entries of one strength add to each other: a list, and its addendum. A weaker one is evidence of sessions that have
// their list already, marked where it names another document.
void add_list(const ReportMaker& report, const Fact<ParticipantsListed>& fact, Lists& lists) {
  const auto values = each(fact.act.documents, [](const Symbol& symbol) { return symbol.text; });
  const auto mine = strength(fact.from);
  const bool weaker_than_all = std::all_of(fact.act.sessions.begin(), fact.act.sessions.end(), [&](const auto& id) {
    const auto held = lists.covered.find(id);
    return held != lists.covered.end() && held->second < mine;
  });
  auto told = choose(report.lens(), report.basis(), fact.act.sessions.front().text, "participants",
                     {{&fact, ParticipantsListed::kind, false, values}});
  if (told.absent()) return;
  const auto named = [&](const std::string& symbol) { return contains(lists.documents, symbol); };
  if (weaker_than_all) {
    if (!std::all_of(values.begin(), values.end(), named)) told.evidence.front().otherwise = "1";
    told.told.clear();
  } else {
    for (const auto& id : fact.act.sessions) lists.covered.try_emplace(id, mine);
    for (const auto& symbol : values)
      if (!named(symbol)) lists.documents.push_back(symbol);
  }
  lists.from.push_back(std::move(told));
}

Lists lists_of_participants(const ReportMaker& report) {
  const auto ours = [&](const SessionId& id) { return contains(report.cycle().sessions, id); };
  Lists lists;
  for (const auto* fact : facts<ParticipantsListed>(report.lens()))
    if (std::all_of(fact->act.sessions.begin(), fact->act.sessions.end(), ours)) add_list(report, *fact, lists);
  std::sort(lists.documents.begin(), lists.documents.end(), natural_less);
  return lists;
}

// An organizational session has no list of its own by custom (A/77/275, para. 4), so that none is missing.
void tell_participants(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto lists = lists_of_participants(report);
  std::vector<SessionId> listed_sessions, untold;
  for (const auto& id : report.cycle().sessions) {
    if (lists.covered.contains(id))
      listed_sessions.push_back(id);
    else if (!is_organizational(lens, id))
      untold.push_back(id);
  }
  report.paragraph();
  if (!listed_sessions.empty())
    report.sentence("participants", "report.participants",
                    {{"sessions", sessions_named(lens, listed_sessions, Role::of)},
                     {"documents", gathered(lists.from, lists.documents)}});
  if (untold.empty()) return;
  const auto sessions = sessions_named(lens, untold, Role::of);
  if (report.basis() == Basis::planned)
    report.sentence("participants-to-come", "report.participants", {{"sessions", sessions}, {"documents", {}}},
                    "report.missing.participants");
  else
    report.missing("report.missing.participants", {{"sessions", sessions}});
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
