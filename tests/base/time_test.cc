// Instants and dates as they are printed, read and compared.
#include "base/time.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Time, an_instant_is_printed_and_read_to_the_microsecond) {
  const Instant instant{1'795'216'925'123'456};
  EXPECT_EQ(print(instant), "2026-11-20T23:22:05.123456Z");
  EXPECT_EQ(parse_instant(print(instant)), instant);
  EXPECT_EQ(parse_instant("2026-11-20T23:22:05Z")->us, 1'795'216'925'000'000);
  EXPECT_EQ(parse_instant("2026-11-20T23:22:05.1Z")->us, 1'795'216'925'100'000);
  EXPECT_EQ(print(Instant{-1}), "1969-12-31T23:59:59.999999Z");
  for (const auto* bad : {"", "2026-11-20", "2026-11-20T23:22:05", "2026-11-20T24:00:00Z", "2026-02-30T00:00:00Z",
                          "2026-11-20 23:22:05Z", "2026-11-20T23:22:05.Z", "2026-11-20T23:22:05.1234567Z"})
    EXPECT_EQ(parse_instant(bad), std::nullopt) << bad;
}

TEST(Time, a_date_may_lack_its_month_and_day) {
  for (const auto* text : {"2022", "2022-04", "2022-04-22", "2024-02-29"}) EXPECT_EQ(print(*parse_date(text)), text);
  for (const auto* bad : {"", "22", "2022-4", "2022-13", "2022-00", "2023-02-29", "2022-04-31", "0000", "2022/04"})
    EXPECT_EQ(parse_date(bad), std::nullopt) << bad;
}

TEST(Time, a_date_covers_its_whole_span) {
  EXPECT_EQ(print(first_instant({2022, 0, 0})), "2022-01-01T00:00:00.000000Z");
  EXPECT_EQ(print(end_instant({2022, 0, 0})), "2023-01-01T00:00:00.000000Z");
  EXPECT_EQ(print(end_instant({2022, 12, 0})), "2023-01-01T00:00:00.000000Z");
  EXPECT_EQ(print(end_instant({2022, 2, 28})), "2022-03-01T00:00:00.000000Z");
  EXPECT_EQ(date_of(first_instant({2022, 4, 22})), (Date{2022, 4, 22}));
  EXPECT_EQ(weekday({2022, 4, 22}), 5);
  EXPECT_EQ(next_day({2023, 12, 31}), (Date{2024, 1, 1}));
}

TEST(Time, local_time_needs_a_whole_date_a_zone_and_an_offset) {
  const std::string text = "2022-04-22 10:00 America/New_York -04:00";
  EXPECT_EQ(print(*parse_happened(text)), text);
  EXPECT_EQ(print(*parse_happened("2022-04")), "2022-04");
  for (const auto* bad : {"2022-04 10:00 America/New_York -04:00", "2022-04-22 10:00", "2022-04-22 25:00 UTC +00:00",
                          "2022-04-22 10:00 UTC 0"})
    EXPECT_EQ(parse_happened(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace comity
