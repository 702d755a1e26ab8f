#include "words/dates.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "words_under_test.h"

namespace comity {
namespace {

// One value in the six languages, in the order of the United Nations.
struct Row {
  std::string_view value;
  std::array<std::string_view, 6> expected;  // ar zh en fr ru es
};

Days days(std::string_view text) {
  const auto slash = text.find('/');
  return {*parse_date(text.substr(0, slash)), *parse_date(text.substr(slash + 1))};
}

template <class Say>
void expect_rows(const std::vector<Row>& rows, const Say& say) {
  ASSERT_FALSE(rows.empty());
  for (const auto& row : rows)
    for (std::size_t i = 0; i < languages.size(); ++i)
      EXPECT_EQ(say(shipped().in(languages[i]), row.value), row.expected[i])
          << row.value << " in " << code_of(languages[i]);
}

TEST(Dates, StandAsInTheBodyOfAUnitedNationsText) {
  const std::vector<Row> rows{
      {"2025-07-11",
       {"11 تموز/يوليه 2025", "2025年7月11日", "11 July 2025", "11 juillet 2025", "11 июля 2025 года",
        "11 de julio de 2025"}},
      {"2021-06-01",
       {"1 حزيران/يونيه 2021", "2021年6月1日", "1 June 2021", "1er juin 2021", "1 июня 2021 года",
        "1 de junio de 2021"}},
      {"2024-02-29",
       {"29 شباط/فبراير 2024", "2024年2月29日", "29 February 2024", "29 février 2024", "29 февраля 2024 года",
        "29 de febrero de 2024"}},
      {"2020-12-31",
       {"31 كانون الأول/ديسمبر 2020", "2020年12月31日", "31 December 2020", "31 décembre 2020", "31 декабря 2020 года",
        "31 de diciembre de 2020"}},
      {"2022-08", {"آب/أغسطس 2022", "2022年8月", "August 2022", "août 2022", "август 2022 года", "agosto de 2022"}},
      {"2022", {"2022", "2022年", "2022", "2022", "2022 год", "2022"}}};
  expect_rows(rows, [](const Tongue& tongue, std::string_view value) { return written(tongue, *parse_date(value)); });
}

TEST(Dates, InASentenceTheyBringTheirPreposition) {
  const std::vector<Row> rows{
      {"2022-04-22",
       {"في 22 نيسان/أبريل 2022", "2022年4月22日", "on 22 April 2022", "le 22 avril 2022", "22 апреля 2022 года",
        "el 22 de abril de 2022"}},
      {"2022-05-01",
       {"في 1 أيار/مايو 2022", "2022年5月1日", "on 1 May 2022", "le 1er mai 2022", "1 мая 2022 года",
        "el 1 de mayo de 2022"}},
      {"2026-03",
       {"في آذار/مارس 2026", "2026年3月", "in March 2026", "en mars 2026", "в марте 2026 года", "en marzo de 2026"}},
      {"2022", {"في عام 2022", "2022年", "in 2022", "en 2022", "в 2022 году", "en 2022"}}};
  expect_rows(rows, [](const Tongue& tongue, std::string_view value) { return when(tongue, *parse_date(value)); });
}

TEST(Dates, ASpanInAHeadingStandsAsInAMasthead) {
  const std::vector<Row> rows{
      {"2023-07-24/2023-07-28",
       {"24-28 تموز/يوليه 2023", "2023年7月24日至28日", "24–28 July 2023", "24-28 juillet 2023", "24–28 июля 2023 года",
        "24 a 28 de julio de 2023"}},
      {"2025-12-01/2025-12-05",
       {"1-5 كانون الأول/ديسمبر 2025", "2025年12月1日至5日", "1–5 December 2025", "1er-5 décembre 2025",
        "1–5 декабря 2025 года", "1 a 5 de diciembre de 2025"}},
      {"2022-03-28/2022-04-01",
       {"28 آذار/مارس - 1 نيسان/أبريل 2022", "2022年3月28日至4月1日", "28 March–1 April 2022", "28 mars-1er avril 2022",
        "28 марта — 1 апреля 2022 года", "28 de marzo a 1 de abril de 2022"}},
      {"2022-12-31/2023-01-02",
       {"31 كانون الأول/ديسمبر 2022 - 2 كانون الثاني/يناير 2023", "2022年12月31日至2023年1月2日",
        "31 December 2022–2 January 2023", "31 décembre 2022-2 janvier 2023",
        "31 декабря 2022 года — 2 января 2023 года", "31 de diciembre de 2022 a 2 de enero de 2023"}},
      {"2021-06-01/2021-06-02",
       {"1 و 2 حزيران/يونيه 2021", "2021年6月1日和2日", "1 and 2 June 2021", "1er et 2 juin 2021",
        "1 и 2 июня 2021 года", "1 y 2 de junio de 2021"}},
      {"2022-07/2022-09",
       {"تموز/يوليه - أيلول/سبتمبر 2022", "2022年7月至9月", "July–September 2022", "juillet-septembre 2022",
        "июль — сентябрь 2022 года", "julio a septiembre de 2022"}},
      {"2021/2025", {"2021-2025", "2021-2025年", "2021–2025", "2021-2025", "2021–2025 годы", "2021-2025"}}};
  expect_rows(rows, [](const Tongue& tongue, std::string_view value) { return written(tongue, days(value)); });
}

TEST(Dates, ASpanInASentenceIsSpelledOut) {
  const std::vector<Row> rows{
      {"2023-03-06/2023-03-10",  // "del 6 al 10 de marzo de 2023": S0 ¶3
       {"في الفترة من 6 إلى 10 آذار/مارس 2023", "2023年3月6日至10日", "from 6 to 10 March 2023", "du 6 au 10 mars 2023",
        "с 6 по 10 марта 2023 года", "del 6 al 10 de marzo de 2023"}},
      {"2022-03-28/2022-04-01",
       {"في الفترة من 28 آذار/مارس إلى 1 نيسان/أبريل 2022", "2022年3月28日至4月1日", "from 28 March to 1 April 2022",
        "du 28 mars au 1er avril 2022", "с 28 марта по 1 апреля 2022 года", "del 28 de marzo al 1 de abril de 2022"}},
      {"2022-12-31/2023-01-02",
       {"في الفترة من 31 كانون الأول/ديسمبر 2022 إلى 2 كانون الثاني/يناير 2023", "2022年12月31日至2023年1月2日",
        "from 31 December 2022 to 2 January 2023", "du 31 décembre 2022 au 2 janvier 2023",
        "с 31 декабря 2022 года по 2 января 2023 года", "del 31 de diciembre de 2022 al 2 de enero de 2023"}},
      {"2021-06-01/2021-06-02",  // "los días 1 y 2 de junio de 2021": S2
       {"في 1 و 2 حزيران/يونيه 2021", "2021年6月1日和2日", "on 1 and 2 June 2021", "les 1er et 2 juin 2021",
        "1 и 2 июня 2021 года", "los días 1 y 2 de junio de 2021"}},
      {"2022-07/2022-09",
       {"في الفترة من تموز/يوليه إلى أيلول/سبتمبر 2022", "2022年7月至9月", "from July to September 2022",
        "de juillet à septembre 2022", "с июля по сентябрь 2022 года", "de julio a septiembre de 2022"}},
      {"2021/2025",
       {"في الفترة من عام 2021 إلى عام 2025", "2021年至2025年", "from 2021 to 2025", "de 2021 à 2025",
        "с 2021 по 2025 год", "de 2021 a 2025"}},
      {"2023-07-24/2023-07-24",
       {"في 24 تموز/يوليه 2023", "2023年7月24日", "on 24 July 2023", "le 24 juillet 2023", "24 июля 2023 года",
        "el 24 de julio de 2023"}}};
  expect_rows(rows, [](const Tongue& tongue, std::string_view value) { return when(tongue, days(value)); });
}

TEST(Dates, ArabicMonthsHaveBothTheirNames) {
  const std::array<std::string_view, 12> months{
      "كانون الثاني/يناير", "شباط/فبراير",        "آذار/مارس",           "نيسان/أبريل",
      "أيار/مايو",          "حزيران/يونيه",       "تموز/يوليه",          "آب/أغسطس",
      "أيلول/سبتمبر",       "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"};
  for (int i = 0; i < 12; ++i)
    EXPECT_EQ(written(shipped().in(Language::ar), Date{2025, i + 1, 9}),
              "9 " + std::string(months[static_cast<std::size_t>(i)]) + " 2025");
}

TEST(Dates, RussianMonthsAreDeclined) {
  const std::array<std::array<std::string_view, 3>, 12> months{{{"января", "январь", "январе"},
                                                                {"февраля", "февраль", "феврале"},
                                                                {"марта", "март", "марте"},
                                                                {"апреля", "апрель", "апреле"},
                                                                {"мая", "май", "мае"},
                                                                {"июня", "июнь", "июне"},
                                                                {"июля", "июль", "июле"},
                                                                {"августа", "август", "августе"},
                                                                {"сентября", "сентябрь", "сентябре"},
                                                                {"октября", "октябрь", "октябре"},
                                                                {"ноября", "ноябрь", "ноябре"},
                                                                {"декабря", "декабрь", "декабре"}}};
  const auto russian = shipped().in(Language::ru);
  for (int i = 0; i < 12; ++i) {
    const auto& [of, alone, in] = months[static_cast<std::size_t>(i)];
    EXPECT_EQ(written(russian, Date{2025, i + 1, 9}), "9 " + std::string(of) + " 2025 года");
    EXPECT_EQ(month_name(russian, i + 1), alone);
    EXPECT_EQ(when(russian, Date{2025, i + 1, 0}), "в " + std::string(in) + " 2025 года");
  }
}

TEST(Dates, TheDayOfTheWeekIsNamed) {
  const std::vector<Row> rows{
      {"2023-07-24",
       {"الاثنين، 24 تموز/يوليه 2023", "2023年7月24日星期一", "Monday, 24 July 2023", "lundi 24 juillet 2023",
        "понедельник, 24 июля 2023 года", "lunes 24 de julio de 2023"}},
      {"2024-02-29",
       {"الخميس، 29 شباط/فبراير 2024", "2024年2月29日星期四", "Thursday, 29 February 2024", "jeudi 29 février 2024",
        "четверг, 29 февраля 2024 года", "jueves 29 de febrero de 2024"}}};
  expect_rows(rows,
              [](const Tongue& tongue, std::string_view value) { return with_weekday(tongue, *parse_date(value)); });
}

TEST(Dates, EveryDateNamesItsYearAndDayInSixLanguages) {
  int said = 0;
  for (Date date{1990, 1, 1}; date.year < 2060; date = next_day(date)) {
    if (date.day != 1 + date.year % 28 && date.day != 29) continue;
    for (const auto language : languages) {
      const auto text = written(shipped().in(language), date);
      ASSERT_NE(text.find(std::to_string(date.year)), std::string::npos) << print(date) << " " << text;
      ASSERT_NE(text.find(std::to_string(date.day)), std::string::npos) << print(date) << " " << text;
      ASSERT_EQ(text.find('{'), std::string::npos) << text;
      ++said;
    }
  }
  EXPECT_GT(said, 8'000);
}

TEST(Dates, DifferentDaysNeverReadTheSame) {
  for (const auto language : languages) {
    std::map<std::string, Date> seen;
    for (Date date{2023, 12, 1}; date < Date{2025, 3, 1}; date = next_day(date))
      EXPECT_TRUE(seen.insert({written(shipped().in(language), date), date}).second) << print(date);
    EXPECT_EQ(seen.size(), 456U);
  }
}

TEST(Times, AreToldInTheZoneAndInUtc) {
  const auto instant = *parse_instant("2025-07-11T14:00:00Z");
  const std::vector<Row> rows{
      {"America/New_York",
       {"10:00 بتوقيت نيويورك (14:00 بالتوقيت العالمي المنسق)", "纽约时间10:00（协调世界时14:00）",
        "10:00 New York time (14:00 UTC)", "10:00, heure de New York (14:00 UTC)",
        "10:00 по нью-йоркскому времени (14:00 UTC)", "10:00, hora de Nueva York (14:00 UTC)"}},
      {"Europe/Paris",
       {"16:00 بتوقيت باريس (14:00 بالتوقيت العالمي المنسق)", "巴黎时间16:00（协调世界时14:00）",
        "16:00 Paris time (14:00 UTC)", "16:00, heure locale, Paris (14:00 UTC)",
        "16:00 по местному времени, Париж (14:00 UTC)", "16:00, hora local, París (14:00 UTC)"}},
      {"UTC",
       {"14:00 بالتوقيت العالمي المنسق", "协调世界时14:00", "14:00 UTC", "14:00 UTC", "14:00 UTC", "14:00 UTC"}}};
  expect_rows(rows,
              [&](const Tongue& tongue, std::string_view zone) { return clock_time(tongue, instant, *zone_of(zone)); });
}

TEST(Times, WhereUtcHasAnotherDayTheDayIsNamed) {
  const auto instant = *parse_instant("2025-07-12T02:30:00Z");
  EXPECT_EQ(written(shipped().in(Language::en), instant, venue_zone()),
            "11 July 2025, 22:30 New York time (02:30 UTC, 12 July 2025)");
  EXPECT_EQ(written(shipped().in(Language::zh), instant, venue_zone()),
            "2025年7月11日纽约时间22:30（协调世界时2025年7月12日02:30）");
  EXPECT_EQ(written(shipped().in(Language::es), instant, *zone_of("Asia/Kolkata")),
            "12 de julio de 2025, 08:00, hora local, Calcuta (02:30 UTC)");
}

TEST(Times, AnInstantOfTheRecordIsToldToTheSecond) {
  const Instant instant = *parse_instant("2026-11-20T23:22:05.999999Z");
  EXPECT_EQ(exact(shipped().in(Language::en), instant), "20 November 2026, 23:22:05 UTC");
  EXPECT_EQ(exact(shipped().in(Language::fr), instant), "20 novembre 2026, 23:22:05 UTC");
  EXPECT_EQ(iso(instant), "2026-11-20T23:22:05Z");
}

TEST(Times, WhatHappenedKeepsTheOffsetOfItsAct) {
  const auto english = shipped().in(Language::en);
  EXPECT_EQ(written(english, *parse_happened("2022-04-22")), "22 April 2022");
  EXPECT_EQ(written(english, *parse_happened("2022-04-22 10:00 America/New_York -04:00")),
            "22 April 2022, 10:00 New York time (14:00 UTC)");
  // The act says -05:00, whatever the rules of the zone say now.
  EXPECT_EQ(written(english, *parse_happened("2022-04-22 20:00 America/New_York -05:00")),
            "22 April 2022, 20:00 New York time (01:00 UTC, 23 April 2022)");
  EXPECT_EQ(written(english, *parse_happened("2022-04-22 10:00 Asia/Kolkata +05:30")),
            "22 April 2022, 10:00 Kolkata time (04:30 UTC)");
}

TEST(Times, AZoneIsCalledByItsCity) {
  EXPECT_EQ(zone_name(shipped().in(Language::ru), venue_zone()), "по нью-йоркскому времени");
  EXPECT_EQ(zone_name(shipped().in(Language::zh), *zone_of("Asia/Kolkata")), "加尔各答时间");
  EXPECT_EQ(zone_name(shipped().in(Language::en), *zone_of("Europe/Kyiv")), "Kyiv time");
  EXPECT_EQ(zone_name(shipped().in(Language::fr), utc()), "UTC");
}

}  // namespace
}  // namespace comity
