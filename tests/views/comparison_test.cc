// Two texts beside each other: which texts are meant, what changed, and the same paragraphs in two languages.
#include "views/comparison.h"

#include <gmock/gmock.h>

#include "support/texts_at_hand.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = Paragraph::Kind;

struct Comparisons : ReadTexts {
  Comparisons() { given.document("A/77/275").document("A/78/265").document("A/79/214"); }

  ComparisonPage page(ComparisonFilter filter) {
    const auto view = comparison_page(lens(), filter);
    EXPECT_TRUE(view) << view.refusal().code;
    return view ? *view : ComparisonPage{};
  }
  std::string refused(ComparisonFilter filter) {
    const auto view = comparison_page(lens(), filter);
    return view ? "not refused" : view.refusal().code;
  }
};

ComparisonFilter of(const std::string& before, const std::string& after, Language own = Language::en) {
  return {{before, ""}, {after, ""}, "", "", own};
}

TextStructure text_of(const std::vector<std::pair<std::string, std::string>>& paragraphs) {
  TextStructure out;
  for (const auto& [number, words] : paragraphs)
    out.paragraphs.push_back({"p" + number, Kind::numbered, number, words, {}});
  return out;
}

std::string told(const std::vector<WordsRow>& words) {
  std::string out;
  for (const auto& row : words)
    out += !row.same.empty() ? row.text : !row.added.empty() ? "{+" + row.text + "+}" : "[-" + row.text + "-]";
  return out;
}

std::vector<std::string> told(const ComparisonPage& page) {
  std::vector<std::string> out;
  for (const auto& row : page.rows)
    out.push_back(row.kind + " " + row.label_before + ">" + row.label_after + " " + told(row.words));
  return out;
}

TEST_F(Comparisons, TellParagraphByParagraphWhatChanged) {
  put("A/77/275",
      text_of({{"1", "States met in March."}, {"2", "Something that was left out later on."}, {"3", "Same."}}));
  put("A/78/265", text_of({{"1", "States met in May."}, {"2", "Same."}, {"3", "Entirely new words of another kind."}}));
  const auto view = page(of("A/77/275", "A/78/265"));
  EXPECT_THAT(told(view), ElementsAre("changed 1.>1. States met in [-March-]{+May+}.",
                                      "removed 2.> [-Something that was left out later on.-]", "same 3.>2. Same.",
                                      "added >3. {+Entirely new words of another kind.+}"));
  std::map<std::string, std::int64_t> counts;
  for (const auto& row : view.counts) counts[row.kind] = row.count;
  EXPECT_EQ(counts, (std::map<std::string, std::int64_t>{
                        {"changed", 1}, {"added", 1}, {"removed", 1}, {"moved", 0}, {"same", 1}}));
  EXPECT_EQ(view.identical, "");
}

TEST_F(Comparisons, LeaveOutWhatDidNotChangeWhereThatIsAsked) {
  put("A/77/275", text_of({{"1", "Same."}, {"2", "Old words stand here."}}));
  put("A/78/265", text_of({{"1", "Same."}, {"2", "New words stand here."}}));
  auto filter = of("A/77/275", "A/78/265");
  filter.show = "changes";
  const auto view = page(filter);
  ASSERT_EQ(view.rows.size(), 1U);
  EXPECT_EQ(view.rows.front().id, "r2") << "a link into the whole text leads to the same row here";
  EXPECT_EQ(view.only, "1");
}

TEST_F(Comparisons, LeadFromAMovedParagraphToItsOtherPlace) {
  put("A/77/275", text_of({{"1", "The paragraph that moves to the end."}, {"2", "Second."}, {"3", "Third."}}));
  put("A/78/265", text_of({{"1", "Second."}, {"2", "Third."}, {"3", "The paragraph that moves to the end."}}));
  const auto view = page(of("A/77/275", "A/78/265"));
  std::map<std::string, std::string> others;
  for (const auto& row : view.rows)
    if (!row.other.empty()) others[row.id] = row.other;
  ASSERT_EQ(others.size(), 2U);
  for (const auto& [row, other] : others) EXPECT_EQ(others.at(other), row);
}

TextStructure table_of(const std::vector<std::pair<std::string, std::string>>& cells) {
  TextStructure out;
  for (const auto& [place, words] : cells) out.paragraphs.push_back({"table1-" + place, Kind::cell, "", words, {}});
  return out;
}

std::string told(const Say& place) {
  std::string out;
  for (const auto& [name, value] : place.values) out += name.substr(0, 1) + std::get<std::string>(value);
  return out;
}

TEST_F(Comparisons, TellWhereACellStands) {
  put("A/77/275", table_of({{"r1-c1", "Month"}, {"r1-c2", ""}, {"r2-c1", "March"}, {"r2-c2", ""}}));
  put("A/78/265", table_of({{"r1-c1", "Month"},
                            {"r1-c2", ""},
                            {"r2-c1", "February"},
                            {"r2-c2", ""},
                            {"r3-c1", "March"},
                            {"r3-c2", "Words"}}));
  const auto view = page(of("A/77/275", "A/78/265"));
  EXPECT_THAT(told(view), ElementsAre("same > Month", "added > {+February+}", "same > March", "added > {+Words+}"))
      << "what is empty changes nothing";
  EXPECT_EQ(told(view.rows[2].place_before), "c1r2t1");
  EXPECT_EQ(told(view.rows[2].place_after), "c1r3t1");
  EXPECT_EQ(told(view.rows[1].place_before), "");
}

