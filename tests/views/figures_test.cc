// Figures hold no word, no style attribute, and everything that they should draw; field lists forget no member.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "support/given.h"
#include "support/members.h"
#include "views/agenda_pages.h"
#include "views/body_page.h"
#include "views/comparison.h"
#include "views/decisions_pages.h"
#include "views/documents_pages.h"
#include "views/drawing.h"
#include "views/facts.h"
#include "views/import_page.h"
#include "views/institution_page.h"
#include "views/record_pages.h"
#include "views/register_page.h"
#include "views/report_pages.h"
#include "views/report_parts.h"
#include "views/report_versions.h"
#include "views/search_page.h"
#include "views/sessions_pages.h"
#include "views/states_pages.h"
#include "views/statistics_tables.h"
#include "views/terms_pages.h"
#include "views/time_lines.h"
#include "views/today_page.h"

namespace comity {
namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

// What is left for the reader to see or hear once the tags are gone.
std::string without_tags(const std::string& svg) { return std::regex_replace(svg, std::regex("<[^>]*>"), " "); }

Given a_mandate() {
  Given given;
  given.body().session("oewg-ict/s1", 1).session("oewg-ict/s2", 2).session("oewg-ict/s3", 3);
  given.planned("oewg-ict/s1", days("2021-12-13", "2021-12-17")).held("oewg-ict/s1", days("2021-12-13", "2021-12-16"));
  given.planned("oewg-ict/s2", days("2022-12-28", "2023-01-03"));
  given.planned("oewg-ict/s3", days("2023-05-01")).act(SessionCancelled{{"oewg-ict/s3"}, in_english("A word")});
  given.informal("oewg-ict/i", days("2022-05-11"));
  given.item("oewg-ict/item-5", "5").item("oewg-ict/item-5-a", "5.a");
  given.act(ItemsConsidered{{"oewg-ict/s1"}, {{"oewg-ict/item-5"}, {"oewg-ict/item-5-a"}}});
  return given;
}

Html two_intervals() {
  return intervals({{{"/A/L.1"}, "2022", "2022-07-14 – 2022-07-29", 15, true},
                    {{"/A/L.2"}, "2023", "2023-07-20 – 2023-07-28", 8, false},
                    {{"/A/L.3"}, "2024", "", {}, false}});
}

TEST(Figures, HoldDigitsAndSignsButNoWord) {
  const auto given = a_mandate();
  std::size_t looked_at = 0;
  for (const auto& figure :
       {time_line_of(given.lens(), {"oewg-ict"}), time_line_of(given.lens(), {"oewg-ict"}, {"oewg-ict/s2"}),
        agenda_page(given.lens(), {"oewg-ict"})->paths, two_intervals()}) {
    ASSERT_FALSE(figure.text.empty());
    const auto said = without_tags(figure.text);
    EXPECT_TRUE(std::regex_match(said, std::regex("( |[0-9]|-|\xE2\x80\x93|\xC2\xB7)*"))) << said;
    EXPECT_EQ(figure.text.find("style="), std::string::npos);
    EXPECT_NE(figure.text.find("aria-hidden=\"true\""), std::string::npos);
    EXPECT_EQ(count(figure.text, "<a "), count(figure.text, "tabindex=\"-1\""));
    EXPECT_EQ(count(figure.text, "<a "), count(figure.text, "href=\"%LANG%/"));
    EXPECT_EQ(count(figure.text, "<a "), count(figure.text, "</a>"));
    ++looked_at;
  }
  EXPECT_EQ(looked_at, 4U);
}

TEST(TimeLine, DrawsPlansHollowFactsFilledAndInformalMeetingsThin) {
  const auto svg = time_line_of(a_mandate().lens("2022-06-01"), {"oewg-ict"}).text;
  EXPECT_EQ(count(svg, "class=\"held\""), 2U);
  EXPECT_EQ(count(svg, "class=\"planned\""), 3U);  // the second session lies in two years
  EXPECT_EQ(count(svg, "class=\"planned cancelled\""), 1U);
  EXPECT_EQ(count(svg, "<a class=\"informal\""), 1U);
  EXPECT_EQ(count(svg, "class=\"today\""), 1U);
  for (const auto* year : {">2021<", ">2022<", ">2023<"}) EXPECT_EQ(count(svg, year), 1U) << year;
  EXPECT_EQ(count(svg, "class=\"month\" x="), 12U);
}

TEST(TimeLine, OfASessionShowsItsYearsAndMarksIt) {
  const auto svg = time_line_of(a_mandate().lens(), {"oewg-ict"}, {"oewg-ict/s1"}).text;
  EXPECT_EQ(count(svg, ">2021<"), 1U);
  EXPECT_EQ(count(svg, ">2022<"), 0U);
  EXPECT_EQ(count(svg, "session here"), 1U);
}

TEST(TimeLine, OfNothingIsNothing) {
  Given given;
  given.body().session("oewg-ict/s1", 1);
  EXPECT_TRUE(time_line_of(given.lens(), {"oewg-ict"}).text.empty());
  EXPECT_TRUE(time_line_of(given.lens(), {"oewg-ict"}, {"oewg-ict/s1"}).text.empty());
  EXPECT_TRUE(paths({}, {}).text.empty());
}

TEST(Paths, PutADotWhereAnItemWasTakenUp) {
  const auto svg = agenda_page(a_mandate().lens(), {"oewg-ict"})->paths.text;
  EXPECT_EQ(count(svg, "<circle"), 2U);
  EXPECT_EQ(count(svg, "<a class=\"column\""), 3U);
  EXPECT_EQ(count(svg, "<a class=\"item\""), 2U);
}

TEST(Intervals, RunFromNoughtToADotThatIsFilledWhereBothDaysAreConfirmed) {
  const auto svg = two_intervals().text;
  EXPECT_EQ(count(svg, "class=\"dot\""), 1U);
  EXPECT_EQ(count(svg, "class=\"dot hollow\""), 1U);
  EXPECT_EQ(count(svg, "class=\"unknown\""), 1U);
  for (const auto* number : {">0<", ">15<", ">8<", ">2022<", ">2024<"}) EXPECT_GE(count(svg, number), 1U) << number;
  EXPECT_TRUE(intervals({{{"/A/L.3"}, "2024", "", {}, false}}).text.empty());
}

TEST(CountBar, IsAsLongAsItsNumberAndOpenWhereItMayBeMore) {
  EXPECT_NE(count_bar(5, true, 10).text.find("width=\"30\""), std::string::npos);
  EXPECT_EQ(count(count_bar(5, true, 10).text, "class=\"more\""), 0U);
  EXPECT_EQ(count(count_bar(5, false, 10).text, "class=\"more\""), 1U);
  EXPECT_EQ(count(count_bar({}, false, 10).text, "class=\"unknown\""), 1U);
  EXPECT_EQ(count(count_bar(0, true, 10).text, "<rect"), 0U);
  EXPECT_NE(count_bar(1, true, 1'000'000).text.find("width=\"1\""), std::string::npos) << "one can be seen";
}

TEST(Figures, EscapeWhatTheyAreGiven) {
  Mark mark;
  mark.href = {"/a\"><script>"};
  mark.label = "<&";
  mark.held = days("2022-01-01");
  const auto svg = time_line({mark}, {}).text;
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_NE(svg.find("&lt;&amp;"), std::string::npos);
}

template <class... View>
std::size_t check_members() {
  const auto check_one = []<class V>(const V*) { EXPECT_EQ(members<V>(), visited<V>()) << typeid(V).name(); };
  (check_one(static_cast<const View*>(nullptr)), ...);
  return sizeof...(View);
}

std::size_t field_lists_in_views() {
  std::size_t found = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::string(COMITY_ROOT) + "/src/views")) {
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    found += count(text.str(), "static void fields(");
  }
  return found;
}

