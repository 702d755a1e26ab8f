// What is shown of what was found: documents in the order of their best passage, the words marked, never more than the
// lens sees.
#include "views/search_page.h"

#include <gmock/gmock.h>

#include <set>

#include "support/texts_at_hand.h"

namespace comity {
namespace {

using testing::ElementsAre;
using Kind = Paragraph::Kind;

// Finds the words as they are, in the order of entries and paragraphs, in what it was given.
class PlainSearch : public TextSearch {
 public:
  SearchFound find(const SearchQuery& query) const override {
    asked = query;
    auto out = found;
    out.looked_for = query.words;
    return out;
  }
  std::vector<Stretch> marked(std::string_view text, Language, std::string_view words) const override {
    std::vector<Stretch> out;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size()))
      out.push_back({at, at + words.size()});
    return out;
  }
  mutable SearchQuery asked{};
  SearchFound found{};
};

struct SearchPages : ReadTexts {
  SearchPages() { given.document("A/77/275", "2022-08-08").document("A/78/265", "2023-08-01"); }

  std::uint64_t entry_of(const std::string& symbol) const {
    return given.world().about<TextImported>(Symbol{symbol}).back()->from.entry;
  }
  void hit(const std::string& symbol, const std::string& place, Language language = Language::en) {
    search.found.hits.push_back({entry_of(symbol), language, place});
  }
  SearchPage page(const SearchFilter& filter) {
    const auto view = search_page(lens(), filter, &search);
    EXPECT_TRUE(view) << view.refusal().code;
    return view ? *view : SearchPage{};
  }
  PlainSearch search{};
};

SearchFilter words(const std::string& text) {
  SearchFilter filter;
  filter.words = text;
  filter.own = Language::en;
  return filter;
}

TextStructure structure_of(const std::vector<std::string>& paragraphs) {
  TextStructure out;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto number = std::to_string(i + 1);
    out.paragraphs.push_back({"p" + number, Paragraph::Kind::numbered, number, paragraphs[i], {}});
  }
  return out;
}

std::string told(const PassageRow& row) {
  std::string out = row.before.empty() ? "" : "<";
  for (const auto& piece : row.pieces) out += piece.hit.empty() ? piece.text : "[" + piece.text + "]";
  return out + (row.after.empty() ? "" : ">");
}

TEST_F(SearchPages, ShowDocumentsInTheOrderOfTheirBestPassage) {
  put("A/77/275", structure_of({"norms here", "more norms", "norms", "norms again", "norms still"}));
  put("A/78/265", structure_of({"norms there"}));
  hit("A/78/265", "p1");
  for (const auto* place : {"p2", "p1", "p3", "p4", "p5"}) hit("A/77/275", place);
  const auto view = page(words("norms"));
  ASSERT_EQ(view.documents.size(), 2U);
  EXPECT_EQ(view.documents[0].document.symbol.text, "A/78/265");
  const auto& second = view.documents[1];
  ASSERT_EQ(second.passages.size(), 3U);
  EXPECT_EQ(second.more, 2);
  EXPECT_EQ(told(second.passages[0]), "more [norms]");
  EXPECT_EQ(second.passages[0].path.path, "/A/77/275#p2");
  EXPECT_EQ(second.passages[0].path.language, Language::en) << "of the words, whoever reads";
  EXPECT_EQ(second.passages[0].label, "2.");
  EXPECT_EQ(view.passages, 6);
}

TEST_F(SearchPages, CallAnItemByTheParagraphThatItStandsIn) {
  put("A/77/275", {{{"p16", Kind::numbered, "16", "It follows:", {}},
                    {"p16-a", Kind::item, "a", "First.", {}},
                    {"p16-a-ii", Kind::item, "ii", "The norms.", {}}},
                   {}});
  hit("A/77/275", "p16-a-ii");
  EXPECT_EQ(page(words("norms")).documents.front().passages.front().label, "16 (a) (ii)");
}

