// The program as a person types it: exit codes, what is said, and that nothing is entered by halves.
#include <fstream>

#include "record/export.h"
#include "record/sqlite.h"
#include "said.h"
#include "support/registry.h"

namespace comity {
namespace {

using testing::HasSubstr;

struct CommandLine : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  std::string set = (folder.path() / "set").string();

  void SetUp() override {
    ASSERT_EQ(comity_says({"init", "--data", data}).exit, 0);
    std::filesystem::create_directory(set);
    put("00-dataset.acts", "dataset: test\n");
  }
  void put(const std::string& name, const std::string& text) {
    std::ofstream(std::filesystem::path(set) / name, std::ios::binary) << text;
  }
  static std::string document(const std::string& symbol, const std::string& title = "A title") {
    return "id: " + symbol + "\nact: document-registered\ntype: report\ntitles.en: " + title +
           "\ncertainty: confirmed\nsource: " + symbol + "\n\n";
  }
  Ran load(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"load", "--data", data, set};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return comity_says(arguments);
  }
};

TEST_F(CommandLine, InitIsSilentAndRefusesToOverwrite) {
  const auto other = (folder.path() / "other").string();
  const auto made = comity_says({"init", "--data", other});
  EXPECT_EQ(made.out + made.err, "");
  EXPECT_EQ(comity_says({"init", "--data", other}).exit, Exit::refused);
}

TEST_F(CommandLine, LoadsVerifiesListsAndShows) {
  put("10.acts", document("A/1") + document("A/2"));
  EXPECT_THAT(load().out, HasSubstr("2 entered, 0 corrected, 0 unchanged"));
  const auto verified = comity_says({"verify", "--data", data});
  EXPECT_EQ(verified.exit, 0);
  EXPECT_THAT(verified.out, HasSubstr("Entries: 2"));
  const auto entries = comity_says({"entries", "--data", data});
  EXPECT_THAT(entries.out, HasSubstr("A/2"));
  const auto shown = comity_says({"show", "--data", data, "1"});
  EXPECT_EQ(shown.exit, 0);
  EXPECT_THAT(shown.out, HasSubstr("\"act-digest\""));
  EXPECT_EQ(comity_says({"show", "--data", data, "2"}).exit, Exit::refused);
}

TEST_F(CommandLine, LoadingAgainEntersNothing) {
  put("10.acts", document("A/1"));
  load();
  EXPECT_THAT(load().out, HasSubstr("0 entered, 0 corrected, 1 unchanged"));
}

TEST_F(CommandLine, AChangedFactIsCorrectedAndAChangeBackIsANewCorrection) {
  put("10.acts", document("A/1"));
  load();
  put("10.acts", document("A/1", "Another title"));
  EXPECT_THAT(load({"--reason", "misprint"}).out, HasSubstr("0 entered, 1 corrected"));
  EXPECT_THAT(comity_says({"show", "--data", data, "1"}).out, HasSubstr("misprint"));
  put("10.acts", document("A/1"));
  EXPECT_THAT(load().out, HasSubstr("0 entered, 1 corrected"));
  EXPECT_THAT(load().out, HasSubstr("0 corrected, 1 unchanged"));
  EXPECT_THAT(comity_says({"verify", "--data", data}).out, HasSubstr("Entries: 3"));
}

TEST_F(CommandLine, AFactThatHasGoneFromTheFilesIsReportedAndStays) {
  put("10.acts", document("A/1") + document("A/2"));
  load();
  put("10.acts", document("A/1"));
  const auto again = load();
  EXPECT_EQ(again.exit, 0);
  EXPECT_THAT(again.err, HasSubstr("entry 1"));
  EXPECT_THAT(comity_says({"verify", "--data", data}).out, HasSubstr("Entries: 2"));
}

TEST_F(CommandLine, EntersNothingOfADataSetWithAMistakeAndNamesFileAndLine) {
  put("10.acts", document("A/1") + "id: A/2\nact: document-registered\ntype: novel\n");
  const auto refused = load();
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("10.acts:10: "));
  EXPECT_THAT(refused.err, HasSubstr("nothing was entered"));
  EXPECT_THAT(comity_says({"verify", "--data", data}).out, HasSubstr("Entries: 0"));
}

