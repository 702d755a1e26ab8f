// Sessions and meetings, formal and informal: planned, held, cancelled, numbered.
#include <gtest/gtest.h>

#include "support/given.h"

namespace comity {
namespace {

const auto week = days("2022-03-28", "2022-04-01");

Given a_session() {
  Given given;
  given.body().session("oewg-ict/s2", 2);
  return given;
}

InformalPlanned an_informal(const std::string& id, const Days& when) {
  InformalPlanned act;
  act.id = {id};
  act.body = {"oewg-ict"};
  act.days = when;
  return act;
}
InformalHeld the_informal(const std::string& id, const Days& when) {
  InformalHeld act;
  act.id = {id};
  act.body = {"oewg-ict"};
  act.days = when;
  return act;
}

TEST(Session, HasItsNumberOnceAmongThoseOfItsKind) {
  auto given = a_session();
  EXPECT_EQ(given.outcome(SessionEntered{{"oewg-ict/again"}, {"oewg-ict"}, SessionType::substantive, 2, {}}),
            "number-taken");
  EXPECT_EQ(given.outcome(SessionEntered{{"oewg-ict/review-2"}, {"oewg-ict"}, SessionType::review_conference, 2, {}}),
            "granted");
}

TEST(Session, StandsBelowItsBodyUnderAnIdOfItsOwn) {
  auto given = a_session();
  EXPECT_EQ(given.outcome(SessionEntered{{"elsewhere/s3"}, {"oewg-ict"}, SessionType::substantive, 3, {}}),
            "id-outside-parent");
  EXPECT_EQ(given.outcome(SessionEntered{{"oewg-ict/agenda"}, {"oewg-ict"}, SessionType::substantive, 3, {}}),
            "id-is-page");
  EXPECT_EQ(given.outcome(SessionEntered{{"oewg-ict/s2"}, {"oewg-ict"}, SessionType::substantive, 3, {}}), "id-taken");
}

TEST(SessionPlan, NeedsWholeDaysThatRunForwards) {
  auto given = a_session();
  EXPECT_EQ(given.outcome(SessionPlanned{{"oewg-ict/s2"}, {{2022, 3, 0}, {2022, 3, 0}}, {}}), "days-incomplete");
  EXPECT_EQ(given.outcome(SessionPlanned{{"oewg-ict/s2"}, days("2022-04-01", "2022-03-28"), {}}), "days-backwards");
  EXPECT_EQ(given.outcome(SessionPlanned{{"oewg-ict/s2"}, week, {}}), "granted");
  EXPECT_EQ(given.outcome(SessionPlanned{{"oewg-ict/s2"}, days("2030-03-04", "2030-03-08"), {}}), "granted");
}

// A/AC.292/2021/1 planned 1-2 June 2021; the session was held on 1 June (A/77/275, para. 2).
TEST(SessionPlan, StandsBesideWhatTookPlace) {
  auto given = a_session();
  given.planned("oewg-ict/s2", days("2021-06-01", "2021-06-02"));
  EXPECT_EQ(given.outcome(SessionHeld{{"oewg-ict/s2"}, days("2021-06-01"), {}}), "granted");
}

TEST(SessionHeld, IsEnteredWhenItsDaysAreOver) {
  auto given = a_session();
  const SessionHeld held{{"oewg-ict/s2"}, week, {}};
  EXPECT_EQ(given.at("2022-03-31T23:59:59Z").outcome(held), "not-yet-happened");
  EXPECT_EQ(given.at("2022-04-01T00:00:00Z").outcome(held), "granted");
}

TEST(SessionCancellation, IsOnlyOfWhatWasPlannedAndNotHeld) {
  auto given = a_session();
  const SessionCancelled cancelled{{"oewg-ict/s2"}, {}};
  EXPECT_EQ(given.outcome(cancelled), "not-planned");
  given.planned("oewg-ict/s2", week);
  EXPECT_EQ(given.outcome(cancelled), "granted");
  given.held("oewg-ict/s2", week);
  EXPECT_EQ(given.outcome(cancelled), "already-held");
}

TEST(SessionCancellation, LeavesNothingToPlanOrHold) {
  auto given = a_session();
  given.planned("oewg-ict/s2", week).act(SessionCancelled{{"oewg-ict/s2"}, {}});
  EXPECT_EQ(given.outcome(SessionPlanned{{"oewg-ict/s2"}, week, {}}), "cancelled");
  EXPECT_EQ(given.outcome(SessionHeld{{"oewg-ict/s2"}, week, {}}), "cancelled");
}

TEST(Meeting, IsPlannedWithATimeAndOpenedWithANumber) {
  auto given = a_session();
  const MeetingPlanned planned{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, hour("2022-03-28 10:00 America/New_York -04:00")};
  EXPECT_EQ(given.outcome(planned), "granted");
  given.act(planned);
  EXPECT_EQ(given.outcome(planned), "id-taken");
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, 1}), "granted");
}

