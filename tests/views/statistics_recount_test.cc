// Statistics against a recount that knows nothing of them: random records, walked fact by fact.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "support/given.h"
#include "views/cycle.h"
#include "views/facts.h"
#include "views/statistics.h"

namespace comity {
namespace {

const BodyId recounted_body{"oewg-ict"};

// Proposes random acts about few things, so that many are granted, and some correct earlier ones.
class StatisticalActs {
 public:
  explicit StatisticalActs(unsigned seed) : random_(seed) {}

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  Said circumstances() {
    const std::array<Said, 4> all{confirmed(), asserted(), reported(), unverified()};
    return all[static_cast<std::size_t>(below(4))].on(print(some_day()));
  }
  Act next() {
    switch (below(12)) {
      case 0:
        return SessionHeld{session(), some_days(), {}};
      case 1:
        return SessionPlanned{session(), some_days(), {}};
      case 2:
        return SessionCancelled{session(), {}};
      case 3:
        return MeetingOpened{meeting(), session_, 1 + below(9)};
      case 4:
        return MeetingPlanned{meeting(), session_, {some_day()}};
      case 5:
        return PlenariesCounted{session(), below(9)};
      case 6:
        return SegmentHeld{meeting(), Segment::stakeholders};
      case 7:
        return informal();
      case 8:
        return items();
      case 9:
        return document();
      case 10:
        return decision();
      default:
        return MeetingCancelled{meeting(), {}};
    }
  }

 private:
  SessionId session() { return session_ = {"oewg-ict/s" + std::to_string(below(6))}; }
  MeetingId meeting() { return {session().text + "/m" + std::to_string(below(4))}; }
  Date some_day() { return {2021 + below(4), 1 + below(12), 1 + below(28)}; }
  Days some_days() {
    const auto from = some_day();
    return {from, {from.year, from.month, std::min(28, from.day + below(5))}};
  }
  Act informal() {
    const auto id = "oewg-ict/i" + std::to_string(below(8));
    const auto type = static_cast<InformalType>(id.back() % 5);
    const Date one{2021 + id.back() % 4, 6, 1 + id.back() % 28};  // plan and fact tell the same day
    InformalHeld held;
    held.id = {id};
    held.body = recounted_body;
    held.type = type;
    held.days = {one, one};
    if (below(2) == 0) return held;
    InformalPlanned planned;
    planned.id = held.id;
    planned.body = held.body;
    planned.type = type;
    planned.days = held.days;
    return below(4) == 0 ? Act(InformalCancelled{held.id, {}}) : Act(planned);
  }
  Act items() {
    ItemsConsidered act{session(), {}};
    for (int i = 1; i <= 3; ++i)
      if (below(2) == 0) act.items.push_back({"oewg-ict/item-" + std::to_string(i)});
    if (act.items.empty()) act.items.push_back({"oewg-ict/item-1"});
    return act;
  }
  Act document() {
    DocumentRegistered act;
    act.id = {"A/AC.292/2022/" + std::to_string(below(30))};
    act.body = recounted_body;
    act.type = static_cast<DocumentKind>(below(5));
    act.titles = in_english("Paper");
    for (int i = below(3); i > 0; --i)
      if (const auto id = session(); !contains(act.sessions, id)) act.sessions.push_back(id);
    if (below(2) == 0) act.date = below(4) == 0 ? Date{2022, 0, 0} : some_day();
    for (const auto language : languages)
      if (below(3) == 0) act.languages.push_back(language);
    return act;
  }
  Act decision() {
    DecisionTaken act;
    act.id = {"oewg-ict/d" + std::to_string(below(20))};
    act.body = recounted_body;
    act.titles = in_english("Decision");
    act.manner = static_cast<Manner>(below(5));
    if (below(2) == 0) act.session = session();
    return act;
  }

