// tools/words, as a linguist or a programmer runs it, on a copy of the shipped words.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "words/catalogue.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

class WordsTool : public testing::Test {
 protected:
  WordsTool() {
    folder_ = fs::temp_directory_path() / ("comity-words-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::copy(COMITY_ROOT "/words", folder_);
  }
  ~WordsTool() override { fs::remove_all(folder_); }

  // True where the tool ends with 0; what it says stands in said().
  bool run(const std::string& words, const std::string& input = "") {
    write("input.tsv", input);
    const auto command = COMITY_ROOT "/tools/words --in '" + folder_.string() + "' " + words + " <'" +
                         (folder_ / "input.tsv").string() + "' >'" + (folder_ / "said").string() + "' 2>&1";
    return std::system(command.c_str()) == 0;
  }
  std::string said() const { return read("said"); }
  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string say(Language language, std::string_view key, const Values& values = {}) const {
    const auto catalogue = Catalogue::from_folder(folder_);
    EXPECT_TRUE(catalogue);
    return catalogue ? catalogue->say(language, key, values) : "";
  }

  fs::path folder_;
};

TEST_F(WordsTool, FindsNothingWrongWithTheShippedWords) { EXPECT_TRUE(run("check")) << said(); }

TEST_F(WordsTool, AddsAMessageToAllSixAndTheProgramReadsIt) {
  ASSERT_TRUE(run("add -", "test.first\ta comment\tع {n}\t中 {n}\ten {n}\tl'un : {n}\tру {n}\tes {n}\n")) << said();
  EXPECT_TRUE(run("check")) << said();
  EXPECT_EQ(say(Language::fr, "test.first", {{"n", 3}}), "l’un\u00a0: 3");
  EXPECT_EQ(say(Language::ru, "test.first", {{"n", 3}}), "ру 3");
  EXPECT_NE(read("fr.po").find("#. a comment\n#, fuzzy\nmsgctxt \"test.first\"\nmsgid \"en {n}\"\n"),
            std::string::npos);
}

TEST_F(WordsTool, ReplacesAMessageInItsPlace) {
  ASSERT_TRUE(run("add -", "test.first\t\ta\tb\tc\td\te\tf\n")) << said();
  ASSERT_TRUE(run("add --verified ru -", "test.first\t\ta\tb\tc\td\tнов\tf\n")) << said();
  EXPECT_EQ(say(Language::ru, "test.first"), "нов");
  const auto catalogue = Catalogue::from_folder(folder_);
  EXPECT_FALSE(catalogue->unverified(Language::ru, "test.first"));
  EXPECT_TRUE(catalogue->unverified(Language::fr, "test.first"));
  ASSERT_TRUE(run("remove test.first"));
  EXPECT_FALSE(Catalogue::from_folder(folder_)->has("test.first"));
}

TEST_F(WordsTool, RefusesWhatTheProgramWouldRefuseAndWritesNothing) {
  const auto before = read("es.po");
  const auto refused = [&](const std::string& row, const std::string& why) {
    EXPECT_FALSE(run("add -", row + "\n")) << row;
    EXPECT_NE(said().find(why), std::string::npos) << row << "\n" << said();
    EXPECT_EQ(read("es.po"), before);
  };
  refused("a.b\t\ta\tb\tc\td\te", "7 columns");
  refused("a.b\t\ta\tb\tc\td\te\t", "not translated");
  refused("a.b\t\t{x}\t{x}\t{x}\t{y}\t{x}\t{x}", "fr: a.b: {x} is not in both");
  refused("a.b\t\ta\tb\tc\td\te\tf {", "es: a.b:");
  refused("a.b\t\ta\tb\tc\td\te\tf }", "a } too many");
  refused("a.b\t\ta\tb\tc\td 'x'\te\tf", "U+2019");
  refused("a.b\t\t{n}\t{n}\t{n}\t{n}\t{n, plural, one {} other {}}\t{n}", "ru: a.b: a plural without “few”");
  refused("a.b\t\t{term.no}\tb\tc\td\te\tf", "{term.no} is not a term");
  refused("Ab\t\ta\tb\tc\td\te\tf", "not a key");
}

TEST_F(WordsTool, FindsWhatWasSpoiledByHand) {
  auto text = read("zh.po");
  const auto at = text.find("msgctxt \"certainty.planned\"");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string("msgctxt \"certainty.planned\"").size(), "msgctxt \"certainty.plan\"");
  write("zh.po", text);
  EXPECT_FALSE(run("check"));
  EXPECT_NE(said().find("zh: certainty.planned is missing"), std::string::npos) << said();
}

}  // namespace
}  // namespace comity
