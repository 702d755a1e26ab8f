// Statistics count sessions, their meetings, informal meetings and the agenda items that they took up.
#include "views/statistics_things.h"
#include "views/work.h"

namespace comity {
namespace {

constexpr auto plenary = "plenary";

template <class A>
void add_session(const CountingPlaces& places, const Fact<A>& fact, CountOf what, const SessionEntered& session,
                 CountedThings& out) {
  auto thing = of_kind(counted(places.lens(), fact, what, session.id.text), session.type);
  thing.place = places.place({session.id});
  out.push_back(std::move(thing));
}

// The opened meetings of the session, each by the strongest fact.
std::vector<const Fact<MeetingOpened>*> opened_at(const Lens& lens, const SessionId& id) {
  std::vector<const Fact<MeetingOpened>*> out;
  for (const auto& meeting : meetings_of(lens, id))
    if (const auto* opened = strongest<MeetingOpened>(lens, meeting)) out.push_back(opened);
  return out;
}

void weaken(CountedThing& thing, MarkKind mark) {
  if (strength_of(mark) > strength_of(thing.mark)) thing.mark = mark;
}

// The plenary meetings of one session: as the strongest source counts them; where none does, at least as many as the
// highest number that a meeting bore (a meeting is numbered when it is opened).
class PlenaryCount {
 public:
  PlenaryCount(const Lens& lens, const SessionId& id)
      : lens_(lens), session_(id), counts_(about<PlenariesCounted>(lens, id)), opened_(opened_at(lens, id)) {
    thing_.what = CountOf::meetings_held;
    thing_.kind = plenary;
    thing_.order = -1;
    thing_.thing = id.text;
    thing_.count.reset();
    for (const auto* meeting : opened_)
      if (!last_ || meeting->act.ordinal > last_->act.ordinal) last_ = meeting;
  }

  CountedThing take(std::vector<ContradictionRow>& contradictions) {
    if (counts_.empty()) {
      take_opened();
      return thing_;
    }
    thing_.count = counts_.front()->act.count;
    thing_.mark = mark(lens_, *counts_.front()).mark;
    for (const auto* fact : counts_) thing_.entries.push_back(mark(lens_, *fact).entry);
    compare_counts(contradictions);
    compare_opened(contradictions);
    return thing_;
  }

 private:
  std::int64_t known_to_be_opened() const {
    const auto many = static_cast<std::int64_t>(opened_.size());
    return last_ ? std::max(many, last_->act.ordinal) : many;
  }
  void take_opened() {
    if (opened_.empty()) return;
    thing_.count = known_to_be_opened();
    thing_.at_least = true;
    thing_.mark = mark(lens_, *last_).mark;
    for (const auto* fact : opened_) thing_.entries.push_back(mark(lens_, *fact).entry);
  }
  // Of sources that are equally strong none prevails: at least the smaller number.
  void compare_counts(std::vector<ContradictionRow>& contradictions) {
    const auto* first = counts_.front();
    ContradictionRow row{named(lens_, session_), {"page.statistics.counts-differ", {}}, {}};
    for (const auto* fact : counts_) {
      row.marks.push_back(mark(lens_, *fact));
      if (fact->act.count == first->act.count) continue;
      thing_.contradicted.assign(1, '1');
      if (strength(fact->from) > strength(first->from)) continue;
      thing_.at_least = true;
      thing_.count = std::min(*thing_.count, fact->act.count);
    }
    if (thing_.contradicted.empty()) return;
    const auto by_count = [](const auto* a, const auto* b) { return a->act.count < b->act.count; };
    const auto [least, most] = std::minmax_element(counts_.begin(), counts_.end(), by_count);
    row.what.values = {{"least", (*least)->act.count}, {"most", (*most)->act.count}};
    contradictions.push_back(std::move(row));
  }
  void compare_opened(std::vector<ContradictionRow>& contradictions) {
    const auto* first = counts_.front();
    if (known_to_be_opened() <= first->act.count) return;
    const auto told = mark(lens_, *last_);
    thing_.contradicted.assign(1, '1');
    thing_.at_least = true;
    weaken(thing_, told.mark);
    thing_.entries.push_back(told.entry);
    contradictions.push_back(
        {named(lens_, session_),
         {"page.statistics.more-opened", {{"count", first->act.count}, {"opened", known_to_be_opened()}}},
         {mark(lens_, *first), told}});
  }

