// Documents of our own writing (tests/texts/documents), one text in six languages, that show every structure: the same
// paragraph has the same id in each, and each cites the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "texts/citations.h"
#include "texts/file_name.h"
#include "texts/masthead.h"
#include "texts/plain.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Imported import(Language language) {
  const auto file = std::string(COMITY_ROOT) + "/tests/texts/documents/" +
                    file_name(*parse_symbol("A/AC.999/2026/1"), language, "txt");
  std::stringstream bytes;
  bytes << std::ifstream(file).rdbuf();
  auto read = import_plain(bytes.str(), language);
  EXPECT_TRUE(read) << file;
  return read ? *std::move(read) : Imported{};
}

std::vector<std::string> ids(const Imported& import) {
  std::vector<std::string> out;
  for (const auto& paragraph : import.text.paragraphs) out.push_back(paragraph.id);
  return out;
}

TEST(OwnDocuments, HaveTheSameParagraphsInSixLanguages) {
  for (const auto language : languages) {
    const auto read = import(language);
    EXPECT_THAT(ids(read),
                ElementsAre("m1", "m2", "m3", "m4", "h1", "si", "p1", "p2", "sa", "p3", "p3-a", "p3-b", "p3-b-i",
                            "p3-b-ii", "sii", "p4", "p5", "annex", "annex-h1", "annex-p1", "annex-p2"))
        << code_of(language);
    EXPECT_THAT(read.findings, IsEmpty()) << code_of(language) << read.findings.front().code;
  }
}

TEST(OwnDocuments, HaveTheirNotesWhereTheirMarksStand) {
  for (const auto language : languages) {
    const auto read = import(language);
    std::vector<std::string> marked;
    for (const auto& paragraph : read.text.paragraphs)
      for (const auto& mark : paragraph.marks) marked.push_back(paragraph.id + ":" + mark.number);
    EXPECT_THAT(marked, ElementsAre("p2:1", "p3-b-ii:*", "p5:2")) << code_of(language);
    EXPECT_EQ(read.text.notes.size(), 3U) << code_of(language);
  }
}

TEST(OwnDocuments, CiteTheSameInSixLanguages) {
  for (const auto language : languages) {
    const auto cited = citations(import(language).text, language);
    std::vector<std::string> out;
    for (const auto& [in, citation] : cited.citations)
      out.push_back(in + ":" + citation.symbol + "#" + citation.paragraph);
    EXPECT_THAT(out, ElementsAre("p2:A/RES/75/240#p1", "p2:A/77/275#annex-p16-a", "p3-b-i:#p5", "p4:#p3-b-ii",
                                 "p5:A/DEC/78/541#", "note-1:A/75/816#annex-1-p29", "note-2:A/78/265#"))
        << code_of(language);
    EXPECT_THAT(cited.findings, IsEmpty());
  }
}

TEST(OwnDocuments, SayTheirDateDistributionAndLanguages) {
  for (const auto language : languages) {
    const auto told = masthead(import(language).text, language);
    EXPECT_EQ(print(*told.date), "2026-11-20") << code_of(language);
    EXPECT_EQ(told.distribution, "general") << code_of(language);
    EXPECT_EQ(told.language, language) << code_of(language);
    EXPECT_EQ(told.original, Language::en) << code_of(language);
    EXPECT_NE(told.title, "") << code_of(language);
  }
}

}  // namespace
}  // namespace comity
