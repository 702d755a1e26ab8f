// Pages as files: where they lie, which links they keep; and the copy of a real session, in which every link leads
// somewhere.
#include "cli/offline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <set>

#include "convert/package.h"
#include "record/files.h"
#include "said.h"
#include "seal/hash.h"
#include "support/registry.h"

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

// The sums of the folder, by file; checked against the files.
std::set<std::string> files_with_true_sums(const fs::path& folder) {
  std::set<std::string> out;
  const auto sums = read_file(folder / "SHA256SUMS").value_or("");
  std::string_view rest = sums;
  while (!rest.empty()) {
    const auto line = take_line(rest);
    constexpr std::size_t digits = 64;
    const std::string name(line.substr(digits + 2, line.size() - digits - 3));  // without the newline
    EXPECT_EQ(line.substr(0, digits), to_hex(sha256(read_file(folder / name).value_or("")))) << name;
    out.insert(name);
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().filename() != "SHA256SUMS")
      EXPECT_TRUE(out.contains(fs::relative(entry.path(), folder).string())) << entry.path();
  return out;
}

// What the page links to, without what stands behind a '#'.
std::vector<std::string> links_of(std::string_view html) {
  constexpr std::string_view before = "href=\"";
  std::vector<std::string> out;
  for (auto at = html.find(before); at != html.npos; at = html.find(before, at + 1)) {
    const auto from = at + before.size();
    const auto link = html.substr(from, html.find('"', from) - from);
    if (!link.starts_with('#')) out.emplace_back(link.substr(0, link.find('#')));
  }
  return out;
}

struct Copies : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  void SetUp() override {
    ASSERT_EQ(comity_says({"init", "--data", data}).exit, 0);
    const std::string root = COMITY_ROOT;
    ASSERT_EQ(comity_says({"load", "--data", data, root + "/data/states", root + "/data/oewg-ict-2021-2025"}).exit, 0);
    ASSERT_EQ(comity_says({"import", "--data", data, "--yes", root + "/tests/texts/documents"}).exit, 0);
  }
};

TEST_F(Copies, OfASessionHaveEveryLinkLeadToAFile) {
  const auto copy = folder.path() / "session";
  const auto ran = comity_says({"site", "--data", data, "oewg-ict/s0", "--output", copy.string()});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const auto files = files_with_true_sums(copy);
  EXPECT_TRUE(files.contains("index.html"));
  for (const auto* language : {"ar", "zh", "en", "fr", "ru", "es"})
    EXPECT_TRUE(files.contains(std::string(language) + "/oewg-ict/s0.html"));
  std::size_t links = 0;
  for (const auto& file : files) {
    if (!file.ends_with(".html")) continue;
    const auto html = *read_file(copy / file);
    EXPECT_THAT(html, Not(HasSubstr("<form"))) << file;
    EXPECT_THAT(html, Not(HasSubstr("aria-label=\"PDF"))) << file << ": nobody makes it";
    for (const auto& target : links_of(html)) {
      if (target.starts_with("https:") || target.starts_with("data:")) continue;
      ASSERT_NE(target.front(), '/') << file << ": " << target;
      const auto there = (fs::path(file).parent_path() / target).lexically_normal().string();
      ASSERT_TRUE(files.contains(there)) << file << ": " << target;
      ++links;
    }
  }
  EXPECT_GT(links, 1000U);
  EXPECT_EQ(comity_says({"site", "--data", data, "oewg-ict/s0", "--output", copy.string()}).exit, 1);
  EXPECT_THAT(comity_says({"site", "--data", data, "no/../such", "--output", data + "x"}).err, HasSubstr("no session"));
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
