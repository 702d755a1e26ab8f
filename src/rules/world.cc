#include "rules/world.h"

namespace comity {

World::World() = default;
World::World(const World& other) = default;
World::World(World&& other) noexcept = default;
World& World::operator=(World other) noexcept {
  tables_ = std::move(other.tables_);
  return *this;
}
World::~World() = default;

void World::apply(const Act& act, const Provenance& from) {
  std::visit(
      [this, &from]<class A>(const A& one) {
        std::get<Table<A>>(tables_).add({one, from});
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
  std::string_view kind;
  const auto look = [entry, &kind]<class A>(const Table<A>& table) {
    if constexpr (!std::is_same_v<A, FactCorrected>)
      if (const auto* fact = table.of_entry(entry); fact && !fact->corrected_by) kind = A::kind;
  };
  std::apply([&look](const auto&... table) { (look(table), ...); }, tables_);
  return kind;
}

void World::withdraw(std::uint64_t entry, std::uint64_t by) {
  std::apply([entry, by](auto&... table) { (table.mark_corrected(entry, by), ...); }, tables_);
}

}  // namespace comity
