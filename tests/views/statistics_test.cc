// Statistics: what is counted, what is not known, what contradicts itself, and that each number has its entries.
#include "views/statistics.h"

#include <gmock/gmock.h>

#include "support/given.h"
#include "views/facts.h"
#include "views/statistics_tables.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const BodyId counted_body{"oewg-ict"};

StatisticsPage counted(const Given& given, const std::string& year = {}, std::string_view on = {}) {
  const auto page = statistics_page(given.lens("2026-11-20", on), counted_body, year, 100);
  if (!page) throw std::runtime_error("no statistics: " + page.refusal().code);
  return *page;
}

// "=10", ">=25", "?"; "" where there is no number; "!" behind it where the sources contradict each other.
std::string told(const FigureRow& row) {
  const std::string number = row.count ? std::to_string(*row.count) : "";
  const auto sign = row.known == HowKnown::exactly ? "=" : row.known == HowKnown::at_least ? ">=" : "?";
  return sign + number + (row.contradicted.empty() ? "" : "!");
}

const FigureRow* figure(const StatisticsPage& page, CountOf what, const std::string& kind, const std::string& scope) {
  for (const auto& row : page.figures) {
    const auto of = row.scope == CountScope::session ? row.session
                    : row.scope == CountScope::cycle ? row.cycle
                                                     : std::string(code_of(row.scope));
    if (row.what == what && row.kind == kind && of == scope) return &row;
  }
  return nullptr;
}

std::string told(const StatisticsPage& page, CountOf what, const std::string& kind, const std::string& scope) {
  const auto* row = figure(page, what, kind, scope);
  return row ? told(*row) : "";
}

std::string plenaries(const StatisticsPage& page, const std::string& scope) {
  return told(page, CountOf::meetings_held, "plenary", scope);
}

// "reported 2, unverified 1"
std::string marks(const FigureRow& row) {
  std::string out;
  for (const auto& one : row.marks)
    out += (out.empty() ? "" : ", ") + std::string(code_of(one.mark)) + " " + std::to_string(one.count);
  return out;
}

Given three_sessions() {
  Given given;
  given.body().session("oewg-ict/s1", 1).session("oewg-ict/s2", 2).session("oewg-ict/s3", 3);
  given.held("oewg-ict/s1", days("2021-12-13", "2021-12-17")).held("oewg-ict/s2", days("2022-07-25", "2022-07-29"));
  return given.held("oewg-ict/s3", days("2023-03-06", "2023-03-10"));
}

TEST(Statistics, CountPlenaryMeetingsAsFarAsTheyAreKnown) {
  auto given = three_sessions();
  given.act(PlenariesCounted{{"oewg-ict/s1"}, 9}, reported());
  given.opened("oewg-ict/s2/a", 1, "2022-07-25").opened("oewg-ict/s2/b", 6, "2022-07-27");
  const auto page = counted(given);
  EXPECT_EQ(plenaries(page, "oewg-ict/s1"), "=9");
  EXPECT_EQ(plenaries(page, "oewg-ict/s2"), ">=6");
  EXPECT_EQ(plenaries(page, "oewg-ict/s3"), "?");
  EXPECT_EQ(plenaries(page, "2022"), ">=15");
  EXPECT_EQ(plenaries(page, "2023"), "?");
  EXPECT_EQ(plenaries(page, "whole"), ">=15");
  EXPECT_EQ(figure(page, CountOf::meetings_held, "plenary", "2022")->unknown, 0);
  const auto& whole = *figure(page, CountOf::meetings_held, "plenary", "whole");
  EXPECT_EQ(whole.unknown, 1);
  EXPECT_EQ(marks(whole), "confirmed 6, reported 9");
  const auto last = static_cast<std::int64_t>(given.last());
  EXPECT_THAT(whole.entries, ElementsAre(last - 2, last - 1, last));
}

