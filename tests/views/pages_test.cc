// What the pages say of bodies, sessions, agenda, decisions, States.
#include <gtest/gtest.h>

#include "support/given.h"
#include "views/agenda_pages.h"
#include "views/body_page.h"
#include "views/decisions_pages.h"
#include "views/facts.h"
#include "views/institution_page.h"
#include "views/sessions_pages.h"
#include "views/states_pages.h"
#include "views/taking_part_page.h"

namespace comity {
namespace {

std::string text_of(const std::string& id) { return id; }
template <class Tag>
std::string text_of(const Id<Tag>& id) {
  return id.text;
}

template <class Row>
std::vector<std::string> ids(const std::vector<Row>& rows) {
  return each(rows, [](const Row& row) { return text_of(row.id); });
}

TEST(Mark, SaysTheEntryTheSourcesAndTheirPages) {
  Given given;
  given.document("A/77/275", "2022-08-08").body();
  given.act(WebsitePublished{{"oewg-ict"}, "https://a.example"}, confirmed("A/77/275", "11").on("2022"));
  const auto mark = body_page(given.lens(), {"oewg-ict"})->websites.front().mark;
  EXPECT_EQ(mark.mark, MarkKind::confirmed);
  EXPECT_EQ(mark.entry, static_cast<std::int64_t>(given.last()));
  EXPECT_EQ(mark.href.path, "/record/" + std::to_string(given.last()));
  ASSERT_EQ(mark.sources.size(), 1U);
  EXPECT_EQ(mark.sources[0].symbol, "A/77/275");
  EXPECT_EQ(mark.sources[0].paragraph, "11");
  EXPECT_EQ(mark.sources[0].href->path, "/A/77/275");
  EXPECT_FALSE(mark.corrects);
}

TEST(Mark, LinksNoDocumentThatTheRecordDoesNotKnow) {
  Given given;
  given.body().act(WebsitePublished{{"oewg-ict"}, "https://a.example"}, confirmed("A/99/999"));
  EXPECT_FALSE(body_page(given.lens(), {"oewg-ict"})->websites.front().mark.sources[0].href);
}

TEST(Mark, OfACorrectionNamesTheEntryThatItCorrects) {
  Given given;
  given.body().act(WebsitePublished{{"oewg-ict"}, "https://a.example"});
  const auto wrong = given.last();
  given.corrected(wrong, WebsitePublished{{"oewg-ict"}, "https://b.example"});
  const auto websites = body_page(given.lens(), {"oewg-ict"})->websites;
  ASSERT_EQ(websites.size(), 1U);
  EXPECT_EQ(websites[0].address, "https://b.example");
  EXPECT_EQ(websites[0].mark.corrects, static_cast<std::int64_t>(wrong));
}

TEST(NaturalOrder, ReadsNumbersAsNumbers) {
  for (const auto& [before, after] :
       std::vector<std::pair<const char*, const char*>>{{"A/AC.292/2023/CRP.2", "A/AC.292/2023/CRP.10"},
                                                        {"5", "5.a"},
                                                        {"5.b", "6"},
                                                        {"9", "10"},
                                                        {"A/77/275", "A/77/275/Add.1"},
                                                        {"A/AC.292/2021/1", "A/AC.292/2021/INF/1"}}) {
    EXPECT_TRUE(natural_less(before, after)) << before << " " << after;
    EXPECT_FALSE(natural_less(after, before)) << before << " " << after;
  }
  EXPECT_FALSE(natural_less("A/77/275", "A/77/275"));
  EXPECT_FALSE(natural_less("", ""));
  EXPECT_TRUE(natural_less("", "1"));
}

TEST(Institution, ListsTheLivingBodyBeforeTheEndedOne) {
  Given given;
  given.body("oewg-ict", "2021", "2025-07-11").body("mechanism", "2026-03", "").session("oewg-ict/s1", 1);
  given.act(InstitutionDescribed{{"ict-security"}, in_english("ICT security"), {}});
  const auto page = institution_page(given.lens());
  ASSERT_TRUE(page);
  EXPECT_EQ(page->bodies[0].id.text, "mechanism");
  EXPECT_EQ(page->bodies[0].status, Status::living);
  EXPECT_EQ(page->bodies[1].status, Status::ended);
  EXPECT_EQ(page->bodies[1].sessions, 1);
  EXPECT_FALSE(institution_page(Given().lens()));
}

TEST(Body, KnowsWhomItSucceedsAndWhoSucceedsIt) {
  Given given;
  given.body("oewg-ict", "2021", "2025-07-11").body("mechanism", "2026-03", "");
  given.act(BodySucceeded{{"oewg-ict"}, {"mechanism"}});
  const auto earlier = body_page(given.lens(), {"oewg-ict"}), later = body_page(given.lens(), {"mechanism"});
  EXPECT_EQ(earlier->successor->id, "mechanism");
  EXPECT_EQ(earlier->successor->href.path, "/mechanism");
  EXPECT_FALSE(earlier->predecessor);
  EXPECT_EQ(later->predecessor->id, "oewg-ict");
  EXPECT_EQ(earlier->status, Status::ended);
  EXPECT_EQ(body_page(given.lens("2025-07-11"), {"oewg-ict"})->status, Status::living);
  EXPECT_EQ(body_page(given.lens("2020-12-31"), {"oewg-ict"})->status, Status::ahead);
  EXPECT_FALSE(body_page(given.lens(), {"nobody"}));
}

TEST(Body, NamesItsOfficersByOffice) {
  Given given;
  given.body().state("sgp", "Singapore").state("slv", "El Salvador").session("oewg-ict/s0");
  OfficerElected act{{"oewg-ict"}, Office::vice_chair, in_english("V"), {"slv"}, Manner::acclamation, {}, {}, {}};
  given.act(act);
  act.office = Office::chair;
  act.state = {"sgp"};
  act.session = SessionId{"oewg-ict/s0"};
  given.act(act);
  const auto officers = body_page(given.lens(), {"oewg-ict"})->officers;
  ASSERT_EQ(officers.size(), 2U);
  EXPECT_EQ(officers[0].office, Office::chair);
  EXPECT_EQ(officers[0].state.names, in_six("Singapore"));
  EXPECT_EQ(officers[0].state.href.path, "/states/sgp");
  EXPECT_EQ(officers[0].session->id, "oewg-ict/s0");
}

TEST(Session, KnowsItsNeighboursMeetingsAndTheirNames) {
  Given given;
  given.body().session("oewg-ict/s2", 2).session("oewg-ict/s1", 1).session("oewg-ict/s3", 3);
  given.held("oewg-ict/s1", days("2021-12-13", "2021-12-17")).held("oewg-ict/s2", days("2022-03-28", "2022-04-01"));
  given.held("oewg-ict/s3", days("2022-07-25", "2022-07-29"));
  given.opened("oewg-ict/s2/b", 2, "2022-03-28").opened("oewg-ict/s2/a", 1, "2022-03-28");
  given.act(MeetingPlanned{{"oewg-ict/s2/spare"}, {"oewg-ict/s2"}, hour("2022-03-27")});
  given.informal("oewg-ict/before", days("2022-03-01")).informal("oewg-ict/after", days("2022-05-11"));
  const auto page = session_page(given.lens(), {"oewg-ict/s2"});
  EXPECT_EQ(page->previous->id, "oewg-ict/s1");
  EXPECT_EQ(page->next->id, "oewg-ict/s3");
  EXPECT_EQ(ids(page->meetings), (std::vector<std::string>{"oewg-ict/s2/a", "oewg-ict/s2/b", "oewg-ict/s2/spare"}));
  EXPECT_EQ(page->meetings[0].name.key, "meeting.name");
  EXPECT_EQ(page->meetings[2].name.key, "meeting.planned");
  EXPECT_EQ(ids(page->informals), std::vector<std::string>{"oewg-ict/before"});
  const auto meeting = meeting_page(given.lens(), {"oewg-ict/s2/b"});
  EXPECT_EQ(meeting->previous->id, "oewg-ict/s2/a");
  EXPECT_EQ(meeting->next->id, "oewg-ict/s2/spare");
  EXPECT_EQ(std::get<std::vector<Say>>(meeting->name.values.at("session")).front().key, "session.name.substantive");
}

TEST(Session, GoesByTheNameOfItsDocumentWhereItHasOne) {
  Given given;
  const auto names = in_english("Organizational session, 2026");
  given.body().act(SessionEntered{{"oewg-ict/o"}, {"oewg-ict"}, SessionType::organizational, {}, names});
  given.opened("oewg-ict/o/a", 1, "2022-03-30");
  const auto page = session_page(given.lens(), {"oewg-ict/o"});
  EXPECT_EQ(page->names, names);
  EXPECT_EQ(page->name.key, "session.name.organizational.unnumbered");
  EXPECT_EQ(std::get<Texts>(meeting_page(given.lens(), {"oewg-ict/o/a"})->name.values.at("session")), names);
}

TEST(Session, TellsProgrammeListsItemsDocumentsAndDecisions) {
  Given given;
  given.body().session("oewg-ict/s3", 3).document("A/AC.292/2022/2").item("oewg-ict/item-5", "5");
  given.opened("oewg-ict/s3/a", 1, "2022-07-25");
  given.act(ProgrammeAgreed{{"oewg-ict/s3"}, {"A/AC.292/2022/2"}, MeetingId{"oewg-ict/s3/a"}});
  given.act(ProgrammeConsidered{{"oewg-ict/s3"}, {"A/AC.292/2022/2"}, {}});
  given.act(StakeholdersApproved{{"oewg-ict/s3"}, {"A/AC.292/2022/2"}, MeetingId{"oewg-ict/s3/a"}});
  given.act(ParticipantsListed{{{"oewg-ict/s3"}}, {{"A/AC.292/2022/2"}}});
  given.act(ItemsConsidered{{"oewg-ict/s3"}, {{"oewg-ict/item-5"}}}).act(PlenariesCounted{{"oewg-ict/s3"}, 10});
  given.act(SegmentHeld{{"oewg-ict/s3/a"}, Segment::stakeholders});
  given.decision("oewg-ict/report-adopted", "oewg-ict/s3", "2022-07-29");
  const auto page = session_page(given.lens(), {"oewg-ict/s3"});
  ASSERT_EQ(page->programme.size(), 2U);
  EXPECT_EQ(page->programme[0].what, ProgrammeStep::considered);
  EXPECT_EQ(page->programme[1].meetings[0].id, "oewg-ict/s3/a");
  EXPECT_EQ(page->organizations[0].meeting->id, "oewg-ict/s3/a");
  EXPECT_EQ(page->participants[0].documents[0].symbol.text, "A/AC.292/2022/2");
  EXPECT_EQ(page->considered[0].items[0].number, "5");
  EXPECT_EQ(page->plenaries[0].count, 10);
  EXPECT_EQ(page->meetings[0].segments.size(), 1U);
  EXPECT_EQ(page->decisions[0].id, "oewg-ict/report-adopted");
  EXPECT_EQ(meeting_page(given.lens(), {"oewg-ict/s3/a"})->programme.size(), 1U);
}

TEST(Informal, TellsThePlanAndWhatTookPlaceApart) {
  Given given;
  given.body().item("oewg-ict/item-5", "5").document("A/77/275");
  given.act(EntityDesignated{{"oewg-ict"}, {"unidir"}, in_english("UNIDIR"), SupportRole::partner});
  InformalPlanned plan;
  plan.id = {"oewg-ict/i"};
  plan.body = {"oewg-ict"};
  plan.days = days("2022-12-05", "2022-12-08");
  given.act(plan);
  InformalHeld held;
  held.id = plan.id;
  held.body = plan.body;
  held.days = days("2022-12-05", "2022-12-09");
  held.partners = {{"unidir"}};
  held.topics = {{"oewg-ict/item-5"}};
  held.basis = {{"A/77/275"}};
  held.attendance = 150;
  given.act(held).act(AttendanceReported{{"oewg-ict"}, {plan.id}, 150, in_english("More than 150")});
  const auto page = informal_page(given.lens(), plan.id);
  EXPECT_EQ(page->days, held.days);
  EXPECT_EQ(page->status, Status::held);
  EXPECT_EQ(page->planned[0].days, plan.days);
  EXPECT_EQ(page->held[0].partners[0].names, in_english("UNIDIR"));
  EXPECT_EQ(page->held[0].topics[0].number, "5");
  EXPECT_EQ(page->held[0].attendance, 150);
  EXPECT_EQ(page->attendance.size(), 1U);
  EXPECT_EQ(item_page(given.lens(), {"oewg-ict/item-5"})->informals.size(), 1U);
}

TEST(Agenda, RunsInTheOrderOfItsNumbersAndDrawsThePathOfEachItem) {
  Given given;
  given.body().session("oewg-ict/s1", 1).session("oewg-ict/s2", 2).document("A/AC.292/2021/1");
  given.held("oewg-ict/s1", days("2021-12-13", "2021-12-17")).held("oewg-ict/s2", days("2022-03-28", "2022-04-01"));
  given.item("oewg-ict/item-10", "10").item("oewg-ict/item-5", "5").item("oewg-ict/item-5-b", "5.b");
  given.item("oewg-ict/item-5-a", "5.a").act(AgendaProposed{{"oewg-ict"}, {"A/AC.292/2021/1"}});
  given.act(ItemsConsidered{{"oewg-ict/s2"}, {{"oewg-ict/item-5"}}}, asserted());
  given.act(ItemsConsidered{{"oewg-ict/s2"}, {{"oewg-ict/item-5"}}}, confirmed());
  given.act(ItemsConsidered{{"oewg-ict/s1"}, {{"oewg-ict/item-5"}}}, asserted());
  const auto page = agenda_page(given.lens(), {"oewg-ict"});
  EXPECT_EQ(each(page->items, [](const AgendaRow& row) { return row.number; }),
            (std::vector<std::string>{"5", "5.a", "5.b", "10"}));
  EXPECT_EQ(page->items[1].depth, 1);
  EXPECT_EQ(page->proposed[0].mark.mark, MarkKind::planned);
  const auto& path = page->items[0].path;
  EXPECT_EQ(each(path, [](const PathRow& row) { return row.session.id + " " + std::string(code_of(row.mark.mark)); }),
            (std::vector<std::string>{"oewg-ict/s1 asserted", "oewg-ict/s2 confirmed", "oewg-ict/s2 asserted"}));
  const auto item = item_page(given.lens(), {"oewg-ict/item-5"});
  EXPECT_EQ(ids(item->children), (std::vector<std::string>{"oewg-ict/item-5-a", "oewg-ict/item-5-b"}));
  EXPECT_EQ(item_page(given.lens(), {"oewg-ict/item-5-a"})->parent->number, "5");
}

TEST(Decision, ShowsWhatHangsOnItAndOnWhatItHangs) {
  Given given;
  given.body().session("oewg-ict/s3", 3).decision("oewg-ict/agreed", "oewg-ict/s3", "2022-04-22");
  given.decision("oewg-ict/adopted", "oewg-ict/s3", "2022-07-25");
  given.act(DecisionLinked{{"oewg-ict/adopted"}, DecisionLink::confirms, {"oewg-ict/agreed"}});
  given.act(ModalityAgreed{{"oewg-ict/agreed"}, 2, Audience::chair, in_english("Second")});
  given.act(ModalityAgreed{{"oewg-ict/agreed"}, 1, Audience::states, in_english("First")});
  const auto later = decision_page(given.lens(), {"oewg-ict/adopted"});
  EXPECT_EQ(later->links[0].direction, Direction::forward);
  EXPECT_EQ(later->links[0].decision.id, "oewg-ict/agreed");
  const auto earlier = decision_page(given.lens(), {"oewg-ict/agreed"});
  EXPECT_EQ(earlier->links[0].direction, Direction::backward);
  EXPECT_EQ(each(earlier->rules, [](const ModalityRow& row) { return row.number; }), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(ids(decisions_page(given.lens(), {}).decisions),
            (std::vector<std::string>{"oewg-ict/agreed", "oewg-ict/adopted"}));
  EXPECT_EQ(ids(decisions_page(given.lens("2026-11-20", "2022-05-01"), {"oewg-ict"}).decisions),
            std::vector<std::string>{"oewg-ict/agreed"});
}

TEST(TakingPart, TellsTheRulesByWhomTheyConcern) {
  Given given;
  given.body().session("oewg-ict/s3", 3).decision("oewg-ict/modalities", "oewg-ict/s3", "2022-04-22");
  given.act(ModalityAgreed{{"oewg-ict/modalities"}, 3, Audience::everybody, in_english("Third")});
  EXPECT_EQ(taking_part_page(given.lens()).audiences.size(), 5U);  // without a rule, the Chair is not listed
  given.act(ModalityAgreed{{"oewg-ict/modalities"}, 1, Audience::chair, in_english("First")});
  given.act(ModalityAgreed{{"oewg-ict/modalities"}, 2, Audience::everybody, in_english("Second")});
  given.act(ArrangementReported{{"oewg-ict"}, "stakeholders-rights", in_english("They speak")});
  given.act(ArrangementReported{{"oewg-ict"}, "reporting", in_english("Each year")});
  const auto page = taking_part_page(given.lens());
  ASSERT_EQ(page.audiences.size(), Codes<Audience>::all.size());
  EXPECT_EQ(page.audiences[0].audience, Audience::everybody);
  EXPECT_EQ(page.audiences[0].rules[0].number, 2);
  EXPECT_EQ(page.audiences[2].audience, Audience::observers);
  EXPECT_TRUE(page.audiences[2].rules.empty());  // whoever finds no rule for herself is told so
  EXPECT_EQ(page.audiences.back().audience, Audience::chair);
  EXPECT_EQ(page.audiences.back().rules.size(), 1U);
  EXPECT_TRUE(taking_part_page(Given().lens()).audiences.empty());
  EXPECT_EQ(ids(page.decisions), std::vector<std::string>{"oewg-ict/modalities"});
  ASSERT_EQ(page.arrangements.size(), 1U);
  EXPECT_EQ(page.arrangements[0].topic, "stakeholders-rights");
}

TEST(State, GoesByTheNameOfTheDay) {
  Given given;
  given.state("tur", "Turkey").act(StateNamed{{"tur"}, day("2022-06-01"), in_six("Türkiye")});
  const auto name_on = [&given](const char* date) { return state_page(given.lens(date), {"tur"})->state.names; };
  EXPECT_EQ(name_on("2022-05-31"), in_six("Turkey"));
  EXPECT_EQ(name_on("2022-06-01"), in_six("Türkiye"));
  EXPECT_EQ(state_page(given.lens("2026-11-20", "2021-01-01"), {"tur"})->state.names, in_six("Turkey"));
  EXPECT_EQ(state_page(given.lens(), {"tur"})->names_in_time.size(), 2U);
  EXPECT_FALSE(state_page(given.lens(), {"atl"}));
}

TEST(States, AreCountedByTheirStandingOnTheDay) {
  Given given;
  StateEntered act;
  act.id = {"ssd"};
  act.since = day("2011-07-14");
  given.act(act).state("sgp", "Singapore");
  act = {};
  act.id = {"vat"};
  act.status = Standing::observer_state;
  given.act(act);
  const auto now = states_page(given.lens());
  EXPECT_EQ(now.members, 2);
  EXPECT_EQ(now.observer_states, 1);
  EXPECT_EQ(now.observer_organizations, 0);
  EXPECT_EQ(states_page(given.lens("2026-11-20", "2010-01-01")).members, 1);
}

}  // namespace
}  // namespace comity
