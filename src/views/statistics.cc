#include "views/statistics.h"

#include <tuple>

#include "views/lists.h"
#include "views/statistics_things.h"
#include "views/work.h"

namespace comity {
namespace {

// One scope: the whole mandate, a cycle, what lies in none, a session.
struct CountingScope {
  CountScope sort{};
  std::int64_t year = 0;
  SessionId session{};

  bool holds(const CountedFor& place) const {
    switch (sort) {
      case CountScope::cycle:
        return contains(place.cycles, year);
      case CountScope::no_cycle:
        return place.cycles.empty();
      case CountScope::session:
        return contains(place.sessions, session);
      case CountScope::whole:
        break;
    }
    return true;
  }
};

// The sums of one scope, by what and by kind; a thing that is told twice is counted once.
class CountingSums {
 public:
  explicit CountingSums(const CountingScope& scope) : scope_(scope) {}

  void add(const CountedThing& thing) {
    auto& sum = sums_[{thing.what, thing.order, thing.kind}];
    add_entries(thing, sum.row);
    const auto [counted, fresh] = sum.counted.try_emplace(thing.thing, thing.mark);
    if (!fresh) {  // told by another session: the strongest telling counts
      if (strength_of(thing.mark) < strength_of(counted->second)) counted->second = thing.mark;
      return;
    }
    sum.row.unknown += thing.count ? 0 : 1;
    if (thing.count) sum.row.count = sum.row.count.value_or(0) + *thing.count;
    if (thing.count) sum.each[thing.thing] = *thing.count;
    sum.at_least = sum.at_least || thing.at_least;
    if (!thing.contradicted.empty()) sum.row.contradicted = thing.contradicted;
  }
  void take(std::vector<FigureRow>& out) {
    for (auto& [key, sum] : sums_) {
      auto& row = sum.row;
      row.scope = scope_.sort;
      row.cycle = scope_.year == 0 ? std::string() : std::to_string(scope_.year);
      row.session = scope_.session.text;
      row.what = std::get<0>(key);
      row.kind = std::get<2>(key);
      row.known = !row.count                        ? HowKnown::not_known
                  : sum.at_least || row.unknown > 0 ? HowKnown::at_least
                                                    : HowKnown::exactly;
      row.marks = marks_of(sum);
      out.push_back(std::move(row));
    }
  }

 private:
  struct Sum {
    FigureRow row{};
    bool at_least = false;
    std::map<std::string, MarkKind> counted{};   // by thing
    std::map<std::string, std::int64_t> each{};  // how many it counts for
  };

  static void add_entries(const CountedThing& thing, FigureRow& row) {
    for (const auto entry : thing.entries)
      if (!contains(row.entries, entry)) row.entries.push_back(entry);
  }
  static std::vector<MarkedCount> marks_of(const Sum& sum) {
    std::map<std::pair<int, MarkKind>, std::int64_t> by_mark;
    for (const auto& [thing, many] : sum.each) {
      const auto told = sum.counted.at(thing);
      by_mark[{strength_of(told), told}] += many;
    }
    std::vector<MarkedCount> out;
    for (const auto& [by, many] : by_mark) out.push_back({by.second, many});
    return out;
  }

