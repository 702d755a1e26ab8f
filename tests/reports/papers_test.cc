// The papers beside the report, of the shipped record and of records made for it: each tells its facts, in six
// languages alike, and is refused where there is none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <stdexcept>

#include "cli/loaded.h"
#include "reports/dates_in.h"
#include "reports/report_text.h"
#include "reports/said.h"
#include "reports/told_by.h"
#include "support/given.h"
#include "views/report_kinds.h"
#include "views/report_pages.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Result<ReportPage> asked_paper(const Lens& lens, const std::string& body, const std::string& cycle,
                               const std::string& kind, const std::string& basis = {}) {
  return report_page(lens, {{body}, cycle, basis, kind});
}

Result<ReportPage> shipped_paper(const std::string& body, const std::string& cycle, const std::string& kind,
                                 std::optional<Date> on = {}, const std::string& basis = {}) {
  return shipped_record()->read([&](const World& world, const auto&) {
    return asked_paper(Lens{world, instant("2026-11-20T12:00:00Z"), on}, body, cycle, kind, basis);
  });
}

ReportView paper(const std::string& body, const std::string& cycle, const std::string& kind,
                 std::optional<Date> on = {}) {
  const auto page = shipped_paper(body, cycle, kind, on);
  if (!page) throw std::runtime_error("no such paper: " + kind);
  return page->report;
}

// Every paper that there is of the shipped record, as seen in November 2026 and on a day of 2023.
std::vector<ReportView> shipped_papers() {
  std::vector<ReportView> out;
  for (const auto& on : {std::optional<Date>{}, std::optional(day("2023-07-24"))})
    for (const auto& [body, cycle] : {std::pair("oewg-ict", "2022"),
                                      {"oewg-ict", "2023"},
                                      {"oewg-ict", "2024"},
                                      {"oewg-ict", "2025"},
                                      {"oewg-ict", "mandate"},
                                      {"global-mechanism", "2026"},
                                      {"global-mechanism", "2027"}})
      for (const auto kind : Codes<ReportKind>::all)
        if (kind != "procedural")
          if (auto page = shipped_paper(body, cycle, std::string(kind), on)) out.push_back(page->report);
  return out;
}

std::vector<std::string> told_values(const ReportView& report, const std::string& aspect) {
  std::vector<std::string> out;
  for (const auto& sentence : all_sentences(report))
    for (const auto& told : sentence.told)
      if (told.aspect == aspect)
        for (const auto& value : told.values)
          if (!contains(out, value)) out.push_back(value);
  return out;
}

const SentenceRow& row_of(const std::vector<SentenceRow>& rows, const std::string& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const SentenceRow& row) { return row.id == id; });
  if (found == rows.end()) throw std::runtime_error("no sentence " + id);
  return *found;
}

std::string in(Language language, const Say& say) { return said(shipped().in(language), say); }

TEST(Papers, ListTheDocumentsOfTheCycleByKind) {
  EXPECT_THAT(told_values(paper("oewg-ict", "2023", "documents"), "registered"),
              ElementsAre("A/AC.292/2023/2", "A/AC.292/2023/2/Rev.1", "A/AC.292/2023/3", "A/AC.292/2023/INF/2",
                          "A/AC.292/2023/INF/4", "A/AC.292/2023/INF/1", "A/AC.292/2023/INF/3", "A/AC.292/2023/L.1",
                          "A/AC.292/2023/CRP.1", "A/78/265"));
  // Of all cycles together: no document of the body is left out.
  const auto all = told_values(paper("oewg-ict", "mandate", "documents"), "registered");
  const auto registered = shipped_record()->read([](const World& world, const auto&) {
    std::set<std::string> out;
    for (const auto* fact : world.facts<DocumentRegistered>())
      if (fact->act.body == BodyId{"oewg-ict"}) out.insert(fact->act.id.text);
    return out;
  });
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()), registered);
}

