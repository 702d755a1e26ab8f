// The steps of a report as the secretariat takes them: draft, freeze, corrections, final, corrigendum; and what each
// version said, as its page tells it later.
#include <fstream>

#include "base/json.h"
#include "cli/door.h"
#include "cli/served_record.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* one_more_meeting = R"(id: oewg-ict/2023-06-30-test
act: informal-held
body: oewg-ict
type: consultation
days: 2023-06-30
names.en: Informal consultation that was told late
happened: 2023-06-30
certainty: confirmed
source: A/78/265, 12
)";

struct VersionsAsked : ServedRecord {
  Ran step(const std::string& name, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"report-version", name, "--data", data, "--body", "oewg-ict", "--cycle", "2023"};
    words.insert(words.end(), more.begin(), more.end());
    return comity_says(words);
  }
  // The number in what a step says.
  static std::string entry_in(const Ran& ran) {
    const auto at = ran.out.find("entry ");
    return ran.exit == 0 && at != std::string::npos
               ? ran.out.substr(at + 6, ran.out.find_first_not_of("0123456789", at + 6) - at - 6)
               : "(" + ran.err + ")";
  }
  Answer get(const std::string& target) {
    auto door = open_door(data, shipped());
    EXPECT_TRUE(door);
    return (*door)->ask(Method::get, target);
  }
  std::string page(const std::string& entry, const std::string& suffix = "", const std::string& language = "en") {
    return get("/" + language + "/oewg-ict/reports/2023/versions/" + entry + suffix).body;
  }
  void tell_late() {
    std::filesystem::create_directory(folder.path() / "late");
    std::ofstream(folder.path() / "late" / "00-dataset.acts") << "dataset: late\nbody: oewg-ict\n";
    std::ofstream(folder.path() / "late" / "10-meeting.acts") << one_more_meeting;
    const auto ran = comity_says({"load", "--data", data, (folder.path() / "late").string()});
    EXPECT_EQ(ran.exit, 0) << ran.err;
  }
};

TEST_F(VersionsAsked, GoFromDraftToCorrigendum) {
  EXPECT_THAT(step("finalise").err, HasSubstr("no version that is frozen"));
  const auto draft = entry_in(step("freeze", {"--planned"}));
  const auto frozen = entry_in(step("freeze"));
  EXPECT_THAT(page(frozen), AllOf(HasSubstr("Draft, as frozen"), HasSubstr("<del>"))) << "what changed since the draft";
  const auto final = entry_in(step("finalise"));
  EXPECT_THAT(step("freeze").err, HasSubstr("is final since entry " + final));
  EXPECT_THAT(step("correct").err, HasSubstr("needs words"));
  tell_late();
  const auto corrected = entry_in(step("correct", {"--text", "A consultation was told late."}));
  EXPECT_THAT(page(corrected, ".txt"), AllOf(HasSubstr("Corrigendum 1"), HasSubstr("A consultation was told late."),
                                             HasSubstr("30 June 2023"), HasSubstr("not a UN document")));
  EXPECT_THAT(page(corrected, ".txt", "es"), HasSubstr("30 de junio de 2023"));
  EXPECT_THAT(page(final, ".txt"), testing::Not(HasSubstr("30 June 2023"))) << "what was final stays as it was";
  EXPECT_THAT(page(final, ".txt", "zh"), HasSubstr("非联合国文件"));
  EXPECT_EQ(get("/en/oewg-ict/reports/2023/versions/1").status, 404);
  EXPECT_THAT(step("check").out, HasSubstr("the same words today: 24; in other words: 0"));
  EXPECT_THAT(get("/en/oewg-ict/reports/2023/versions").body,
              AllOf(HasSubstr("Draft, as frozen"), HasSubstr("Final report"), HasSubstr("Corrigendum 1"),
                    HasSubstr("/versions/" + draft)));
}