TEST(Statistics, DoNotAskWhatASessionDidThatLiesAheadOrWasCancelled) {
  auto given = three_sessions();
  given.session("oewg-ict/s4", 4).planned("oewg-ict/s4", days("2027-03-01", "2027-03-05"));
  given.session("oewg-ict/s5", 5).planned("oewg-ict/s5", days("2024-03-01"));
  given.act(SessionCancelled{{"oewg-ict/s5"}, {}}).session("oewg-ict/s6", 6);
  given.planned("oewg-ict/s6", days("2024-05-01"));
  const auto page = counted(given);
  EXPECT_EQ(plenaries(page, "oewg-ict/s4"), "");
  EXPECT_EQ(plenaries(page, "oewg-ict/s5"), "");
  EXPECT_EQ(plenaries(page, "oewg-ict/s6"), "?");
  EXPECT_EQ(told(page, CountOf::sessions_held, "substantive", "whole"), "=3");
  EXPECT_EQ(told(page, CountOf::sessions_planned, "substantive", "whole"), "=2");
  EXPECT_EQ(told(page, CountOf::sessions_cancelled, "substantive", "whole"), "=1");
}

TEST(Statistics, TellWhereSourcesOfPlenaryMeetingsContradictEachOther) {
  auto given = three_sessions();
  given.act(PlenariesCounted{{"oewg-ict/s1"}, 10}).act(PlenariesCounted{{"oewg-ict/s1"}, 8});
  given.act(PlenariesCounted{{"oewg-ict/s2"}, 8}).opened("oewg-ict/s2/a", 9, "2022-07-29");
  given.act(PlenariesCounted{{"oewg-ict/s3"}, 7}, reported()).act(PlenariesCounted{{"oewg-ict/s3"}, 10});
  const auto page = counted(given);
  EXPECT_EQ(plenaries(page, "oewg-ict/s1"), ">=8!") << "two that are equally strong";
  EXPECT_EQ(plenaries(page, "oewg-ict/s2"), ">=8!") << "a ninth was opened";
  EXPECT_EQ(plenaries(page, "oewg-ict/s3"), "=10!") << "the stronger source prevails";
  ASSERT_EQ(page.contradictions.size(), 3U);
  EXPECT_EQ(std::get<std::int64_t>(page.contradictions[0].what.values.at("least")), 8);
  EXPECT_EQ(std::get<std::int64_t>(page.contradictions[0].what.values.at("most")), 10);
  EXPECT_EQ(page.contradictions[1].what.key, "page.statistics.more-opened");
  EXPECT_EQ(page.contradictions[1].marks.size(), 2U);
  EXPECT_EQ(counted(given, "2023").contradictions.size(), 1U);
  EXPECT_THAT(counted(three_sessions()).contradictions, IsEmpty());
}

TEST(Statistics, CountWhatIsPlannedApartFromWhatWasHeld) {
  auto given = three_sessions();
  const auto planned = [&given](const std::string& id, std::string_view day) {
    InformalPlanned act;
    act.id = {id};
    act.body = counted_body;
    act.type = InformalType::roundtable;
    act.days = days(day);
    given.act(act);
  };
  planned("oewg-ict/held", "2022-03-01");
  planned("oewg-ict/only-planned", "2022-03-02");
  planned("oewg-ict/cancelled", "2022-03-03");
  InformalHeld held;
  held.id = {"oewg-ict/held"};
  held.body = counted_body;
  held.type = InformalType::roundtable;
  held.days = days("2022-03-01");
  given.act(held, unverified()).act(InformalCancelled{{"oewg-ict/cancelled"}, {}});
  given.act(MeetingPlanned{{"oewg-ict/s3/a"}, {"oewg-ict/s3"}, hour("2023-03-06")});
  given.act(MeetingPlanned{{"oewg-ict/s3/b"}, {"oewg-ict/s3"}, hour("2023-03-07")});
  given.act(MeetingCancelled{{"oewg-ict/s3/b"}, {}});
  const auto page = counted(given);
  for (const auto* scope : {"oewg-ict/s2", "2022", "whole"}) {
    EXPECT_EQ(told(page, CountOf::meetings_held, "roundtable", scope), "=1") << scope;
    EXPECT_EQ(told(page, CountOf::meetings_planned, "roundtable", scope), "=1") << scope;
    EXPECT_EQ(told(page, CountOf::meetings_cancelled, "roundtable", scope), "=1") << scope;
  }
  EXPECT_EQ(marks(*figure(page, CountOf::meetings_held, "roundtable", "2022")), "unverified 1");
  EXPECT_EQ(told(page, CountOf::meetings_planned, "plenary", "oewg-ict/s3"), "=1");
  EXPECT_EQ(told(page, CountOf::meetings_cancelled, "plenary", "oewg-ict/s3"), "=1");
  EXPECT_EQ(told(page, CountOf::meetings_held, "roundtable", "oewg-ict/s3"), "") << "nothing is not nought";
}

