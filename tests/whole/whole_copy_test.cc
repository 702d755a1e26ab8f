// comity site: the copy of a session in six languages, in which every link leads to a file.
#include "cli/copies.h"

namespace comity {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

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

}  // namespace
}  // namespace comity
