// The index: what is found, in which order, for whom; and that it is made again where it is gone, damaged or of another
// record.
#include "search/index.h"

#include <gmock/gmock.h>

#include <fstream>

#include "base/check.h"
#include "held.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST_F(Searches, FindEveryWrittenQuestionsAnswerFirst) {
  std::map<Language, std::vector<std::string>> passages;
  const auto rows = [](const std::string& file) {
    std::ifstream in(std::string(COMITY_ROOT) + "/tests/search/" + file);
    std::vector<std::vector<std::string>> out;
    for (std::string line; std::getline(in, line);) {
      out.emplace_back();
      std::istringstream cells(line);
      for (std::string cell; std::getline(cells, cell, '\t');) out.back().push_back(cell);
    }
    return out;
  };
  for (const auto& row : rows("passages.tsv")) {
    ASSERT_EQ(row.size(), 1 + languages.size());
    for (std::size_t i = 0; i < languages.size(); ++i) passages[languages[i]].push_back(row[i + 1]);
  }
  given.document("A/1/1");
  for (const auto language : languages) put("A/1/1", numbered_text(passages[language]), language);
  SearchIndex index(folder, "test");
  catch_up(index);
  std::size_t right = 0;
  const auto questions = rows("queries.tsv");
  for (const auto& row : questions) {
    const auto found = places(index, row.at(1), *language_of(row.at(0)));
    const bool first = !found.empty() && found.front() == row.at(2);
    EXPECT_TRUE(first) << row[0] << " " << row[1] << ": " << (found.empty() ? "nothing" : found.front());
    right += first ? 1 : 0;
  }
  EXPECT_EQ(questions.size(), 60U);
  EXPECT_EQ(right, questions.size());
}

