#include "base/time.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "base/check.h"

namespace comity {
namespace {

namespace chrono = std::chrono;
constexpr std::int64_t us_per_second = 1'000'000;
constexpr std::int64_t us_per_day = 86'400 * us_per_second;

std::optional<int> number(std::string_view text) {
  int value = 0;
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

chrono::year_month_day civil(const Date& date) {
  return chrono::year{date.year} / chrono::month{static_cast<unsigned>(date.month)} /
         chrono::day{static_cast<unsigned>(date.day)};
}

Date to_date(chrono::sys_days days) {
  const chrono::year_month_day ymd{days};
  return {int(ymd.year()), static_cast<int>(unsigned(ymd.month())), static_cast<int>(unsigned(ymd.day()))};
}

// "HH:MM:SS[.ffffff]" as microseconds of the day.
std::optional<std::int64_t> time_of_day(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto h = number(text.substr(0, 2));
  const auto m = number(text.substr(3, 2));
  const auto s = number(text.substr(6, 2));
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  std::int64_t us = ((*h * 60 + *m) * 60 + *s) * us_per_second;
  if (text.size() == 8) return us;
  std::string fraction(text.substr(9));
  if (text[8] != '.' || fraction.empty() || fraction.size() > 6) return std::nullopt;
  fraction.resize(6, '0');
  const auto part = number(fraction);
  if (!part) return std::nullopt;
  return us + *part;
}

bool is_clock(std::string_view text) { return text.size() == 5 && time_of_day(std::string(text) + ":00").has_value(); }

bool is_offset(std::string_view text) {
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && is_clock(text.substr(1));
}

}  // namespace

std::string print(const Date& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (text.size() > 4 && text[4] != '-') return std::nullopt;
  if (text.size() > 7 && text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  Date date{*year, 0, 0};
  if (text.size() > 4) {
    const auto month = number(text.substr(5, 2));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() > 7) {
    const auto day = number(text.substr(8, 2));
    if (!day || *day == 0) return std::nullopt;
    date.day = *day;
    if (!civil(date).ok()) return std::nullopt;
  }
  return date;
}

std::string print(Instant instant) {
  const auto days =
      chrono::floor<chrono::days>(chrono::sys_time<chrono::microseconds>{chrono::microseconds{instant.us}});
  const auto rest = instant.us - days.time_since_epoch().count() * us_per_day;
  const auto seconds = rest / us_per_second;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", print(to_date(days)), seconds / 3600, seconds / 60 % 60,
                     seconds % 60, rest % us_per_second);
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto time = time_of_day(text.substr(11, text.size() - 12));
  if (!date || !time) return std::nullopt;
  return Instant{first_instant(*date).us + *time};
}

std::optional<Happened> parse_happened(std::string_view text) {
  const auto space = text.find(' ');
  const auto date = parse_date(text.substr(0, space));
  if (!date) return std::nullopt;
  if (space == std::string_view::npos) return Happened{*date};
  const auto rest = text.substr(space + 1);
  const auto second = rest.find(' ');
  const auto third = second == std::string_view::npos ? second : rest.find(' ', second + 1);
  if (third == std::string_view::npos || !date->whole()) return std::nullopt;
  Happened happened{*date, std::string(rest.substr(0, second)),
                    std::string(rest.substr(second + 1, third - second - 1)), std::string(rest.substr(third + 1))};
  if (!is_clock(happened.time) || happened.zone.empty() || !is_offset(happened.offset)) return std::nullopt;
  return happened;
}

std::string print(const Happened& happened) {
  if (happened.time.empty()) return print(happened.date);
  return fmt::format("{} {} {} {}", print(happened.date), happened.time, happened.zone, happened.offset);
}

std::optional<Instant> instant_of(const Happened& happened) {
  if (!happened.date.whole() || !is_clock(happened.time) || !is_offset(happened.offset)) return std::nullopt;
  const auto offset = *time_of_day(happened.offset.substr(1) + ":00");
  const auto local = first_instant(happened.date).us + *time_of_day(happened.time + ":00");
  return Instant{happened.offset[0] == '-' ? local + offset : local - offset};
}

Instant first_instant(const Date& date) {
  const Date whole{date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day};
  return {chrono::sys_days{civil(whole)}.time_since_epoch().count() * us_per_day};
}

Instant end_instant(const Date& date) {
  if (date.whole()) return {first_instant(date).us + us_per_day};
  if (date.month == 0 || date.month == 12) return first_instant({date.year + 1, 1, 1});
  return first_instant({date.year, date.month + 1, 1});
}

Date date_of(Instant instant) {
  return to_date(chrono::floor<chrono::days>(chrono::sys_time<chrono::microseconds>{chrono::microseconds{instant.us}}));
}

int weekday(const Date& date) {
  check(date.whole(), "weekday of a date without a day");
  return static_cast<int>(chrono::weekday{chrono::sys_days{civil(date)}}.c_encoding());
}

Date next_day(const Date& date) {
  check(date.whole(), "day after a date without a day");
  return to_date(chrono::sys_days{civil(date)} + chrono::days{1});
}

}  // namespace comity
