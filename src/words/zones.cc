#include "words/zones.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace comity {

struct Zone::Rules {
  std::unique_ptr<icu::TimeZone> zone;
};

namespace {

constexpr std::int64_t us_per_second = 1'000'000;

// Area/City, or UTC. ICU would also read "EST", "GMT+3" and, with the sign turned round, "Etc/GMT+3": they name no
// place, and a reader who meant one would be shown another time.
bool names_a_place(std::string_view name) {
  if (name == "UTC") return true;
  if (name.find('/') == std::string_view::npos || name.starts_with("Etc/") || name.size() > 64) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  });
}

struct Clock {
  int hour;
  int minute;
};

std::optional<Clock> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto two = [&](std::size_t at) {
    int value = -1;
    const auto read = std::from_chars(text.data() + at, text.data() + at + 2, value);
    return read.ptr == text.data() + at + 2 ? value : -1;
  };
  const Clock clock{two(0), two(3)};
  if (clock.hour < 0 || clock.hour > 23 || clock.minute < 0 || clock.minute > 59) return std::nullopt;
  return clock;
}

}  // namespace

int Zone::offset(Instant instant) const {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t raw = 0, summer = 0;
  const double ms = std::floor(static_cast<double>(instant.us) / 1000.0);
  rules_->zone->getOffset(ms, static_cast<UBool>(false), raw, summer, status);
  check(U_SUCCESS(status), "ICU could not find the offset of a zone");
  return (raw + summer) / 1000;
}

Result<Zone> zone_of(std::string_view name) {
  const Refusal unknown{"unknown-zone", {{"zone", std::string(name.substr(0, 64))}}};
  if (!names_a_place(name)) return unknown;
  UErrorCode status = U_ZERO_ERROR;
  UBool system = static_cast<UBool>(false);
  const auto id = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(id, canonical, system, status);
  if (U_FAILURE(status) || !system) return unknown;
  auto rules = std::make_shared<Zone::Rules>();
  rules->zone.reset(icu::TimeZone::createTimeZone(id));
  return Zone(std::string(name), std::move(rules));
}

Zone utc() { return *zone_of("UTC"); }
Zone venue_zone() { return *zone_of("America/New_York"); }

LocalTime local_time(Instant instant, const Zone& zone) {
  const auto offset = zone.offset(instant);
  const Instant shifted{instant.us + offset * us_per_second};
  const auto date = date_of(shifted);
  const auto second = static_cast<int>((shifted.us - first_instant(date).us) / us_per_second);
  return {date, second / 3600, second / 60 % 60, second % 60, offset};
}

Result<Instant> instant_of(const Date& date, std::string_view time, const Zone& zone) {
  check(date.whole(), "a local time on a date without a day");
  const auto clock = parse_clock(time);
  if (!clock) return Refusal{"time-malformed", {{"time", std::string(time.substr(0, 20))}}};
  const auto refuse = [&](std::string code) {
    return Refusal{std::move(code), {{"date", print(date)}, {"time", std::string(time)}, {"zone", zone.name()}}};
  };
  const Instant as_utc{first_instant(date).us + (clock->hour * 60 + clock->minute) * 60 * us_per_second};
  // No zone changes its clocks twice within two days: the offsets a day before and a day after are all there can be.
  constexpr std::int64_t day = 86'400 * us_per_second;
  const Instant early{as_utc.us - zone.offset({as_utc.us - day}) * us_per_second};
  const Instant late{as_utc.us - zone.offset({as_utc.us + day}) * us_per_second};
  const auto reads_so = [&](Instant instant) { return instant.us + zone.offset(instant) * us_per_second == as_utc.us; };
  if (!reads_so(early) && !reads_so(late)) return refuse("time-skipped");
  if (reads_so(early) && reads_so(late) && early != late) return refuse("time-ambiguous");
  return reads_so(early) ? early : late;
}

std::string print_offset(int seconds) {
  const auto minutes = std::abs(seconds) / 60;
  return fmt::format("{}{:02}:{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace comity