TEST_F(Searches, FindNothingBeyondTheEntriesAskedFor) {
  given.document("A/1/1").document("A/1/2");
  put("A/1/1", numbered_text({"A secret word."}));
  put("A/1/2", numbered_text({"A secret word."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  const auto* second = given.world().facts<TextImported>().back();
  const auto found = index.find({"secret", {Language::en}, {second->from.entry}, {}, 20});
  EXPECT_THAT(found.hits, ElementsAre(SearchHit{second->from.entry, Language::en, "p1"}));
  EXPECT_THAT(index.find({"secret", {Language::en}, {}, {}, 20}).hits, IsEmpty());
  EXPECT_EQ(index.find({"secrte", {Language::en}, {}, {}, 20}).instead, "") << "a word of what is not seen is not told";
}

TEST_F(Searches, LookInTitlesParagraphsAndNotesOrInOneOfThese) {
  given.document("A/1/1");
  auto text = numbered_text({"Directory in a paragraph."});
  text.notes.push_back({"3", "Directory in a note."});
  put("A/1/1", text, Language::en, "Directory in the title");
  SearchIndex index(folder, "test");
  catch_up(index);
  EXPECT_THAT(places(index, "directory", Language::en), UnorderedElementsAre("title", "p1", "note-3"));
  EXPECT_EQ(places(index, "directory", Language::en).front(), "title");
  const auto notes = index.find({"directory", {Language::en}, all_entries(), {"note"}, 20});
  ASSERT_EQ(notes.hits.size(), 1U);
  EXPECT_EQ(notes.hits.front().place, "note-3");
}

TEST_F(Searches, LookIntoCellsAndQuotations) {
  given.document("A/77/275");
  using Kind = Paragraph::Kind;
  put("A/77/275", {{{"p1-q1", Kind::quotation, "", "a quoted sentence", {}},
                    {"table1-r1-c1", Kind::column, "", "", {}},
                    {"table1-r1-c2", Kind::column, "", "a heading of a column", {}},
                    {"table1-r2-c1", Kind::cell, "", "a figure", {}}},
                   {}});
  SearchIndex index(folder, "record");
  catch_up(index);
  EXPECT_THAT(places(index, "quoted", Language::en), testing::ElementsAre("p1-q1"));
  EXPECT_THAT(places(index, "column", Language::en), testing::ElementsAre("table1-r1-c2"));
  EXPECT_THAT(places(index, "figure", Language::en), testing::ElementsAre("table1-r2-c1"));
}

TEST_F(Searches, TakeQuotationsTogetherAndLeaveOutWhatIsNotWanted) {
  given.document("A/1/1");
  put("A/1/1", numbered_text({"Points of contact.", "Contact has many points.", "Contact the Chair."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  EXPECT_THAT(places(index, "\"points of contact\"", Language::en), ElementsAre("p1"));
  EXPECT_THAT(places(index, "\xE2\x80\x9Cpoints of contact\xE2\x80\x9D", Language::en), ElementsAre("p1"));
  EXPECT_THAT(places(index, "contact -points", Language::en), ElementsAre("p3"));
  EXPECT_THAT(places(index, "\"points of", Language::en), ElementsAre("p1")) << "a quotation that nobody closed";
}

TEST_F(Searches, FindWhatResemblesAWordingByItsRarerWords) {
  given.document("A/1/1");
  put("A/1/1", numbered_text({"States reaffirmed the role of the points of contact directory.", "The directory opened.",
                              "Nothing of the kind."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  SearchQuery query{"States recalled the role of a directory of contact points", {Language::en}, all_entries(), {}, 20};
  query.resembling = true;
  const auto found = index.find(query);
  ASSERT_FALSE(found.hits.empty());
  EXPECT_EQ(found.hits.front().place, "p1");
  EXPECT_FALSE(found.any);
  query.words = "zebra";
  EXPECT_THAT(index.find(query).hits, IsEmpty());
  EXPECT_EQ(index.find(query).instead, "") << "a wording is not corrected";
}

TEST_F(Searches, SayWhenOnlySomeOfTheWordsStandThere) {
  given.document("A/1/1");
  put("A/1/1", numbered_text({"Norms alone.", "Law alone."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  const auto found = index.find({"norms law", {Language::en}, all_entries(), {}, 20});
  EXPECT_TRUE(found.any);
  EXPECT_EQ(found.hits.size(), 2U);
  EXPECT_FALSE(index.find({"absentword", {Language::en}, all_entries(), {}, 20}).any);
}

TEST_F(Searches, TellTheWordsThatHadToStandThere) {
  given.document("A/1/1");
  std::vector<std::string> paragraphs(30, "The use of the network.");
  paragraphs.push_back("The directory of the network.");
  put("A/1/1", numbered_text(paragraphs));
  SearchIndex index(folder, "test");
  catch_up(index);
  const auto found = index.find({"directory of the network -law", {Language::en}, all_entries(), {}, 20});
  EXPECT_EQ(found.looked_for, "directory ");
  EXPECT_EQ(found.hits.size(), 1U);
  EXPECT_EQ(index.find({"of the", {Language::en}, all_entries(), {}, 50}).looked_for, "of the ");
}

TEST_F(Searches, SayWhatWasLookedForInstead) {
  given.document("A/1/1");
  put("A/1/1", numbered_text({"A questionnaire about incidents."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  const auto found = index.find({"Questionaire incidents", {Language::en}, all_entries(), {}, 20});
  EXPECT_EQ(found.instead, "questionnaire incidents");
  EXPECT_EQ(found.hits.size(), 1U);
}

TEST_F(Searches, TakeInWhatWasEnteredSince) {
  given.document("A/1/1").document("A/1/2");
  put("A/1/1", numbered_text({"First."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  EXPECT_THAT(places(index, "second", Language::en), IsEmpty());
  put("A/1/2", numbered_text({"Second."}));
  std::vector<std::int64_t> told;
  index.catch_up(given.world(), next_entry(), texts, [&](std::int64_t done, std::int64_t) { told.push_back(done); });
  EXPECT_THAT(places(index, "second", Language::en), ElementsAre("p1"));
  EXPECT_THAT(told, ElementsAre(0, 1)) << "only the new text is read";
}

TEST_F(Searches, MakeTheIndexAgainWhereItIsGoneDamagedOrOfAnotherRecord) {
  given.document("A/1/1");
  put("A/1/1", numbered_text({"A word."}));
  const auto found_after = [&](const std::string& origin) {
    SearchIndex index(folder, origin);
    catch_up(index);
    return places(index, "word", Language::en);
  };
  EXPECT_THAT(found_after("test"), ElementsAre("p1"));
  EXPECT_THAT(found_after("test"), ElementsAre("p1")) << "as it lies there";
  std::filesystem::remove_all(folder);
  EXPECT_THAT(found_after("test"), ElementsAre("p1")) << "gone";
  for (const auto& file : std::filesystem::directory_iterator(folder / "en"))
    std::filesystem::resize_file(file.path(), std::filesystem::file_size(file.path()) / 2);
  EXPECT_THAT(found_after("test"), ElementsAre("p1")) << "damaged";
  std::filesystem::remove_all(folder / "zh");
  EXPECT_THAT(found_after("test"), ElementsAre("p1")) << "a part is gone";
  EXPECT_THAT(found_after("another"), ElementsAre("p1")) << "of another record";
}

TEST_F(Searches, MakeTheIndexAgainWhereItGoesWhileTheServerRuns) {
  given.document("A/1/1");
  put("A/1/1", numbered_text({"A word."}));
  SearchIndex index(folder, "test");
  catch_up(index);
  std::filesystem::remove_all(folder);
  EXPECT_THROW(places(index, "word", Language::en), Fault);
  catch_up(index);
  EXPECT_THAT(places(index, "word", Language::en), ElementsAre("p1"));
}

TEST_F(Searches, NameTheFaultWhereItCannotBeWritten) {
  std::ofstream(folder.string()) << "a file where the folder should be";
  given.document("A/1/1");
  SearchIndex index(folder / "below", "test");
  try {
    catch_up(index);
    FAIL();
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "search-failed");
  }
}

TEST_F(Searches, MarkTheWordsInWhateverFormTheyStand) {
  SearchIndex index(folder, "test");
  const std::string text = "El grupo de trabajo se reunió. Los grupos trabajan.";
  std::vector<std::string> marked;
  for (const auto& place : index.marked(text, Language::es, "grupos TRABAJO"))
    marked.push_back(text.substr(place.begin, place.end - place.begin));
  EXPECT_THAT(marked, ElementsAre("grupo", "trabajo", "grupos", "trabajan"));
}

}  // namespace
}  // namespace comity
