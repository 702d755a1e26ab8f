// What is wrong at present.
#include "registrar/conditions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace comity {
namespace {

TEST(Conditions, hold_from_set_to_clear_and_tell_each_change_once) {
  std::vector<std::string> told;
  Conditions conditions([&told](const std::string& code, bool holds, const Conditions::Values& values) {
    told.push_back((holds ? "+" : "-") + code + (values.contains("percent") ? values.at("percent") : ""));
  });
  EXPECT_TRUE(conditions.present().empty());
  conditions.set("disk-alarm", {{"percent", "81"}});
  conditions.set("disk-alarm", {{"percent", "82"}});
  conditions.set("scrub-damage");
  EXPECT_EQ(conditions.present().at("disk-alarm").at("percent"), "82");
  EXPECT_EQ(conditions.present().size(), 2U);
  conditions.clear("disk-alarm");
  conditions.clear("disk-alarm");
  conditions.put("scrub-damage", true);
  conditions.put("scrub-damage", false);
  conditions.put("record-stopped", false);
  EXPECT_TRUE(conditions.present().empty());
  EXPECT_THAT(told, testing::ElementsAre("+disk-alarm81", "+scrub-damage", "-disk-alarm", "-scrub-damage"));
}

TEST(Conditions, may_be_asked_from_within_what_they_tell) {
  std::size_t seen = 0;
  Conditions* asked = nullptr;
  Conditions conditions([&](const std::string&, bool, const Conditions::Values&) { seen = asked->present().size(); });
  asked = &conditions;
  conditions.set("disk-alarm");
  EXPECT_EQ(seen, 1U);
}

TEST(Conditions, are_safe_between_threads) {
  Conditions conditions;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&conditions, t] {
      const auto code = "code-" + std::to_string(t);
      for (int i = 0; i < 1'000; ++i) {
        conditions.set(code);
        EXPECT_TRUE(conditions.present().contains(code));
        if (i < 999) conditions.clear(code);
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(conditions.present().size(), 4U);
}

}  // namespace
}  // namespace comity
