// Instants and dates as values (decisions.md 5). Knows no clock and no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comity {

// Microseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t us = 0;
  auto operator<=>(const Instant&) const = default;
};

// YYYY[-MM[-DD]]: "2022" and "2022-04" are dates. Absent parts are zero.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Date&) const = default;
  bool whole() const { return day != 0; }
};

// When something took place: a date, and where known the local time in the zone of the place (never a faked midnight).
struct Happened {
  Date date;
  std::string time{};    // "10:00", local; empty = not said
  std::string zone{};    // IANA name, with time only
  std::string offset{};  // "-04:00": explanation, with time only
  auto operator<=>(const Happened&) const = default;
};

// A span of days, both ends included. A single day has from == to.
struct Days {
  Date from;
  Date to;
  auto operator<=>(const Days&) const = default;
};

std::string print(Instant instant);  // 2026-11-20T23:22:05.123456Z
std::string print(const Date& date);
std::optional<Instant> parse_instant(std::string_view text);  // the printed form; fraction may be absent or shorter
std::optional<Date> parse_date(std::string_view text);        // refuses days that the calendar does not have
std::optional<Happened> parse_happened(
    std::string_view text);  // "2022-04-22" or "2022-04-22 10:00 America/New_York -04:00"
std::string print(const Happened& happened);

// Nothing where the day, the time or the offset is not said.
std::optional<Instant> instant_of(const Happened& happened);

// The first instant (UTC) that the date covers, and the first after it.
Instant first_instant(const Date& date);
Instant end_instant(const Date& date);
Date date_of(Instant instant);  // the UTC day
// 0 = Sunday … 6 = Saturday; the date must be whole.
int weekday(const Date& date);
Date next_day(const Date& date);

}  // namespace comity