// Of a document that neither a session nor a day places, the list of a year says that it does not know.
TEST(Papers, TellWhichDocumentsBelongToNoKnownCycle) {
  Given given;
  given.body().session("oewg-ict/s1", 1).held("oewg-ict/s1", days("2022-03-07", "2022-03-11"));
  DocumentRegistered act;
  act.id = {"A/AC.292/2022/9"};
  act.body = BodyId{"oewg-ict"};
  act.type = DocumentKind::working_paper;
  act.titles = in_six("Paper");
  given.act(act);
  const auto page = asked_paper(given.lens(), "oewg-ict", "2022", "documents");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->report.missing.size(), 1U);
  EXPECT_THAT(in(Language::en, page->report.missing.front().say), HasSubstr("A/AC.292/2022/9"));
  // The list of the whole mandate has it.
  const auto whole = asked_paper(given.lens(), "oewg-ict", "mandate", "documents");
  ASSERT_TRUE(whole);
  EXPECT_EQ(told_values(whole->report, "registered"), std::vector<std::string>{"A/AC.292/2022/9"});
}

// A/AC.292/2021/1: eight items, seven below the fifth, an annotation to each of the eight.
TEST(Papers, TellTheAgendaWithItsAnnotations) {
  const auto report = paper("oewg-ict", "2023", "agenda");
  const auto rows = all_sentences(report);
  std::size_t items = 0, annotations = 0;
  for (const auto& row : rows) {
    items += row.id.starts_with("agenda/") ? 1U : 0U;
    annotations += row.id.starts_with("annotation/") ? 1U : 0U;
  }
  EXPECT_EQ(items, 15U);
  EXPECT_EQ(annotations, 8U);
  EXPECT_EQ(in(Language::es, row_of(rows, "agenda/7").say),
            "Aprobación de los informes anuales sobre los progresos realizados");
  EXPECT_EQ(in(Language::es, row_of(rows, "annotation/6").say),
            "Tema 6 del programa: Otros asuntos. El grupo examina otros asuntos.");
  EXPECT_EQ(told_values(report, "agenda"), std::vector<std::string>{"A/AC.292/2021/1"});
  ASSERT_FALSE(report.official.empty());
  EXPECT_EQ(report.official.front().symbol.text, "A/AC.292/2021/1");
}

TEST(Papers, TellTheMeetingsThatTheRecordHolds) {
  const auto report = paper("oewg-ict", "2022", "programme");
  const auto rows = all_sentences(report);
  EXPECT_EQ(in(Language::en, row_of(rows, "slot/oewg-ict/s3/m6").say),
            "Wednesday, 27 July 2022, 6th meeting, dedicated stakeholder session");
  EXPECT_EQ(told_values(report, "organization-of-work"),
            (std::vector<std::string>{"A/AC.292/2021/2", "A/AC.292/2022/1", "A/AC.292/2022/2"}));
  // Of four meetings the record holds the month alone; of the organizational session it holds no meeting.
  ASSERT_EQ(report.missing.size(), 2U);
  EXPECT_THAT(in(Language::en, report.missing.back().say), HasSubstr("the 2nd, 4th, 5th and 7th meetings"));
}

TEST(Papers, TellWhenMeetingsArePlannedAndNotThoseThatWereCancelled) {
  Given given;
  given.body().session("oewg-ict/s1", 1).planned("oewg-ict/s1", days("2027-03-08", "2027-03-12"));
  for (const auto* half : {"a", "b"})
    given.act(MeetingPlanned{
        {std::string("oewg-ict/s1/") + half}, {"oewg-ict/s1"}, hour("2027-03-08 10:00 America/New_York -05:00")});
  given.act(MeetingCancelled{{"oewg-ict/s1/b"}, in_six("reason")}, confirmed().on("2026-11-19"));
  const auto page = asked_paper(given.lens(), "oewg-ict", "2027", "programme");
  ASSERT_TRUE(page) << page.refusal().code;
  const auto rows = all_sentences(page->report);
  EXPECT_EQ(in(Language::en, row_of(rows, "slot/oewg-ict/s1/a").say), "Monday, 8 March 2027, 10:00 (New York time)");
  for (const auto& row : rows) EXPECT_NE(row.id, "slot/oewg-ict/s1/b");
}

