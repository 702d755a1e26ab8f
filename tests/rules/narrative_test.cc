// Which texts are parts of a report, and which symbol is allotted to it.
#include <gtest/gtest.h>

#include "support/texts_at_hand.h"

namespace comity {
namespace {

const Symbol paper{"A/AC.292/2022/CRP.1"};

NarrativePartBound annex_of(std::int64_t year, const Symbol& document = paper) {
  NarrativePartBound act;
  act.body = {"oewg-ict"};
  act.year = year;
  act.part = NarrativePart::annex;
  act.document = document;
  return act;
}

struct NarrativeParts : ReadTexts {
  NarrativeParts() {
    given.body().body("mechanism", "2026", "").session("oewg-ict/s3", 3).session("mechanism/s1", 1);
    given.document(paper.text, "2022-07-28", DocumentKind::conference_room_paper);
  }
};

TEST_F(NarrativeParts, AreTextsThatTheRecordKnowsInAReportOfTheTerm) {
  EXPECT_EQ(given.outcome(annex_of(2022)), "granted");
  EXPECT_EQ(given.outcome(annex_of(2022, {"A/AC.292/2022/CRP.9"})), "no-such-reference");
  EXPECT_EQ(given.outcome(annex_of(2020)), "year-outside-term");
  EXPECT_EQ(given.outcome(annex_of(2026)), "year-outside-term");
  auto other = annex_of(2022);
  other.body = {"nobody"};
  EXPECT_EQ(given.outcome(other), "no-such-reference");
  given.act(DocumentWithdrawn{paper, in_english("Withdrawn.")});
  EXPECT_EQ(given.outcome(annex_of(2022)), "document-is-withdrawn");
}

TEST_F(NarrativeParts, AreIncludedByADecisionOfTheBody) {
  given.decision("oewg-ict/included", "oewg-ict/s3", "2022-07-29");
  given.decision("mechanism/included", "mechanism/s1", "2026-04-01");
  auto act = annex_of(2022);
  act.decision = {"mechanism/included"};
  EXPECT_EQ(given.outcome(act), "decision-of-another-body");
  act.decision = {"oewg-ict/never"};
  EXPECT_EQ(given.outcome(act), "no-such-reference");
  act.decision = {"oewg-ict/included"};
  EXPECT_EQ(given.outcome(act), "granted");
}

TEST_F(NarrativeParts, StandInAReportOnceButMayBeToldOfAgain) {
  given.act(annex_of(2022));
  EXPECT_EQ(given.outcome(annex_of(2022), reported()), "granted");
  auto act = annex_of(2022);
  act.part = NarrativePart::chapeau;
  EXPECT_EQ(given.outcome(act), "part-is-bound");
  act.year = 2023;
  EXPECT_EQ(given.outcome(act), "granted");
}

TEST_F(NarrativeParts, NameTheirRevisionByTheEntryOfTheText) {
  given.document("A/77/275");
  const TextStructure text{{{"p1", Paragraph::Kind::numbered, "1", "One.", {}}}, {}};
  put(paper.text, text, Language::en);
  const auto english = static_cast<std::int64_t>(given.last());
  put(paper.text, text, Language::es);
  const auto spanish = static_cast<std::int64_t>(given.last());
  put("A/77/275", text, Language::fr);
  const auto foreign = static_cast<std::int64_t>(given.last());
  const auto outcome = [&](std::vector<std::int64_t> revision) {
    auto act = annex_of(2022);
    act.revision = std::move(revision);
    return given.outcome(act);
  };
  EXPECT_EQ(outcome({english, spanish}), "granted");
  EXPECT_EQ(outcome({english, english}), "revision-twice");
  EXPECT_EQ(outcome({foreign}), "text-of-another-document");
  EXPECT_EQ(outcome({0}), "text-of-another-document");
  EXPECT_EQ(outcome({-1}), "text-of-another-document");
}

TEST(SymbolAllotment, GivesAReportASymbolOfItsOwn) {
  Given given;
  given.body().body("mechanism", "2026", "").document("A/77/275").document("A/77/1", {}, DocumentKind::letter);
  const auto outcome = [&](const std::string& symbol, std::int64_t year = 2023) {
    return given.outcome(SymbolAllotted{{"oewg-ict"}, year, {symbol}});
  };
  EXPECT_EQ(outcome("A/78/265"), "granted");  // no document bears it yet
  EXPECT_EQ(outcome("A/77/275"), "granted");
  EXPECT_EQ(outcome("A/77/1"), "symbol-of-no-report");
  EXPECT_EQ(outcome("A/RES/2625(XXV)"), "symbol-spelling");
  EXPECT_EQ(outcome("a/78/265"), "symbol-malformed");
  EXPECT_EQ(outcome("A/78/265", 2019), "year-outside-term");
  EXPECT_EQ(given.outcome(SymbolAllotted{{"nobody"}, 2023, {"A/78/265"}}), "no-such-reference");
  given.act(SymbolAllotted{{"oewg-ict"}, 2023, {"A/78/265"}});
  EXPECT_EQ(given.outcome(SymbolAllotted{{"oewg-ict"}, 2023, {"A/78/265"}}, reported()), "granted");
  EXPECT_EQ(outcome("A/78/265", 2024), "symbol-is-allotted");
  EXPECT_EQ(given.outcome(SymbolUnused{{"A/78/265"}, in_english("A gap.")}), "symbol-is-allotted");
  given.act(SymbolUnused{{"A/78/266"}, in_english("A gap.")});
  EXPECT_EQ(outcome("A/78/266"), "symbol-is-unused");
}

}  // namespace
}  // namespace comity