TEST_F(CommandLine, EntersNothingWhenTheRulesRefuseAndNamesTheFact) {
  put("10.acts", document("A/1") + "id: x\nact: document-related\ndocument: A/1\nrelation: revises\nto: A/9\n" +
                     "certainty: confirmed\nsource: A/1\n");
  const auto refused = load();
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("10.acts:8: "));
  EXPECT_THAT(refused.err, HasSubstr("A/9"));
  EXPECT_THAT(comity_says({"verify", "--data", data}).out, HasSubstr("Entries: 0"));
}

TEST_F(CommandLine, SaysWhatIsWrongWithTheDataDirectory) {
  EXPECT_EQ(comity_says({"verify", "--data", set}).exit, Exit::refused);
  std::ofstream(std::filesystem::path(data) / "format") << "comity 99\n";
  const auto broken = comity_says({"entries", "--data", data});
  EXPECT_EQ(broken.exit, Exit::broken);
  EXPECT_THAT(broken.err, HasSubstr("comity 99"));
}

TEST_F(CommandLine, ATruncatedRecordIsRefusedAndNothingIsWritten) {
  put("10.acts", document("A/1"));
  load();
  const auto file = std::filesystem::path(data) / "record.db";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  EXPECT_EQ(comity_says({"entries", "--data", data}).exit, Exit::broken);
  EXPECT_EQ(load().exit, Exit::broken);
}

TEST_F(CommandLine, NamesEachDamageOfAnExportInAnyLanguage) {
  put("10.acts", document("A/1"));
  load();
  const auto exported = folder.path() / "exported";
  const Record record(open_sqlite(std::filesystem::path(data) / "record.db"));
  export_log(record, Log::open, record.checkpoint(Log::open), exported);
  EXPECT_EQ(comity_says({"verify", "--export", exported.string()}).exit, Exit::done);
  std::fstream(exported / "entries.jsonl", std::ios::binary | std::ios::in | std::ios::out).seekp(9).put('X');
  const auto damaged = comity_says({"verify", "--export", exported.string()});
  EXPECT_EQ(damaged.exit, Exit::refused);
  EXPECT_THAT(damaged.err, HasSubstr("Public record, entry 0: The entry cannot be read"));
  EXPECT_THAT(comity_says({"verify", "--export", exported.string()}, "fr").err, HasSubstr("L’entrée ne peut être lue"));
  std::filesystem::remove(exported / "batches.jsonl");
  EXPECT_THAT(comity_says({"verify", "--export", exported.string()}).err, HasSubstr("file-malformed batches.jsonl"));
}

TEST_F(CommandLine, ShowAsksForTheNumberOfAnEntry) {
  const auto refused = comity_says({"show", "--data", data, "oewg-ict/s4"});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("“oewg-ict/s4” is not the number of an entry"));
}

TEST_F(CommandLine, WrongUsageEndsWithTwoAndHelpWithNothing) {
  EXPECT_EQ(comity_says({"no-such"}).exit, Exit::usage);
  EXPECT_EQ(comity_says({"show", "--data", data}).exit, Exit::usage);
  for (const char* command :
       {"acts", "init", "load", "serve", "verify", "entries", "show", "routes", "check", "version"}) {
    const auto help = comity_says({command, "--help"});
    EXPECT_EQ(help.exit, 0) << command;
    EXPECT_THAT(help.out, HasSubstr("Usage:")) << command;
  }
}

TEST_F(CommandLine, SpeaksTheLanguageThatIsAskedFor) {
  put("10.acts", "nonsense\n");
  std::vector<std::string> said;
  for (const auto language : languages) {
    testing::internal::CaptureStderr();
    const std::string code(code_of(language));
    const std::vector<const char*> argv{"comity",    "load",       "--data",    data.c_str(),
                                        set.c_str(), "--language", code.c_str()};
    EXPECT_EQ(run_command_line(static_cast<int>(argv.size()), argv.data()), Exit::refused);
    said.push_back(testing::internal::GetCapturedStderr());
    EXPECT_THAT(said.back(), HasSubstr("10.acts:1: "));
  }
  std::sort(said.begin(), said.end());
  EXPECT_EQ(std::unique(said.begin(), said.end()), said.end());
}

}  // namespace
}  // namespace comity