TEST(Statistics, CountInHowManySessionsAnItemWasTakenUp) {
  auto given = three_sessions();
  given.item("oewg-ict/item-5", "5").item("oewg-ict/item-5-a", "5.a").item("oewg-ict/item-10", "10");
  given.act(ItemsConsidered{{"oewg-ict/s1"}, {{"oewg-ict/item-5"}}}, asserted());
  given.act(ItemsConsidered{{"oewg-ict/s2"}, {{"oewg-ict/item-5"}, {"oewg-ict/item-10"}}});
  const auto page = counted(given);
  EXPECT_EQ(told(page, CountOf::sessions_of_item, "oewg-ict/item-5", "2022"), "=2");
  EXPECT_EQ(told(page, CountOf::sessions_of_item, "oewg-ict/item-5", "whole"), ">=2");
  EXPECT_EQ(told(page, CountOf::sessions_of_item, "oewg-ict/item-5", "2023"), "?");
  EXPECT_EQ(told(page, CountOf::sessions_of_item, "oewg-ict/item-5-a", "whole"), "");
  EXPECT_EQ(told(page, CountOf::items_taken_up, "", "oewg-ict/s2"), "=2");
  EXPECT_EQ(told(page, CountOf::items_taken_up, "", "2022"), "=2") << "each item once";
  EXPECT_EQ(told(page, CountOf::items_taken_up, "", "whole"), ">=2");
  EXPECT_EQ(marks(*figure(page, CountOf::items_taken_up, "", "2022")), "confirmed 2") << "the strongest telling";
  EXPECT_THAT(each(page.items, [](const ItemRow& item) { return item.number; }), ElementsAre("5", "10"));
}

DocumentRegistered a_paper(const std::string& symbol, std::vector<SessionId> sessions, std::string_view date = {},
                           DocumentKind kind = DocumentKind::working_paper) {
  DocumentRegistered act;
  act.id = {symbol};
  act.body = counted_body;
  act.type = kind;
  act.titles = in_english(symbol);
  act.sessions = std::move(sessions);
  if (!date.empty()) act.date = day(date);
  return act;
}

TEST(Statistics, CountADocumentInEachSessionAndOnceInACycle) {
  auto given = three_sessions();
  given.act(a_paper("A/1", {{"oewg-ict/s1"}, {"oewg-ict/s2"}}), reported());
  given.act(a_paper("A/2", {}, "2023-01-01")).act(a_paper("A/3", {}, "2022")).act(a_paper("A/4", {}));
  given.act(DocumentWithdrawn{{"A/2"}, in_english("An error")});
  const auto page = counted(given);
  const auto papers = [&page](const char* scope) { return told(page, CountOf::documents, "working-paper", scope); };
  EXPECT_EQ(papers("oewg-ict/s1"), "=1");
  EXPECT_EQ(papers("oewg-ict/s2"), "=1");
  EXPECT_EQ(papers("2022"), "=1");
  EXPECT_EQ(papers("2023"), "=1") << "by its day";
  EXPECT_EQ(papers("no-cycle"), "=2") << "a year may lie in two cycles";
  EXPECT_EQ(papers("whole"), "=4");
  EXPECT_EQ(told(page, CountOf::documents_withdrawn, "", "2023"), "=1");
  EXPECT_EQ(marks(*figure(page, CountOf::documents, "working-paper", "whole")), "confirmed 3, reported 1");
}

