#include "words/dates.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "words/numbers.h"

namespace comity {
namespace {

// In which form a month is wanted: within a date (Russian genitive), alone, or after "in" (Russian prepositional).
enum class Month { of, alone, in };

std::string month(const Tongue& tongue, int number, Month form) {
  constexpr std::array<std::string_view, 3> forms{"of", "alone", "in"};
  return tongue.say(fmt::format("date.month.{}.{:02}", forms[static_cast<std::size_t>(form)], number));
}

std::string year(const Date& date) { return std::to_string(date.year); }

// How exact a date is.
enum class Grain { year, month, day };
Grain grain(const Date& date) { return date.month == 0 ? Grain::year : date.day == 0 ? Grain::month : Grain::day; }

// `stem` is "date.days" (headings) or "date.when-days" (sentences); the span has two different ends.
std::string span_of_days(const Tongue& tongue, const std::string& stem, const Days& days) {
  const auto& [from, to] = days;
  Values values{{"from", std::int64_t{from.day}}, {"to", std::int64_t{to.day}}, {"year", year(to)}};
  if (from.year != to.year)
    return tongue.say(stem + ".years", {{"from", written(tongue, from)}, {"to", written(tongue, to)}});
  if (from.month != to.month) {
    values["from_month"] = month(tongue, from.month, Month::of);
    values["to_month"] = month(tongue, to.month, Month::of);
    return tongue.say(stem + ".year", values);
  }
  values["month"] = month(tongue, from.month, Month::of);
  // Two days that follow each other are named, not spanned: "los días 1 y 2 de junio de 2021" (S2).
  return tongue.say(stem + (to.day == from.day + 1 ? ".pair" : ".month"), values);
}

std::string span_of_months(const Tongue& tongue, const std::string& stem, const Days& days, Month first) {
  if (days.from.year != days.to.year)
    return tongue.say("date.days.years", {{"from", written(tongue, days.from)}, {"to", written(tongue, days.to)}});
  return tongue.say(stem, {{"from", month(tongue, days.from.month, first)},
                           {"to", month(tongue, days.to.month, Month::alone)},
                           {"year", year(days.to)}});
}

// Whether both are single days of one month.
bool same_month(const Days& a, const Days& b) {
  const bool single = a.from == a.to && b.from == b.to && grain(a.from) == Grain::day && grain(b.from) == Grain::day;
  return single && a.from.year == b.from.year && a.from.month == b.from.month;
}

// `stem` is the message of several days of one month; `one` says whatever else there is.
template <class SayOne>
std::string days_together(const Tongue& tongue, const std::vector<Days>& all, const std::string& stem, SayOne&& one) {
  std::vector<std::string> said;
  for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
    std::vector<std::string> days;
    for (end = i; end < all.size() && (end == i || same_month(all[i], all[end])); ++end)
      days.push_back(tongue.say("date.day-number", {{"day", std::int64_t{all[end].from.day}}}));
    said.push_back(days.size() == 1 ? one(all[i])
                                    : tongue.say(stem, {{"days", days},
                                                        {"month", month(tongue, all[i].from.month, Month::of)},
                                                        {"year", year(all[i].from)}}));
  }
  return join(tongue.language(), said);
}

std::string hour_minute(int hour, int minute) { return fmt::format("{:02}:{:02}", hour, minute); }

// "-04:00" in seconds.
std::optional<int> offset_seconds(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  int hours = 0, minutes = 0;
  if (std::from_chars(&text[1], &text[3], hours).ptr != &text[3]) return std::nullopt;
  if (std::from_chars(&text[4], text.data() + 6, minutes).ptr != text.data() + 6) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
}

// The city of the zone in the language, as CLDR names it (cities only: States are named by United Nations usage).
std::string city(Language language, const std::string& zone) {
  UErrorCode status = U_ZERO_ERROR;
  UBool system = static_cast<UBool>(false);
  icu::UnicodeString canonical, name;
  icu::TimeZone::getCanonicalID(icu::UnicodeString::fromUTF8(zone), canonical, system, status);
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(icu::Locale(std::string(code_of(language)).c_str()), status));
  check(U_SUCCESS(status), "ICU has no names of zones");
  names->getExemplarLocationName(canonical, name);
  std::string out;
  if (name.isBogus() || name.isEmpty()) return zone;
  return name.toUTF8String(out);
}

std::string zone_name(const Tongue& tongue, const std::string& zone) {
  if (zone == "America/New_York") return tongue.say("zone.new-york");
  return tongue.say("zone.city", {{"city", city(tongue.language(), zone)}});
}

// The time of a place beside that of UTC, whose day is named where it is another.
std::string clock_time(const Tongue& tongue, const LocalTime& there, const std::string& zone, Instant instant) {
  const auto seconds = (instant.us - first_instant(date_of(instant)).us) / 1'000'000;
  const auto utc_time = hour_minute(static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60));
  if (zone == "UTC") return tongue.say("zone.utc", {{"time", utc_time}});
  Values values{{"time", hour_minute(there.hour, there.minute)}, {"zone", zone_name(tongue, zone)}, {"utc", utc_time}};
  if (date_of(instant) == there.date) return tongue.say("zone.clock", values);
  values["day"] = written(tongue, date_of(instant));
  return tongue.say("zone.clock-other-day", values);
}

}  // namespace

