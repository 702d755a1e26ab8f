#include "views/statistics_tables.h"

#include "views/drawing.h"
#include "views/facts.h"
#include "views/links.h"
#include "views/statistics_things.h"

namespace comity {
namespace {

// What a line or a column of a table stands for: a scope or a sort of thing.
struct CountedScope {
  CountScope sort{};
  std::string cycle{};
  std::string session{};
  Named name{};
};
struct CountedSort {
  CountOf what{};
  std::string kind{};
  Named name{};
  std::string number{};
};

std::string base_of(const StatisticsPage& page) { return page.body.href.path; }

Say counted_what(CountOf what) { return {"code.count-of." + std::string(code_of(what)), {}}; }

const FigureRow* find_figure(const StatisticsPage& page, const CountedScope& scope, const CountedSort& sort) {
  for (const auto& row : page.figures)
    if (row.scope == scope.sort && row.cycle == scope.cycle && row.session == scope.session && row.what == sort.what &&
        row.kind == sort.kind)
      return &row;
  return nullptr;
}

CountedScope of_cycle(const CycleRow& cycle) {
  return {CountScope::cycle, cycle.year, {}, {cycle.year, scope_name(cycle.year), {}, cycle.href}};
}

CountedScope whole_of(const StatisticsPage& page) {
  return {CountScope::whole, {}, {}, {"", scope_name(""), {}, {base_of(page) + "/statistics"}}};
}

CountedScope no_cycle_of(const StatisticsPage& page) {
  return {
      CountScope::no_cycle, {}, {}, {"", {"page.statistics.no-cycle", {}}, {}, {base_of(page) + "/statistics#method"}}};
}

void add_sessions(const std::vector<Named>& sessions, const std::string& cycle, std::vector<CountedScope>& out) {
  for (const auto& session : sessions) out.push_back({CountScope::session, cycle, session.id, session});
}

// Each cycle with its sessions, then what lies in none, then all of it; or the one cycle that is asked for.
std::vector<CountedScope> sessions_and_sums(const StatisticsPage& page) {
  std::vector<CountedScope> out;
  for (const auto& cycle : page.cycles) {
    if (!page.cycle.empty() && cycle.year != page.cycle) continue;
    out.push_back(of_cycle(cycle));
    add_sessions(cycle.sessions, cycle.year, out);
  }
  if (!page.cycle.empty()) return out;
  out.push_back(no_cycle_of(page));
  add_sessions(page.outside, {}, out);
  out.push_back(whole_of(page));
  return out;
}

// The cycles and their sum; of one cycle its sessions and their sum.
std::vector<CountedScope> side_by_side(const StatisticsPage& page) {
  std::vector<CountedScope> out;
  for (const auto& cycle : page.cycles) {
    if (page.cycle.empty()) out.push_back(of_cycle(cycle));
    if (cycle.year != page.cycle) continue;
    add_sessions(cycle.sessions, cycle.year, out);
    out.push_back(of_cycle(cycle));
  }
  if (!page.cycle.empty()) return out;
  out.push_back(no_cycle_of(page));
  out.push_back(whole_of(page));
  return out;
}

CountedScope asked_scope(const StatisticsPage& page) {
  for (const auto& cycle : page.cycles)
    if (cycle.year == page.cycle) return of_cycle(cycle);
  return whole_of(page);
}

// The list of the site that holds what is counted.
Href list_of(const StatisticsPage& page, CountOf what, const std::string& kind) {
  const auto base = base_of(page);
  switch (what) {
    case CountOf::sessions_held:
    case CountOf::sessions_planned:
    case CountOf::sessions_cancelled:
    case CountOf::meetings_held:
    case CountOf::meetings_planned:
    case CountOf::meetings_cancelled:
    case CountOf::segments_held:
      return {base + "/sessions"};
    case CountOf::items_taken_up:
      return {base + "/agenda"};
    case CountOf::sessions_of_item:
      return {"/" + kind};
    case CountOf::decisions:
      return {base + "/decisions"};
    case CountOf::documents:
      return {base + "/documents?kind=" + kind};
    case CountOf::versions_listed:
      return {base + "/documents?language=" + kind};
    default:
      return {base + "/documents"};
  }
}

Say sort_name(CountOf what, const std::string& kind) {
  const auto in_state = [](const char* state, Say name) {
    return Say{std::string("page.statistics.") + state, {{"kind", std::vector<Say>{std::move(name)}}}};
  };
  const auto meeting = kind == "plenary" ? Say{"page.statistics.plenary", {}} : Say{"code.informal-type." + kind, {}};
  switch (what) {
    case CountOf::sessions_held:
      return {"code.session-type." + kind, {}};
    case CountOf::sessions_planned:
      return in_state("planned", {"code.session-type." + kind, {}});
    case CountOf::sessions_cancelled:
      return in_state("cancelled", {"code.session-type." + kind, {}});
    case CountOf::meetings_held:
      return meeting;
    case CountOf::meetings_planned:
      return in_state("planned", meeting);
    case CountOf::meetings_cancelled:
      return in_state("cancelled", meeting);
    case CountOf::segments_held:
      return {"code.segment." + kind, {}};
    case CountOf::documents:
      return {"code.document-kind." + kind, {}};
    case CountOf::decisions:
      return {"code.manner." + kind, {}};
    default:
      return counted_what(what);
  }
}

// The sorts that have a number on this page, in the order of the figures.
std::vector<CountedSort> sorts_of(const StatisticsPage& page, const std::vector<CountOf>& what) {
  std::vector<CountedSort> out;
  for (const auto one : what)
    for (const auto& row : page.figures) {
      const auto is_same = [&row](const CountedSort& sort) { return sort.what == row.what && sort.kind == row.kind; };
      if (row.what != one || row.scope == CountScope::session || row.scope == CountScope::no_cycle) continue;
      if (std::any_of(out.begin(), out.end(), is_same)) continue;
      out.push_back(
          {row.what, row.kind, {row.kind, sort_name(row.what, row.kind), {}, list_of(page, row.what, row.kind)}, {}});
    }
  return out;
}

std::vector<CountedSort> items_of(const StatisticsPage& page) {
  return each(page.items, [](const ItemRow& item) {
    return CountedSort{CountOf::sessions_of_item, item.id, {item.id, {}, item.title, item.href}, item.number};
  });
}

CountCell cell_of(const FigureRow* figure, const Named& column) {
  CountCell cell;
  cell.column = column;
  if (!figure) {
    cell.nothing.assign(1, '1');
    return cell;
  }
  if (figure->known == HowKnown::exactly) cell.count = figure->count;
  if (figure->known == HowKnown::at_least) cell.number = {"page.statistics.at-least", {{"count", *figure->count}}};
  if (figure->known == HowKnown::not_known) cell.number = {"page.statistics.not-known", {}};
  const bool in_part = figure->known != HowKnown::not_known;
  if (figure->unknown > 0 && in_part) cell.unknown = {"page.statistics.unknown", {{"count", figure->unknown}}};
  cell.contradicted = figure->contradicted;
  for (const auto& one : figure->marks)
    if (strength_of(one.mark) > 0) cell.weaker.push_back(one);
  if (!cell.weaker.empty()) cell.weakest = cell.weaker.back().mark;
  cell.entries = each(figure->entries, [](std::int64_t entry) {
    return CountedEntry{entry, entry_href(static_cast<std::uint64_t>(entry))};
  });
  return cell;
}

bool is_sum(const StatisticsPage& page, const CountedScope& scope) {
  if (scope.sort == CountScope::session) return false;
  return scope.sort == CountScope::whole || !page.cycle.empty();
}

// A bar stands beside what can be compared: sessions with sessions, cycles with cycles, never beside a sum of them, nor
// where each is one.
struct CountBars {
  std::int64_t longest = 0;