TEST(Statistics, CountLanguageVersionsByWhatIsKnownOfThem) {
  auto given = three_sessions();
  auto paper = a_paper("A/1", {{"oewg-ict/s1"}});
  paper.languages = {Language::en, Language::es, Language::fr, Language::ru};
  given.act(paper);
  TextImported text;
  text.document = {"A/1"};
  text.language = Language::es;
  text.file = text.structure = std::string(64, 'c');
  text.file_size = text.structure_size = 1;
  text.file_type = "text/plain";
  given.act(text);
  text.language = Language::fr;
  text.standing = TextStanding::working;
  given.act(text);
  given.act(VersionReported{{"A/1"}, Language::ru, VersionStage::awaited, {}, {}}, confirmed().on("2022-01-01"));
  given.act(VersionReported{{"A/1"}, Language::ru, VersionStage::in_translation, {}, {}}, confirmed().on("2022-01-02"));
  const auto page = counted(given);
  EXPECT_EQ(told(page, CountOf::versions_listed, "en", "2022"), "=1");
  EXPECT_EQ(told(page, CountOf::versions_listed, "es", "whole"), "=1");
  EXPECT_EQ(told(page, CountOf::texts_held, "es", "oewg-ict/s1"), "=1");
  EXPECT_EQ(told(page, CountOf::texts_held, "fr", "whole"), "") << "a working translation is no text as issued";
  EXPECT_EQ(told(page, CountOf::working_texts_held, "fr", "whole"), "=1");
  EXPECT_EQ(told(page, CountOf::versions_in_translation, "ru", "whole"), "=1");
  EXPECT_EQ(told(page, CountOf::versions_awaited, "ru", "whole"), "") << "what was said before";
}

TEST(Statistics, CountDecisionsByManner) {
  auto given = three_sessions();
  given.decision("oewg-ict/a", "oewg-ict/s1", "2021-12-17").decision("oewg-ict/b", "oewg-ict/s3", "2023-03-06");
  DecisionTaken silent;
  silent.id = {"oewg-ict/c"};
  silent.body = counted_body;
  silent.titles = in_english("Modalities");
  silent.manner = Manner::silence;
  given.act(silent, confirmed().on("2022-04-22"));
  const auto page = counted(given);
  EXPECT_EQ(told(page, CountOf::decisions, "consensus", "2022"), "=1");
  EXPECT_EQ(told(page, CountOf::decisions, "consensus", "whole"), "=2");
  EXPECT_EQ(told(page, CountOf::decisions, "silence", "2022"), "=1") << "by its day";
  EXPECT_EQ(told(page, CountOf::decisions, "vote", "whole"), "");
}

// What is known of the days between draft and adoption, and how many they are.
std::string interval_of(std::string_view drafted, std::string_view adopted) {
  auto given = three_sessions();
  given.act(a_paper("A/L.1", {{"oewg-ict/s2"}}, drafted, DocumentKind::draft_report));
  if (!adopted.empty()) {
    DecisionTaken act;
    act.id = {"oewg-ict/adopted"};
    act.body = counted_body;
    act.titles = in_english("Adoption");
    act.session = SessionId{"oewg-ict/s2"};
    act.documents = {{"A/L.1"}};
    given.act(act, asserted().on(adopted));
  }
  const auto page = counted(given, "2022");
  const auto& row = page.intervals.at(0);
  const auto& figure_of_it = *figure(page, CountOf::days_to_adoption, "A/L.1", "2022");
  EXPECT_EQ(figure_of_it.count, row.days);
  EXPECT_EQ(figure_of_it.entries.size(), adopted.empty() ? 1U : 2U);
  return std::string(code_of(row.known)) + (row.days ? " " + std::to_string(*row.days) : "");
}

