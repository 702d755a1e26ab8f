// The institution as the record tells it: every fact with the entry it came from, folded in order.
// Knows no clock, disk or language. A fact is never dropped: a corrected one stays, marked with its correction.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <tuple>

#include "acts/codec.h"

namespace comity {

// Where a fact comes from: the entry, its instant, and what was said around it.
struct Provenance {
  std::uint64_t entry = 0;
  Instant at{};
  Circumstances around{};
  std::optional<std::uint64_t> corrects{};  // the entry that this one corrects
  bool operator==(const Provenance&) const = default;
};

template <class A>
struct Fact {
  A act;
  Provenance from;
  std::optional<std::uint64_t> corrected_by{};
};

// All facts of one kind, in the order of entry, found by what they are about.
template <class A>
class Table {
 public:
  // Those that stand (not corrected), in the order of entry.
  std::vector<const Fact<A>*> standing() const {
    std::vector<const Fact<A>*> out;
    for (const auto& fact : facts_)
      if (!fact.corrected_by) out.push_back(&fact);
    return out;
  }
  std::vector<const Fact<A>*> about(std::string_view id) const {
    std::vector<const Fact<A>*> out;
    const auto it = by_subject_.find(id);
    if (it == by_subject_.end()) return out;
    for (const auto at : it->second)
      if (!facts_[at].corrected_by) out.push_back(&facts_[at]);
    return out;
  }
  void add(Fact<A> fact) {
    if constexpr (requires { fact.act.about(); }) by_subject_[fact.act.about()].push_back(facts_.size());
    by_entry_.emplace(fact.from.entry, facts_.size());
    facts_.push_back(std::move(fact));
  }
  // Null where this table has no fact of that entry.
  const Fact<A>* of_entry(std::uint64_t entry) const {
    const auto it = by_entry_.find(entry);
    return it == by_entry_.end() ? nullptr : &facts_[it->second];
  }
  void mark_corrected(std::uint64_t entry, std::uint64_t by) {
    if (const auto it = by_entry_.find(entry); it != by_entry_.end()) facts_[it->second].corrected_by = by;
  }

 private:
  std::deque<Fact<A>> facts_{};
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_subject_{};
  std::map<std::uint64_t, std::size_t> by_entry_{};
};

template <class V>
struct TablesOf;
template <class... A>
struct TablesOf<std::variant<A...>> {
  using type = std::tuple<Table<A>...>;
};

class World {
 public:
  // Made, copied, moved and ended in one place, as an act is.
  World();
  World(const World& other);
  World(World&& other) noexcept;
  World& operator=(World other) noexcept;
  ~World();

  // Adds the fact that the act states. Cannot fail: what is in the record was granted when it was entered.
  void apply(const Act& act, const Provenance& from);

  template <class A>
  std::vector<const Fact<A>*> facts() const {
    return std::get<Table<A>>(tables_).standing();
  }
  template <class A>
  std::vector<const Fact<A>*> about(std::string_view id) const {
    return std::get<Table<A>>(tables_).about(id);
  }
  template <class A>
  std::vector<const Fact<A>*> about(const auto& id) const requires requires {
    id.text;
  }
  { return about<A>(std::string_view(id.text)); }
  // The first fact about the id, or null: for acts that introduce a thing, of which there is one.
  template <class A>
  const Fact<A>* one(const auto& id) const {
    const auto found = about<A>(id);
    return found.empty() ? nullptr : found.front();
  }
  template <class A>
  const Fact<A>* of_entry(std::uint64_t entry) const {
    return std::get<Table<A>>(tables_).of_entry(entry);
  }
  // The kind of the standing fact that the entry recorded; empty where there is none.
  std::string_view standing_kind(std::uint64_t entry) const;
  // Takes the fact of the entry out of the questions, as a correction does.
  void withdraw(std::uint64_t entry, std::uint64_t by);

 private:
  TablesOf<AnyAct>::type tables_{};
};

}  // namespace comity
