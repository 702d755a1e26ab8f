// Informal meetings of the cycle, those alike in one sentence: intersessional meetings, consultations with
// stakeholders, briefings, exercises, with their basis and partners (A/AC.292/2023/L.1, paras. 12 and 14;
// A/AC.292/2025/L.1, paras. 14-17).
#include <tuple>

#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

// What the meetings of one sentence have in common.
struct Alike {
  InformalType type{};
  std::vector<Symbol> basis{};
  std::vector<EntityId> partners{};
  std::vector<ItemId> topics{};
  std::optional<Mode> mode{};
  auto operator<=>(const Alike&) const = default;
};

struct InformalGroup {
  Alike alike{};
  std::vector<InformalId> ids{};
  std::vector<Spoken> told{};  // the days of each
};

template <class A>
Alike alike_of(const A& act) {
  return {act.type, act.basis, act.partners, act.topics, act.mode};
}

// Of one meeting: its days, by the basis of the report.
Spoken informal_days(const ReportMaker& report, const InformalId& id) {
  const auto& lens = report.lens();
  const auto of_days = [](const auto& fact) { return Say::Value(span(fact.act.days)); };
  std::vector<Teller> tellers;
  if (report.basis() == Basis::planned) add_plan_in_force<InformalPlanned>(lens, id, tellers);
  add_tellers(tellers, about<InformalHeld>(lens, id), of_days);
  return choose(lens, report.basis(), id.text, "days", std::move(tellers));
}

std::optional<Alike> alike_of(const ReportMaker& report, const InformalId& id) {
  const auto held = about<InformalHeld>(report.lens(), id);
  const auto planned = about<InformalPlanned>(report.lens(), id);
  if (report.basis() == Basis::planned && !planned.empty()) return alike_of(planned.front()->act);
  if (!held.empty()) return alike_of(held.front()->act);
  return std::nullopt;
}

std::vector<InformalGroup> groups_of(const ReportMaker& report) {
  std::vector<InformalGroup> groups;
  for (const auto& id : informals_of(report.lens(), report.body())) {
    const auto when = dated(report.lens(), id);
    const auto alike = alike_of(report, id);
    const auto days = informal_days(report, id);
    if (!when.days() || when.cancelled || !alike || days.absent() || !report.cycle().holds(when.days()->from)) continue;
    const auto same = [&](const InformalGroup& group) { return group.alike == *alike; };
    auto group = std::find_if(groups.begin(), groups.end(), same);
    if (group == groups.end()) group = groups.insert(groups.end(), {*alike, {}, {}});
    group->ids.push_back(id);
    group->told.push_back(days);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.alike.type < b.alike.type; });
  return groups;
}

// What is said of all meetings of the group alike has their evidence.
Spoken of_group(const InformalGroup& group, const std::string& aspect, Say::Value value) {
  auto out = gathered(group.told, {});
  out.told.clear();
  const auto plain = plain_values(value);
  if (!plain.empty())
    for (const auto& id : group.ids) out.told.push_back({id.text, aspect, plain, {}, {}, {}});
  out.value = std::move(value);
  return out;
}

Spoken basis_of(const InformalGroup& group) {
  std::vector<Spoken> cited_ones;
  for (const auto& symbol : group.alike.basis)
    cited_ones.push_back(cited(symbol, "report.under", of_group(group, "basis", symbol.text)));
  return listed(cited_ones);
}

Spoken topics_of(const ReportMaker& report, const InformalGroup& group) {
  std::vector<std::string> numbers;
  for (const auto& item : group.alike.topics)
    if (const auto* entered = report.lens().world.one<AgendaItemEntered>(item)) numbers.push_back(entered->act.number);
  if (numbers.empty()) return {};
  std::sort(numbers.begin(), numbers.end(), natural_less);
  return of_group(group, "topics", numbers);
}

// Partners with the article and case of their names where all have them; else behind a colon.
Spoken partners_of(const ReportMaker& report, const InformalGroup& group, bool& formed) {
  const auto& lens = report.lens();
  std::vector<Texts> names;
  for (const auto& id : group.alike.partners) {
    const auto found = facts_where<EntityDesignated>(
        lens, [&](const EntityDesignated& act) { return act.entity == id && act.body == report.body(); });
    names.push_back(found.empty() ? Texts{{{Language::en, id.text}}, {}} : found.front()->act.names);
  }
  formed = std::all_of(names.begin(), names.end(), [&](const Texts& one) { return has_form(lens, one, NameForm::of); });
  std::vector<Spoken> all;
  for (const auto& name : names)
    all.push_back(nested("report.text", {{"text", of_group(group, "partners", form_of(lens, name, NameForm::of))}}));
  return listed(all);
}

// What stands behind the sentence, or nothing: "on agenda item 5", "in accordance with …", "with the support of …".
Spoken behind(const InformalGroup& group, const std::string& aspect, const char* key, const char* name,
              const Spoken& told) {
  return told ? nested(key, {{name, told}}) : of_group(group, aspect, std::vector<Say>{});
}

void tell_group(ReportMaker& report, const InformalGroup& group) {
  std::vector<std::string> spans;
  for (const auto& told : group.told) {
    const auto values = plain_values(told.value);
    spans.push_back(values.empty() ? std::string() : values.front());
  }
  const bool unclear = std::any_of(group.told.begin(), group.told.end(), [](const auto& told) {
    return std::holds_alternative<std::vector<Say>>(told.value);
  });
  auto days = gathered(group.told, spans);
  if (unclear) days.value = std::vector<Say>{{"report.contradicted", {}, {}, true}};
  const auto type = std::string(code_of(group.alike.type));
  bool formed = false;
  const auto partners = partners_of(report, group, formed);
  report.paragraph();
  report.sentence("informal/" + group.ids.front().text, "report.informal." + type,
                  {{"days", days},
                   {"topics", behind(group, "topics", "report.on-items", "items", topics_of(report, group))},
                   {"basis", behind(group, "basis", "report.in-accordance", "documents", basis_of(group))},
                   {"partners", behind(group, "partners", formed ? "report.with-support" : "report.with-partners",
                                       "partners", partners)}});
}

// How many took part, in the words of its source, and whether all of those meetings are of this cycle.
void tell_attendance(ReportMaker& report) {
  const auto& lens = report.lens();
  for (const auto* fact : about<AttendanceReported>(lens, report.body())) {
    const auto ours = [&](const InformalId& id) {
      const auto days = dated(lens, id).days();
      return days && report.cycle().holds(days->from);
    };
    if (!std::all_of(fact->act.informals.begin(), fact->act.informals.end(), ours)) continue;
    auto told = choose(lens, report.basis(), report.body().text, "attendance",
                       {{fact, AttendanceReported::kind, false, without_stop(fact->act.text)}});
    told.told.front().values = {std::to_string(fact->act.more_than)};
    report.sentence("attendance/" + fact->act.informals.front().text, "report.sentence", {{"text", told}});
  }
}

}  // namespace

void tell_informals(ReportMaker& report) {
  bool attendance_told = false;
  for (const auto& group : groups_of(report)) {
    tell_group(report, group);
    if (group.alike.type == InformalType::consultation && !attendance_told) {
      tell_attendance(report);
      attendance_told = true;
    }
  }
}

}  // namespace comity
