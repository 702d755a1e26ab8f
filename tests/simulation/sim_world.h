// One simulated life of a record: the real core upon a simulated clock, disk and chance, in one thread, from one seed.
// The same setting gives the same life, byte for byte.
#pragma once

#include <map>
#include <memory>

#include "registrar/rhythm.h"
#include "simulation/sim_callers.h"
#include "simulation/sim_ledger.h"

namespace comity {

struct Setting {
  std::uint64_t seed = 1;
  int steps = 40;
  std::uint64_t closed_seed = 0;  // what is asked in the closed log; 0: from the seed
  bool troubles = true;           // false: nothing fails while something is done
  Planted planted = Planted::nothing;
};

struct Story {
  std::optional<Violation> violation{};
  std::string digest{};                       // of all that was answered, and of the disk at the end
  std::string masked_public{};                // see ledger
  std::map<std::string, std::int64_t> did{};  // how often what was done
};

// Lives it through; what does not hold ends it.
Story live(const Setting& setting);
// I23: three lives that differ only in what was asked in the closed log look the same in public.
std::optional<Violation> compare_closed(Setting setting);

}  // namespace comity
