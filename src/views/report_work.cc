// Chapter II, E to G: organization of work, documentation, the work of the sessions and the informal meetings
// (A/77/275, paras. 8-15; A/AC.292/2023/L.1, paras. 7-14).
#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

template <class A>
Spoken document_of(const ReportMaker& report, const SessionId& id, const std::string& aspect, const Facts<A>& entries) {
  return tell(report.lens(), report.basis(), id.text, aspect, entries,
              [](const auto& one) { return Say::Value(one.act.document.text); });
}

template <class A>
std::vector<MeetingId> meetings_of_act(const A& act) {
  if constexpr (requires { act.meetings; })
    return act.meetings;
  else
    return act.meeting ? std::vector<MeetingId>{*act.meeting} : std::vector<MeetingId>{};
}

// Decisions of the body that take the same document at the same session: they tell the same, and are evidence of it.
std::vector<Spoken> same_decisions(const ReportMaker& report, const SessionId& session, const Symbol& document) {
  std::vector<Spoken> out;
  for (const auto* fact : facts<DecisionTaken>(report.lens()))
    if (fact->act.session == session && contains(fact->act.documents, document))
      out.push_back(choose(report.lens(), report.basis(), fact->act.id.text, "decision",
                           {{fact, DecisionTaken::kind, false, fact->act.id.text}}));
  return out;
}

// "At the 1st meeting of its fourth substantive session, on 6 March 2023, …": what is not known of it is left out.
template <class A>
void tell_at_meetings(ReportMaker& report, const SessionId& id, const std::string& what, const Facts<A>& entries,
                      const std::vector<Spoken>& also) {
  const auto& lens = report.lens();
  const auto meetings = meetings_of_act(entries.front()->act);
  const auto named_meetings = meetings_named(lens, report.basis(), meetings);
  const auto days = days_of_meetings(lens, report.basis(), meetings);
  const auto when =
      named_meetings ? occasion_of_meetings(named_meetings, days) : occasion(sessions_named(lens, {id}, Role::at), {});
  report.sentence(what + "/" + id.text, "report." + what,
                  {{"occasion", when}, {"symbol", document_of(report, id, what, entries)}}, {}, also);
}

void tell_programme(ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  const auto agreed = about<ProgrammeAgreed>(lens, id);
  const auto considered = about<ProgrammeConsidered>(lens, id);
  if (!considered.empty()) tell_at_meetings(report, id, "programme-considered", considered, {});
  if (!agreed.empty())
    tell_at_meetings(report, id, "programme-agreed", agreed, same_decisions(report, id, agreed.front()->act.document));
  if (!considered.empty() || !agreed.empty()) return;
  if (report.basis() == Basis::planned)
    report.sentence("programme-agreed/" + id.text, "report.programme-agreed",
                    {{"occasion", occasion(sessions_named(lens, {id}, Role::at), {})},
                     {"symbol", {}},
                     {"of", sessions_named(lens, {id}, Role::of)}},
                    "report.missing.programme");
  else
    report.missing("report.missing.programme", {{"of", sessions_named(lens, {id}, Role::of)}});
}

// "It also approved …", where that was at the meeting of which the sentence before tells.
void tell_approved(ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  const auto approved = about<StakeholdersApproved>(lens, id);
  if (approved.empty()) return;
  const auto& act = approved.front()->act;
  const auto agreed = about<ProgrammeAgreed>(lens, id);
  const auto also = same_decisions(report, id, act.document);
  if (!agreed.empty() && agreed.front()->act.meeting && agreed.front()->act.meeting == act.meeting) {
    report.sentence("list-approved/" + id.text, "report.list-approved.also",
                    {{"symbol", document_of(report, id, "list-approved", approved)}}, {}, also);
    return;
  }
  tell_at_meetings(report, id, "list-approved", approved, also);
}

// Whether one of the sources is the report, or its draft, on sessions of the cycle.
bool told_by_report(const ReportMaker& report, const std::vector<Source>& sources) {
  for (const auto kind : {DocumentKind::report, DocumentKind::draft_report})
    for (const auto* fact : reports_on(report.lens(), report.cycle(), kind))
      for (const auto& source : sources)
        if (source.symbol == fact->act.id) return true;
  return false;
}

void tell_documentation(ReportMaker& report) {
  const auto& lens = report.lens();
  const auto published = about<WebsitePublished>(lens, report.body());
  if (published.empty()) return;
  // It changed (A/77/275, para. 11; A/AC.292/2023/L.1, para. 9): the one that this cycle's report or draft gives, else
  // the latest.
  const auto* address = published.front();
  const auto of_cycle = [&](const auto* fact) { return told_by_report(report, fact->from.around.sources); };
  for (const auto* fact : published)
    if (std::pair(of_cycle(fact), fact->from.entry) > std::pair(of_cycle(address), address->from.entry)) address = fact;
  const std::vector<Teller> one{{address, WebsitePublished::kind, false, address->act.address}};
  report.paragraph();
  report.sentence("website", "report.website",
                  {{"address", choose(lens, report.basis(), report.body().text, "website", one)}});
}