TEST(Papers, CountTheReportThatTheNoteTransmits) {
  constexpr std::array ordinals{"first", "second", "third", "fourth"};
  constexpr std::array symbols_of_reports{"A/77/275", "A/78/265", "A/79/214", "A/80/257"};
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    const auto report = paper("oewg-ict", std::to_string(2022 + i), "note");
    const auto rows = all_sentences(report);
    EXPECT_THAT(in(Language::en, row_of(rows, "note").say),
                HasSubstr("the General Assembly the " + std::string(ordinals[i]) + " report"));
    EXPECT_THAT(in(Language::en, row_of(rows, "symbol").say), HasSubstr(symbols_of_reports[i]));
  }
  EXPECT_THAT(in(Language::es, row_of(all_sentences(paper("oewg-ict", "2022", "note")), "note").say),
              HasSubstr("a los miembros de la Asamblea General el primer informe"));
}

// Before the event it is to be; after it, it was held, or was to be where nobody told what became of it.
TEST(Papers, SpeakOfASessionAsItStandsOnTheDay) {
  const auto session = [](const std::optional<Date>& on, const std::string& body, const std::string& cycle,
                          const std::string& id) {
    return in(Language::en, row_of(all_sentences(paper(body, cycle, "programme", on)), "session/" + id).say);
  };
  EXPECT_THAT(session({}, "global-mechanism", "2027", "global-mechanism/thematic-groups-2026"),
              HasSubstr(" is to hold "));
  EXPECT_THAT(session({}, "oewg-ict", "2023", "oewg-ict/s5"), HasSubstr(" held "));
  EXPECT_THAT(session({}, "global-mechanism", "2026", "global-mechanism/plenary-2026"), HasSubstr(" was to hold "));
}

TEST(Papers, InviteToTheNextSessionAlone) {
  EXPECT_EQ(shipped_paper("oewg-ict", "2023", "invitation").refusal().code, "no-session-ahead");
  const auto letter = paper("oewg-ict", "2023", "invitation", day("2023-07-24"));
  EXPECT_EQ(told_values(letter, "days"), std::vector<std::string>{"2023-07-24/2023-07-28"});
  EXPECT_EQ(told_values(letter, "organization-of-work"), std::vector<std::string>{"A/AC.292/2023/3"});
  const auto next = paper("global-mechanism", "2027", "invitation");
  EXPECT_EQ(told_values(next, "days"), std::vector<std::string>{"2026-12-07/2026-12-11"});
  EXPECT_EQ(next.missing.size(), 2U);  // no place, no agenda
}

TEST(Papers, AreRefusedWhereThereIsNone) {
  for (const auto* kind : {"agenda", "programme", "invitation", "note"})
    EXPECT_EQ(shipped_paper("oewg-ict", "mandate", kind).refusal().code, "paper-of-mandate") << kind;
  EXPECT_EQ(shipped_paper("oewg-ict", "2023", "weekly").refusal().code, "report-kind");
  EXPECT_EQ(shipped_paper("oewg-ict", "2030", "agenda").refusal().code, "no-such-cycle");
  EXPECT_EQ(shipped_paper("oewg-ict", "2023", "agenda", {}, "planned").refusal().code, "paper-without-draft");
  // What is refused is not linked to.
  const auto page = shipped_paper("oewg-ict", "2023", "procedural");
  ASSERT_EQ(page->beside.size(), 4U);
  for (const auto& link : page->beside) EXPECT_EQ(link.href.path.find("invitation"), std::string::npos);
  EXPECT_EQ(shipped_paper("oewg-ict", "mandate", "procedural")->beside.size(), 1U);
}

TEST(Papers, HaveNoSentenceWithoutStandingEvidence) {
  std::size_t looked = 0;
  for (const auto& report : shipped_papers())
    for (const auto& sentence : all_sentences(report)) {
      EXPECT_FALSE(sentence.evidence.empty()) << report.reference << " " << sentence.id;
      for (const auto& row : sentence.evidence)
        shipped_record()->read([&](const World& world, const auto&) {
          EXPECT_EQ(world.standing_kind(static_cast<std::uint64_t>(row.mark.entry)), row.kind) << sentence.id;
          return 0;
        });
      ++looked;
    }
  EXPECT_GT(looked, 200U);
}

