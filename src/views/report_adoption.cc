// Chapter III: the adoption of the report. Adopting the draft, and deciding to include the annexed text, are two
// decisions (A/77/275, para. 16).
#include "views/in_sentences.h"
#include "views/report_chapters.h"
#include "views/report_parts.h"

namespace comity {
namespace {

bool takes(const ReportMaker& report, const DecisionTaken& act, DocumentKind kind) {
  return takes(report.lens(), report.cycle(), act, kind);
}

Facts<DecisionTaken> decisions_on(const ReportMaker& report, DocumentKind kind) {
  return facts_where<DecisionTaken>(report.lens(), [&](const DecisionTaken& act) { return takes(report, act, kind); });
}

// Documents of the cycle's sessions that are of the kind: what a draft has before anything was decided on it.
Spoken registered(const ReportMaker& report, DocumentKind kind) {
  const auto found = facts_where<DocumentRegistered>(report.lens(), [&](const DocumentRegistered& act) {
    const auto ours = [&](const SessionId& id) { return contains(report.cycle().sessions, id); };
    return act.type == kind && act.body == report.body() && std::any_of(act.sessions.begin(), act.sessions.end(), ours);
  });
  if (found.empty()) return {};
  std::vector<Spoken> all;
  for (const auto* fact : found)
    all.push_back(choose(report.lens(), report.basis(), fact->act.id.text, "registered",
                         {{fact, DocumentRegistered::kind, false, fact->act.id.text}}));
  return gathered(all, each(found, [](const auto* fact) { return fact->act.id.text; }));
}

struct ItemTold {
  Spoken number;
  Spoken title;
};
// The agenda item under which the decision was taken; absent where no entry tells.
ItemTold item_of(const ReportMaker& report, const DecisionId& id) {
  const auto& lens = report.lens();
  ItemTold out;
  const auto under = about<DecisionUnderItem>(lens, id);
  if (under.empty()) return out;
  const auto entered = about<AgendaItemEntered>(lens, under.front()->act.item);
  out.number = tell(lens, report.basis(), id.text, "item", under, [&](const auto& fact) {
    const auto* item = lens.world.template one<AgendaItemEntered>(fact.act.item);
    return Say::Value(item ? item->act.number : fact.act.item.text);
  });
  out.title = tell(lens, report.basis(), under.front()->act.item.text, "title", entered,
                   [](const auto& fact) { return Say::Value(fact.act.title); });
  return out;
}

struct Adoption {
  const ReportMaker& report;
  DecisionId id;
  Facts<DecisionTaken> entries;

