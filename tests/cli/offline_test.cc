// Pages as files: where they lie, which links they keep; copies of documents. (tests/whole copies a session.)
#include "cli/offline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include "cli/copies.h"
#include "convert/package.h"

namespace comity {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Offline, EveryAddressHasItsFile) {
  EXPECT_EQ(file_of_address("/en"), "en/index.html");
  EXPECT_EQ(file_of_address("/ar/A/77/275"), "ar/A/77/275.html");
  EXPECT_EQ(file_of_address("/es/A/77/275.akn"), "es/A/77/275.akn");
  EXPECT_EQ(file_of_address("/record/checkpoint"), "record/checkpoint");
}

TEST(Offline, KeepsTheLinksThatLeadSomewhereAndNoForms) {
  const std::string page =
      R"(<head><link rel="stylesheet" href="/looks/1.css"><link rel="alternate" href="/fr/x"></head><body>)"
      R"(<header><form action="/en/search"><input></form></header><main>)"
      R"(<a href="/en/x/4%2A#p1">four</a> <a href="#here">here</a> )"
      R"(<a href="https://undocs.org/A/1">out</a> <a class="q" href="/en/x/4?zone=UTC">asked</a> <a href="/en/y">y</a>)"
      R"(<span class="printed"> · <a href="/en/y.pdf">PDF</a></span>)"
      R"(</main></body>)";
  const auto made = offline_page(
      page, "/en/x/3",
      [](const std::string& address) { return address != "/en/y" && address.find('?') == address.npos; }, "A copy.");
  EXPECT_EQ(made, R"(<head><link rel="stylesheet" href="../../looks/1.css"></head><body>)"
                  R"(<div class="banner"><p class="wide">A copy.</p></div>)"
                  "\n"
                  R"(<header></header><main><a href="../../en/x/4%252A.html#p1">four</a> <a href="#here">here</a> )"
                  R"(<a href="https://undocs.org/A/1">out</a> <a class="q">asked</a> <a>y</a></main></body>)");
  EXPECT_THAT(addresses_in_main(page), ElementsAre("/en/x/4%2A", "/en/y"));
}

TEST_F(Copies, OfDocumentsHaveEachLanguageAndAreTheSameAgain) {
  const auto into = [&](const char* name) {
    const auto ran =
        comity_says({"bundle", "--data", data, "A/AC.999/2026/1", "--output", (folder.path() / name).string()});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    return folder.path() / name;
  };
  const auto files = files_with_true_sums(into("documents"));
  EXPECT_EQ(files.size(), 1U + 6U * 4U + 2U);
  EXPECT_TRUE(files.contains("A_AC.999_2026_1-AR.txt") && files.contains("A_AC.999_2026_1.json"));
  const auto first = *read_file(into("one.zip"));
  EXPECT_EQ(first, *read_file(into("two.zip")));
  int error = 0;
  auto* archive = zip_open((folder.path() / "one.zip").c_str(), ZIP_CHECKCONS | ZIP_RDONLY, &error);
  ASSERT_NE(archive, nullptr);
  EXPECT_EQ(zip_get_num_entries(archive, 0), static_cast<zip_int64_t>(files.size() + 1));
  zip_discard(archive);
  EXPECT_THAT(comity_says({"bundle", "--data", data, "A/99/999", "--output", data + "x"}).err, HasSubstr("A/99/999"));
}

TEST_F(Copies, AndFilesGoIntoAFolderThatIsThere) {
  const auto folder_name = (folder.path() / "none").string();
  const std::vector<std::vector<std::string>> commands{
      {"site", "--data", data, "oewg-ict/s0"},
      {"bundle", "--data", data, "A/AC.999/2026/1"},
      {"export", "--data", data, "A/AC.999/2026/1"},
      {"diff", "--data", data, "--format", "fodt", "A/AC.999/2026/1", "A/AC.999/2026/1"}};
  for (auto command : commands) {
    const auto name = command.front();
    for (const auto* wanted : {"/out", "/out.zip"}) {
      auto asked = command;
      asked.insert(asked.end(), {"--output", folder_name + wanted});
      const auto ran = comity_says(asked);
      EXPECT_EQ(ran.exit, 1) << name;
      EXPECT_THAT(ran.err, HasSubstr("The folder " + folder_name + " does not exist")) << name;
    }
    EXPECT_FALSE(fs::exists(folder_name)) << name;
  }
  const auto onto = comity_says({"export", "--data", data, "A/AC.999/2026/1", "--output", folder.path().string()});
  EXPECT_EQ(onto.exit, 1);
  EXPECT_THAT(onto.err, HasSubstr("is a folder. Name a file."));
}

}  // namespace
}  // namespace comity