TEST(Statistics, TellTheDaysFromDraftToAdoptionWhereBothAreKnown) {
  EXPECT_EQ(interval_of("2022-07-14", "2022-07-29"), "known 15");
  EXPECT_EQ(interval_of("2022-07-29", "2022-07-29"), "known 0");
  EXPECT_EQ(interval_of("", "2022-07-29"), "draft-undated");
  EXPECT_EQ(interval_of("2022-07", "2022-07-29"), "draft-undated");
  EXPECT_EQ(interval_of("2022-07-14", ""), "no-adoption");
  EXPECT_EQ(interval_of("2022-07-14", "2022-07"), "adoption-undated");
  EXPECT_EQ(interval_of("2022-07-29", "2022-07-25"), "adopted-before");
}

TEST(Statistics, OfACycleHoldNothingElse) {
  auto given = three_sessions();
  given.act(a_paper("A/L.1", {{"oewg-ict/s3"}}, "2023-03-01", DocumentKind::draft_report));
  const auto page = counted(given, "2022");
  for (const auto& row : page.figures) EXPECT_EQ(row.cycle, "2022") << code_of(row.what);
  EXPECT_THAT(page.intervals, IsEmpty());
  EXPECT_EQ(counted(given, "2023").intervals.size(), 1U);
  const auto none = statistics_page(given.lens(), counted_body, "2031", 1);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.refusal().code, "no-such-cycle");
  EXPECT_EQ(none.refusal().values.at("cycles"), "2022, 2023");
  EXPECT_EQ(statistics_page(given.lens(), {"nobody"}, "", 1).refusal().code, "no-such-page");
}

TEST(Statistics, OfABodyWithoutSessionsSaySo) {
  Given given;
  given.body();
  const auto page = counted(given);
  EXPECT_THAT(page.figures, IsEmpty());
  EXPECT_EQ(shown(page).no_sessions, "1");
  EXPECT_TRUE(shown(counted(three_sessions())).no_sessions.empty());
  EXPECT_EQ(statistics_page(given.lens(), counted_body, "2022", 1).refusal().code, "no-cycles");
}

TEST(Statistics, AreSeenFromTheDayOfTheLens) {
  auto given = three_sessions();
  given.act(a_paper("A/2", {{"oewg-ict/s3"}}, "2023-01-01"));
  const auto page = counted(given, "", "2022-08-01");
  EXPECT_EQ(told(page, CountOf::sessions_held, "substantive", "whole"), "=2");
  EXPECT_EQ(told(page, CountOf::documents, "working-paper", "whole"), "");
  EXPECT_EQ(page.day, day("2022-08-01"));
}

TEST(Statistics, ShowEveryNumberOfAScopeInATable) {
  auto given = three_sessions();
  given.act(PlenariesCounted{{"oewg-ict/s1"}, 9}, reported()).act(a_paper("A/4", {}));
  const auto tables = shown(counted(given)).tables;
  const auto& meetings = tables.at(0);
  EXPECT_EQ(meetings.id, "meetings");
  ASSERT_EQ(meetings.lines.size(), 6U) << "two cycles, three sessions, the mandate; nothing lies in no cycle";
  const auto& cell = meetings.lines[1].cells[0];
  EXPECT_EQ(cell.count, 9);
  EXPECT_EQ(cell.weakest, MarkKind::reported);
  EXPECT_EQ(cell.entries.at(0).href.path, "/record/" + std::to_string(given.last() - 1));
  EXPECT_FALSE(cell.bar.text.empty());
  EXPECT_EQ(meetings.lines[0].sum, "1");
  EXPECT_TRUE(meetings.lines[0].cells[0].bar.text.empty()) << "a sum is not compared with its parts";
  EXPECT_EQ(meetings.lines[5].cells[0].unknown.key, "page.statistics.unknown");
  const auto documents =
      std::find_if(tables.begin(), tables.end(), [](const auto& one) { return one.id == "documents"; });
  ASSERT_NE(documents, tables.end());
  EXPECT_EQ(documents->columns.size(), 4U) << "two cycles, none, the mandate";
  EXPECT_EQ(documents->lines[0].cells[0].nothing, "1");
  EXPECT_TRUE(documents->lines[0].cells[2].bar.text.empty()) << "there is nothing to compare one with";
  EXPECT_TRUE(meetings.lines[3].cells[0].unknown.empty()) << "not known of all is not known";
}

}  // namespace
}  // namespace comity