  std::mt19937 random_;
  SessionId session_{};
};

Given random_record(unsigned seed) {
  Given given;
  given.body().item("oewg-ict/item-1", "1").item("oewg-ict/item-2", "2").item("oewg-ict/item-3", "3");
  for (int i = 0; i < 6; ++i) given.session("oewg-ict/s" + std::to_string(i), i + 1);
  StatisticalActs acts(seed);
  std::vector<std::pair<std::uint64_t, Act>> entered;
  for (int i = 0; i < 150; ++i) {
    const auto act = acts.next();
    const auto said = acts.circumstances();
    if (given.outcome(act, said) != "granted") continue;
    given.act(act, said);
    entered.emplace_back(given.last(), act);
    if (acts.below(8) == 0) {
      const auto& wrong = entered[static_cast<std::size_t>(acts.below(static_cast<int>(entered.size())))];
      const FactCorrected correction{static_cast<std::int64_t>(wrong.first), "misread",
                                     std::string(kind_of(wrong.second)), to_json(wrong.second)};
      if (given.outcome(correction, said) == "granted") given.act(correction, said);
    }
  }
  return given;
}

// One scope as the recount sees it: which sessions, and which days.
struct Recount {
  const World& world;
  Lens lens;
  const FigureRow& row;
  std::optional<Cycle> cycle{};

  bool in(const SessionId& id) const {
    if (row.scope == CountScope::whole) return true;
    if (row.scope == CountScope::session) return id.text == row.session;
    const auto in_cycle = [&id](const Cycle& one) { return contains(one.sessions, id) || contains(one.cancelled, id); };
    if (row.scope == CountScope::cycle) return in_cycle(*cycle);
    const auto all = cycles_of(lens, recounted_body);
    return std::none_of(all.begin(), all.end(), in_cycle);
  }
  // Of a year, both its ends.
  static bool on(const Cycle& one, const Date& date) {
    if (date.whole()) return one.holds(date);
    return one.holds({date.year, 1, 1}) && one.holds({date.year, 12, 31});
  }
  bool on(const std::optional<Date>& date) const {
    if (row.scope == CountScope::whole) return true;
    if (row.scope == CountScope::cycle) return date && on(*cycle, *date);
    if (row.scope == CountScope::session) return false;
    const auto all = cycles_of(lens, recounted_body);
    return !date || std::none_of(all.begin(), all.end(), [&](const Cycle& one) { return on(one, *date); });
  }
  bool of_sessions(const std::vector<SessionId>& sessions, const std::optional<Date>& date) const {
    if (sessions.empty()) return on(date);
    const auto is_in = [this](const SessionId& id) { return in(id); };
    // In no cycle is what is in none of them with any of its sessions.
    if (row.scope == CountScope::no_cycle) return std::all_of(sessions.begin(), sessions.end(), is_in);
    return std::any_of(sessions.begin(), sessions.end(), is_in);
  }

