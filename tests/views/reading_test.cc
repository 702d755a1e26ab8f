// A text as one reads it: where each citation leads, where notes stand, what is cited and by whom, and what a
// withdrawal leaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/texts_at_hand.h"
#include "views/documents_pages.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Kind = Paragraph::Kind;

TextStructure one(const std::string& words, std::vector<NoteMark> marks = {}) {
  return {{{"p1", Kind::numbered, "1", words, std::move(marks)}, {"p1-a", Kind::item, "a", "An item.", {}}}, {}};
}

// "words", "words->where", "^3" (the first mark of note 3), "^3'" (a later one), "words?" (leads nowhere).
std::vector<std::string> told(const std::vector<PieceRow>& pieces) {
  std::vector<std::string> out;
  for (const auto& piece : pieces) {
    auto text = piece.text;
    if (!piece.note.empty()) text = "^" + piece.note + (piece.first.empty() ? "'" : "");
    if (!piece.anchor.empty()) text += "->#" + piece.anchor;
    if (!piece.href.path.empty()) text += "->" + piece.href.path;
    if (!piece.official.empty()) text += "->" + piece.official;
    out.push_back(text + (piece.broken.empty() ? "" : "?"));
  }
  return out;
}

TEST_F(ReadTexts, LeadToWhatTheyCite) {
  given.document("A/77/275").document("A/78/265").document("A/79/214");
  put("A/78/265", one("Cited."));
  const auto act = put("A/77/275", one("See A/78/265, para. 1 (a), A/78/265, para. 9, A/79/214, para. 3, A/75/816, and "
                                       "para. 1 (a) above, not para. 7 above."));
  EXPECT_THAT(told(reading(lens(), act).paragraphs.front().pieces),
              ElementsAre("See ", "A/78/265, para. 1 (a)->/A/78/265#p1-a", ", ", "A/78/265, para. 9->/A/78/265?", ", ",
                          "A/79/214, para. 3->/A/79/214", ", ", "A/75/816->https://undocs.org/en/A/75/816", ", and ",
                          "para. 1 (a)->#p1-a", " above, not ", "para. 7?", " above."));
}

TEST_F(ReadTexts, HaveTheMarksOfTheirNotesWhereTheyStood) {
  given.document("A/77/275").document("A/78/265");
  auto text = one("A/78/265 and more.", {{0, "1"}, {8, "2"}, {8, "1"}, {18, "*"}});
  text.notes = {{"1", "See A/78/265."}, {"3", "Nowhere."}};
  const auto read = reading(lens(), put("A/77/275", text));
  EXPECT_THAT(told(read.paragraphs.front().pieces),
              ElementsAre("^1", "A/78/265->/A/78/265", "^2", "^1'", " and more.", "^*"));
  ASSERT_EQ(read.notes.size(), 2U);
  EXPECT_EQ(read.notes[0].marked, "1");
  EXPECT_THAT(told(read.notes[0].pieces), ElementsAre("See ", "A/78/265->/A/78/265", "."));
  EXPECT_EQ(read.notes[1].marked, "");
}

TEST_F(ReadTexts, HaveNumbersAsTheirLanguagePrintsThem) {
  given.document("A/77/275");
  TextStructure text;
  text.paragraphs = {{"si", Kind::heading, "I", "Part", {}},     {"p1", Kind::numbered, "1", "One", {}},
                     {"p1-a", Kind::item, "a", "Item", {}},      {"p1-a-i", Kind::item, "i", "Item", {}},
                     {"p1-a-i-b1", Kind::item, "•", "Item", {}}, {"p1-t1", Kind::text, "", "Text", {}}};
  const auto labels = [&](Language language) {
    std::string out;
    for (const auto& row : reading(lens(), put("A/77/275", text, language)).paragraphs)
      out += row.label + "/" + row.level + " ";
    return out;
  };
  EXPECT_EQ(labels(Language::en), "I./ 1./ (a)/1 (i)/2 •/3 / ");
  EXPECT_EQ(labels(Language::es), "I./ 1./ a)/1 i)/2 •/3 / ");
  EXPECT_EQ(labels(Language::ar), "I -/ 1 -/ (a)/1 (i)/2 •/3 / ");
}

// "7: [thead(" before the words of a cell, "th2" or "td" what it is, ")]" behind them.
std::string told(const ParagraphRow& row) {
  const auto& cell = *row.cell;
  std::string out = cell.table_begins.empty() ? "" : cell.table + " of " + cell.columns + " [";
  if (!cell.head_begins.empty()) out += "thead";
  if (!cell.row_begins.empty()) out += "(";
  if (!cell.gap.empty()) out += "gap" + cell.gap + " ";
  out += (cell.heads.empty() ? "td" : "th") + cell.span;
  if (!cell.row_ends.empty()) out += ")";
  if (!cell.head_ends.empty()) out += "/thead";
  return out + (cell.table_ends.empty() ? "" : "]");
}

