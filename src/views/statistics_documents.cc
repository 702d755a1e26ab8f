// Statistics count documents, their language versions, decisions, and the days between a draft and its adoption.
#include "views/documents_pages.h"
#include "views/lists.h"
#include "views/statistics_things.h"

namespace comity {
namespace {

// The text of each language that is held, each language once: the latest.
std::map<Language, const Fact<TextImported>*> texts_by_language(const Lens& lens, const Symbol& symbol) {
  std::map<Language, const Fact<TextImported>*> out;
  for (const auto* fact : lens.world.about<TextImported>(symbol))
    if (seen(lens, since(fact->act, fact->from.around))) out[fact->act.language] = fact;
  return out;
}

std::optional<CountOf> count_of(const std::optional<VersionStage>& stage) {
  if (!stage) return std::nullopt;
  switch (*stage) {
    case VersionStage::awaited:
      return CountOf::versions_awaited;
    case VersionStage::in_translation:
      return CountOf::versions_in_translation;
    case VersionStage::issued:
      return CountOf::versions_issued;
    case VersionStage::not_to_be_issued:
      break;
  }
  return CountOf::versions_not_to_be_issued;
}

// The language versions of one document, as its page tells them.
void count_versions(const CountingPlaces& places, const Fact<DocumentRegistered>& document, const CountedFor& place,
                    CountedThings& out) {
  const auto& lens = places.lens();
  const auto add = [&](CountedThing thing, Language language) {
    thing = of_kind(std::move(thing), language);
    thing.place = place;
    out.push_back(std::move(thing));
  };
  const auto& id = document.act.id.text;
  for (const auto language : document.act.languages)
    add(counted(lens, document, CountOf::versions_listed, id), language);
  for (const auto& [language, text] : texts_by_language(lens, document.act.id)) {
    const bool working = text->act.standing == TextStanding::working;
    add(counted(lens, *text, working ? CountOf::working_texts_held : CountOf::texts_held, id), language);
  }
  for (const auto& version : language_versions(lens, document.act))
    if (const auto what = count_of(version.stage)) {
      CountedThing thing;
      thing.what = *what;
      thing.thing = id;
      thing.mark = version.mark->mark;
      thing.entries.push_back(version.mark->entry);
      add(std::move(thing), version.language);
    }
}

IntervalRow interval(const Lens& lens, const Fact<DocumentRegistered>& draft, const Fact<DecisionTaken>* decision) {
  IntervalRow row;
  row.draft = document_link(lens, draft.act.id);
  row.dated = draft.act.date;
  row.draft_mark = mark(lens, draft);
  if (decision) {
    row.decision = named(lens, decision->act.id);
    row.adopted = decision->from.around.happened;
    row.decision_mark = mark(lens, *decision);
  }
  if (!row.dated || !row.dated->whole())
    row.known = IntervalKnown::draft_undated;
  else if (!decision)
    row.known = IntervalKnown::no_adoption;
  else if (!row.adopted || !row.adopted->date.whole())
    row.known = IntervalKnown::adoption_undated;
  else if (days_between(*row.dated, row.adopted->date) < 0)
    row.known = IntervalKnown::adopted_before;
  else
    row.days = days_between(*row.dated, row.adopted->date);
  return row;
}

}  // namespace

void count_documents(const CountingPlaces& places, CountedThings& out) {
  const auto& lens = places.lens();
  const auto of_body = [&places](const DocumentRegistered& act) { return act.body == places.body(); };
  for (const auto* fact : facts_where<DocumentRegistered>(lens, of_body)) {
    auto thing = of_kind(counted(lens, *fact, CountOf::documents, fact->act.id.text), fact->act.type);
    thing.place = places.place(fact->act.sessions, fact->act.date);
    out.push_back(thing);
    if (const auto* withdrawn = strongest<DocumentWithdrawn>(lens, fact->act.id)) {
      auto gone = counted(lens, *withdrawn, CountOf::documents_withdrawn, fact->act.id.text);
      gone.place = thing.place;
      out.push_back(std::move(gone));
      continue;  // its language versions are no longer told
    }
    count_versions(places, *fact, thing.place, out);
  }
}

void count_decisions(const CountingPlaces& places, CountedThings& out) {
  const auto& lens = places.lens();
  const auto of_body = [&places](const DecisionTaken& act) { return act.body == places.body(); };
  for (const auto* fact : facts_where<DecisionTaken>(lens, of_body)) {
    auto thing = of_kind(counted(lens, *fact, CountOf::decisions, fact->act.id.text), fact->act.manner);
    std::vector<SessionId> sessions;
    if (fact->act.session) sessions.push_back(*fact->act.session);
    const auto& happened = fact->from.around.happened;
    thing.place = places.place(sessions, happened ? std::optional(happened->date) : std::nullopt);
    out.push_back(std::move(thing));
  }
}

// Each draft is a kind of its own; one that several decisions adopt is one for each of them: days are never added.
void count_days(const CountingPlaces& places, const std::vector<IntervalRow>& intervals, CountedThings& out) {
  for (const auto& row : intervals) {
    const auto& symbol = row.draft.symbol;
    const auto same = [&symbol](const IntervalRow& other) { return other.draft.symbol == symbol; };
    CountedThing thing;
    thing.what = CountOf::days_to_adoption;
    thing.kind = thing.thing = symbol.text;
    if (std::count_if(intervals.begin(), intervals.end(), same) > 1) thing.kind += " " + row.decision->id;
    const auto* draft = places.lens().world.one<DocumentRegistered>(symbol);
    thing.place = places.place(draft->act.sessions, draft->act.date);
    thing.count = row.days;
    if (row.known == IntervalKnown::adopted_before) thing.contradicted.assign(1, '1');
    thing.mark = row.draft_mark.mark;
    thing.entries.push_back(row.draft_mark.entry);
    if (row.decision_mark) {
      thing.entries.push_back(row.decision_mark->entry);
      if (strength_of(row.decision_mark->mark) > strength_of(thing.mark)) thing.mark = row.decision_mark->mark;
    }
    out.push_back(std::move(thing));
  }
}

std::vector<IntervalRow> intervals_of(const CountingPlaces& places) {
  const auto& lens = places.lens();
  std::vector<IntervalRow> out;
  const auto is_draft = [&places](const DocumentRegistered& act) {
    return act.body == places.body() && act.type == DocumentKind::draft_report;
  };
  for (const auto* draft : facts_where<DocumentRegistered>(lens, is_draft)) {
    const auto cycles = places.place(draft->act.sessions, draft->act.date).cycles;
    const auto from = out.size();
    for (const auto* decision : facts<DecisionTaken>(lens))
      if (contains(decision->act.documents, draft->act.id)) out.push_back(interval(lens, *draft, decision));
    if (out.size() == from) out.push_back(interval(lens, *draft, nullptr));
    for (auto at = from; at < out.size(); ++at)
      if (!cycles.empty()) out[at].cycle = std::to_string(cycles.back());
  }
  std::stable_sort(out.begin(), out.end(), [](const IntervalRow& a, const IntervalRow& b) {
    return natural_less(a.draft.symbol.text, b.draft.symbol.text);
  });
  return out;
}

}  // namespace comity
