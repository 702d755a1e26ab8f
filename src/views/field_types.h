// What the fields of a view may hold, besides the values of acts: sentences, links, marks. All free of language:
// the page, the JSON answer, the feed and the CSV are faces of the same view.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "rules/world.h"

namespace comity {

// A sentence of the catalogue and what it names; said in the reader's language by the face. A nested sentence is a list
// of one; what lists hold is joined as the language joins.
struct Say {
  using Value = std::variant<std::int64_t, std::string, Texts, std::vector<Say>, std::vector<std::string>>;
  std::string key{};
  std::map<std::string, Value> values{};
  using Names = std::map<std::string, Value>;
  std::shared_ptr<const Names> around{};  // names that all sentences of one view may use; answers tell them elsewhere
  bool verbatim = false;                  // nested: said as it is, in whichever form its place asks for a value
  bool empty() const { return key.empty(); }
};

// An address of the site without its language: "/oewg-ict/s4". The face adds language, `as-of` and `on`.
struct Href {
  std::string path{};
  std::optional<Language> language{};  // where it leads into another one than the page's
};

// Text that is HTML already (drawn figures). Only views/drawing.cc makes one; other faces leave it out.
struct Html {
  std::string text{};
};

// One thing in some of the six languages: a page shows its own, or the best other one, which its `lang` then names; the
// JSON answer holds all.
template <class T>
struct InLanguages {
  std::map<Language, T> in{};
};

// How certain a fact is, as pages show it: a planned act is "planned", else the certainty of the act.
enum class MarkKind { planned, asserted, confirmed, reported, unverified };
template <>
struct Codes<MarkKind> {
  static constexpr std::string_view name = "mark-kind";
  static constexpr std::array<std::string_view, 5> all{"planned", "asserted", "confirmed", "reported", "unverified"};
};

// Where a thing stands at the instant of asking.
enum class Status { ahead, planned, running, held, cancelled, living, ended };
template <>
struct Codes<Status> {
  static constexpr std::string_view name = "status";
  static constexpr std::array<std::string_view, 7> all{"ahead",     "planned", "running", "held",
                                                       "cancelled", "living",  "ended"};
};

// Which way a relation is told: from this thing to the other, or from the other to this one.
enum class Direction { forward, backward };
template <>
struct Codes<Direction> {
  static constexpr std::string_view name = "direction";
  static constexpr std::array<std::string_view, 2> all{"forward", "backward"};
};

enum class ProgrammeStep { considered, agreed };
template <>
struct Codes<ProgrammeStep> {
  static constexpr std::string_view name = "programme-step";
  static constexpr std::array<std::string_view, 2> all{"considered", "agreed"};
};

enum class DateSort { session, meeting, informal };
template <>
struct Codes<DateSort> {
  static constexpr std::string_view name = "date-sort";
  static constexpr std::array<std::string_view, 3> all{"session", "meeting", "informal"};
};

struct SourceRow {
  std::string symbol{};
  std::string paragraph{};
  std::string publisher{};
  std::string title{};
  std::optional<Date> date{};
  std::optional<Href> href{};  // where the document's page is, if the record knows it

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("symbol", view.symbol);
    visit("paragraph", view.paragraph);
    visit("publisher", view.publisher);
    visit("title", view.title);
    visit("date", view.date);
    visit("href", view.href);
  }
};

// What stands beside every fact: its certainty, the entry that recorded it, its sources.
struct FactMark {
  MarkKind mark = MarkKind::unverified;
  std::int64_t entry = 0;
  Href href{};  // the entry's page
  std::optional<Happened> happened{};
  std::optional<std::int64_t> corrects{};
  std::vector<SourceRow> sources{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("mark", view.mark);
    visit("entry", view.entry);
    visit("href", view.href);
    visit("happened", view.happened);
    visit("corrects", view.corrects);
    visit("sources", view.sources);
  }
};

class TextsHeld;

// What a view is filled from: the world as folded, the instant of asking, the day of `?on=`, and the texts that are
// held, where there are any.
struct Lens {
  const World& world;
  Instant now{};
  std::optional<Date> on{};
  const TextsHeld* texts = nullptr;

  Date today() const { return on ? *on : date_of(now); }
};

}  // namespace comity
