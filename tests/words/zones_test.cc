#include "words/zones.h"

#include <gtest/gtest.h>

#include <limits>

namespace comity {
namespace {

Instant at(std::string_view text) { return *parse_instant(text); }

TEST(Zones, AnIanaNameIsAZone) {
  for (const auto* name : {"America/New_York", "UTC", "Europe/Paris", "America/Argentina/Buenos_Aires", "Asia/Kolkata",
                           "Asia/Calcutta", "Africa/Addis_Ababa", "Pacific/Auckland", "Europe/Kyiv"}) {
    const auto zone = zone_of(name);
    ASSERT_TRUE(zone) << name;
    EXPECT_EQ(zone->name(), name);
  }
}

TEST(Zones, WhatIsNoPlaceIsRefused) {
  for (const std::string name : {"", "New York", "America/New_york", "america/new_york", "EST", "EST5EDT", "GMT+3", "Z",
                                 "utc", "Etc/GMT+3", "Etc/Unknown", "Mars/Olympus", "America/New_York ", "/", "+02:00",
                                 "America/New_York\n", "../etc/passwd", "Europe/Zürich"}) {
    const auto zone = zone_of(name);
    ASSERT_FALSE(zone) << name;
    EXPECT_EQ(zone.refusal(), (Refusal{"unknown-zone", {{"zone", name}}}));
  }
  EXPECT_EQ(zone_of("A/" + std::string(1000, 'x')).refusal().values.at("zone").size(), 64U);
}

TEST(Zones, AnInstantIsReadOnTheClockOfThePlace) {
  EXPECT_EQ(local_time(at("2025-07-11T14:00:00Z"), venue_zone()), (LocalTime{{2025, 7, 11}, 10, 0, 0, -4 * 3600}));
  EXPECT_EQ(local_time(at("2025-01-11T14:00:07Z"), venue_zone()), (LocalTime{{2025, 1, 11}, 9, 0, 7, -5 * 3600}));
  EXPECT_EQ(local_time(at("2025-07-12T02:00:00Z"), venue_zone()), (LocalTime{{2025, 7, 11}, 22, 0, 0, -4 * 3600}));
  EXPECT_EQ(local_time(at("2024-02-28T20:00:00Z"), *zone_of("Asia/Kolkata")),
            (LocalTime{{2024, 2, 29}, 1, 30, 0, 19800}));
}

TEST(Zones, ClocksChangeAtTheirInstant) {
  EXPECT_EQ(venue_zone().offset(at("2025-03-09T06:59:59.999999Z")), -5 * 3600);
  EXPECT_EQ(venue_zone().offset(at("2025-03-09T07:00:00Z")), -4 * 3600);
  EXPECT_EQ(venue_zone().offset(at("2025-11-02T05:59:59Z")), -4 * 3600);
  EXPECT_EQ(venue_zone().offset(at("2025-11-02T06:00:00Z")), -5 * 3600);
}

TEST(Zones, ALocalTimeBecomesAnInstant) {
  EXPECT_EQ(*instant_of({2025, 7, 11}, "10:00", venue_zone()), at("2025-07-11T14:00:00Z"));
  EXPECT_EQ(*instant_of({2025, 12, 31}, "23:59", venue_zone()), at("2026-01-01T04:59:00Z"));
  EXPECT_EQ(*instant_of({2025, 3, 9}, "01:59", venue_zone()), at("2025-03-09T06:59:00Z"));
  EXPECT_EQ(*instant_of({2025, 3, 9}, "03:00", venue_zone()), at("2025-03-09T07:00:00Z"));
  EXPECT_EQ(*instant_of({2025, 11, 2}, "00:59", venue_zone()), at("2025-11-02T04:59:00Z"));
  EXPECT_EQ(*instant_of({2025, 11, 2}, "02:00", venue_zone()), at("2025-11-02T07:00:00Z"));
  EXPECT_EQ(*instant_of({2025, 7, 11}, "00:00", *zone_of("Pacific/Auckland")), at("2025-07-10T12:00:00Z"));
  EXPECT_EQ(*instant_of({2025, 7, 11}, "10:00", utc()), at("2025-07-11T10:00:00Z"));
}

TEST(Zones, ATimeThatTheClocksPassedOverIsRefused) {
  const auto refused = instant_of({2025, 3, 9}, "02:30", venue_zone());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal(),
            (Refusal{"time-skipped", {{"date", "2025-03-09"}, {"time", "02:30"}, {"zone", "America/New_York"}}}));
  // Samoa left out a whole day.
  EXPECT_EQ(instant_of({2011, 12, 30}, "12:00", *zone_of("Pacific/Apia")).refusal().code, "time-skipped");
}

TEST(Zones, ATimeThatCameTwiceIsRefused) {
  for (const auto* time : {"01:00", "01:30", "01:59"}) {
    const auto refused = instant_of({2025, 11, 2}, time, venue_zone());
    ASSERT_FALSE(refused) << time;
    EXPECT_EQ(refused.refusal().code, "time-ambiguous");
  }
}

TEST(Zones, WhatIsNoTimeOfDayIsRefused) {
  for (const auto* time :
       {"", "10", "10:0", "1:00", "24:00", "10:60", "-1:00", "10-00", "10:00:00", "aa:bb", "10:+5", " 9:00"})
    EXPECT_EQ(instant_of({2025, 7, 11}, time, utc()).refusal(), (Refusal{"time-malformed", {{"time", time}}})) << time;
}

TEST(Zones, EveryUnambiguousLocalTimeReturnsFromItsInstant) {
  int there_and_back = 0;
  for (const auto* name : {"America/New_York", "Europe/Paris", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"}) {
    const auto zone = *zone_of(name);
    for (auto instant = at("2011-12-01T00:17:00Z"); instant < at("2012-12-31T00:00:00Z");
         instant.us += 7 * 3600 * std::int64_t{1'000'000}) {
      const auto local = local_time(instant, zone);
      const auto time = print(Instant{(local.hour * 3600 + local.minute * 60) * std::int64_t{1'000'000}}).substr(11, 5);
      const auto back = instant_of(local.date, time, zone);
      if (!back) {
        EXPECT_EQ(back.refusal().code, "time-ambiguous");
        continue;
      }
      EXPECT_EQ(*back, instant);
      ++there_and_back;
    }
  }
  EXPECT_GT(there_and_back, 6'000);
}

TEST(Zones, AnOffsetIsPrintedWithItsSign) {
  EXPECT_EQ(print_offset(-4 * 3600), "-04:00");
  EXPECT_EQ(print_offset(19800), "+05:30");
  EXPECT_EQ(print_offset(0), "+00:00");
}

}  // namespace
}  // namespace comity