TEST(Meeting, MayBeOpenedWithoutHavingBeenPlanned) {
  EXPECT_EQ(a_session().outcome(MeetingOpened{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, 1}), "granted");
  EXPECT_EQ(a_session().outcome(MeetingOpened{{"elsewhere/a"}, {"oewg-ict/s2"}, 1}), "id-outside-parent");
}

TEST(Meeting, HasANumberFromOneUpwardsOnceInItsSession) {
  auto given = a_session();
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, 0}), "number-malformed");
  given.opened("oewg-ict/s2/a", 1, "2022-03-28");
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/b"}, {"oewg-ict/s2"}, 1}), "number-taken");
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, 2}), "number-taken");
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/b"}, {"oewg-ict/s2"}, 2}), "granted");
}

TEST(Meeting, IsOpenedInTheSessionThatPlannedIt) {
  auto given = a_session();
  given.session("oewg-ict/s3", 3).act(MeetingPlanned{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, hour("2022-03-28")});
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/a"}, {"oewg-ict/s3"}, 1}), "id-taken");
}

TEST(Meeting, ClosesOnceAndOnlyIfOpened) {
  auto given = a_session();
  given.act(MeetingPlanned{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, hour("2022-03-28")});
  EXPECT_EQ(given.outcome(MeetingClosed{{"oewg-ict/s2/a"}}), "not-opened");
  given.opened("oewg-ict/s2/a", 1, "2022-03-28");
  EXPECT_EQ(given.outcome(MeetingClosed{{"oewg-ict/s2/a"}}), "granted");
  given.act(MeetingClosed{{"oewg-ict/s2/a"}});
  EXPECT_EQ(given.outcome(MeetingClosed{{"oewg-ict/s2/a"}}), "already-closed");
}

TEST(Meeting, IsCancelledOnlyIfPlannedAndNotOpened) {
  auto given = a_session();
  given.opened("oewg-ict/s2/a", 1, "2022-03-28");
  EXPECT_EQ(given.outcome(MeetingCancelled{{"oewg-ict/s2/a"}, {}}), "not-planned");
  given.act(MeetingPlanned{{"oewg-ict/s2/b"}, {"oewg-ict/s2"}, hour("2022-03-28")});
  EXPECT_EQ(given.outcome(MeetingCancelled{{"oewg-ict/s2/b"}, {}}), "granted");
  given.act(MeetingCancelled{{"oewg-ict/s2/b"}, {}});
  EXPECT_EQ(given.outcome(MeetingOpened{{"oewg-ict/s2/b"}, {"oewg-ict/s2"}, 2}), "cancelled");
}

TEST(Meeting, ThatWasOpenedCannotBeCancelledAnyMore) {
  auto given = a_session();
  given.act(MeetingPlanned{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, hour("2022-03-28")});
  given.opened("oewg-ict/s2/a", 1, "2022-03-28");
  EXPECT_EQ(given.outcome(MeetingCancelled{{"oewg-ict/s2/a"}, {}}), "already-held");
}

