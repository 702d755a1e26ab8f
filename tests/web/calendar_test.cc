#include "web/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>

#include "words/vtimezone.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

Instant at(std::int64_t entry) { return {(1'795'000'000 + entry) * 1'000'000}; }

DateRow session() {
  DateRow row;
  row.id = "oewg-ict/s4";
  row.names = {{{Language::en, "Fourth substantive session"}, {Language::ar, "الدورة الموضوعية الرابعة"}}, {}};
  row.href = {"/oewg-ict/s4"};
  row.body = {"oewg-ict", {}, {{{Language::en, "The \"Group\"; of 2021, ^"}}, {}}, {"/oewg-ict"}};
  row.days = {{2023, 3, 6}, {2023, 3, 10}};
  row.place = {{{Language::en, "New York"}}, {{Language::ar, "نيويورك"}}};
  row.status = Status::held;
  row.mark.mark = MarkKind::confirmed;
  row.mark.entry = 40;
  row.mark.sources = {{"A/78/265", "2", {}, {}, {}, {}}};
  return row;
}

DateRow meeting() {
  DateRow row;
  row.id = "global-mechanism/plenary-2026/m1";
  row.names = {{{Language::en, "First meeting"}}, {}};
  row.days = {{2026, 7, 20}, {2026, 7, 20}};
  row.start = Happened{{2026, 7, 20}, "10:00", "America/New_York", "-04:00"};
  row.status = Status::planned;
  row.sequence = 2;
  row.mark.mark = MarkKind::planned;
  row.mark.entry = 41;
  return row;
}

std::string calendar_of(Language language, std::vector<DateRow> rows, std::string host = {}) {
  const Voice voice{shipped().in(language)};
  const Made made{"Dates, all; of \\ \n them", {}, {}, std::move(rows), {}};
  return calendar({voice, made, "comity.invalid/0123", at, std::move(host)});
}

// The calendar as another program reads it.
class Read {
 public:
  explicit Read(const std::string& bytes) : root_(icalparser_parse_string(bytes.c_str()), icalcomponent_free) {
    check(root_ != nullptr, "the calendar cannot be read back");
    icalrestriction_check(root_.get());
    EXPECT_EQ(icalcomponent_count_errors(root_.get()), 0) << icalcomponent_as_ical_string(root_.get());
  }
  icalcomponent* event(int n = 0) const {
    auto* found = icalcomponent_get_first_component(root_.get(), ICAL_VEVENT_COMPONENT);
    for (; n > 0 && found; --n) found = icalcomponent_get_next_component(root_.get(), ICAL_VEVENT_COMPONENT);
    return found;
  }
  int count(icalcomponent_kind kind) const { return icalcomponent_count_components(root_.get(), kind); }
  std::string start_in_utc(int n = 0) const {
    const auto start = icaltime_convert_to_zone(icalcomponent_get_dtstart(event(n)), icaltimezone_get_utc_timezone());
    return icaltime_as_ical_string(start);
  }

 private:
  std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> root_;
};

std::string property(icalcomponent* event, icalproperty_kind kind) {
  const auto* found = icalcomponent_get_first_property(event, kind);
  return found ? icalproperty_get_value_as_string(found) : "";
}

TEST(Calendar, a_session_stands_on_whole_days_and_ends_before_the_next) {
  const auto bytes = calendar_of(Language::en, {session()});
  const Read read(bytes);
  auto* event = read.event();
  EXPECT_EQ(property(event, ICAL_UID_PROPERTY), "oewg-ict/s4@comity.invalid/0123");
  EXPECT_EQ(property(event, ICAL_DTSTART_PROPERTY), "20230306");
  EXPECT_EQ(property(event, ICAL_DTEND_PROPERTY), "20230311");
  EXPECT_EQ(property(event, ICAL_STATUS_PROPERTY), "CONFIRMED");
  EXPECT_EQ(property(event, ICAL_SEQUENCE_PROPERTY), "0");
  EXPECT_EQ(property(event, ICAL_SUMMARY_PROPERTY), "Fourth substantive session");
  EXPECT_EQ(property(event, ICAL_LOCATION_PROPERTY), "New York");
  EXPECT_EQ(property(event, ICAL_DESCRIPTION_PROPERTY), "confirmed\\nA/78/265\\, 2");
  EXPECT_THAT(bytes, HasSubstr("DTSTART;VALUE=DATE:20230306\r\n"));
  EXPECT_THAT(bytes, HasSubstr("METHOD:PUBLISH\r\n"));
  EXPECT_THAT(bytes, HasSubstr("X-WR-CALNAME:Dates, all; of \\\\ \\n them\r\n"));
}

TEST(Calendar, the_record_says_when_a_date_was_last_changed_and_not_the_clock) {
  const auto bytes = calendar_of(Language::en, {session()});
  const Read read(bytes);
  const auto stamp = icalcomponent_get_dtstamp(read.event());
  EXPECT_EQ(icaltime_as_timet(stamp), 1'795'000'040);
  EXPECT_EQ(bytes, calendar_of(Language::en, {session()}));
}

TEST(Calendar, a_known_time_stands_in_the_zone_of_the_place_with_its_rules) {
  const auto bytes = calendar_of(Language::en, {session(), meeting()});
  const Read read(bytes);
  EXPECT_THAT(bytes, HasSubstr("DTSTART;TZID=America/New_York:20260720T100000\r\n"));
  EXPECT_EQ(read.count(ICAL_VTIMEZONE_COMPONENT), 1);
  EXPECT_EQ(read.start_in_utc(1), "20260720T140000Z");
  EXPECT_EQ(property(read.event(1), ICAL_DTEND_PROPERTY), "");
}

TEST(Calendar, a_time_in_utc_needs_no_zone) {
  auto row = meeting();
  row.start = Happened{{2026, 7, 20}, "14:00", "UTC", "+00:00"};
  const auto bytes = calendar_of(Language::en, {row});
  EXPECT_THAT(bytes, HasSubstr("DTSTART:20260720T140000Z\r\n"));
  EXPECT_EQ(Read(bytes).count(ICAL_VTIMEZONE_COMPONENT), 0);
}

TEST(Calendar, a_time_that_no_clock_shows_leaves_the_day) {
  auto row = meeting();
  row.days = {{2026, 3, 8}, {2026, 3, 8}};
  row.start = Happened{{2026, 3, 8}, "02:30", "America/New_York", "-05:00"};  // the hour that spring skips
  EXPECT_THAT(calendar_of(Language::en, {row}), HasSubstr("DTSTART;VALUE=DATE:20260308\r\n"));
}

TEST(Calendar, plans_are_tentative_and_changes_raise_the_sequence) {
  const auto bytes = calendar_of(Language::en, {meeting()});
  const Read read(bytes);
  EXPECT_EQ(property(read.event(), ICAL_STATUS_PROPERTY), "TENTATIVE");
  EXPECT_EQ(property(read.event(), ICAL_SEQUENCE_PROPERTY), "2");
}

TEST(Calendar, what_is_cancelled_stays_and_says_so) {
  auto row = meeting();
  row.status = Status::cancelled;
  row.sequence = 3;
  const auto bytes = calendar_of(Language::en, {row});
  const Read read(bytes);
  EXPECT_EQ(property(read.event(), ICAL_STATUS_PROPERTY), "CANCELLED");
  EXPECT_EQ(property(read.event(), ICAL_UID_PROPERTY), "global-mechanism/plenary-2026/m1@comity.invalid/0123");
  EXPECT_EQ(property(read.event(), ICAL_SEQUENCE_PROPERTY), "3");
}

TEST(Calendar, lines_fold_at_75_bytes_between_letters_of_every_script) {
  std::string chinese, arabic;
  for (int i = 0; i < 40; ++i) {
    chinese += "第四届实质性会议";
    arabic += "الفريق العامل المفتوح العضوية،";
  }
  for (const auto& text : {chinese, arabic, std::string(200, 'x')}) {
    auto row = session();
    row.names = {{{Language::zh, text}}, {}};
    const auto bytes = calendar_of(Language::zh, {row});
    const Read read(bytes);
    EXPECT_EQ(icalcomponent_get_summary(read.event()), text);
    for (std::size_t from = 0, to = 0; from < bytes.size(); from = to + 2) {
      to = bytes.find("\r\n", from);
      ASSERT_NE(to, std::string::npos);
      EXPECT_LE(to - from, 75U);
      EXPECT_NE(static_cast<unsigned char>(bytes[from + (bytes[from] == ' ' ? 1 : 0)]) & 0xC0, 0x80);
    }
    EXPECT_EQ(bytes.find('\n'), bytes.find("\r\n") + 1);
  }
}

TEST(Calendar, texts_say_their_language_and_working_translations_say_so) {
  const auto bytes = calendar_of(Language::ar, {session()});
  const Read read(bytes);
  EXPECT_THAT(bytes, HasSubstr("SUMMARY;LANGUAGE=ar:"));
  EXPECT_EQ(icalcomponent_get_location(read.event()), std::string("نيويورك"));
  EXPECT_THAT(icalcomponent_get_description(read.event()),
              HasSubstr(shipped().say(Language::ar, "translation.working")));
  EXPECT_THAT(calendar_of(Language::fr, {session()}), HasSubstr("SUMMARY;LANGUAGE=en:"));
}

TEST(Calendar, the_page_of_a_date_has_a_whole_address_or_none) {
  EXPECT_THAT(calendar_of(Language::en, {session()}, "https://example.org"),
              HasSubstr("URL:https://example.org/en/oewg-ict/s4\r\n"));
  EXPECT_THAT(calendar_of(Language::en, {session()}), Not(HasSubstr("URL:")));
}

TEST(Calendar, each_thing_once_and_only_with_whole_days) {
  auto vague = session();
  vague.id = "oewg-ict/later";
  vague.days = {{2027, 0, 0}, {2027, 0, 0}};
  EXPECT_EQ(Read(calendar_of(Language::en, {session(), session(), vague, DateRow{}})).count(ICAL_VEVENT_COMPONENT), 1);
}

TEST(Calendar, an_empty_one_is_still_a_calendar) {
  const Read read(calendar_of(Language::en, {}));
  EXPECT_EQ(read.count(ICAL_VEVENT_COMPONENT), 0);
  EXPECT_EQ(read.count(ICAL_ANY_COMPONENT), 1);
}

TEST(Calendar, hostile_texts_stay_inside_their_line) {
  auto row = session();
  row.names = {{{Language::en, "one\r\nSTATUS:CANCELLED\x01;,\\n"}}, {}};
  row.id = "x\r\nEND:VEVENT";
  const auto bytes = calendar_of(Language::en, {row});
  const Read read(bytes);
  EXPECT_EQ(icalcomponent_get_summary(read.event()), std::string("one\nSTATUS:CANCELLED;,\\n"));
  EXPECT_EQ(property(read.event(), ICAL_STATUS_PROPERTY), "CONFIRMED");
  EXPECT_EQ(read.count(ICAL_VEVENT_COMPONENT), 1);
}

TEST(Vtimezone, is_right_from_the_first_of_january) {
  for (const auto* name : {"America/New_York", "Europe/Zurich", "Asia/Singapore", "Africa/Nairobi", "Asia/Kathmandu"}) {
    const auto zone = *zone_of(name);
    auto row = meeting();
    for (const Date date : {Date{2021, 1, 1}, Date{2021, 7, 1}, Date{2021, 12, 13}, Date{2026, 12, 7}}) {
      row.days = {date, date};
      row.start = Happened{date, "09:15", name, {}};
      const auto bytes = calendar_of(Language::en, {row});
      const auto expected = local_time(*instant_of(date, "09:15", zone), utc());
      const auto found = icaltime_from_string(Read(bytes).start_in_utc().c_str());
      EXPECT_EQ(found.hour, expected.hour) << name << print(date) << "\n" << bytes;
      EXPECT_EQ(found.minute, expected.minute) << name << print(date);
    }
  }
}

}  // namespace
}  // namespace comity