// A count that the number of a meeting exceeds cannot be right, nor can it be said which of the two is wrong.
void set_against(const ReportMaker& report, const SessionId& id, Spoken& count) {
  if (count.absent() || count.told.front().values.empty()) return;
  const auto counted = std::stoll(count.told.front().values.front());
  const auto opened = facts_where<MeetingOpened>(
      report.lens(), [&](const MeetingOpened& act) { return act.session == id && act.ordinal > counted; });
  if (opened.empty()) return;
  const auto highest = std::max_element(opened.begin(), opened.end(),
                                        [](const auto* a, const auto* b) { return a->act.ordinal < b->act.ordinal; });
  auto told = choose(report.lens(), report.basis(), id.text, "plenaries",
                     {{*highest, MeetingOpened::kind, false, (*highest)->act.ordinal}});
  if (told.absent()) return;
  auto& row = count.told.front();
  row.contradicted = "1";
  row.values.push_back(std::to_string((*highest)->act.ordinal));
  count.value = std::vector<Say>{{"report.contradicted", {}, {}, true}};
  told.evidence.front().otherwise = "1";
  count.evidence.push_back(told.evidence.front());
}

// How many plenary meetings: as counted; by the plan, as many as are planned and not cancelled.
Spoken plenaries(const ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  std::vector<Teller> tellers;
  std::int64_t planned = 0;
  std::vector<Spoken> plans;
  for (const auto* plan : facts<MeetingPlanned>(lens)) {
    if (plan->act.session != id || dated(lens, plan->act.id).cancelled) continue;
    ++planned;
    plans.push_back(choose(lens, Basis::planned, plan->act.id.text, "start",
                           {{plan, MeetingPlanned::kind, true, print(plan->act.start.date)}}));
  }
  if (report.basis() == Basis::planned && planned > 0) {
    auto out = gathered(plans, {});
    out.value = planned;
    out.told.push_back({id.text, "plenaries", {std::to_string(planned)}, {}, {}, {}});
    return out;
  }
  add_tellers(tellers, about<PlenariesCounted>(lens, id), [](const auto& fact) { return Say::Value(fact.act.count); });
  auto out = choose(lens, report.basis(), id.text, "plenaries", std::move(tellers));
  set_against(report, id, out);
  return out;
}

Spoken items_told(const ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  return tell(lens, report.basis(), id.text, "items", about<ItemsConsidered>(lens, id), [&](const auto& fact) {
    std::vector<std::string> numbers;
    for (const auto& item : fact.act.items)
      if (const auto* entered = lens.world.template one<AgendaItemEntered>(item))
        numbers.push_back(entered->act.number);
    std::sort(numbers.begin(), numbers.end(), natural_less);
    return Say::Value(numbers);
  });
}

void tell_items_of(ReportMaker& report, const SessionId& id) {
  const bool organizational = is_organizational(report.lens(), id);
  const auto name = sessions_named(report.lens(), {id}, Role::at);
  const auto of = sessions_named(report.lens(), {id}, Role::of);
  const auto items = items_told(report, id);
  const auto count = plenaries(report, id);
  const bool draft = report.basis() == Basis::planned;
  if (organizational && items.absent() && count.absent()) return;
  report.paragraph();
  if (items && (count || draft))
    report.sentence("items/" + id.text, "report.items.meetings",
                    {{"session", name}, {"items", items}, {"count", count}, {"of", of}}, "report.missing.plenaries");
  else if (items || draft)
    report.sentence("items/" + id.text, "report.items", {{"session", name}, {"items", items}, {"of", of}},
                    "report.missing.items");
  else if (count)
    report.sentence("items/" + id.text, "report.plenaries", {{"session", name}, {"count", count}});
  if (!draft && count.absent() && !organizational) report.missing("report.missing.plenaries", {{"of", of}});
  if (!draft && items.absent() && !organizational) report.missing("report.missing.items", {{"of", of}});
}

// Meetings, or parts of them, that were given to the stakeholders (A/77/275, para. 14).
void tell_segments(ReportMaker& report) {
  const auto& lens = report.lens();
  std::vector<Spoken> clauses;
  for (const auto* fact : facts<SegmentHeld>(lens)) {
    const auto opened = about<MeetingOpened>(lens, fact->act.meeting);
    if (opened.empty() || !contains(report.cycle().sessions, opened.front()->act.session)) continue;
    const auto by = choose(lens, report.basis(), fact->act.meeting.text, "segment",
                           {{fact, SegmentHeld::kind, false, std::string(code_of(fact->act.segment))}});
    const auto meeting = meetings_named(lens, report.basis(), {fact->act.meeting});
    auto day = days_of_meetings(lens, report.basis(), {fact->act.meeting});
    if (day.absent() || meeting.absent()) continue;
    auto clause = nested("report.segment", {{"meeting", meeting}, {"day", day}});
    clause = nested(std::get<std::vector<Say>>(clause.value).front(), {clause, by});
    clauses.push_back(std::move(clause));
  }
  if (clauses.empty()) return;
  report.paragraph();
  report.sentence("segments", "report.segments", {{"clauses", listed(clauses)}});
}

}  // namespace

void tell_organization(ReportMaker& report) {
  report.section("work-organized", 2);
  for (const auto& id : report.cycle().sessions) {
    const bool told = !about<ProgrammeAgreed>(report.lens(), id).empty() ||
                      !about<ProgrammeConsidered>(report.lens(), id).empty() ||
                      !about<StakeholdersApproved>(report.lens(), id).empty();
    if (is_organizational(report.lens(), id) && !told) continue;
    report.paragraph();
    tell_programme(report, id);
    tell_approved(report, id);
  }
  report.section("documentation", 2);
  tell_documentation(report);
}

void tell_work(ReportMaker& report) {
  report.section("work", 2);
  for (const auto& id : report.cycle().sessions) tell_items_of(report, id);
  tell_segments(report);
  tell_informals(report);
}

}  // namespace comity
