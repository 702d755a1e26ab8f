// The institution as the record tells it: every fact with the entry it came from, folded in order.
// Knows no clock, disk or language. A fact is never dropped: a corrected one stays, marked with its correction.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>

#include "rules/facts.h"

namespace comity {

// All facts of one kind, in the order of entry, found by what they are about. Copies share the facts, which are never
// changed.
class Table {
 public:
  void add(std::shared_ptr<const AnyFact> fact, const std::string* about);
  // Takes the fact of the entry, if it is here, out of the questions below.
  void withdraw(std::uint64_t entry);

  // Those that stand (not corrected), in the order of entry.
  AnyFacts standing() const;
  AnyFacts about(std::string_view id) const;
  // Null where this table has no fact of that entry. One that was corrected is still told.
  const AnyFact* of_entry(std::uint64_t entry) const;
  bool stands(std::uint64_t entry) const;

 private:
  std::vector<std::shared_ptr<const AnyFact>> facts_{};
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_subject_{};
  std::map<std::uint64_t, std::size_t> by_entry_{};
  std::set<std::uint64_t> withdrawn_{};
};

// One table for each kind of act.
template <class V>
class Tables;
template <class... A>
class Tables<std::variant<A...>> {
 public:
  static constexpr std::array<std::string_view, sizeof...(A)> kinds{A::kind...};

  template <class One>
  void add(const One& act, const Provenance& from) {
    const std::string* about = nullptr;
    if constexpr (requires { act.about(); }) about = &act.about();
    all_[index<One>].add(std::make_shared<const Fact<One>>(act, from), about);
  }
  template <class One>
  Facts<One> standing() const {
    return Facts<One>(all_[index<One>].standing());
  }
  template <class One>
  Facts<One> about(std::string_view id) const {
    return Facts<One>(all_[index<One>].about(id));
  }
  template <class One>
  const Fact<One>* of_entry(std::uint64_t entry) const {
    return static_cast<const Fact<One>*>(all_[index<One>].of_entry(entry));
  }
  auto& all() { return all_; }
  const auto& all() const { return all_; }

 private:
  template <class One>
  static constexpr std::size_t index = [] {
    constexpr std::array<bool, sizeof...(A)> same{std::is_same_v<One, A>...};
    return static_cast<std::size_t>(std::find(same.begin(), same.end(), true) - same.begin());
  }();

  std::array<Table, sizeof...(A)> all_{};
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
  Facts<A> facts() const {
    return tables_.standing<A>();
  }
  template <class A>
  Facts<A> about(std::string_view id) const {
    return tables_.about<A>(id);
  }
  template <class A>
  Facts<A> about(const auto& id) const requires requires {
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
    return tables_.of_entry<A>(entry);
  }
  // The kind of the standing fact that the entry recorded; empty where there is none.
  std::string_view standing_kind(std::uint64_t entry) const;
  // The entry that corrected that one, if any did.
  std::optional<std::uint64_t> corrected_by(std::uint64_t entry) const;
  // Each entry that was corrected, and the one that did.
  const std::map<std::uint64_t, std::uint64_t>& corrections() const { return corrected_by_; }
  // Takes the fact of the entry out of the questions, as a correction does.
  void withdraw(std::uint64_t entry, std::uint64_t by);

 private:
  Tables<AnyAct> tables_{};
  std::map<std::uint64_t, std::uint64_t> corrected_by_{};
};

}  // namespace comity
