#include "rules/world.h"

namespace comity {

void Table::add(std::shared_ptr<const AnyFact> fact, const std::string* about) {
  if (about) by_subject_[*about].push_back(facts_.size());
  by_entry_.emplace(fact->from.entry, facts_.size());
  facts_.push_back(std::move(fact));
}

void Table::withdraw(std::uint64_t entry) {
  if (by_entry_.contains(entry)) withdrawn_.insert(entry);
}

AnyFacts Table::standing() const {
  AnyFacts out;
  out.reserve(facts_.size());
  for (const auto& fact : facts_)
    if (!withdrawn_.contains(fact->from.entry)) out.push_back(fact.get());
  return out;
}

AnyFacts Table::about(std::string_view id) const {
  AnyFacts out;
  const auto it = by_subject_.find(id);
  if (it == by_subject_.end()) return out;
  for (const auto index : it->second)
    if (!withdrawn_.contains(facts_[index]->from.entry)) out.push_back(facts_[index].get());
  return out;
}

const AnyFact* Table::of_entry(std::uint64_t entry) const {
  const auto it = by_entry_.find(entry);
  return it == by_entry_.end() ? nullptr : facts_[it->second].get();
}

bool Table::stands(std::uint64_t entry) const { return by_entry_.contains(entry) && !withdrawn_.contains(entry); }

World::World() = default;
World::World(const World& other) = default;
World::World(World&& other) noexcept = default;
World& World::operator=(World other) noexcept {
  tables_ = std::move(other.tables_);
  corrected_by_ = std::move(other.corrected_by_);
  return *this;
}
World::~World() = default;

void World::apply(const Act& act, const Provenance& from) {
  std::visit(
      [this, &from]<class A>(const A& one) {
        tables_.add(one, from);
        if constexpr (std::is_same_v<A, FactCorrected>) {
          const auto entry = static_cast<std::uint64_t>(one.entry);
          withdraw(entry, from.entry);
          auto fact = read_act(one.fact_kind, one.act);
          auto corrected = from;
          corrected.corrects = entry;
          if (fact) apply(*fact, corrected);
        }
      },
      act);
}

std::string_view World::standing_kind(std::uint64_t entry) const {
  for (std::size_t i = 0; i < tables_.all().size(); ++i)
    if (tables_.kinds[i] != FactCorrected::kind && tables_.all()[i].stands(entry)) return tables_.kinds[i];
  return {};
}

std::optional<std::uint64_t> World::corrected_by(std::uint64_t entry) const {
  const auto it = corrected_by_.find(entry);
  return it == corrected_by_.end() ? std::nullopt : std::optional(it->second);
}

void World::withdraw(std::uint64_t entry, std::uint64_t by) {
  for (auto& table : tables_.all()) table.withdraw(entry);
  corrected_by_.emplace(entry, by);
}

}  // namespace comity
