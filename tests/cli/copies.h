// Copies of the site in a folder: what the record of the tests holds, and what a folder must be.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/text.h"
#include "cli/said.h"
#include "record/files.h"
#include "seal/hash.h"
#include "support/registry.h"

namespace comity {

// The sums of the folder, by file; checked against the files.
inline std::set<std::string> files_with_true_sums(const std::filesystem::path& folder) {
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
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const bool summed = entry.is_regular_file() && entry.path().filename() != "SHA256SUMS";
    EXPECT_EQ(summed, out.contains(std::filesystem::relative(entry.path(), folder).string())) << entry.path();
  }
  return out;
}

// What the page links to, without what stands behind a '#'.
inline std::vector<std::string> links_of(std::string_view html) {
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

}  // namespace comity
