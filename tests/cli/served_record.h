// The shipped record of the group behind a server of its own, which the commands ask instead of reading it anew.
#pragma once

#include "cli/running.h"
#include "support/registry.h"

namespace comity {

// Loaded once.
inline std::filesystem::path loaded_record() {
  static const TestFolder folder;
  const auto data = folder.path() / "var";
  if (std::filesystem::exists(data)) return data;
  const auto root = std::filesystem::path(COMITY_ROOT) / "data";
  comity_says({"init", "--data", data.string()});
  const auto ran = comity_says(
      {"load", "--data", data.string(), (root / "states").string(), (root / "oewg-ict-2021-2025").string()});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  return data;
}

// A copy of it, to go on from.
struct ServedRecord : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  std::optional<Running> server{};

  ServedRecord() {
    std::filesystem::copy(loaded_record(), data, std::filesystem::copy_options::recursive);
    server.emplace(std::vector<std::string>{"serve", "--data", data});
  }
};

}  // namespace comity
