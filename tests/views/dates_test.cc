// Plans and what took place, where things stand on a day, and in which order they are told.
#include <gtest/gtest.h>

#include "support/given.h"
#include "views/news.h"
#include "views/sessions_pages.h"
#include "views/standing.h"
#include "views/today_page.h"

namespace comity {
namespace {

std::vector<MarkKind> marks(const auto& rows) {
  return each(rows, [](const auto& row) { return row.mark.mark; });
}
std::vector<std::string> ids(const std::vector<DateRow>& rows) {
  return each(rows, [](const DateRow& row) { return row.id; });
}
std::string code(Status status) { return std::string(code_of(status)); }

InformalPlanned informal_plan(const std::string& id, const Days& when) {
  InformalPlanned act;
  act.id = {id};
  act.body = {"oewg-ict"};
  act.days = when;
  return act;
}

// A/AC.292/2021/1 planned 1-2 June 2021; the session was held on 1 June (A/77/275, para. 2).
TEST(Session, ShowsThePlanBesideWhatTookPlace) {
  Given given;
  given.body().session("oewg-ict/s0");
  given.planned("oewg-ict/s0", days("2021-06-01", "2021-06-02"), confirmed("A/AC.292/2021/1").on("2021-05-20"));
  given.held("oewg-ict/s0", days("2021-06-01"), confirmed("A/77/275", "2"));
  const auto page = session_page(given.lens(), {"oewg-ict/s0"});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->planned.size(), 1U);
  ASSERT_EQ(page->held.size(), 1U);
  EXPECT_EQ(page->planned[0].days, days("2021-06-01", "2021-06-02"));
  EXPECT_EQ(page->held[0].days, days("2021-06-01"));
  EXPECT_EQ(page->planned[0].mark.mark, MarkKind::planned);
  EXPECT_EQ(page->held[0].mark.mark, MarkKind::confirmed);
  EXPECT_EQ(page->status, Status::held);
}

TEST(Session, TellsTheStrongestFactFirstAndLeavesNoneOut) {
  Given given;
  given.body().session("oewg-ict/s5", 5);
  const auto week = days("2023-07-24", "2023-07-28");
  given.held("oewg-ict/s5", week, unverified()).held("oewg-ict/s5", week, reported());
  given.held("oewg-ict/s5", week, confirmed("A/78/265")).held("oewg-ict/s5", week, asserted());
  const auto page = session_page(given.lens(), {"oewg-ict/s5"});
  const std::vector<MarkKind> in_order{MarkKind::confirmed, MarkKind::asserted, MarkKind::reported,
                                       MarkKind::unverified};
  EXPECT_EQ(marks(page->held), in_order);
}

TEST(Session, IsDatedByTheStrongestTellingAndByTheLatestPlan) {
  Given given;
  given.body().session("oewg-ict/s5", 5).session("oewg-ict/s6", 6);
  given.held("oewg-ict/s5", days("2023-07-24", "2023-07-27"), reported());
  given.held("oewg-ict/s5", days("2023-07-24", "2023-07-28"), confirmed());
  given.planned("oewg-ict/s6", days("2023-11-13", "2023-11-17"), confirmed().on("2023-01-10"));
  given.planned("oewg-ict/s6", days("2023-12-11", "2023-12-15"), reported().on("2023-06-01"));
  EXPECT_EQ(dated(given.lens(), SessionId{"oewg-ict/s5"}).days(), days("2023-07-24", "2023-07-28"));
  EXPECT_EQ(dated(given.lens(), SessionId{"oewg-ict/s6"}).days(), days("2023-12-11", "2023-12-15"));
  EXPECT_EQ(session_page(given.lens(), {"oewg-ict/s6"})->planned.size(), 2U);
}

TEST(Session, StandsWhereTheDaySays) {
  Given given;
  given.body().session("oewg-ict/held", 1).session("oewg-ict/planned", 2).session("oewg-ict/cancelled", 3);
  const auto week = days("2022-03-28", "2022-04-01");
  given.held("oewg-ict/held", week, confirmed().on("2022-03-28"));
  given.planned("oewg-ict/held", week, confirmed().on("2022-01-01"));
  given.planned("oewg-ict/planned", week, confirmed().on("2022-01-01"));
  given.planned("oewg-ict/cancelled", week, confirmed().on("2022-01-01"));
  given.act(SessionCancelled{{"oewg-ict/cancelled"}, in_english("No room")}, confirmed().on("2022-03-01"));
  struct Row {
    const char* on;
    const char* held;
    const char* planned;
    const char* cancelled;
  };
  for (const auto& row :
       {Row{"2022-02-01", "planned", "planned", "planned"}, Row{"2022-03-27", "planned", "planned", "cancelled"},
        Row{"2022-03-28", "running", "running", "cancelled"}, Row{"2022-04-01", "running", "running", "cancelled"},
        Row{"2022-04-02", "held", "planned", "cancelled"}}) {
    const auto lens = given.lens("2026-11-20", row.on);
    const auto at = [&lens](const std::string& id) { return code(status(dated(lens, SessionId{id}), lens.today())); };
    EXPECT_EQ(at("oewg-ict/held"), row.held) << row.on;
    EXPECT_EQ(at("oewg-ict/planned"), row.planned) << row.on;
    EXPECT_EQ(at("oewg-ict/cancelled"), row.cancelled) << row.on;
  }
}

TEST(Session, WithAnOpenedMeetingWasHeldEvenIfNobodySaysOnWhichDays) {
  Given given;
  given.body().session("oewg-ict/s1", 1).session("oewg-ict/s2", 2).opened("oewg-ict/s1/a", 1, "2021-12-13");
  EXPECT_EQ(session_page(given.lens(), {"oewg-ict/s1"})->status, Status::held);
  EXPECT_EQ(session_page(given.lens(), {"oewg-ict/s2"})->status, Status::planned);
}

TEST(Meeting, RunsFromItsOpeningToItsClosing) {
  Given given;
  given.body().session("oewg-ict/s2", 2);
  const MeetingId meeting{"oewg-ict/s2/a"};
  given.act(MeetingPlanned{meeting, {"oewg-ict/s2"}, hour("2022-03-28 10:00 America/New_York -04:00")});
  EXPECT_EQ(meeting_status(given.lens("2022-03-28"), meeting), Status::planned);
  given.opened(meeting.text, 1, "2022-03-28 10:00 America/New_York -04:00");
  EXPECT_EQ(meeting_status(given.lens("2022-03-28"), meeting), Status::running);
  EXPECT_EQ(meeting_status(given.lens("2022-03-29"), meeting), Status::held);
  given.act(MeetingClosed{meeting}, confirmed().on("2022-03-28"));
  EXPECT_EQ(meeting_status(given.lens("2022-03-28"), meeting), Status::held);
  const auto page = meeting_page(given.lens(), meeting);
  const std::vector<MarkKind> in_order{MarkKind::confirmed, MarkKind::confirmed, MarkKind::planned};
  EXPECT_EQ(each(page->marks, [](const FactMark& mark) { return mark.mark; }), in_order);
  EXPECT_EQ(page->ordinal, 1);
}

TEST(Dates, AreInTheOrderOfTimeOfAllSorts) {
  Given given;
  given.body().session("oewg-ict/s3", 3).session("oewg-ict/s2", 2).session("oewg-ict/undated", 9);
  given.held("oewg-ict/s3", days("2022-07-25", "2022-07-29")).held("oewg-ict/s2", days("2022-03-28", "2022-04-01"));
  given.opened("oewg-ict/s2/b", 2, "2022-03-28 15:00 America/New_York -04:00");
  given.opened("oewg-ict/s2/a", 1, "2022-03-28 10:00 America/New_York -04:00");
  given.opened("oewg-ict/s2/no-day", 3, "2022-03");
  given.informal("oewg-ict/between", days("2022-05-11"));
  const std::vector<std::string> in_order{"oewg-ict/s2", "oewg-ict/s2/a", "oewg-ict/s2/b", "oewg-ict/between",
                                          "oewg-ict/s3"};
  EXPECT_EQ(ids(dates(given.lens())), in_order);
}

TEST(Dates, CarryHowOftenTheirFactHasChanged) {
  Given given;
  given.body().session("oewg-ict/s4", 4);
  const auto sequence = [&given] { return dates(given.lens()).front().sequence; };
  given.planned("oewg-ict/s4", days("2023-03-06", "2023-03-11"));
  EXPECT_EQ(sequence(), 0);
  given.corrected(given.last(), SessionPlanned{{"oewg-ict/s4"}, days("2023-03-06", "2023-03-10"), {}});
  EXPECT_EQ(sequence(), 1);
  given.corrected(given.last(), SessionPlanned{{"oewg-ict/s4"}, days("2023-03-07", "2023-03-10"), {}});
  EXPECT_EQ(sequence(), 2);
  given.held("oewg-ict/s4", days("2023-03-06", "2023-03-10"));
  EXPECT_EQ(sequence(), 3);
}

TEST(ADayInThePast, ShowsNothingThatHappenedLater) {
  Given given;
  given.body().session("oewg-ict/s4", 4);
  given.planned("oewg-ict/s4", days("2023-03-06", "2023-03-10"), confirmed().on("2022-10-01"));
  given.held("oewg-ict/s4", days("2023-03-06", "2023-03-10"), confirmed().on("2023-03-06"));
  given.informal("oewg-ict/later", days("2023-05-23", "2023-05-26"), confirmed().on("2023-05-23"));
  const auto early = session_page(given.lens("2026-11-20", "2022-09-30"), {"oewg-ict/s4"});
  EXPECT_TRUE(early->planned.empty());
  EXPECT_TRUE(early->held.empty());
  EXPECT_TRUE(sessions_page(given.lens("2026-11-20", "2022-09-30"), {"oewg-ict"})->sessions.empty());
  const auto before = session_page(given.lens("2026-11-20", "2023-03-05"), {"oewg-ict/s4"});
  EXPECT_EQ(before->planned.size(), 1U);
  EXPECT_TRUE(before->held.empty());
  EXPECT_EQ(before->status, Status::planned);
  EXPECT_TRUE(dates(given.lens("2026-11-20", "2023-05-22")).size() == 1);
  EXPECT_FALSE(informal_page(given.lens("2026-11-20", "2023-05-22"), {"oewg-ict/later"}));
  EXPECT_TRUE(informal_page(given.lens("2026-11-20", "2023-05-23"), {"oewg-ict/later"}));
}

TEST(Today, TellsWhatRunsWhatComesAndWhatWasLast) {
  Given given;
  given.at("2022-12-31T12:00:00Z").body();
  for (int i = 1; i <= 6; ++i) {
    const auto id = "oewg-ict/past-" + std::to_string(i);
    given.informal(id, {{2022, i, 1}, {2022, i, 1}});
  }
  given.act(informal_plan("oewg-ict/now", days("2022-12-30", "2023-01-02")));
  given.act(informal_plan("oewg-ict/soon", days("2023-01-01")));
  given.act(informal_plan("oewg-ict/in-400-days", days("2024-02-04")));
  given.act(informal_plan("oewg-ict/too-far", days("2024-02-05")));
  given.act(informal_plan("oewg-ict/off", days("2023-02-01")));
  given.act(InformalCancelled{{"oewg-ict/off"}, {}});
  const auto page = today_page(given.lens("2022-12-31"));
  EXPECT_EQ(ids(page.running), std::vector<std::string>{"oewg-ict/now"});
  EXPECT_EQ(ids(page.coming), (std::vector<std::string>{"oewg-ict/soon", "oewg-ict/in-400-days"}));
  EXPECT_EQ(ids(page.recent), (std::vector<std::string>{"oewg-ict/past-6", "oewg-ict/past-5", "oewg-ict/past-4",
                                                        "oewg-ict/past-3", "oewg-ict/past-2"}));
}

TEST(Standing, SaysTheOneThingThatMatters) {
  Given given;
  given.body("oewg-ict", "2021-06", "2025-07-11").session("oewg-ict/s4", 4).session("oewg-ict/s5", 5);
  given.held("oewg-ict/s4", days("2023-03-06", "2023-03-10"), confirmed().on("2023-03-06"));
  given.planned("oewg-ict/s5", days("2023-07-24", "2023-07-28"), confirmed().on("2023-03-10"));
  const auto said_on = [&given](const char* date) { return where_it_stands(given.lens(date), {"oewg-ict"}).sentence; };
  EXPECT_EQ(said_on("2021-05-31").key, "standing.next");
  EXPECT_EQ(said_on("2023-03-08").key, "standing.running");
  const auto next = said_on("2023-07-22");
  EXPECT_EQ(next.key, "standing.next");
  EXPECT_EQ(std::get<std::int64_t>(next.values.at("in")), 2);
  EXPECT_EQ(std::get<std::string>(next.values.at("days")), "2023-07-24/2023-07-28");
  EXPECT_EQ(std::get<std::vector<Say>>(next.values.at("name")).front().key, "session.name.substantive");
  EXPECT_EQ(said_on("2023-08-01").key, "standing.idle-since");
  EXPECT_EQ(said_on("2025-07-11").key, "standing.idle-since");
  EXPECT_EQ(said_on("2025-07-12").key, "standing.ended");
}

TEST(Standing, OfABodyThatLiesAheadOrHasDoneNothing) {
  Given given;
  given.body("mechanism", "2026-03", "");
  EXPECT_EQ(where_it_stands(given.lens("2026-02-28"), {"mechanism"}).sentence.key, "standing.ahead");
  EXPECT_EQ(where_it_stands(given.lens("2026-03-01"), {"mechanism"}).sentence.key, "standing.idle");
  EXPECT_TRUE(where_it_stands(given.lens(), {"unknown"}).sentence.empty());
}

TEST(Standing, OfTheInstitutionIsThatOfItsLivingBody) {
  Given given;
  given.body("oewg-ict", "2021", "2025-07-11").body("mechanism", "2026-03", "");
  given.act(BodySucceeded{{"oewg-ict"}, {"mechanism"}});
  EXPECT_EQ(where_it_stands(given.lens()).sentence.key, "standing.idle");
  EXPECT_EQ(bodies_in_order(given.lens()), (std::vector<BodyId>{{"mechanism"}, {"oewg-ict"}}));
  const auto ended = where_it_stands(given.lens(), {"oewg-ict"}).sentence;
  EXPECT_EQ(ended.key, "standing.succeeded");
  EXPECT_EQ(std::get<std::string>(ended.values.at("until")), "2025-07-11");
  EXPECT_EQ(std::get<Texts>(ended.values.at("successor")), in_english("mechanism"));
}

}  // namespace
}  // namespace comity