  CountingScope scope_;
  std::map<std::tuple<CountOf, std::int64_t, std::string>, Sum> sums_{};
};

void add_figures(const CountedThings& things, const CountingScope& scope, std::vector<FigureRow>& out) {
  CountingSums sums(scope);
  for (const auto& thing : things)
    if (scope.holds(thing.place)) sums.add(thing);
  sums.take(out);
}

CountedThings all_things(const CountingPlaces& places, std::vector<ContradictionRow>& contradictions) {
  CountedThings out;
  count_sessions(places, out);
  count_meetings(places, out, contradictions);
  count_informals(places, out);
  count_items(places, out);
  count_documents(places, out);
  count_decisions(places, out);
  return out;
}

std::vector<CountingScope> scopes_of(const CountingPlaces& places, const std::string& year) {
  std::vector<CountingScope> out;
  if (year.empty()) out.push_back({});
  for (const auto& cycle : places.cycles()) {
    if (!year.empty() && std::to_string(cycle.year) != year) continue;
    out.push_back({CountScope::cycle, cycle.year, {}});
    for (const auto& session : places.sessions_of(cycle)) out.push_back({CountScope::session, cycle.year, session});
  }
  if (!year.empty()) return out;
  out.push_back({CountScope::no_cycle, 0, {}});
  for (const auto& session : places.sessions_outside()) out.push_back({CountScope::session, 0, session});
  return out;
}

std::vector<CycleRow> cycle_rows(const CountingPlaces& places) {
  return each(places.cycles(), [&places](const Cycle& cycle) {
    const auto year = std::to_string(cycle.year);
    return CycleRow{
        year, {href_of(places.body()).path + "/statistics/" + year}, named(places.lens(), places.sessions_of(cycle))};
  });
}

// A sub-item that no source names by itself is taken up with its item: a line of its own would say otherwise.
std::vector<ItemRow> items_counted(const CountingPlaces& places, const CountedThings& things) {
  std::vector<ItemRow> out;
  for (const auto* item : agenda_of(places.lens(), places.body())) {
    const bool told = std::any_of(things.begin(), things.end(), [&item](const CountedThing& thing) {
      return thing.what == CountOf::sessions_of_item && thing.kind == item->act.id.text;
    });
    if (told || !item->act.parent) out.push_back(item_row(places.lens(), item->act.id));
  }
  return out;
}

Refusal no_such_cycle(const CountingPlaces& places, const std::string& year) {
  std::string there;
  for (const auto& cycle : places.cycles()) there += (there.empty() ? "" : ", ") + std::to_string(cycle.year);
  if (there.empty()) return {"no-cycles", {{"year", year}}};
  return {"no-such-cycle", {{"year", year}, {"cycles", there}}};
}

// What does not belong to the cycle is left out.
void keep_cycle(const CountingPlaces& places, StatisticsPage& page) {
  const auto& year = page.cycle;
  std::erase_if(page.intervals, [&year](const IntervalRow& row) { return row.cycle != year; });
  std::erase_if(page.contradictions, [&](const ContradictionRow& row) {
    const auto cycles = places.place({SessionId{row.session.id}}).cycles;
    return std::none_of(cycles.begin(), cycles.end(), [&year](auto one) { return std::to_string(one) == year; });
  });
}

}  // namespace

int strength_of(MarkKind mark) {
  switch (mark) {
    case MarkKind::planned:
    case MarkKind::confirmed:
      return 0;
    case MarkKind::asserted:
      return 1;
    case MarkKind::reported:
      return 2;
    case MarkKind::unverified:
      break;
  }
  return 3;
}

Result<StatisticsPage> statistics_page(const Lens& lens, const BodyId& body, const std::string& year,
                                       std::int64_t size) {
  if (!lens.world.one<BodyEstablished>(body)) return Refusal{"no-such-page", {}};
  const CountingPlaces places(lens, body);
  StatisticsPage page;
  page.body = named(lens, body);
  page.cycle = year;
  page.size = size;
  page.day = lens.today();
  page.cycles = cycle_rows(places);
  const auto is_asked = [&year](const CycleRow& cycle) { return cycle.year == year; };
  if (!year.empty() && std::none_of(page.cycles.begin(), page.cycles.end(), is_asked))
    return no_such_cycle(places, year);
  page.outside = named(lens, places.sessions_outside());
  page.intervals = intervals_of(places);
  auto things = all_things(places, page.contradictions);
  count_days(places, page.intervals, things);
  page.items = items_counted(places, things);
  for (const auto& scope : scopes_of(places, year)) add_figures(things, scope, page.figures);
  if (!year.empty()) keep_cycle(places, page);
  return page;
}

}  // namespace comity