TEST_F(SearchPages, TakeCellsAndQuotationsForWordsOfTheParagraphThatHoldsThem) {
  put("A/77/275", {{{"p16", Kind::numbered, "16", "It follows:", {}},
                    {"p16-a", Kind::item, "a", "First:", {}},
                    {"p16-a-q1", Kind::quotation, "", "The norms.", {}},
                    {"table1-r1-c1", Kind::column, "", "More norms", {}}},
                   {}});
  for (const auto* place : {"p16-a-q1", "table1-r1-c1"}) hit("A/77/275", place);
  auto filter = words("norms");
  filter.part = "paragraph";
  const auto view = page(filter);
  EXPECT_THAT(search.asked.parts, testing::IsSupersetOf({"quotation", "column", "cell"}));
  const auto& passages = view.documents.front().passages;
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(passages[0].label, "16 (a)");
  EXPECT_EQ(passages[0].path.path, "/A/77/275#p16-a-q1");
  EXPECT_EQ(passages[0].what.key, "page.search.part.paragraph");
  EXPECT_EQ(passages[1].label, "");
  EXPECT_EQ(passages[1].what.key, "page.search.part.paragraph");
}

TEST_F(SearchPages, CutLongPassagesAroundTheWordsAndNeverInsideASign) {
  const std::string filler = "слово и ещё одно слово, чтобы пункт стал длиннее, чем показывается; ";
  put("A/77/275", structure_of({filler + filler + filler + "искомое " + filler + filler + filler + filler}));
  hit("A/77/275", "p1");
  const auto view = page(words("искомое"));
  const auto& passage = view.documents.front().passages.front();
  EXPECT_EQ(passage.before, "1");
  EXPECT_EQ(passage.after, "1");
  std::string all;
  for (const auto& piece : passage.pieces) all += piece.text;
  EXPECT_LT(all.size(), 420U);
  EXPECT_NE(all.find("искомое"), std::string::npos);
  EXPECT_NE((static_cast<unsigned char>(all.front()) & 0xc0), 0x80) << "begins inside a sign";
}

TEST_F(SearchPages, AskOnlyForWhatTheLensSees) {
  put("A/77/275", structure_of({"norms"}));
  put("A/78/265", structure_of({"norms"}));
  const auto hidden = entry_of("A/78/265");
  given.act(DocumentWithdrawn{{"A/78/265"}, in_english("An error.")});
  page(words("norms"));
  EXPECT_TRUE(std::is_sorted(search.asked.within.begin(), search.asked.within.end()));
  EXPECT_FALSE(std::binary_search(search.asked.within.begin(), search.asked.within.end(), hidden));
  EXPECT_TRUE(std::binary_search(search.asked.within.begin(), search.asked.within.end(), entry_of("A/77/275")));
}

TEST_F(SearchPages, NarrowByTheYearAndThePart) {
  put("A/77/275", structure_of({"norms"}));
  put("A/78/265", structure_of({"norms"}));
  auto filter = words("norms");
  filter.documents.year = "2022";
  filter.part = "note";
  page(filter);
  EXPECT_FALSE(std::binary_search(search.asked.within.begin(), search.asked.within.end(), entry_of("A/78/265")));
  EXPECT_THAT(search.asked.parts, ElementsAre("note"));
  filter.part = "whatever";
  EXPECT_EQ(search_page(lens(), filter, &search).refusal().code, "search-part");
}

TEST_F(SearchPages, LookInTheReadersLanguageInAnotherOrInAll) {
  page(words("x"));
  EXPECT_THAT(search.asked.languages, ElementsAre(Language::en));
  auto filter = words("x");
  filter.language = "ru";
  page(filter);
  EXPECT_THAT(search.asked.languages, ElementsAre(Language::ru));
  filter.language = "all";
  page(filter);
  EXPECT_EQ(search.asked.languages.size(), languages.size());
  filter.language = "de";
  EXPECT_EQ(search_page(lens(), filter, &search).refusal().code, "language-unknown");
}

TEST_F(SearchPages, TellWhereAWordingStoodFirstAndHowMuchOfIt) {
  put("A/78/265", structure_of({"States stress the need for norms.", "Nothing of it here at all."}));
  put("A/77/275", structure_of({"States stress the need for rules."}));
  for (const auto* place : {"p1", "p2"}) hit("A/78/265", place);
  hit("A/77/275", "p1");
  auto filter = words("States stress the need for norms");
  filter.how = "wording";
  const auto view = page(filter);
  EXPECT_TRUE(search.asked.resembling);
  EXPECT_EQ(view.wording, "1");
  EXPECT_EQ(view.passages, 2) << "what has too little of it is left out";
  ASSERT_EQ(view.documents.size(), 2U);
  EXPECT_EQ(view.documents[0].document.symbol.text, "A/77/275") << "of 2022";
  EXPECT_EQ(told(view.documents[0].passages[0]), "[States stress the need for ]rules.");
  EXPECT_EQ(view.documents[0].passages[0].share, 84);
  EXPECT_EQ(view.documents[1].passages[0].share, 100);
  filter.how = "whatever";
  EXPECT_EQ(search_page(lens(), filter, &search).refusal().code, "search-how");
}

