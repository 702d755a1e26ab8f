// Statistics of a body: what the record holds, counted for the whole mandate, for each cycle and for each session.
// Every number carries the entries that it was counted from. No State is counted anywhere.
#pragma once

#include "views/rows.h"

namespace comity {

// What is counted. Sessions and meetings are held, planned (and not known to have been held) or cancelled: never two of
// these. `sessions_of_item` counts the sessions that took up an item; `days_to_adoption` the days from a draft report
// to the decision that adopts it.
enum class CountOf {
  sessions_held,
  sessions_planned,
  sessions_cancelled,
  meetings_held,
  segments_held,
  meetings_planned,
  meetings_cancelled,
  items_taken_up,
  sessions_of_item,
  documents,
  documents_withdrawn,
  versions_listed,
  texts_held,
  working_texts_held,
  versions_awaited,
  versions_in_translation,
  versions_issued,
  versions_not_to_be_issued,
  decisions,
  days_to_adoption
};
template <>
struct Codes<CountOf> {
  static constexpr std::string_view name = "count-of";
  static constexpr std::array<std::string_view, 20> all{"sessions-held",       "sessions-planned",
                                                        "sessions-cancelled",  "meetings-held",
                                                        "segments-held",       "meetings-planned",
                                                        "meetings-cancelled",  "items-taken-up",
                                                        "sessions-of-item",    "documents",
                                                        "documents-withdrawn", "versions-listed",
                                                        "texts-held",          "working-texts-held",
                                                        "versions-awaited",    "versions-in-translation",
                                                        "versions-issued",     "versions-not-to-be-issued",
                                                        "decisions",           "days-to-adoption"};
};

enum class CountScope { whole, cycle, no_cycle, session };
template <>
struct Codes<CountScope> {
  static constexpr std::string_view name = "count-scope";
  static constexpr std::array<std::string_view, 4> all{"whole", "cycle", "no-cycle", "session"};
};

// Of `at_least`, more may have been: the record does not hold all of it, or its sources contradict each other.
enum class HowKnown { exactly, at_least, not_known };
template <>
struct Codes<HowKnown> {
  static constexpr std::string_view name = "how-known";
  static constexpr std::array<std::string_view, 3> all{"exactly", "at-least", "not-known"};
};

// Why the days between a draft and its adoption are not known.
enum class IntervalKnown { known, draft_undated, no_adoption, adoption_undated, adopted_before };
template <>
struct Codes<IntervalKnown> {
  static constexpr std::string_view name = "interval-known";
  static constexpr std::array<std::string_view, 5> all{"known", "draft-undated", "no-adoption", "adoption-undated",
                                                       "adopted-before"};
};

// How many of the counted rest on facts of that mark.
struct MarkedCount {
  MarkKind mark{};
  std::int64_t count = 0;

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("mark", view.mark);
    visit("count", view.count);
  }
};

// One number. Where the record holds nothing of the sort there is none, which does not say that there was nothing.
struct FigureRow {
  CountScope scope{};
  std::string cycle{};    // its year, of a cycle and of its sessions
  std::string session{};  // its id, of a session
  CountOf what{};
  std::string kind{};  // a code, a language, the id of an agenda item, a symbol; empty where there is only one
  std::optional<std::int64_t> count{};
  HowKnown known{};
  std::int64_t unknown = 0;          // of how many sessions the number is not known
  std::string contradicted{};        // "1"
  std::vector<MarkedCount> marks{};  // the strongest first
  std::vector<std::int64_t> entries{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("scope", view.scope);
    visit("cycle", view.cycle);
    visit("session", view.session);
    visit("what", view.what);
    visit("kind", view.kind);
    visit("count", view.count);
    visit("known", view.known);
    visit("unknown", view.unknown);
    visit("contradicted", view.contradicted);
    visit("marks", view.marks);
    visit("entries", view.entries);
  }
};

// From the day on a draft report to the day of the decision that adopts it. A draft that two decisions adopt has two.
struct IntervalRow {
  DocumentLink draft{};
  std::string cycle{};
  std::optional<Date> dated{};
  std::optional<Named> decision{};
  std::optional<Happened> adopted{};
  std::optional<std::int64_t> days{};
  IntervalKnown known{};
  FactMark draft_mark{};
  std::optional<FactMark> decision_mark{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("draft", view.draft);
    visit("cycle", view.cycle);
    visit("dated", view.dated);
    visit("decision", view.decision);
    visit("adopted", view.adopted);
    visit("days", view.days);
    visit("known", view.known);
    visit("draft-mark", view.draft_mark);
    visit("decision-mark", view.decision_mark);
  }
};

// Facts about the plenary meetings of a session that cannot all be true.
struct ContradictionRow {
  Named session{};
  Say what{};
  std::vector<FactMark> marks{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("session", view.session);
    visit("what", view.what);
    visit("marks", view.marks);
  }
};

struct CycleRow {
  std::string year{};
  Href href{};
  std::vector<Named> sessions{};  // with those that were planned for its days and cancelled

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("year", view.year);
    visit("href", view.href);
    visit("sessions", view.sessions);
  }
};

struct StatisticsPage {
  Named body{};
  std::string cycle{};             // the year that is asked for; empty: the whole mandate
  std::int64_t size = 0;           // of how many entries the record is
  Date day{};                      // on which it is seen
  std::vector<CycleRow> cycles{};  // all there are
  std::vector<Named> outside{};    // sessions that belong to no cycle
  std::vector<ItemRow> items{};    // the agenda; of its sub-items those that a session took up by themselves
  std::vector<FigureRow> figures{};
  std::vector<IntervalRow> intervals{};
  std::vector<ContradictionRow> contradictions{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("body", view.body);
    visit("cycle", view.cycle);
    visit("size", view.size);
    visit("day", view.day);
    visit("cycles", view.cycles);
    visit("outside", view.outside);
    visit("items", view.items);
    visit("figures", view.figures);
    visit("intervals", view.intervals);
    visit("contradictions", view.contradictions);
  }
};

// `size`: how many entries the world was folded from. Refuses no-such-page (of the body), no-such-cycle {year, cycles},
// no-cycles {year}.
Result<StatisticsPage> statistics_page(const Lens& lens, const BodyId& body, const std::string& year,
                                       std::int64_t size);

}  // namespace comity