TEST_F(VersionsAsked, AreCorrectedWithinThePeriodAndAnswered) {
  EXPECT_THAT(step("freeze", {"--until", "soon"}).err, HasSubstr("soon"));
  EXPECT_THAT(step("freeze", {"--until", "2020-01-01"}).err, HasSubstr("is past"));
  entry_in(step("freeze", {"--until", "2999-12-31"}));
  EXPECT_THAT(step("ask", {"--paragraph", "12"}).err, HasSubstr("needs words"));
  EXPECT_THAT(step("ask", {"--paragraph", "12", "--by", "nowhere", "--text", "x"}).err, HasSubstr("nowhere"));
  const auto asked =
      entry_in(step("ask", {"--paragraph", "12", "--by", "fra", "--language", "fr", "--text", "Lire « dixième »"}));
  const auto versions = get("/en/oewg-ict/reports/2023/versions").body;
  EXPECT_THAT(versions, AllOf(HasSubstr("Lire « dixième »"), HasSubstr("Not answered yet"), HasSubstr("France")));
  EXPECT_THAT(step("answer", {"--correction", asked, "--outcome", "perhaps", "--text", "x"}).err, HasSubstr("perhaps"));
  EXPECT_THAT(step("answer", {"--correction", "twelve", "--outcome", "made", "--text", "x"}).err, HasSubstr("twelve"));
  entry_in(step("answer", {"--correction", asked, "--outcome", "not-made", "--text", "The text says so."}));
  EXPECT_THAT(get("/en/oewg-ict/reports/2023/versions").body,
              AllOf(HasSubstr("Correction not made"), HasSubstr("The text says so.")));
  EXPECT_THAT(step("finalise").err, HasSubstr("31 December 2999"));
  const auto twin = [this](const char* on) {
    return get("/en/oewg-ict/reports/2023/versions.json" + std::string(on)).body;
  };
  EXPECT_THAT(twin(""), HasSubstr("\"period\":\"open\""));
  EXPECT_THAT(twin("?on=3000-01-01"), HasSubstr("\"period\":\"closed\""));
  EXPECT_THAT(step("freeze").err, HasSubstr("31 December 2999"));
  EXPECT_EQ(step("freeze", {"--until", "3000-12-31"}).exit, 0);
  EXPECT_THAT(twin(""), HasSubstr("\"period\":\"overtaken\""));
}

TEST_F(VersionsAsked, NameWhatIsWrong) {
  EXPECT_THAT(step("jump").err, HasSubstr("“jump” is no step"));
  EXPECT_THAT(step("freeze", {"--paper", "novel"}).err, HasSubstr("novel"));
  const auto none = comity_says({"report-version", "freeze", "--data", data, "--body", "none", "--cycle", "2023"});
  EXPECT_THAT(none.err, HasSubstr("none"));
  const auto year = comity_says({"report-version", "freeze", "--data", data, "--body", "oewg-ict", "--cycle", "1999"});
  EXPECT_THAT(year.err, HasSubstr("1999"));
}

// A linguist revises a pattern: what was kept stands, and the check says that the program would word it otherwise.
TEST_F(VersionsAsked, KeepTheirWordsWhenPatternsAreRevised) {
  const auto frozen = entry_in(step("freeze"));
  server.reset();  // it would use its own patterns
  const auto words = folder.path() / "words";
  std::filesystem::copy(std::filesystem::path(COMITY_ROOT) / "words", words);
  std::string po;
  {
    std::ifstream in(words / "fr.po");
    po.assign(std::istreambuf_iterator<char>(in), {});
  }
  const std::string title = "rapport de procédure, {year}";
  const auto at = po.rfind(title);
  ASSERT_NE(at, std::string::npos);
  std::ofstream(words / "fr.po") << po.replace(at, title.size(), "rapport sur la procédure, {year}");
  const auto ran = comity_says(
      {"--words", words.string(), "report-version", "check", "--data", data, "--body", "oewg-ict", "--cycle", "2023"});
  EXPECT_THAT(ran.out, AllOf(HasSubstr("Entry " + frozen + ", fr:"), HasSubstr("in other words: 1"))) << ran.err;
  EXPECT_THAT(page(frozen, ".txt", "fr"), HasSubstr("rapport de procédure, 2023"));
}

}  // namespace
}  // namespace comity
