// Documents: filters with counts, one document, symbols that are nearly right.
#include <gtest/gtest.h>

#include "support/given.h"
#include "views/documents_pages.h"
#include "views/facts.h"
#include "views/lists.h"

namespace comity {
namespace {

std::vector<std::string> symbols(const auto& rows) {
  return each(rows, [](const auto& row) { return row.symbol.text; });
}

// "agenda 1, report 2 *": what a filter offers, with how many, the chosen one starred.
std::string offered(const std::vector<FilterRow>& rows) {
  std::string out;
  for (const auto& row : rows)
    out += (out.empty() ? "" : ", ") + row.value + " " + std::to_string(row.count) + (row.chosen.empty() ? "" : " *");
  return out;
}

Given a_shelf() {
  Given given;
  given.body().session("oewg-ict/s3", 3);
  const auto put = [&given](const char* symbol, const char* date, DocumentKind kind, std::vector<Language> in,
                            bool of_session) {
    DocumentRegistered act;
    act.id = {symbol};
    act.body = BodyId{"oewg-ict"};
    act.type = kind;
    act.titles = in_english(symbol);
    act.date = day(date);
    act.languages = std::move(in);
    if (of_session) act.sessions = {{"oewg-ict/s3"}};
    given.act(act);
  };
  put("A/AC.292/2022/CRP.10", "2022-07-28", DocumentKind::conference_room_paper, {Language::en}, true);
  put("A/AC.292/2022/CRP.2", "2022-07-28", DocumentKind::conference_room_paper, {Language::en}, true);
  put("A/77/275", "2022-08-08", DocumentKind::report, {languages.begin(), languages.end()}, true);
  put("A/AC.292/2021/1", "2021-03-30", DocumentKind::agenda, {languages.begin(), languages.end()}, false);
  return given;
}

TEST(Documents, AreInTheOrderOfDatesAndThenOfTheirNumbers) {
  const auto given = a_shelf();
  const auto page = documents_page(given.lens(), {"oewg-ict", {}, {}, {}, {}});
  EXPECT_EQ(symbols(page.documents),
            (std::vector<std::string>{"A/AC.292/2021/1", "A/AC.292/2022/CRP.2", "A/AC.292/2022/CRP.10", "A/77/275"}));
  EXPECT_EQ(page.total, 4);
  EXPECT_EQ(documents_page(given.lens(), {}).total, 5);  // with the resolution that set up the body
}

TEST(LatestDocuments, StandAtTheirDateOrAtTheEndOfTheirSessionOrNowhere) {
  auto given = a_shelf();
  SessionHeld held;
  held.session = {"oewg-ict/s3"};
  held.days = days("2022-07-25", "2022-07-29");
  given.act(held);
  DocumentRegistered undated;
  undated.id = {"A/1"};
  undated.type = DocumentKind::report;
  undated.titles = in_english("Undated");
  given.act(undated);
  undated.id = {"A/AC.292/2022/CRP.3"};
  undated.sessions = {{"oewg-ict/s3"}};
  given.act(undated);
  EXPECT_EQ(symbols(latest(given.lens(), all_documents(given.lens()), 3)),
            (std::vector<std::string>{"A/77/275", "A/AC.292/2022/CRP.3", "A/AC.292/2022/CRP.10"}));
}

TEST(Documents, OfferEachFilterWithWhatItWouldLeave) {
  const auto given = a_shelf();
  const auto all = documents_page(given.lens(), {"oewg-ict", {}, {}, {}, {}});
  EXPECT_EQ(offered(all.kinds), "agenda 1, conference-room-paper 2, report 1");
  EXPECT_EQ(offered(all.sessions), "oewg-ict/s3 3");
  EXPECT_EQ(offered(all.years), "2021 1, 2022 3");
  EXPECT_EQ(offered(all.languages), "ar 2, zh 2, en 4, fr 2, ru 2, es 2");
}

TEST(Documents, AreNarrowedByAllFiltersTogether) {
  const auto given = a_shelf();
  const auto page = documents_page(given.lens(), {"oewg-ict", {}, "oewg-ict/s3", "2022", "fr"});
  EXPECT_EQ(symbols(page.documents), std::vector<std::string>{"A/77/275"});
  EXPECT_EQ(page.total, 4);
  EXPECT_EQ(offered(page.kinds), "agenda 0, conference-room-paper 0, report 1");
  EXPECT_EQ(offered(page.years), "2021 0, 2022 1 *");
  EXPECT_EQ(offered(page.languages), "ar 1, zh 1, en 3, fr 1 *, ru 1, es 1");
  EXPECT_TRUE(documents_page(given.lens(), {"oewg-ict", "no-such-kind", {}, {}, {}}).documents.empty());
}

TEST(Documents, OfADayInThePastAreThoseIssuedByThen) {
  const auto given = a_shelf();
  const auto page = documents_page(given.lens("2026-11-20", "2022-07-28"), {"oewg-ict", {}, {}, {}, {}});
  EXPECT_EQ(page.total, 3);
}

TEST(Document, IsReadAtTheHousesResolverInEachLanguage) {
  const auto given = a_shelf();
  const auto page = document_page(given.lens(), {"A/AC.292/2022/CRP.2"});
  ASSERT_EQ(page->official.size(), 6U);
  EXPECT_EQ(page->official[5].address, "https://undocs.org/es/A/AC.292/2022/CRP.2");
  EXPECT_EQ(page->official[5].known, "");
  EXPECT_EQ(page->official[2].language, Language::en);
  EXPECT_EQ(page->official[2].known, "1");
  EXPECT_FALSE(document_page(given.lens(), {"A/99/999"}));
}

TEST(Document, WithASpaceInItsSymbolHasAnAddressAllTheSame) {
  Given given;
  given.document("A/RES/43/78 H");
  EXPECT_EQ(document_page(given.lens(), {"A/RES/43/78 H"})->official[2].address,
            "https://undocs.org/en/A/RES/43/78%20H");
}

TEST(Document, TellsItsRelationsFromBothEnds) {
  Given given;
  given.document("A/77/275").document("A/RES/77/36");
  given.act(DocumentRelated{{"A/RES/77/36"}, Relation::endorses, {"A/77/275"}});
  const auto endorsed = document_page(given.lens(), {"A/77/275"})->relations;
  ASSERT_EQ(endorsed.size(), 1U);
  EXPECT_EQ(endorsed[0].direction, Direction::backward);
  EXPECT_EQ(endorsed[0].document.symbol.text, "A/RES/77/36");
  EXPECT_EQ(document_page(given.lens(), {"A/RES/77/36"})->relations[0].direction, Direction::forward);
}

TEST(Document, KnowsWhatIsToldByIt) {
  Given given;
  given.document("A/77/275").body().session("oewg-ict/s1", 1);
  given.held("oewg-ict/s1", days("2021-12-13", "2021-12-17"), reported());
  given.act(PlenariesCounted{{"oewg-ict/s1"}, 10}, confirmed("A/77/275", "12"));
  const auto page = document_page(given.lens(), {"A/77/275"});
  // Besides its own registration, four facts of this world cite it: the other document, the body, the session, the
  // count; the session is named once.
  EXPECT_EQ(page->cited, 4);
  EXPECT_EQ(page->cited_by.size(), 3U);
}

TEST(Document, NamesAtMostThirtyThingsThatCiteItButCountsAll) {
  Given given;
  given.document("A/77/275");
  for (int i = 1; i <= 40; ++i) given.state("state-" + std::to_string(i));
  const auto page = document_page(given.lens(), {"A/77/275"});
  EXPECT_EQ(page->cited, 40);
  EXPECT_EQ(page->cited_by.size(), 30U);
}

TEST(Document, ShowsTheDecisionsThatNameItAndItsAdoption) {
  Given given;
  given.document("A/77/275").document("A/RES/77/36").body().session("oewg-ict/s3", 3);
  DecisionTaken decision;
  decision.id = {"oewg-ict/report-adopted"};
  decision.body = {"oewg-ict"};
  decision.session = SessionId{"oewg-ict/s3"};
  decision.documents = {{"A/77/275"}};
  given.act(decision, confirmed().on("2022-07-29"));
  given.act(ResolutionAdopted{{"A/RES/77/36"}, 77, 46, 94, Symbol{"A/77/275"}}, confirmed().on("2022-12-07"));
  EXPECT_EQ(document_page(given.lens(), {"A/77/275"})->decisions[0].id, "oewg-ict/report-adopted");
  const auto adopted = document_page(given.lens(), {"A/RES/77/36"})->adopted;
  ASSERT_EQ(adopted.size(), 1U);
  EXPECT_EQ(adopted[0].report->symbol.text, "A/77/275");
  EXPECT_EQ(adopted[0].happened->date, day("2022-12-07"));
}

TEST(SymbolNow, IsToldOfOneThatWasCorrectedAsOftenAsItWas) {
  Given given;
  const auto registered = [](const std::string& symbol) {
    DocumentRegistered act;
    act.id = {symbol};
    act.titles.official[Language::en] = "A title";
    return act;
  };
  given.act(registered("A/AC.999/2026/1"));
  const auto first = given.last();
  EXPECT_FALSE(symbol_now(given.lens(), "A/AC.999/2026/1"));
  given.corrected(first, registered("A/AC.999/2026/2"));
  given.corrected(given.last(), registered("A/AC.999/2026/3"));
  EXPECT_EQ(symbol_now(given.lens(), "A/AC.999/2026/1")->text, "A/AC.999/2026/3");
  EXPECT_EQ(symbol_now(given.lens(), "A/AC.999/2026/2")->text, "A/AC.999/2026/3");
  EXPECT_FALSE(symbol_now(given.lens(), "A/AC.999/2026/3"));
  EXPECT_FALSE(symbol_now(given.lens(), "A/99/999"));
}

TEST(NearSymbols, AreFoundWhateverTheirDotsAndCapitals) {
  Given given;
  for (const auto* symbol :
       {"A/AC.292/2023/CRP.1", "A/AC.292/2023/CRP.2", "A/77/275", "A/RES/77/36", "A/AC.292/2021/1"})
    given.document(symbol);
  const auto near = [&given](std::string_view asked) { return symbols(near_symbols(given.lens(), asked, 3)); };
  struct Row {
    const char* asked;
    const char* first;
  };
  for (const auto& row :
       {Row{"ac.292 2023 crp1", "A/AC.292/2023/CRP.1"}, Row{"a/ac292/2023/crp.2", "A/AC.292/2023/CRP.2"},
        Row{"A/77/257", "A/77/275"}, Row{"77/275", "A/77/275"}, Row{"a-res-77-36", "A/RES/77/36"},
        Row{"RES/77/36", "A/RES/77/36"}, Row{"A/AC.292/2021/1/", "A/AC.292/2021/1"}})
    EXPECT_EQ(near(row.asked).empty() ? "" : near(row.asked).front(), row.first) << row.asked;
  EXPECT_TRUE(near("S/RES/1325").empty());
  EXPECT_TRUE(near("").empty());
  EXPECT_TRUE(near(std::string(5000, 'A')).empty());
  EXPECT_EQ(near("A/AC.292/2023/CRP").size(), 2U);
}

}  // namespace
}  // namespace comity