TEST(Views, ForgetNoMemberInTheirFieldLists) {
  const auto checked = check_members<
      SourceRow, FactMark, Named, DateRow, DocumentRow, TextRow, DaysRow, CountRow, DocumentLink, DecisionRow, ItemRow,
      OfficerRow, EntityRow, PathRow, AgendaRow, AgendaFactRow, AgendaPage, ItemPage, AddressRow, ClauseRow, BodyPage,
      LinkRow, ResolutionLine, DecisionsPage, DecisionPage, FilterRow, DocumentsPage, RelationRow, ResolutionRow,
      OfficialRow, DocumentPage, BodyCard, InstitutionPage, EntryRow, RecordPage, ProofRow, EntryPage, VerifyPage,
      AboutPage, SessionRow, SessionsPage, SegmentRow, MeetingRow, ProgrammeRow, ListRow, ItemsRow, SessionPage,
      MeetingPage, InformalRow, InformalPage, NameRow, StateRow, StatesPage, StatePage, ModalityRow, AudienceRow,
      TakingPartPage, TodayPage, PieceRow, CellRow, ParagraphRow, HeadingRow, NoteRow, Reading, CitedRow, CitingPlace,
      CitingRow, VersionRow, WithheldRow, LanguageVersion, TextSide, WordsRow, ComparedParagraph, ChangeCount,
      BesideRow, BesideLink, ChoiceRow, LanguageChoice, ComparisonPage, SnippetPiece, PassageRow, FoundDocument,
      WordingSource, SearchPage, NumberRow, SeriesRow, RegisterPage, FormLink, FindingRow, StepRow, ImportPage,
      EvidenceRow, ToldRow, SentenceRow, ReportGap, ReportParagraph, ReportSection, ReportView, ReportLink, ReportsPage,
      ReportFormLink, ReportPage, DifferenceRow, DifferingSentence, DifferencesPage, MarkedCount, FigureRow,
      IntervalRow, ContradictionRow, CycleRow, StatisticsPage, CountedEntry, CountCell, CountLine, CountTable,
      ShownPart, ShownParts, PartText, PartGap, ReportPart, AllottedSymbol, ReportCorrectionRow, ReportWordsKept,
      ReportVersionRow, ReportVersionsPage, ReportWords, ReportVersionPage, CycleLink, StatisticsShown, TermName,
      VariantRow, TermRow, IncompleteTerm, TermsPage, MisnamedRow, FormCount, TermTally, TermsCheckPage>();
  EXPECT_EQ(checked, field_lists_in_views()) << "a view that this test does not name";
}

}  // namespace
}  // namespace comity