TEST_F(ReadTexts, HaveTablesWhoseCellsLeadToWhatTheyCite) {
  given.document("A/77/275").document("A/78/265");
  const TextStructure text{{{"p1", Kind::numbered, "1", "See:", {}},
                            {"p1-table1-r1-c1", Kind::column, "", "", {}},
                            {"p1-table1-r1-c2", Kind::column, "", "Symbol", {{6, "3"}}},
                            {"p1-table1-r2-c2", Kind::cell, "", "A/78/265", {}},
                            {"p1-table1-r3-c1", Kind::cell, "", "Both", {}}},
                           {{"3", "A note."}}};
  const auto read = reading(lens(), put("A/77/275", text));
  ASSERT_EQ(read.paragraphs.size(), 5U);
  EXPECT_FALSE(read.paragraphs[0].cell);
  std::vector<std::string> cells;
  for (std::size_t i = 1; i < 5; ++i) cells.push_back(told(read.paragraphs[i]));
  EXPECT_THAT(cells, ElementsAre("p1-table1 of 2 [thead(td", "th)/thead", "(gap1 td)", "(td2)]"));
  EXPECT_THAT(told(read.paragraphs[2].pieces), ElementsAre("Symbol", "^3"));
  EXPECT_THAT(told(read.paragraphs[3].pieces), ElementsAre("A/78/265->/A/78/265"));
  EXPECT_EQ(read.paragraphs[3].id, "p1-table1-r2-c2");
  EXPECT_EQ(read.paragraphs[3].place.key, "page.document.cell");
  EXPECT_EQ(std::get<std::string>(read.paragraphs[3].place.values.at("column")), "2");
  EXPECT_EQ(read.paragraphs[1].cell->table_begins.key, "page.document.table");
}

TEST_F(ReadTexts, SetQuotationsApart) {
  given.document("A/77/275");
  const TextStructure text{{{"p1", Kind::numbered, "1", "It says:", {}}, {"p1-q1", Kind::quotation, "", "Words.", {}}},
                           {}};
  const auto read = reading(lens(), put("A/77/275", text));
  EXPECT_EQ(read.paragraphs[0].quotation + read.paragraphs[0].place.key, "");
  EXPECT_EQ(read.paragraphs[1].quotation, "1");
  EXPECT_EQ(read.paragraphs[1].place.key, "page.document.quotation");
  EXPECT_FALSE(read.paragraphs[1].cell);
}

TEST_F(ReadTexts, TellWhatIsCitedAndByWhom) {
  given.document("A/77/275").document("A/78/265");
  put("A/78/265", one("Cited."));
  put("A/77/275", one("See A/78/265, para. 1, and A/75/816."));
  put("A/77/275", one("Véase A/78/265, párr. 9."), Language::es);
  const auto cites = cited_rows(lens(), {"A/77/275"});
  ASSERT_EQ(cites.size(), 2U);
  EXPECT_EQ(cites[0].symbol.text, "A/75/816");
  EXPECT_EQ(cites[0].unknown, "1");
  EXPECT_EQ(cites[1].held, "1");
  EXPECT_THAT(cites[1].paragraphs, ElementsAre("p1", "p9"));
  EXPECT_THAT(cites[1].missing, ElementsAre("p9"));
  const auto citing = citing_rows(lens(), {"A/78/265"});
  ASSERT_EQ(citing.size(), 1U);
  EXPECT_EQ(citing[0].document.symbol.text, "A/77/275");
  ASSERT_EQ(citing[0].places.size(), 2U);
  EXPECT_EQ(citing[0].places[0].href.path, "/A/77/275#p1");
  EXPECT_EQ(citing[0].places[0].anchor, "p1");
  EXPECT_EQ(citing[0].places[1].paragraph, "p9");
  EXPECT_EQ(citing[0].places[1].anchor, "");
  EXPECT_THAT(citing_rows(lens(), {"A/77/275"}), IsEmpty());
}

TEST_F(ReadTexts, AreTheLatestOfTheirLanguage) {
  given.document("A/77/275");
  auto act = put("A/77/275", one("The first."));
  act.replaces = static_cast<std::int64_t>(texts_of(lens(), act.document).front()->from.entry);
  act.reason = "reissued";
  act.structure.back() = '9';
  texts.kept.emplace(act.structure, one("The second."));
  given.act(act);
  const auto page = document_page(lens(), {"A/77/275"});
  ASSERT_EQ(page->versions.size(), 1U);
  EXPECT_EQ(page->reading.in.at(Language::en).paragraphs.front().pieces.front().text, "The second.");
}

TEST_F(ReadTexts, GiveTheirTitleWhereTheRegisterHasNone) {
  given.document("A/77/275");
  auto act = put("A/77/275", one("Uno."), Language::es);
  EXPECT_FALSE(document_page(lens(), {"A/77/275"})->titles.official.contains(Language::fr));
  act.language = Language::fr;
  act.title = "Rapport";
  given.act(act);
  EXPECT_EQ(document_page(lens(), {"A/77/275"})->titles.official.at(Language::fr), "Rapport");
}

TEST_F(ReadTexts, OfAWithdrawnDocumentAreNotShownAndItsTombstoneIs) {
  given.document("A/77/275").document("A/78/265");
  put("A/77/275", one("See A/78/265."));
  given.act(DocumentWithdrawn{{"A/77/275"}, in_english("Issued in error")});
  const auto page = document_page(lens(), {"A/77/275"});
  EXPECT_THAT(page->versions, IsEmpty());
  EXPECT_THAT(page->reading.in, IsEmpty());
  ASSERT_EQ(page->withdrawn.size(), 1U);
  EXPECT_EQ(page->withdrawn.front().text, in_english("Issued in error"));
  EXPECT_THAT(citing_rows(lens(), {"A/78/265"}), IsEmpty());
}

TEST_F(ReadTexts, LeadToWhereTheirLanguageWasUsedBefore) {
  given.document("A/RES/43/78 H");
  put("A/RES/43/78 H", one("One."));
  EXPECT_EQ(document_page(lens(), {"A/RES/43/78 H"})->reading.in.at(Language::en).wording.path,
            "/search?of=A/RES/43/78%20H");
}

TEST_F(ReadTexts, AreAbsentWhereNoneIsAtHand) {
  given.document("A/77/275");
  put("A/77/275", one("One."));
  const Lens without{given.world(), instant("2026-11-20T12:00:00Z"), {}};
  EXPECT_THAT(document_page(without, {"A/77/275"})->versions, IsEmpty());
}

}  // namespace
}  // namespace comity