  template <class ValueOf>
  Spoken value(const std::string& aspect, ValueOf&& value_of) const {
    return tell(report.lens(), report.basis(), id.text, aspect, entries, value_of);
  }
  Spoken day() const {
    return value("day", [](const auto& one) { return Say::Value(print(one.from.around.happened->date)); });
  }
  Spoken document(DocumentKind kind) const {
    return value("documents", [&](const auto& one) {
      std::vector<std::string> out;
      for (const auto& symbol : one.act.documents) {
        const auto* document = report.lens().world.template one<DocumentRegistered>(symbol);
        if (document && document->act.type == kind) out.push_back(symbol.text);
      }
      return Say::Value(out);
    });
  }
  // The meeting, where one is told, else the session; and the day.
  Spoken when() const {
    const auto& act = entries.front()->act;
    const auto meeting = act.meeting ? meetings_named(report.lens(), report.basis(), {*act.meeting}) : Spoken{};
    if (meeting) return occasion_of_meetings(meeting, day());
    return occasion(sessions_named(report.lens(), {*act.session}, Role::at), day());
  }
};

void tell_adopted(ReportMaker& report, const Adoption& adoption) {
  const auto item = item_of(report, adoption.id);
  ReportMaker::Values values{{"occasion", adoption.when()}, {"symbol", adoption.document(DocumentKind::draft_report)}};
  std::string key = "report.adopted";
  if (item.number && item.title) {
    key += ".item";
    values.push_back({"item", item.number});
    values.push_back({"title", item.title});
  }
  report.paragraph();
  report.sentence("adopted/" + adoption.id.text, key, values);
}

void tell_included(ReportMaker& report, const Adoption& adoption) {
  const auto item = item_of(report, adoption.id);
  ReportMaker::Values values{{"symbol", adoption.document(DocumentKind::conference_room_paper)}};
  std::string key = "report.included";
  if (item.number) {
    key += ".item";
    values.push_back({"item", item.number});
  }
  report.sentence("included/" + adoption.id.text, key, values);
}

// Each decision once, the strongest told first; several entries of one document are one decision told again.
std::vector<Adoption> adoptions(const ReportMaker& report, DocumentKind kind) {
  std::vector<Adoption> out;
  const auto all = decisions_on(report, kind);
  std::vector<std::vector<Symbol>> told;
  for (const auto* fact : all) {
    if (contains(told, fact->act.documents)) continue;
    told.push_back(fact->act.documents);
    out.push_back(
        {report, fact->act.id, all.where([&](const auto& one) { return one.act.documents == fact->act.documents; })});
  }
  return out;
}

// The session, and a day that is not known yet.
Spoken occasion_on_blank(const Spoken& session) {
  return nested("report.occasion.session-day", {{"session", session}, {"day", blank("adopted", "day")}});
}

// Before anything was decided: what the draft can say of it.
void tell_adoption_to_come(ReportMaker& report) {
  const auto& id = report.cycle().sessions.back();
  const auto last = sessions_named(report.lens(), {id}, Role::at);
  report.paragraph();
  report.sentence("adopted", "report.adopted",
                  {{"occasion", occasion_on_blank(last)},
                   {"symbol", registered(report, DocumentKind::draft_report)},
                   {"of", sessions_named(report.lens(), {id}, Role::of)}},
                  "report.missing.adoption");
  report.sentence("included", "report.included", {{"symbol", registered(report, DocumentKind::conference_room_paper)}},
                  {}, {last});
}

void tell_compendium(ReportMaker& report) {
  const auto documents = registered(report, DocumentKind::compendium);
  if (!documents) return;
  report.paragraph();
  report.sentence("compendium", "report.compendium", {{"symbol", documents}});
}

// Decisions of the cycle of which no sentence tells yet: none is left out.
void tell_other_decisions(ReportMaker& report) {
  const auto& lens = report.lens();
  for (const auto* fact : facts<DecisionTaken>(lens)) {
    const auto& act = fact->act;
    const auto& happened = fact->from.around.happened;
    if (act.body != report.body() || !happened || !report.cycle().holds(happened->date)) continue;
    if (report.tells(fact->from.entry)) continue;
    // Of these the next chapter tells.
    if (takes(report, act, DocumentKind::draft_report) || takes(report, act, DocumentKind::conference_room_paper))
      continue;
    const auto of_decision = about<DecisionTaken>(lens, act.id);
    const auto value = [&](const std::string& aspect, auto&& value_of) {
      return tell(lens, report.basis(), act.id.text, aspect, of_decision, value_of);
    };
    report.item(
        "decision/" + act.id.text, "-", "report.decision",
        {{"title", value("title", [](const auto& one) { return Say::Value(without_stop(one.act.titles)); })},
         {"manner", value("manner", [](const auto& one) { return Say::Value(std::string(code_of(one.act.manner))); })},
         {"day", value("day", [](const auto& one) { return Say::Value(print(one.from.around.happened->date)); })}});
  }
}

}  // namespace

void tell_adoption(ReportMaker& report) {
  report.section("decisions", 2);
  report.paragraph();
  tell_other_decisions(report);
  report.section("adoption", 1);
  const auto drafts = adoptions(report, DocumentKind::draft_report);
  const auto texts = adoptions(report, DocumentKind::conference_room_paper);
  for (const auto& draft : drafts) tell_adopted(report, draft);
  for (const auto& text : texts) tell_included(report, text);
  if (drafts.empty() && report.basis() == Basis::planned)
    tell_adoption_to_come(report);
  else if (drafts.empty())
    report.missing("report.missing.adoption",
                   {{"of", sessions_named(report.lens(), {report.cycle().sessions.back()}, Role::of)}});
  tell_compendium(report);
}

}  // namespace comity
