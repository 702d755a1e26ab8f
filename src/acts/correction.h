// A wrong act is answered by a later one: nothing is changed or removed.
#pragma once

#include "acts/fields.h"

namespace comity {

// The fact that entry `entry` recorded is to be read as `act` of `kind`; the earlier one stays readable.
struct FactCorrected {
  static constexpr std::string_view kind = "fact-corrected";
  std::int64_t entry = 0;
  std::string reason;
  std::string fact_kind;
  Json act;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("entry", self.entry, Need::must);
    visit("reason", self.reason, Need::must);
    visit("fact-kind", self.fact_kind, Need::must);
    visit("act", self.act, Need::must);
  }
  bool operator==(const FactCorrected&) const = default;
};

}  // namespace comity
