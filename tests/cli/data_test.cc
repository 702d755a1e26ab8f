// Data files: what is read, and what is refused with its line.
#include <gtest/gtest.h>

#include <fstream>

#include "cli/csv.h"
#include "cli/dataset.h"
#include "support/registry.h"

namespace comity {
namespace {

using std::filesystem::path;

void write(const path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

std::string line_of(const Refusal& refusal) { return refusal.code + ":" + refusal.values.at("line"); }

TEST(DataFile, ReadsBlocksCommentsAndContinuedLines) {
  const auto blocks = read_data("# a comment\nid: a\nact: b\ntext.es: uno\n  dos\n\n\nid: c\nact: d\n");
  ASSERT_TRUE(blocks);
  ASSERT_EQ(blocks->size(), 2U);
  EXPECT_EQ((*blocks)[0][2].value, "uno dos");
  EXPECT_EQ((*blocks)[0][2].line, 4);
  EXPECT_EQ((*blocks)[1][0].line, 8);
}

TEST(DataFile, NamesTheLineOfWhatItCannotRead) {
  EXPECT_EQ(line_of(read_data("id: a\nnonsense\n").refusal()), "data-line:2");
  EXPECT_EQ(line_of(read_data("id: a\nact:\n").refusal()), "data-value:2");
  EXPECT_EQ(line_of(read_data("id: a\nact: \n").refusal()), "data-value:2");
  EXPECT_EQ(line_of(read_data("  lost\n").refusal()), "data-continuation:1");
  EXPECT_EQ(line_of(read_data("id: a\nact: \xff\n").refusal()), "data-utf8:2");
  EXPECT_EQ(line_of(read_data("id: a\nact: e\xcc\x81\n").refusal()), "data-nfc:2");
}

TEST(Csv, ReadsQuotesAndNamesTheLineOfAWrongOne) {
  const auto rows = read_csv("a,b\r\n\"x \"\"y\"\",\n z\",2\n3,\n");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 3U);
  EXPECT_EQ((*rows)[1].cells[0], "x \"y\",\n z");
  EXPECT_EQ((*rows)[2].line, 4);
  EXPECT_EQ((*rows)[2].cells[1], "");
  EXPECT_EQ(line_of(read_csv("a,b\n1\n").refusal()), "csv-width:2");
  EXPECT_EQ(line_of(read_csv("a\n\"x\n").refusal()), "csv-quote:2");
  EXPECT_EQ(line_of(read_csv("a\nx\"y\n").refusal()), "csv-quote:2");
}

TEST(DataFile, MayBeginWithTheMarkThatSomeEditorsPutThere) {
  EXPECT_EQ((*read_data("\xef\xbb\xbfid: a\nact: b\n"))[0][0].key, "id");
  EXPECT_EQ((*read_csv("\xef\xbb\xbfid,x\n1,2\n"))[0].cells[0], "id");
}

TEST(Csv, NamesTheLineThatIsNotUtf8OrNotNfc) {
  EXPECT_EQ(line_of(read_csv("a,b\n1,\xff\n").refusal()), "data-utf8:2");
  EXPECT_EQ(line_of(read_csv("a,b\n1,e\xcc\x81\n").refusal()), "data-nfc:2");
}

Result<DataFact> fact(const std::string& text) { return read_fact((*read_data(text))[0]); }

TEST(DataFact, ReadsAnActWithItsCircumstances) {
  const auto read = fact(
      "id: oewg-ict/s4/held\nact: session-held\nsession: oewg-ict/s4\ndays: 2023-03-06 to 2023-03-10\n"
      "place.es: Sede\nplace.en.working: Headquarters\nhappened: 2023-03-06\ncertainty: asserted\n"
      "source: A/AC.292/2023/L.1, 3\nsource: An observatory | A title, with a comma | 2023-03\n");
  ASSERT_TRUE(read) << read.refusal().code;
  const auto& act = std::get<SessionHeld>(read->fact.act);
  EXPECT_EQ(act.days, days("2023-03-06", "2023-03-10"));
  EXPECT_EQ(act.place.official.at(Language::es), "Sede");
  EXPECT_EQ(act.place.working.at(Language::en), "Headquarters");
  const auto& around = read->fact.around;
  EXPECT_EQ(around.certainty, Certainty::asserted);
  ASSERT_EQ(around.sources.size(), 2U);
  EXPECT_EQ(around.sources[0].paragraph, "3");
  EXPECT_EQ(around.sources[1].title, "A title, with a comma");
  EXPECT_EQ(around.sources[1].date, parse_date("2023-03"));
}

TEST(DataFact, ReadsListsAndASingleDay) {
  const auto read = fact("id: x\nact: items-considered\nsession: a/s1\nitems: a/item-3, a/item-5\nitems: a/item-6\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<ItemsConsidered>(read->fact.act).items.size(), 3U);
  const auto planned = fact("id: x\nact: session-planned\nsession: a/s1\ndays: 2026-12-07\n");
  ASSERT_TRUE(planned);
  EXPECT_EQ(std::get<SessionPlanned>(planned->fact.act).days, days("2026-12-07"));
}

TEST(DataFact, NamesTheLineOfEveryMistake) {
  const std::string head = "id: x\nact: session-held\n";
  EXPECT_EQ(line_of(fact("act: session-held\nid: x\n").refusal()), "data-first-line:1");
  EXPECT_EQ(line_of(fact("id: x\nact: no-such\n").refusal()), "data-kind:2");
  EXPECT_EQ(line_of(fact(head + "colour: blue\n").refusal()), "data-key:3");
  EXPECT_EQ(line_of(fact(head + "session: a\nsession: b\n").refusal()), "data-twice:4");
  EXPECT_EQ(line_of(fact(head + "session: a/s1\ndays: soon\n").refusal()), "field-type:4");
  EXPECT_EQ(line_of(fact(head + "days: 2023-03-06\n").refusal()), "field-missing:1");
  EXPECT_EQ(line_of(fact(head + "happened: lately\n").refusal()), "data-happened:3");
  EXPECT_EQ(line_of(fact(head + "certainty: sure\n").refusal()), "data-certainty:3");
  EXPECT_EQ(line_of(fact(head + "source: hearsay\n").refusal()), "data-source:3");
  EXPECT_EQ(line_of(fact(head + "place.es.draft: x\n").refusal()), "data-key:3");
  EXPECT_EQ(line_of(fact("id: x\nact: meeting-opened\nsession: a/s1\nordinal: first\n").refusal()), "data-number:4");
  EXPECT_EQ(line_of(fact("id: x\nact: officer-elected\nbody: a\noffice: king\nholder.en: X\nstate: sgp\n").refusal()),
            "field-code:4");
}

// A long file of good facts with one mistake, far down.
TEST(Dataset, NamesFileAndLineOfAnErrorInLine412) {
  const TestFolder folder;
  write(folder.path() / "00-dataset.acts", "dataset: test\n");
  std::string text;
  for (int i = 0; i < 137; ++i) text += "id: A/" + std::to_string(i) + "\nact: document-registered\n\n";
  write(folder.path() / "10.acts", text + "nonsense\n");
  Problems problems;
  read_dataset(folder.path(), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(line_of(problems[0]), "data-line:412");
  EXPECT_TRUE(problems[0].values.at("file").ends_with("10.acts"));
}

TEST(Dataset, CollectsAtMostTwentyProblems) {
  const TestFolder folder;
  write(folder.path() / "00-dataset.acts", "dataset: test\n");
  std::string text;
  for (int i = 0; i < 50; ++i) text += "id: a" + std::to_string(i) + "\nact: no-such\n\n";
  write(folder.path() / "10.acts", text);
  Problems problems;
  read_dataset(folder.path(), problems);
  EXPECT_EQ(problems.size(), 20U);
}

TEST(Dataset, RefusesTheSameFactTwice) {
  const TestFolder folder;
  write(folder.path() / "00-dataset.acts", "dataset: test\n");
  const std::string block = "id: oewg\nact: rules-chosen\nbody: oewg\ntext.en: By consensus\n";
  write(folder.path() / "10.acts", block + "\n" + block);
  Problems problems;
  read_dataset(folder.path(), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(line_of(problems[0]), "data-fact-twice:6");
}

TEST(Dataset, LoadsWhatAFolderNeedsFirstAndRefusesACircle) {
  const TestFolder folder;
  for (const char* name : {"a", "b"}) std::filesystem::create_directory(folder.path() / name);
  write(folder.path() / "a/00-dataset.acts", "dataset: a\n");
  write(folder.path() / "b/00-dataset.acts", "dataset: b\nneeds: ../a\n");
  const auto order = in_needed_order({folder.path() / "b", folder.path() / "a"});
  ASSERT_TRUE(order);
  ASSERT_EQ(order->size(), 2U);
  EXPECT_EQ((*order)[0].filename(), "a");
  write(folder.path() / "a/00-dataset.acts", "dataset: a\nneeds: ../b\n");
  EXPECT_EQ(in_needed_order({folder.path() / "a"}).refusal().code, "data-needs-circle");
  write(folder.path() / "a/00-dataset.acts", "dataset: a\nneeds: ../none\n");
  EXPECT_EQ(in_needed_order({folder.path() / "a"}).refusal().code, "data-needs-missing");
}

TEST(Dataset, GivesTheSameContentTheSameRequestAndAnyChangeAnother) {
  const Dataset set{"test", "oewg", {}, {}};
  const auto one = fact("id: x\nact: rules-chosen\nbody: oewg\ntext.en: By consensus\nsource: A/77/275, 7\n");
  const auto other = fact("id: x\nact: rules-chosen\nbody: oewg\ntext.en: By consensus\nsource: A/77/275, 8\n");
  EXPECT_EQ(request_of(set, *one), request_of(set, *one));
  EXPECT_NE(content_part(request_of(set, *one)), content_part(request_of(set, *other)));
  EXPECT_EQ(fact_part(request_of(set, *one)), fact_part(request_of(set, *other)));
}

}  // namespace
}  // namespace comity