TEST(Papers, TellTheSameDatesAndSymbolsInSixLanguages) {
  std::size_t dates = 0, found = 0;
  for (const auto& report : shipped_papers())
    for (const auto& sentence : all_sentences(report)) {
      if (sentence.say.key == "report.text" || sentence.say.key == "report.annotation")
        continue;  // texts of the record
      const auto expected = dates_of(sentence);
      std::vector<std::string> values;
      values_of(sentence.say, values);
      std::erase_if(values, [](const auto& value) { return !std::regex_match(value, std::regex("A/.*")); });
      dates += expected.size();
      for (const auto language : languages) {
        const auto text = in(language, sentence.say);
        EXPECT_EQ(dates_in(language, text), expected) << code_of(language) << " " << sentence.id << ": " << text;
        // The sentence that leads a list says of it alone that it follows.
        if (sentence.say.key == "report.documents") continue;
        for (const auto& value : values) EXPECT_THAT(text, HasSubstr(value)) << code_of(language);
        found += values.size();
      }
    }
  EXPECT_GT(dates, 40U);
  EXPECT_GT(found, 300U);
}

// A text that there is not in the language names the one it is in; which paragraphs lack what is told beside.
TEST(Papers, SayWhereATextIsNotThereInTheLanguage) {
  Given given;
  given.body().session("oewg-ict/s1", 1).held("oewg-ict/s1", days("2022-03-07", "2022-03-11"));
  DocumentRegistered act;
  act.id = {"A/AC.292/2022/9"};
  act.body = BodyId{"oewg-ict"};
  act.sessions = {{"oewg-ict/s1"}};
  act.type = DocumentKind::working_paper;
  act.titles = Texts{{{Language::en, "Elements"}}, {{Language::fr, "Éléments"}}};
  given.act(act);
  const auto page = asked_paper(given.lens(), "oewg-ict", "2022", "documents");
  ASSERT_TRUE(page);
  const auto row = row_of(all_sentences(page->report), "document/A/AC.292/2022/9");
  EXPECT_EQ(in(Language::en, row.say), "A/AC.292/2022/9 — Elements");
  EXPECT_EQ(in(Language::fr, row.say), "A/AC.292/2022/9 — Éléments");
  EXPECT_EQ(in(Language::es, row.say), "A/AC.292/2022/9 — Elements [en inglés]");
  EXPECT_EQ(in(Language::zh, row.say), "A/AC.292/2022/9 — Elements［英文］");
  ASSERT_EQ(page->report.untranslated.size(), 1U);
  EXPECT_EQ(page->report.untranslated.front().paragraph, "1");
  EXPECT_EQ(in(Language::en, page->report.untranslated.front().say),
            "The record does not hold texts of this paragraph in: Arabic, Chinese, Russian and Spanish");
  std::string whole;
  for (const auto& paragraph : report_text(page->report, {}, shipped().in(Language::es), false).paragraphs)
    for (const auto& piece : paragraph.pieces) whole += piece.text;
  EXPECT_THAT(whole, HasSubstr("Elements [en inglés]"));
  // Where all languages have all texts, nothing is told.
  EXPECT_TRUE(paper("oewg-ict", "2023", "agenda").untranslated.empty());
}

TEST(Papers, SayWhichDocumentsAreCitedAndWereNeverRegistered) {
  Given given;
  given.body()
      .session("oewg-ict/s1", 1)
      .held("oewg-ict/s1", days("2022-03-07", "2022-03-11"),
            by_document(Certainty::confirmed, "A/AC.292/2022/99", "4"));
  const auto page = asked_paper(given.lens(), "oewg-ict", "2022", "programme");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->report.unregistered.size(), 1U);
  EXPECT_EQ(page->report.unregistered.front().paragraph, "1");
  EXPECT_THAT(in(Language::fr, page->report.unregistered.front().say), HasSubstr("A/AC.292/2022/99"));
  EXPECT_TRUE(paper("oewg-ict", "2023", "programme").unregistered.empty());
}

}  // namespace
}  // namespace comity