  void measure(const FigureRow* figure) {
    if (figure && figure->count) longest = std::max(longest, *figure->count);
  }
  Html draw(const FigureRow* figure) const {
    if (!figure || longest < 2) return {};
    return count_bar(figure->count, figure->known == HowKnown::exactly, longest);
  }
};

// What lies in no cycle is told only where there is something.
void leave_out_empty(const StatisticsPage& page, const std::vector<CountedSort>& sorts,
                     std::vector<CountedScope>& scopes) {
  std::erase_if(scopes, [&](const CountedScope& scope) {
    return scope.sort == CountScope::no_cycle && std::none_of(sorts.begin(), sorts.end(), [&](const CountedSort& sort) {
             return find_figure(page, scope, sort) != nullptr;
           });
  });
}

// A line for each scope, a column for each sort.
CountTable by_session(const StatisticsPage& page) {
  CountTable table{"meetings", {"page.statistics.meetings", {}}, {"col.session", {}}, {}, {}};
  const auto sorts = sorts_of(page, {CountOf::meetings_held, CountOf::segments_held, CountOf::meetings_planned,
                                     CountOf::meetings_cancelled, CountOf::items_taken_up});
  auto scopes = sessions_and_sums(page);
  leave_out_empty(page, sorts, scopes);
  table.columns = each(sorts, [](const CountedSort& sort) { return sort.name; });
  CountBars bars;
  for (const auto& scope : scopes)
    for (const auto& sort : sorts)
      if (scope.sort == CountScope::session) bars.measure(find_figure(page, scope, sort));
  for (const auto& scope : scopes) {
    CountLine line{scope.name, {}, scope.sort == CountScope::session ? "" : "1", {}};
    for (const auto& sort : sorts) {
      const auto* figure = find_figure(page, scope, sort);
      line.cells.push_back(cell_of(figure, sort.name));
      if (line.sum.empty()) line.cells.back().bar = bars.draw(figure);
    }
    table.lines.push_back(std::move(line));
  }
  if (sorts.empty()) table.lines.clear();
  return table;
}

// A line for each sort, a column for each scope.
CountTable by_sort(const StatisticsPage& page, CountTable table, const std::vector<CountedSort>& sorts) {
  auto scopes = side_by_side(page);
  leave_out_empty(page, sorts, scopes);
  table.columns = each(scopes, [](const CountedScope& scope) { return scope.name; });
  CountBars bars;
  for (const auto& sort : sorts)
    for (const auto& scope : scopes)
      if (!is_sum(page, scope)) bars.measure(find_figure(page, scope, sort));
  for (const auto& sort : sorts) {
    CountLine line{sort.name, sort.number, {}, {}};
    for (const auto& scope : scopes) {
      const auto* figure = find_figure(page, scope, sort);
      line.cells.push_back(cell_of(figure, scope.name));
      if (!is_sum(page, scope)) line.cells.back().bar = bars.draw(figure);
    }
    table.lines.push_back(std::move(line));
  }
  return table;
}

// A line for each language, in the order of languages and never by number; a column for each sort of version.
CountTable by_language(const StatisticsPage& page) {
  CountTable table{"languages", {"page.statistics.languages", {}}, {"col.language", {}}, {}, {}};
  const auto scope = asked_scope(page);
  std::vector<CountOf> what;
  for (auto code = static_cast<int>(CountOf::versions_listed); code < static_cast<int>(CountOf::decisions); ++code)
    what.push_back(static_cast<CountOf>(code));
  std::erase_if(what, [&page](CountOf one) { return sorts_of(page, {one}).empty(); });
  const auto column = [&page](CountOf one) {
    return Named{std::string(code_of(one)), counted_what(one), {}, list_of(page, CountOf::documents_withdrawn, {})};
  };
  table.columns = each(what, column);
  CountBars bars;
  for (const auto one : what)
    for (const auto language : languages)
      bars.measure(find_figure(page, scope, {one, std::string(code_of(language)), {}, {}}));
  for (const auto language : languages) {
    const std::string code(code_of(language));
    CountLine line{{code, {"language." + code, {}}, {}, list_of(page, CountOf::versions_listed, code)}, {}, {}, {}};
    for (const auto one : what) {
      const auto* figure = find_figure(page, scope, {one, code, {}, {}});
      line.cells.push_back(cell_of(figure, column(one)));
      line.cells.back().bar = bars.draw(figure);
    }
    if (!what.empty()) table.lines.push_back(std::move(line));
  }
  return table;
}

std::vector<CountTable> all_tables(const StatisticsPage& page) {
  const auto table = [](const char* id, const char* corner) {
    return CountTable{id, {std::string("page.statistics.") + id, {}}, {corner, {}}, {}, {}};
  };
  std::vector<CountTable> out{by_session(page)};
  out.push_back(
      by_sort(page, table("sessions", "col.kind"),
              sorts_of(page, {CountOf::sessions_held, CountOf::sessions_planned, CountOf::sessions_cancelled})));
  out.push_back(by_sort(page, table("items", "col.items"), items_of(page)));
  out.push_back(by_sort(page, table("documents", "col.kind"),
                        sorts_of(page, {CountOf::documents, CountOf::documents_withdrawn})));
  out.push_back(by_language(page));
  out.push_back(by_sort(page, table("decisions", "col.manner"), sorts_of(page, {CountOf::decisions})));
  std::erase_if(out, [](const CountTable& one) { return one.lines.empty(); });
  return out;
}

Html interval_line_of(const std::vector<IntervalRow>& rows) {
  return intervals(each(rows, [](const IntervalRow& row) {
    IntervalMark mark;
    mark.href = row.draft.href;
    mark.label = row.cycle.empty() ? "·" : row.cycle;
    mark.days = row.days;
    if (row.dated && row.adopted) mark.title = print(*row.dated) + " – " + print(row.adopted->date);
    mark.certain = row.draft_mark.mark == MarkKind::confirmed && row.decision_mark &&
                   row.decision_mark->mark == MarkKind::confirmed;
    return mark;
  }));
}

}  // namespace

Say scope_name(const std::string& cycle) {
  if (cycle.empty()) return {"page.statistics.whole", {}};
  return {"page.statistics.cycle", {{"year", cycle}}};
}

StatisticsShown shown(const StatisticsPage& page) {
  StatisticsShown out;
  out.body = page.body;
  out.scope = scope_name(page.cycle);
  const auto whole = whole_of(page);
  out.cycles.push_back({whole.name.name, whole.name.href, page.cycle.empty() ? "1" : ""});
  for (const auto& cycle : page.cycles)
    out.cycles.push_back({scope_name(cycle.year), cycle.href, cycle.year == page.cycle ? "1" : ""});
  if (page.cycles.empty() && page.outside.empty()) out.no_sessions.assign(1, '1');
  out.contradictions = page.contradictions;
  out.tables = all_tables(page);
  out.intervals = page.intervals;
  out.interval_line = interval_line_of(page.intervals);
  out.as_of = {"page.statistics.as-of", {{"entries", page.size}, {"day", print(page.day)}}};
  return out;
}

}  // namespace comity
