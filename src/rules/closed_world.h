// What the closed log tells, apart from the world: no view and no public rule sees it, so that no public output can
// depend on it (house invariant).
#pragma once

#include "acts/closed.h"
#include "rules/world.h"

namespace comity {

class ClosedWorld {
 public:
  // Cannot fail: what is in the record was granted when it was entered.
  void apply(const ClosedAct& act, const Provenance& from) {
    std::visit([this, &from](const auto& one) { tables_.add(one, from); }, act);
  }

  template <class A>
  Facts<A> facts() const {
    return tables_.standing<A>();
  }
  template <class A>
  Facts<A> about(std::string_view id) const {
    return tables_.about<A>(id);
  }
  // The first fact about the id, or null.
  template <class A>
  const Fact<A>* one(std::string_view id) const {
    const auto found = about<A>(id);
    return found.empty() ? nullptr : found.front();
  }

 private:
  Tables<ClosedAct> tables_{};
};

}  // namespace comity