TEST(StakeholderSegment, IsPartOfANumberedMeeting) {
  auto given = a_session();
  given.act(MeetingPlanned{{"oewg-ict/s2/a"}, {"oewg-ict/s2"}, hour("2022-03-28")});
  EXPECT_EQ(given.outcome(SegmentHeld{{"oewg-ict/s2/a"}, Segment::stakeholders}), "not-opened");
  given.opened("oewg-ict/s2/a", 1, "2022-03-28");
  EXPECT_EQ(given.outcome(SegmentHeld{{"oewg-ict/s2/a"}, Segment::stakeholders}), "granted");
}

TEST(PlenaryCount, CoversEveryNumberedMeeting) {
  auto given = a_session();
  given.opened("oewg-ict/s2/h", 8, "2022-03-31");
  EXPECT_EQ(given.outcome(PlenariesCounted{{"oewg-ict/s2"}, 7}), "count-too-small");
  EXPECT_EQ(given.outcome(PlenariesCounted{{"oewg-ict/s2"}, 8}), "granted");
}

TEST(ItemsConsidered, AreOfTheBodysOwnAgenda) {
  auto given = a_session();
  given.item("oewg-ict/item-5", "5").body("another").item("another/item-5", "5");
  EXPECT_EQ(given.outcome(ItemsConsidered{{"oewg-ict/s2"}, {{"another/item-5"}}}), "other-body");
  EXPECT_EQ(given.outcome(ItemsConsidered{{"oewg-ict/s2"}, {{"oewg-ict/item-5"}}}), "granted");
}

TEST(InformalMeeting, IsPlannedForDaysThatRunForwards) {
  auto given = a_session();
  EXPECT_EQ(given.outcome(an_informal("oewg-ict/i", days("2022-12-09", "2022-12-05"))), "days-backwards");
  EXPECT_EQ(given.outcome(an_informal("oewg-ict/i", days("2022-12-05", "2022-12-09"))), "granted");
}

TEST(InformalMeeting, IsHeldOnceAndWhenItsDaysAreOver) {
  auto given = a_session();
  const auto held = the_informal("oewg-ict/i", days("2022-12-05", "2022-12-09"));
  EXPECT_EQ(given.at("2022-12-08T12:00:00Z").outcome(held), "not-yet-happened");
  given.at("2022-12-12T12:00:00Z").act(an_informal("oewg-ict/i", held.days));
  EXPECT_EQ(given.outcome(held), "granted");
  given.act(held);
  EXPECT_EQ(given.outcome(held), "id-taken");
}

TEST(InformalMeeting, IsCancelledOnlyIfPlannedAndNotHeld) {
  auto given = a_session();
  const auto when = days("2022-12-05", "2022-12-09");
  given.act(the_informal("oewg-ict/unplanned", when));
  EXPECT_EQ(given.outcome(InformalCancelled{{"oewg-ict/unplanned"}, {}}), "not-planned");
  given.act(an_informal("oewg-ict/i", when));
  EXPECT_EQ(given.outcome(InformalCancelled{{"oewg-ict/i"}, {}}), "granted");
  auto both = given;
  both.act(the_informal("oewg-ict/i", when));
  EXPECT_EQ(both.outcome(InformalCancelled{{"oewg-ict/i"}, {}}), "already-held");
  given.act(InformalCancelled{{"oewg-ict/i"}, {}});
  EXPECT_EQ(given.outcome(the_informal("oewg-ict/i", when)), "cancelled");
}

TEST(Attendance, IsReportedOfInformalMeetingsThatWereHeld) {
  auto given = a_session();
  given.act(an_informal("oewg-ict/i", days("2022-12-05")));
  const AttendanceReported more_than_150{{"oewg-ict"}, {{"oewg-ict/i"}}, 150, in_english("More than 150")};
  EXPECT_EQ(given.outcome(more_than_150), "not-held");
  given.act(the_informal("oewg-ict/i", days("2022-12-05")));
  EXPECT_EQ(given.outcome(more_than_150), "granted");
}

}  // namespace
}  // namespace comity
