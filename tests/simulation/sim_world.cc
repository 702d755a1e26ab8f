#include "simulation/sim_world.h"

#include "simulation/sim_life.h"

namespace comity {

Story live(const Setting& setting) { return Life(setting).story(); }

std::optional<Violation> compare_closed(Setting setting) {
  setting.troubles = false;
  std::string seen;
  for (std::uint64_t closed = 1; closed <= 3; ++closed) {
    setting.closed_seed = closed;
    const auto story = live(setting);
    if (story.violation) return story.violation;
    if (closed > 1 && story.masked_public != seen)
      return Violation{"I23 the public log tells nothing of the closed", ""};
    seen = story.masked_public;
  }
  return std::nullopt;
}

}  // namespace comity
