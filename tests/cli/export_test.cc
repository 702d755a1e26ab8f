// A document sent out from the command line, in each form; Akoma Ntoso is judged by another program.
#include "akn_schema.h"
#include "said.h"
#include "support/registry.h"

namespace comity {
namespace {

using testing::HasSubstr;

struct Export : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  const std::string documents = std::string(COMITY_ROOT) + "/tests/texts/documents";

  Export() { comity_says({"init", "--data", data}); }
  Ran send_out(std::vector<std::string> more) {
    std::vector<std::string> words{"export", "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
  int judged(const std::string& xml) const { return judged_akn(xml, folder.path()); }
};

TEST_F(Export, SendsOutEachLanguageInEachForm) {
  ASSERT_EQ(comity_says({"import", "--data", data, "--yes", documents}).exit, 0);
  for (const auto language : languages) {
    const std::string code(code_of(language));
    const auto xml = send_out({"A/AC.999/2026/1", "--language", code, "--format", "akn"});
    EXPECT_EQ(xml.exit, 0) << xml.err;
    EXPECT_EQ(judged(xml.out), 0) << code;
    EXPECT_THAT(xml.out, HasSubstr("eId=\"annex-p1\""));
    const auto text = send_out({"A/AC.999/2026/1", "--language", code});
    EXPECT_THAT(text.out, HasSubstr("https://undocs.org/" + code + "/A/AC.999/2026/1"));
  }
  EXPECT_THAT(send_out({"A/AC.999/2026/1", "--format", "bibtex"}).out, HasSubstr("@techreport{A-AC-999-2026-1,"));
  EXPECT_THAT(send_out({"A/AC.999/2026/1", "--format", "json"}).out, HasSubstr("\"symbol\":\"A/AC.999/2026/1\""));
}

TEST_F(Export, NamesWhatIsNotThere) {
  ASSERT_EQ(comity_says({"import", "--data", data, "--yes", documents + "/A_AC.999_2026_1-EN.txt"}).exit, 0);
  EXPECT_THAT(send_out({"A/AC.999/2026/1", "--language", "fr"}).err, HasSubstr("(fr)"));
  EXPECT_EQ(send_out({"A/AC.999/2026/1", "--language", "fr", "--format", "ris"}).exit, 0) << "needs no text";
  EXPECT_THAT(send_out({"A/1/1"}).err, HasSubstr("A/1/1"));
  EXPECT_THAT(send_out({"nonsense"}).err, HasSubstr("nonsense"));
  EXPECT_THAT(send_out({"A/AC.999/2026/1", "--format", "word"}).err, HasSubstr("“word” is no form of a document"));
}

}  // namespace
}  // namespace comity
