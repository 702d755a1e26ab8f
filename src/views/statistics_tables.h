// The statistics of a body as a page shows them: tables whose numbers open what they were counted from, with a bar
// beside each, and the line of intervals. Computed from the view; the twin has the same numbers one by one.
#pragma once

#include "views/statistics.h"

namespace comity {

// An entry that a number was counted from, with its page.
struct CountedEntry {
  std::int64_t entry = 0;
  Href href{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("entry", view.entry);
    visit("href", view.href);
  }
};

struct CountCell {
  Named column{};
  std::string nothing{};                // "1": the record holds nothing of the sort
  std::optional<std::int64_t> count{};  // where it is known exactly
  Say number{};                         // where it is not
  Say unknown{};                        // in how many sessions it is not known
  std::string contradicted{};           // "1"
  std::optional<MarkKind> weakest{};    // of what is weaker than confirmed
  std::vector<MarkedCount> weaker{};
  std::vector<CountedEntry> entries{};
  Html bar{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("column", view.column);
    visit("nothing", view.nothing);
    visit("count", view.count);
    visit("number", view.number);
    visit("unknown", view.unknown);
    visit("contradicted", view.contradicted);
    visit("weakest", view.weakest);
    visit("weaker", view.weaker);
    visit("entries", view.entries);
    visit("bar", view.bar);
  }
};

struct CountLine {
  Named head{};
  std::string number{};  // of an agenda item
  std::string sum{};     // "1": of a cycle, or of the whole mandate
  std::vector<CountCell> cells{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("head", view.head);
    visit("number", view.number);
    visit("sum", view.sum);
    visit("cells", view.cells);
  }
};

struct CountTable {
  std::string id{};
  Say title{};
  Say corner{};  // the head of the first column
  std::vector<Named> columns{};
  std::vector<CountLine> lines{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("id", view.id);
    visit("title", view.title);
    visit("corner", view.corner);
    visit("columns", view.columns);
    visit("lines", view.lines);
  }
};

// The whole mandate or one of its cycles, to choose from.
struct CycleLink {
  Say name{};
  Href href{};
  std::string current{};  // "1"

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("name", view.name);
    visit("href", view.href);
    visit("current", view.current);
  }
};

struct StatisticsShown {
  Named body{};
  Say scope{};
  std::vector<CycleLink> cycles{};
  std::string no_sessions{};  // "1": the record knows none of the body
  std::vector<ContradictionRow> contradictions{};
  std::vector<CountTable> tables{};
  std::vector<IntervalRow> intervals{};
  Html interval_line{};
  Say as_of{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("scope", view.scope);
    visit("cycles", view.cycles);
    visit("no-sessions", view.no_sessions);
    visit("contradictions", view.contradictions);
    visit("tables", view.tables);
    visit("intervals", view.intervals);
    visit("interval-line", view.interval_line);
    visit("as-of", view.as_of);
  }
};

StatisticsShown shown(const StatisticsPage& page);
// "Cycle of 2022", or the whole mandate.
Say scope_name(const std::string& cycle);

}  // namespace comity