  const Lens& lens_;
  const SessionId& session_;
  Facts<PlenariesCounted> counts_;
  std::vector<const Fact<MeetingOpened>*> opened_;
  const Fact<MeetingOpened>* last_ = nullptr;
  CountedThing thing_{};
};

void count_planned(const CountingPlaces& places, const SessionId& id, const MeetingId& meeting, CountedThings& out) {
  const auto add = [&](CountedThing thing) {
    thing.kind = plenary;
    thing.order = -1;
    thing.place = places.place({id});
    out.push_back(std::move(thing));
  };
  const auto& lens = places.lens();
  if (const auto* cancelled = strongest<MeetingCancelled>(lens, meeting))
    return add(counted(lens, *cancelled, CountOf::meetings_cancelled, meeting.text));
  if (const auto* planned = strongest<MeetingPlanned>(lens, meeting))
    add(counted(lens, *planned, CountOf::meetings_planned, meeting.text));
}

void count_segments(const CountingPlaces& places, const SessionId& id, const MeetingId& meeting, CountedThings& out) {
  std::vector<Segment> told;
  for (const auto* fact : about<SegmentHeld>(places.lens(), meeting)) {
    if (contains(told, fact->act.segment)) continue;
    told.push_back(fact->act.segment);
    auto thing = of_kind(counted(places.lens(), *fact, CountOf::segments_held, meeting.text), fact->act.segment);
    thing.place = places.place({id});
    out.push_back(std::move(thing));
  }
}

// The numbers of a session of which no source says what it took up.
void add_unknown_items(const CountingPlaces& places, const SessionId& id, CountedThings& out) {
  CountedThing thing;
  thing.what = CountOf::items_taken_up;
  thing.thing = id.text;
  thing.place = places.place({id});
  thing.count.reset();
  out.push_back(thing);
  thing.what = CountOf::sessions_of_item;
  for (const auto* item : agenda_of(places.lens(), places.body())) {
    if (item->act.parent) continue;  // a sub-item is taken up with its item
    thing.kind = item->act.id.text;
    out.push_back(thing);
  }
}

void count_items_of(const CountingPlaces& places, const SessionId& id, CountedThings& out) {
  const auto told = about<ItemsConsidered>(places.lens(), id);
  if (told.empty() && told_by_now(places.lens(), id)) return add_unknown_items(places, id, out);
  for (const auto& item : items_taken_up(places.lens(), id)) {
    const auto* fact =
        *std::find_if(told.begin(), told.end(), [&item](const auto* one) { return contains(one->act.items, item); });
    auto thing = counted(places.lens(), *fact, CountOf::items_taken_up, item.text);
    thing.place = places.place({id});
    out.push_back(thing);
    thing.what = CountOf::sessions_of_item;
    thing.kind = item.text;
    thing.thing = id.text;
    out.push_back(std::move(thing));
  }
}

}  // namespace

bool told_by_now(const Lens& lens, const SessionId& id) {
  const auto when = dated(lens, id);
  if (when.cancelled) return false;
  return when.begun || !when.days() || when.days()->from <= lens.today();
}

void count_sessions(const CountingPlaces& places, CountedThings& out) {
  const auto& lens = places.lens();
  for (const auto& id : places.sessions()) {
    const auto& session = lens.world.one<SessionEntered>(id)->act;
    const auto opened = opened_at(lens, id);
    if (const auto* cancelled = strongest<SessionCancelled>(lens, id))
      add_session(places, *cancelled, CountOf::sessions_cancelled, session, out);
    else if (const auto* held = strongest<SessionHeld>(lens, id))
      add_session(places, *held, CountOf::sessions_held, session, out);
    else if (!opened.empty())
      add_session(places, *opened.front(), CountOf::sessions_held, session, out);
    else if (const auto* planned = strongest<SessionPlanned>(lens, id))
      add_session(places, *planned, CountOf::sessions_planned, session, out);
  }
}

void count_meetings(const CountingPlaces& places, CountedThings& out, std::vector<ContradictionRow>& contradictions) {
  const auto& lens = places.lens();
  for (const auto& id : places.sessions()) {
    auto plenaries = PlenaryCount(lens, id).take(contradictions);
    plenaries.place = places.place({id});
    if (plenaries.count || told_by_now(lens, id)) out.push_back(std::move(plenaries));
    for (const auto& meeting : meetings_of(lens, id)) {
      if (!strongest<MeetingOpened>(lens, meeting)) count_planned(places, id, meeting, out);
      count_segments(places, id, meeting, out);
    }
  }
}

void count_informals(const CountingPlaces& places, CountedThings& out) {
  const auto& lens = places.lens();
  for (const auto& id : informals_of(lens, places.body())) {
    const auto* held = strongest<InformalHeld>(lens, id);
    const auto* planned = strongest<InformalPlanned>(lens, id);
    const auto* cancelled = strongest<InformalCancelled>(lens, id);
    auto thing = cancelled ? counted(lens, *cancelled, CountOf::meetings_cancelled, id.text)
                 : held    ? counted(lens, *held, CountOf::meetings_held, id.text)
                           : counted(lens, *planned, CountOf::meetings_planned, id.text);
    thing = of_kind(std::move(thing), held ? held->act.type : planned->act.type);
    thing.place = places.place(id, dated(lens, id).days());
    out.push_back(std::move(thing));
  }
}

void count_items(const CountingPlaces& places, CountedThings& out) {
  const auto from = out.size();
  for (const auto& id : places.sessions()) count_items_of(places, id, out);
  std::map<std::string, std::int64_t> order;
  for (const auto* item : agenda_of(places.lens(), places.body()))
    order.emplace(item->act.id.text, static_cast<std::int64_t>(order.size()));
  for (auto at = from; at < out.size(); ++at)
    if (out[at].what == CountOf::sessions_of_item) out[at].order = order[out[at].kind];
}

}  // namespace comity