SearchFilter of_paragraph(const std::string& symbol, const std::string& paragraph, Language own = Language::en) {
  SearchFilter filter;
  filter.of = symbol;
  filter.paragraph = paragraph;
  filter.own = own;
  return filter;
}

TEST_F(SearchPages, TakeTheWordingFromTheParagraphThatIsNamedAndLeaveThatOut) {
  put("A/77/275", structure_of({"States stress the need for norms.", "States stress the need for rules."}));
  put("A/78/265", structure_of({"States stress the need for norms."}));
  for (const auto* place : {"p1", "p2"}) hit("A/77/275", place);
  hit("A/78/265", "p1");
  for (const auto* paragraph : {"p1", "1"}) {
    const auto view = page(of_paragraph("a 77 275", paragraph));
    EXPECT_TRUE(search.asked.resembling);
    EXPECT_EQ(search.asked.words, "States stress the need for norms.");
    EXPECT_EQ(view.words, "States stress the need for norms.") << "so that it can be edited";
    EXPECT_EQ(view.wording, "1");
    ASSERT_TRUE(view.of);
    EXPECT_EQ(view.of->document.symbol.text, "A/77/275");
    EXPECT_EQ(view.of->label, "1.");
    EXPECT_EQ(view.of->path.path, "/A/77/275#p1");
    EXPECT_EQ(view.passages, 2);
    ASSERT_EQ(view.documents.size(), 2U);
    ASSERT_EQ(view.documents[0].passages.size(), 1U);
    EXPECT_EQ(view.documents[0].passages[0].place, "p2") << "the same document’s other paragraphs are found";
    EXPECT_EQ(view.documents[1].passages[0].place, "p1") << "the same place of another document is found";
  }
}

TEST_F(SearchPages, TakeTheWordingInTheLanguageThatTheDocumentsPageShows) {
  put("A/77/275", structure_of({"Les États."}), Language::fr);
  const auto view = page(of_paragraph("A/77/275", "p1"));
  EXPECT_EQ(view.words, "Les États.");
  EXPECT_THAT(search.asked.languages, ElementsAre(Language::fr));
  EXPECT_EQ(view.of->language, Language::fr);
  put("A/77/275", structure_of({"各国。"}), Language::zh);
  EXPECT_EQ(page(of_paragraph("A/77/275", "p1", Language::ru)).words, "各国。") << "neither the reader’s nor English";
  put("A/77/275", structure_of({"States."}));
  EXPECT_EQ(page(of_paragraph("A/77/275", "p1", Language::ru)).words, "States.") << "English before any other";
  auto filter = of_paragraph("A/77/275", "p1");
  filter.language = "fr";
  EXPECT_EQ(page(filter).words, "Les États.");
  filter.language = "ar";
  EXPECT_EQ(search_page(lens(), filter, &search).refusal().code, "search-of-not-held");
}

TEST_F(SearchPages, TakeANoteForAWording) {
  auto text = structure_of({"States."});
  text.notes.push_back({"3", "See the norms."});
  put("A/77/275", text);
  EXPECT_EQ(page(of_paragraph("A/77/275", "note-3")).words, "See the norms.");
}