TEST_F(Comparisons, StandCellsOfTwoLanguagesBesideEachOtherWhereTheyHaveWords) {
  put("A/77/275", table_of({{"r1-c1", "Month"}, {"r1-c2", ""}, {"r1-c3", ""}}), Language::en);
  put("A/77/275", table_of({{"r1-c1", "Mes"}, {"r1-c2", ""}, {"r1-c3", "Día"}}), Language::es);
  auto filter = of("A/77/275", "A/77/275");
  filter.before.language = "en";
  filter.after.language = "es";
  const auto view = page(filter);
  ASSERT_EQ(view.beside.size(), 2U);
  EXPECT_EQ(told(view.beside[0].second.front().place), "c1r1t1");
  EXPECT_EQ(view.beside[1].id, "table1-r1-c3");
  EXPECT_THAT(view.beside[1].first, IsEmpty());
}

TEST_F(Comparisons, SayThatTwoTextsDoNotDiffer) {
  put("A/77/275", text_of({{"1", "Same."}}));
  EXPECT_EQ(page(of("A/77/275", "A/77/275")).identical, "1");
}

TEST_F(Comparisons, TakeTheReadersLanguageWhereBothHaveIt) {
  for (const auto language : {Language::en, Language::es, Language::ar}) {
    put("A/77/275", text_of({{"1", "x"}}), language);
    put("A/78/265", text_of({{"1", "x"}}), language);
  }
  for (const auto own : {Language::en, Language::es, Language::ar}) {
    const auto view = page(of("A/77/275", "A/78/265", own));
    EXPECT_EQ(view.before->language, own);
    EXPECT_EQ(view.after->language, own);
  }
  EXPECT_EQ(page(of("A/77/275", "A/78/265", Language::ru)).before->language, Language::ar) << "the first of both";
}

TEST_F(Comparisons, StandTwoLanguagesBesideEachOtherByTheirIds) {
  put("A/77/275", text_of({{"1", "One."}, {"2", "Two."}, {"4", "Four."}}), Language::en);
  put("A/77/275", text_of({{"1", "Uno."}, {"3", "Tres."}, {"4", "Cuatro."}}), Language::es);
  auto filter = of("A/77/275", "A/77/275");
  filter.before.language = "en";
  filter.after.language = "es";
  const auto view = page(filter);
  std::vector<std::string> rows;
  for (const auto& row : view.beside)
    rows.push_back(row.id + ": " + (row.first.empty() ? "-" : row.first.front().pieces.front().text) + " " +
                   (row.second.empty() ? "-" : row.second.front().pieces.front().text));
  EXPECT_THAT(rows, ElementsAre("p1: One. Uno.", "p2: Two. -", "p3: - Tres.", "p4: Four. Cuatro."));
  EXPECT_THAT(view.rows, IsEmpty()) << "words of two languages are not compared";
}

TEST_F(Comparisons, CompareATextWithTheOneThatItTookThePlaceOf) {
  put("A/77/275", text_of({{"1", "As first imported."}}));
  TextImported anew = given.world().facts<TextImported>().front()->act;
  anew.replaces = static_cast<std::int64_t>(given.world().facts<TextImported>().front()->from.entry);
  anew.reason = "An error of reading.";
  anew.structure = std::string(64, 'c');
  texts.kept.emplace(anew.structure, text_of({{"1", "As imported anew."}}));
  given.act(anew);
  std::vector<std::string> entries;
  const auto world = given.world();
  for (const auto* fact : world.facts<TextImported>()) entries.push_back(std::to_string(fact->from.entry));
  EXPECT_THAT(told(page(of(entries.at(0), entries.at(1)))),
              ElementsAre("changed 1.>1. As [-first -]imported{+ anew+}."));
  EXPECT_EQ(page(of(entries.at(0), "A/77/275")).after->mark.entry, std::stoll(entries.at(1)));
}

TEST_F(Comparisons, NameWhatIsNotThere) {
  put("A/77/275", text_of({{"1", "x"}}));
  EXPECT_EQ(refused(of("A/77/275", "nonsense")), "symbol-malformed");
  EXPECT_EQ(refused(of("A/77/275", "A/1/1")), "no-such-symbol");
  EXPECT_EQ(refused(of("A/79/214", "A/77/275")), "text-not-held");
  EXPECT_EQ(refused(of("A/77/275", "0")), "text-entry-unknown");
  auto filter = of("A/77/275", "A/77/275");
  filter.after.language = "fr";
  EXPECT_EQ(refused(filter), "text-not-held");
  filter.after.language = "xx";
  EXPECT_EQ(refused(filter), "language-unknown");
}

TEST_F(Comparisons, ShowNothingOfAWithdrawnDocument) {
  const auto act = put("A/77/275", text_of({{"1", "x"}}));
  const auto world = given.world();
  const auto entry = std::to_string(world.facts<TextImported>().front()->from.entry);
  given.act(DocumentWithdrawn{{"A/77/275"}, in_english("An error.")});
  EXPECT_EQ(refused(of("A/77/275", "A/77/275")), "text-not-held");
  EXPECT_EQ(refused(of(entry, entry)), "text-entry-unknown");
  EXPECT_THAT(page({}).choices, IsEmpty());
}

TEST_F(Comparisons, OfferWhatCanBeCompared) {
  put("A/78/265", text_of({{"1", "x"}}));
  put("A/77/275", text_of({{"1", "x"}}));
  std::vector<std::string> symbols;
  for (const auto& row : page({}).choices) symbols.push_back(row.symbol.text);
  EXPECT_THAT(symbols, ElementsAre("A/77/275", "A/78/265"));
}

}  // namespace
}  // namespace comity