std::string written(const Tongue& tongue, const Date& date) {
  if (grain(date) == Grain::year) return tongue.say("date.year", {{"year", year(date)}});
  if (grain(date) == Grain::month)
    return tongue.say("date.month-year", {{"month", month(tongue, date.month, Month::alone)}, {"year", year(date)}});
  return tongue.say(
      "date.day",
      {{"day", std::int64_t{date.day}}, {"month", month(tongue, date.month, Month::of)}, {"year", year(date)}});
}

std::string written(const Tongue& tongue, const Days& days) {
  if (days.from == days.to) return written(tongue, days.from);
  if (grain(days.from) == Grain::day && grain(days.to) == Grain::day) return span_of_days(tongue, "date.days", days);
  if (grain(days.from) == Grain::month && grain(days.to) == Grain::month)
    return span_of_months(tongue, "date.months", days, Month::alone);
  if (grain(days.from) == Grain::year && grain(days.to) == Grain::year)
    return tongue.say("date.years", {{"from", year(days.from)}, {"to", year(days.to)}});
  return tongue.say("date.days.years", {{"from", written(tongue, days.from)}, {"to", written(tongue, days.to)}});
}

std::string when(const Tongue& tongue, const Date& date) {
  if (grain(date) == Grain::year) return tongue.say("date.when-year", {{"year", year(date)}});
  if (grain(date) == Grain::month)
    return tongue.say("date.when-month", {{"month", month(tongue, date.month, Month::in)}, {"year", year(date)}});
  return tongue.say("date.when-day", {{"date", written(tongue, date)}});
}

std::string when(const Tongue& tongue, const Days& days) {
  if (days.from == days.to) return when(tongue, days.from);
  if (grain(days.from) == Grain::day && grain(days.to) == Grain::day)
    return span_of_days(tongue, "date.when-days", days);
  if (grain(days.from) == Grain::month && grain(days.to) == Grain::month)
    return span_of_months(tongue, "date.when-months", days, Month::of);
  if (grain(days.from) == Grain::year && grain(days.to) == Grain::year)
    return tongue.say("date.when-years", {{"from", year(days.from)}, {"to", year(days.to)}});
  // House rule: ends of unequal exactness are too rare for a sentence of their own.
  return written(tongue, days);
}

std::string written(const Tongue& tongue, const std::vector<Days>& all) {
  return days_together(tongue, all, "date.list", [&tongue](const Days& days) { return written(tongue, days); });
}

std::string when(const Tongue& tongue, const std::vector<Days>& all) {
  return days_together(tongue, all, "date.when-list", [&tongue](const Days& days) { return when(tongue, days); });
}

std::string weekday_name(const Tongue& tongue, const Date& date) {
  constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                  "thursday", "friday", "saturday"};
  return tongue.say(fmt::format("date.weekday.{}", names[static_cast<std::size_t>(weekday(date))]));
}

std::string with_weekday(const Tongue& tongue, const Date& date) {
  return tongue.say("date.with-weekday", {{"weekday", weekday_name(tongue, date)}, {"date", written(tongue, date)}});
}

std::string month_name(const Tongue& tongue, int number) {
  check(number >= 1 && number <= 12, "no such month");
  return month(tongue, number, Month::alone);
}

std::string clock_time(const Tongue& tongue, Instant instant, const Zone& zone) {
  return clock_time(tongue, local_time(instant, zone), zone.name(), instant);
}

std::string written(const Tongue& tongue, Instant instant, const Zone& zone) {
  return tongue.say("date.at", {{"date", written(tongue, local_time(instant, zone).date)},
                                {"time", clock_time(tongue, instant, zone)}});
}

std::string exact(const Tongue& tongue, Instant instant) {
  const auto text = print(instant);
  return tongue.say("date.at", {{"date", written(tongue, date_of(instant))},
                                {"time", tongue.say("zone.utc", {{"time", text.substr(11, 8)}})}});
}

std::string written(const Tongue& tongue, const Happened& happened) {
  if (happened.time.empty()) return written(tongue, happened.date);
  const auto offset = offset_seconds(happened.offset);
  check(offset.has_value() && happened.date.whole(), "a time that happened without day or offset");
  // Read as if it were UTC, then moved by the offset that the act gives.
  const auto as_utc = parse_instant(print(happened.date) + "T" + happened.time + ":00Z");
  check(as_utc.has_value(), "a time that happened is no time");
  const auto there = local_time(*as_utc, utc());
  const Instant instant{as_utc->us - *offset * std::int64_t{1'000'000}};
  return tongue.say("date.at", {{"date", written(tongue, happened.date)},
                                {"time", clock_time(tongue, there, happened.zone, instant)}});
}

std::string zone_name(const Tongue& tongue, const Zone& zone) {
  return zone.is_utc() ? "UTC" : zone_name(tongue, zone.name());
}

std::string iso(Instant instant) { return print(instant).substr(0, 19) + "Z"; }

}  // namespace comity