TEST_F(SearchPages, LookForTheBeginningOfAVeryLongParagraphAndSayIt) {
  std::string text;
  while (text.size() < 5'000) text += "слово ";
  put("A/77/275", structure_of({text, "Short."}));
  const auto view = page(of_paragraph("A/77/275", "p1"));
  EXPECT_EQ(view.of->cut, "1");
  EXPECT_LE(search.asked.words.size(), 4'000U);
  EXPECT_GT(search.asked.words.size(), 3'900U);
  EXPECT_TRUE(search.asked.words.ends_with("слово"));
  EXPECT_EQ(page(of_paragraph("A/77/275", "p2")).of->cut, "");
}

TEST_F(SearchPages, RefuseAWordingThatCannotBeTaken) {
  put("A/77/275", structure_of({"States."}));
  const auto code = [this](const SearchFilter& filter) { return search_page(lens(), filter, &search).refusal().code; };
  EXPECT_EQ(code(of_paragraph("A/77/275", "p2")), "search-no-paragraph");
  EXPECT_EQ(code(of_paragraph("A/77/275", "")), "search-of-missing");
  EXPECT_EQ(code(of_paragraph("A/78/265", "p1")), "search-of-not-held");
  EXPECT_EQ(code(of_paragraph("A/99/999", "p1")), "no-such-symbol");
  EXPECT_EQ(code(of_paragraph("", "p1")), "search-of-missing");
  auto both = of_paragraph("A/77/275", "p1");
  both.words = "norms";
  EXPECT_EQ(code(both), "search-of-and-words");
  auto how = of_paragraph("A/77/275", "p1");
  how.how = "whatever";
  EXPECT_EQ(code(how), "search-how");
}

// A text that was replaced: as of an earlier moment the wording is the one that was held then.
TEST_F(SearchPages, TakeTheWordingThatWasHeldAtTheMoment) {
  const auto first = put("A/77/275", structure_of({"First words."}));
  const auto then = given;
  auto second = first;
  second.structure = std::string(64, 'd');
  second.replaces = static_cast<std::int64_t>(entry_of("A/77/275"));
  second.reason = "reissued";
  texts.kept[second.structure] = structure_of({"Second words."});
  given.act(second);
  EXPECT_EQ(page(of_paragraph("A/77/275", "p1")).words, "Second words.");
  const Lens before{then.world(), instant("2026-11-20T12:00:00Z"), {}, &texts};
  EXPECT_EQ(search_page(before, of_paragraph("A/77/275", "p1"), &search)->words, "First words.");
}

struct ManyPages : SearchPages {
  // One passage in each of so many documents, or so many in one.
  void in_documents(std::size_t count) {
    auto act = put("A/77/275", structure_of({"norms"}));
    for (std::size_t i = 1; i <= count; ++i) {
      act.document = {"A/AC.999/2022/" + std::to_string(i)};
      given.document(act.document.text, "2022-01-01").act(act);
      hit(act.document.text, "p1");
    }
  }
  void in_one_document(std::size_t count) {
    put("A/77/275", structure_of(std::vector<std::string>(count, "norms")));
    for (std::size_t i = 1; i <= count; ++i) hit("A/77/275", "p" + std::to_string(i));
  }
  SearchPage numbered(SearchFilter filter, const std::string& number) {
    filter.page = number;
    return page(filter);
  }
};

TEST_F(ManyPages, GoOnUntilTheLastDocumentAndTellAllOnEach) {
  in_documents(120);
  std::set<std::string> shown;
  for (const auto* number : {"", "2", "3"}) {
    const auto view = numbered(words("norms"), number);
    EXPECT_EQ(view.passages, 120);
    EXPECT_EQ(view.found, 120);
    EXPECT_EQ(view.pages, 3);
    EXPECT_EQ(view.most, "");
    for (const auto& row : view.documents) EXPECT_TRUE(shown.insert(row.document.symbol.text).second);
  }
  EXPECT_EQ(shown.size(), 120U);
  EXPECT_EQ(numbered(words("norms"), "1").earlier.path, "");
  EXPECT_EQ(numbered(words("norms"), "1").later.path, "/search?q=norms&page=2");
  EXPECT_EQ(numbered(words("norms"), "2").earlier.path, "/search?q=norms");
  EXPECT_EQ(numbered(words("norms"), "3").later.path, "");
}

TEST_F(ManyPages, RefuseAPageThatThereIsNot) {
  in_documents(51);
  auto filter = words("norms");
  for (const auto* number : {"0", "3", "-1", "x", "2x", "99999999999999999999"}) {
    filter.page = number;
    const auto refused = search_page(lens(), filter, &search);
    ASSERT_FALSE(refused) << number;
    EXPECT_EQ(refused.refusal().code, "search-page") << number;
    EXPECT_EQ(refused.refusal().values.at("last"), "2") << number;
  }
  EXPECT_FALSE(page(words("norms")).pages == 1);
}

TEST_F(ManyPages, LeadFromADocumentToAllOfItsPassages) {
  in_one_document(250);
  auto filter = words("norms & rules");
  filter.documents.year = "2022";
  const auto view = page(filter);
  ASSERT_EQ(view.documents.size(), 1U);
  EXPECT_EQ(view.documents[0].more, 247);
  EXPECT_EQ(view.documents[0].further.path, "/search?q=norms%20%26%20rules&year=2022&document=A/77/275");
  filter.document = "A/77/275";
  const auto first = page(filter);
  EXPECT_EQ(first.only->symbol.text, "A/77/275");
  EXPECT_EQ(first.everywhere.path, "/search?q=norms%20%26%20rules&year=2022");
  EXPECT_EQ(first.pages, 3);
  EXPECT_EQ(first.documents.at(0).passages.size(), 100U);
  EXPECT_FALSE(first.documents.at(0).more);
  const auto last = numbered(filter, "3");
  EXPECT_EQ(last.documents.at(0).passages.size(), 50U);
  EXPECT_EQ(last.documents.at(0).passages.back().place, "p250");
  filter.document = "A/99/999";
  EXPECT_EQ(search_page(lens(), filter, &search).refusal().code, "no-such-symbol");
}

TEST_F(ManyPages, SearchOneDocumentAlone) {
  in_documents(2);
  auto filter = words("norms");
  filter.document = "A/AC.999/2022/2";
  search.found.hits.erase(search.found.hits.begin());
  EXPECT_EQ(page(filter).found, 1);
  EXPECT_TRUE(std::binary_search(search.asked.within.begin(), search.asked.within.end(), entry_of("A/AC.999/2022/2")));
  EXPECT_FALSE(std::binary_search(search.asked.within.begin(), search.asked.within.end(), entry_of("A/AC.999/2022/1")));
}

TEST_F(ManyPages, SayThatThereIsMoreOnlyWhereThereIs) {
  in_one_document(2'000);
  EXPECT_EQ(page(words("norms")).most, "");
  EXPECT_EQ(page(words("norms")).passages, 2'000);
  hit("A/77/275", "p1", Language::fr);
  EXPECT_EQ(search.asked.most, 2'001U);
  EXPECT_EQ(page(words("norms")).most, "1");
  EXPECT_EQ(page(words("norms")).passages, 2'000);
}

TEST_F(SearchPages, AskNothingWithoutWordsAndRefuseAVeryLongSearch) {
  EXPECT_EQ(page(words("  ")).asked, "");
  EXPECT_EQ(search_page(lens(), words(std::string(501, 'x')), &search).refusal().code, "search-too-long");
}

TEST_F(SearchPages, SayThatThereIsNoSearchWhereThereIsNone) {
  EXPECT_EQ(search_page(lens(), words("x"), nullptr).refusal().code, "search-absent");
  EXPECT_TRUE(search_page(lens(), words(""), nullptr));
}

TEST_F(SearchPages, OfferDocumentsWhoseSymbolIsNear) {
  const auto view = page(words("A/77/257"));
  ASSERT_FALSE(view.near.empty());
  EXPECT_EQ(view.near.front().symbol.text, "A/77/275");
}

TEST_F(SearchPages, LeadAtOnceToWhatTheWordsName) {
  const auto led = [this](const std::string& text, Language language = Language::en) {
    const auto href = named_page(lens(), text, language);
    return href ? href->path : "";
  };
  given.document("A/RES/77/36");
  put("A/77/275", {{{"p16", Kind::numbered, "16", "x", {}}, {"p16-a", Kind::item, "a", "x", {}}}, {}});
  put("A/RES/77/36", {{{"op2", Kind::numbered, "2", "x", {}}}, {}});
  EXPECT_EQ(led("A/77/275"), "/A/77/275");
  EXPECT_EQ(led("a 77 275"), "/A/77/275");
  EXPECT_EQ(led("77/275"), "/A/77/275");
  EXPECT_EQ(led("A/77/275, para. 16 (a)"), "/A/77/275#p16-a");
  EXPECT_EQ(led("A/77/275, párr. 16 a)", Language::es), "/A/77/275#p16-a");
  EXPECT_EQ(led("A/RES/77/36, para. 2"), "/A/RES/77/36#op2");
  EXPECT_EQ(led("A/77/275, para. 99"), "/A/77/275") << "no such paragraph";
  EXPECT_EQ(led("A/75/816, para. 3"), "") << "not known";
  EXPECT_EQ(led("what A/77/275 says"), "");
  EXPECT_EQ(led(""), "");
}

}  // namespace
}  // namespace comity
