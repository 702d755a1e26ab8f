#include "registrar/moments.h"

#include <algorithm>

#include "rules/since.h"

namespace comity {
namespace {

constexpr std::size_t worlds_kept = 4;

// On a day holds what had happened by it. A fact without any day (a name, a text) holds on every day.
bool holds(const Act& act, const Provenance& from, const std::optional<Date>& on) {
  if (!on) return true;
  const auto day = since(act, from.around);
  return !day || first_instant(*day) < end_instant(*on);
}

World fold(const Record& record, const Moment& moment) {
  World world;
  tell(record, Log::open, moment.size, [&](const Told& told) {
    const auto* understood = std::get_if<Understood>(&told.meaning);
    if (understood && holds(understood->act, understood->from, moment.on))
      world.apply(understood->act, understood->from);
  });
  return world;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 16 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::shared_ptr<const World> Moments::find(const Moment& moment) {
  const std::lock_guard lock(holding_);
  const auto it = std::find_if(held_.begin(), held_.end(), [&](const Held& held) { return held.moment == moment; });
  if (it == held_.end()) return nullptr;
  held_.splice(held_.begin(), held_, it);
  return held_.front().world;
}

Result<std::shared_ptr<const World>> Moments::world(const Moment& moment) {
  if (auto found = find(moment)) return found;
  const std::unique_lock folding(folding_, std::try_to_lock);
  if (!folding) return Refusal{"too-many-moments", {}};
  auto made = std::make_shared<const World>(fold(registrar_.record(), moment));
  const std::lock_guard lock(holding_);
  held_.push_front({moment, made});
  if (held_.size() > worlds_kept) held_.pop_back();
  return made;
}

Result<std::int64_t> size_as_of(const Registrar& registrar, std::string_view value) {
  return registrar.read([&](const World&, const std::vector<Instant>& instants) -> Result<std::int64_t> {
    const auto size = static_cast<std::int64_t>(instants.size());
    const Refusal beyond{"as-of-beyond", {{"value", std::string(value)}, {"size", std::to_string(size)}}};
    if (is_number(value)) {
      const auto asked = std::stoll(std::string(value));
      if (asked > size) return beyond;
      return asked;
    }
    auto instant = parse_instant(value);
    const auto now = registrar.now();
    if (const auto day = parse_date(value)) {
      if (now < first_instant(*day)) return beyond;
      if (now < end_instant(*day)) return size;
      instant = Instant{end_instant(*day).us - 1};
    }
    if (!instant) return Refusal{"as-of-malformed", {{"value", std::string(value)}}};
    if (now < *instant) return beyond;
    const auto it = std::upper_bound(instants.begin(), instants.end(), *instant);
    return std::int64_t{it - instants.begin()};
  });
}

}  // namespace comity