  std::int64_t documents() const {
    std::int64_t out = 0;
    for (const auto* fact : world.facts<DocumentRegistered>())
      if (fact->act.body == recounted_body && code_of(fact->act.type) == row.kind)
        out += of_sessions(fact->act.sessions, fact->act.date) ? 1 : 0;
    return out;
  }
  std::int64_t listed() const {
    std::int64_t out = 0;
    for (const auto* fact : world.facts<DocumentRegistered>())
      if (fact->act.body == recounted_body && of_sessions(fact->act.sessions, fact->act.date))
        for (const auto language : fact->act.languages) out += code_of(language) == row.kind ? 1 : 0;
    return out;
  }
  std::int64_t decisions() const {
    std::int64_t out = 0;
    for (const auto* fact : world.facts<DecisionTaken>()) {
      std::vector<SessionId> sessions;
      if (fact->act.session) sessions.push_back(*fact->act.session);
      if (code_of(fact->act.manner) == row.kind && of_sessions(sessions, fact->from.around.happened->date)) ++out;
    }
    return out;
  }
  // How many meetings of the scope bear such a segment, or were planned, or cancelled.
  template <class A>
  std::int64_t meetings(bool unless_opened) const {
    std::set<std::string> ids;
    const auto add = [&](const MeetingId& id) {
      const SessionId session{id.text.substr(0, id.text.rfind('/'))};
      const bool opened = !world.about<MeetingOpened>(id).empty();
      const bool known = opened || !world.about<MeetingPlanned>(id).empty();
      if (known && in(session) && !(unless_opened && opened)) ids.insert(id.text);
    };
    for (const auto* fact : world.facts<A>())
      if constexpr (requires { fact->act.meeting; })
        add(fact->act.meeting);
      else
        add(fact->act.id);
    return static_cast<std::int64_t>(ids.size());
  }
  std::int64_t only_planned() const {
    std::int64_t cancelled = 0;
    std::set<std::string> ids;
    for (const auto* fact : world.facts<MeetingCancelled>()) {
      const auto plans = world.about<MeetingPlanned>(fact->act.meeting);
      const bool counts =
          !plans.empty() && in(plans.front()->act.session) && world.about<MeetingOpened>(fact->act.meeting).empty();
      if (counts && ids.insert(fact->act.meeting.text).second) ++cancelled;
    }
    return meetings<MeetingPlanned>(true) - cancelled;
  }
  // Of an informal meeting that is held, else cancelled, else only planned.
  std::int64_t informals() const {
    std::map<std::string, std::pair<InformalType, Date>> all;
    for (const auto* fact : world.facts<InformalPlanned>())
      all[fact->act.id.text] = {fact->act.type, fact->act.days.from};
    for (const auto* fact : world.facts<InformalHeld>()) all[fact->act.id.text] = {fact->act.type, fact->act.days.from};
    std::int64_t out = 0;
    for (const auto& [id, what] : all) {
      const bool held = !world.about<InformalHeld>(std::string_view(id)).empty();
      const bool cancelled = !world.about<InformalCancelled>(std::string_view(id)).empty();
      const auto state = cancelled ? CountOf::meetings_cancelled
                         : held    ? CountOf::meetings_held
                                   : CountOf::meetings_planned;
      if (state == row.what && code_of(what.first) == row.kind && on(what.second)) ++out;
    }
    return out;
  }
};

// The plenary meetings of one session: the number, whether it is exact; nothing where it is not known.
std::optional<std::pair<std::int64_t, bool>> plenaries_of(const World& world, const SessionId& id) {
  std::int64_t opened = 0, highest = 0;
  std::set<std::string> meetings;
  for (const auto* fact : world.facts<MeetingOpened>())
    if (fact->act.session == id && meetings.insert(fact->act.id.text).second) {
      ++opened;
      highest = std::max(highest, fact->act.ordinal);
    }
  int best = 9;
  for (const auto* fact : world.about<PlenariesCounted>(id)) best = std::min(best, strength(fact->from));
  std::vector<std::int64_t> counts;
  for (const auto* fact : world.about<PlenariesCounted>(id))
    if (strength(fact->from) == best) counts.push_back(fact->act.count);
  const auto seen = std::max(opened, highest);
  if (counts.empty()) return seen > 0 ? std::optional(std::pair(seen, false)) : std::nullopt;
  const auto least = *std::min_element(counts.begin(), counts.end());
  const auto most = *std::max_element(counts.begin(), counts.end());
  return std::pair(least, least == most && seen <= counts.front());
}

// The number and how it is known, as the page prints them.
struct Recounted {
  std::optional<std::int64_t> count{};
  HowKnown known{};
};

// What did not take place has nothing to be known of.
bool is_cancelled(const World& world, const SessionId& id) { return !world.about<SessionCancelled>(id).empty(); }

Recounted plenaries(const Recount& recount, const std::vector<SessionId>& asked) {
  Recounted out;
  bool exact = true;
  for (const auto& id : asked) {
    if (!recount.in(id)) continue;
    const auto one = plenaries_of(recount.world, id);
    if (!one && is_cancelled(recount.world, id)) continue;
    exact = exact && one && one->second;
    if (one) out.count = out.count.value_or(0) + one->first;
  }
  out.known = !out.count ? HowKnown::not_known : exact ? HowKnown::exactly : HowKnown::at_least;
  return out;
}

Recounted items(const Recount& recount, const std::vector<SessionId>& asked) {
  std::set<std::string> found;
  bool exact = true;
  for (const auto& id : asked) {
    if (!recount.in(id)) continue;
    const auto facts = recount.world.about<ItemsConsidered>(id);
    if (facts.empty() && is_cancelled(recount.world, id)) continue;
    exact = exact && !facts.empty();
    for (const auto* fact : facts)
      for (const auto& item : fact->act.items)
        if (recount.row.what == CountOf::items_taken_up)
          found.insert(item.text);
        else if (item.text == recount.row.kind)
          found.insert(id.text);
  }
  Recounted out;
  if (!found.empty()) out.count = static_cast<std::int64_t>(found.size());
  out.known = !out.count ? HowKnown::not_known : exact ? HowKnown::exactly : HowKnown::at_least;
  return out;
}

// Everything here lies before the day of the lens.
std::vector<SessionId> asked_of(const World& world) {
  std::vector<SessionId> out;
  for (const auto* fact : world.facts<SessionEntered>()) out.push_back(fact->act.id);
  return out;
}

std::optional<Recounted> recounted(const Recount& recount) {
  const auto exactly = [](std::int64_t count) { return Recounted{count, HowKnown::exactly}; };
  const auto& row = recount.row;
  switch (row.what) {
    case CountOf::documents:
      return exactly(recount.documents());
    case CountOf::versions_listed:
      return exactly(recount.listed());
    case CountOf::decisions:
      return exactly(recount.decisions());
    case CountOf::segments_held:
      return exactly(recount.meetings<SegmentHeld>(false));
    case CountOf::items_taken_up:
    case CountOf::sessions_of_item:
      return items(recount, asked_of(recount.world));
    case CountOf::meetings_held:
      if (row.kind == "plenary") return plenaries(recount, asked_of(recount.world));
      [[fallthrough]];
    case CountOf::meetings_planned:
    case CountOf::meetings_cancelled:
      if (row.kind == "plenary")
        return exactly(row.what == CountOf::meetings_planned ? recount.only_planned()
                                                             : recount.meetings<MeetingCancelled>(true));
      if (row.scope == CountScope::session) return std::nullopt;
      return exactly(recount.informals());
    default:
      return std::nullopt;
  }
}

void check_row(const Given& given, const FigureRow& row, unsigned seed) {
  const auto where = std::string(code_of(row.what)) + " " + row.kind + " " + row.cycle + " " + row.session + " seed " +
                     std::to_string(seed);
  std::int64_t marked = 0;
  for (const auto& one : row.marks) marked += one.count;
  EXPECT_EQ(marked, row.count.value_or(0)) << where;
  if (row.what != CountOf::days_to_adoption) {
    EXPECT_EQ(row.entries.empty(), !row.count) << where;
  }
  for (const auto entry : row.entries)
    EXPECT_FALSE(given.world().standing_kind(static_cast<std::uint64_t>(entry)).empty()) << where << " " << entry;
  Recount recount{given.world(), given.lens(), row, {}};
  if (row.scope == CountScope::cycle) recount.cycle = cycle_of(given.lens(), recounted_body, std::stoll(row.cycle));
  const auto again = recounted(recount);
  if (!again) return;
  EXPECT_EQ(row.count, again->count) << where;
  EXPECT_EQ(row.known, again->known) << where;
}

TEST(StatisticsProperty, EveryNumberIsARecountAndEveryEntryStands) {
  std::map<CountOf, std::size_t> checked;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const auto given = random_record(seed);
    const auto page = statistics_page(given.lens(), recounted_body, "", 1);
    ASSERT_TRUE(page);
    for (const auto& row : page->figures) {
      check_row(given, row, seed);
      ++checked[row.what];
    }
  }
  for (const auto what : {CountOf::documents, CountOf::versions_listed, CountOf::decisions, CountOf::segments_held,
                          CountOf::items_taken_up, CountOf::sessions_of_item, CountOf::meetings_held,
                          CountOf::meetings_planned, CountOf::meetings_cancelled, CountOf::sessions_held})
    EXPECT_GT(checked[what], 20U) << code_of(what);
}

// Nothing that the whole mandate holds is lost between its cycles and what lies in none.
TEST(StatisticsProperty, CyclesAndWhatLiesInNoneMakeTheWhole) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const auto given = random_record(seed);
    const auto page = statistics_page(given.lens(), recounted_body, "", 1);
    ASSERT_TRUE(page);
    std::set<std::int64_t> whole, parts;
    for (const auto& row : page->figures)
      for (const auto entry : row.entries) {
        if (row.scope == CountScope::whole) whole.insert(entry);
        if (row.scope == CountScope::cycle || row.scope == CountScope::no_cycle) parts.insert(entry);
      }
    EXPECT_FALSE(whole.empty());
    EXPECT_EQ(whole, parts) << seed;
  }
}

}  // namespace
}  // namespace comity
