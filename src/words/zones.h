// Time zones by their IANA names, through ICU's rules. Refuses local times that a zone skips or has twice.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/time.h"

namespace comity {

// A zone that exists: only zone_of makes one (and utc(), venue_zone()).
class Zone {
 public:
  const std::string& name() const { return name_; }  // "America/New_York"
  bool is_utc() const { return name_ == "UTC"; }
  bool operator==(const Zone& other) const { return name_ == other.name_; }

  // Seconds east of Greenwich at the instant.
  int offset(Instant instant) const;

 private:
  friend Result<Zone> zone_of(std::string_view name);
  struct Rules;
  Zone(std::string name, std::shared_ptr<const Rules> rules) : name_(std::move(name)), rules_(std::move(rules)) {}
  std::string name_;
  std::shared_ptr<const Rules> rules_;
};

// Refuses unknown-zone {zone}: only names of the form Area/City, and "UTC". Exact case.
Result<Zone> zone_of(std::string_view name);
Zone utc();
Zone venue_zone();  // America/New_York: the group met at Headquarters (S0 ¶3)

// A reading of calendar and clock in some zone.
struct LocalTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int offset = 0;  // seconds east of Greenwich
  bool operator==(const LocalTime&) const = default;
};
LocalTime local_time(Instant instant, const Zone& zone);

// The instant of a local "HH:MM" on a whole date. Refuses time-malformed {time}, time-skipped and time-ambiguous
// {date, time, zone}: when clocks go forward or back, only an offset can say what was meant.
Result<Instant> instant_of(const Date& date, std::string_view time, const Zone& zone);

// "-04:00"
std::string print_offset(int seconds);

}  // namespace comity
