// Canonical JSON looked at in place: whatever it is sure of, the slow reader reads and writes again as the same bytes.
#include "base/canonical.h"

#include <gtest/gtest.h>

#include <random>

#include "base/json.h"

namespace comity {
namespace {

bool is_canonical_object(std::string_view bytes) {
  const auto json = parse_json(bytes);
  return json && object(*json) != nullptr && canonical(*json) == bytes;
}

TEST(Canonical, gives_the_members_where_they_lie) {
  const std::string bytes = R"({"a":{"b":[1,-2]},"c-1":"\"\u001f\n é","d":0})";
  const auto members = canonical_members(bytes);
  ASSERT_TRUE(members.has_value());
  ASSERT_EQ(members->size(), 3U);
  EXPECT_EQ(members->at(0).key, "a");
  EXPECT_EQ(members->at(0).value, R"({"b":[1,-2]})");
  EXPECT_EQ(members->at(1).whole, R"("c-1":"\"\u001f\n é")");
  EXPECT_EQ(members->at(2).value, "0");
  EXPECT_EQ(items_of(R"(["x",{"y":[1,2]},3])"), (std::vector<std::string_view>{R"("x")", R"({"y":[1,2]})", "3"}));
  EXPECT_TRUE(items_of("[]").empty());
}

TEST(Canonical, is_sure_of_nothing_but_the_one_form) {
  for (const std::string_view bytes : {"",
                                       "{",
                                       "}",
                                       "{}x",
                                       "[]",
                                       "1",
                                       R"({"a":1,})",
                                       R"({"a" :1})",
                                       R"({"a":01})",
                                       R"({"a":-0})",
                                       R"({"a":-})",
                                       R"({"a":1.5})",
                                       R"({"a":9007199254740992})",
                                       R"({"a":-9007199254740992})",
                                       R"({"a":99999999999999999})",
                                       R"({"a":true})",
                                       R"({"a":null})",
                                       R"({"b":1,"a":1})",
                                       R"({"a":1,"a":1})",
                                       R"({"A":1})",
                                       R"({"":1})",
                                       R"({"a":"\u0041"})",
                                       R"({"a":"\u001F"})",
                                       R"({"a":"\u000a"})",
                                       R"({"a":"\/"})",
                                       "{\"a\":\"\n\"}",
                                       "{\"a\":\"\xff\"}",
                                       "{\"a\":\"e\xcc\x81\"}",
                                       R"({"a":[1,]})",
                                       R"({"a":[,1]})",
                                       R"({"a":[1 ,2]})",
                                       R"({"a":"\u00)",
                                       R"({"a":"\)",
                                       R"({"a":")",
                                       R"({"a")",
                                       R"({"a":[)"}) {
    EXPECT_FALSE(canonical_members(bytes).has_value()) << bytes;
    EXPECT_FALSE(is_canonical_object(bytes)) << bytes;
  }
}

TEST(Canonical, is_sure_of_what_is_written) {
  for (const std::string_view bytes :
       {"{}", R"({"a":{}})", R"({"a":[]})", R"({"a":9007199254740991,"b":-9007199254740991})",
        R"({"a":"\b\t\n\f\r\"\\\u0000\u001f"})", "{\"a\":\"\x7f \xc3\xa9 \xf0\x9f\x95\x8a\"}"}) {
    EXPECT_TRUE(canonical_members(bytes).has_value()) << bytes;
    EXPECT_TRUE(is_canonical_object(bytes)) << bytes;
  }
}

TEST(Canonical, depth_is_bounded) {
  const auto nested = [](std::size_t depth) {
    return R"({"a":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  EXPECT_TRUE(canonical_members(nested(29)).has_value());
  EXPECT_FALSE(canonical_members(nested(40)).has_value());
  EXPECT_FALSE(canonical_members(nested(100'000)).has_value());
}

// Sound bytes with some of them changed: where it is sure, so is the slow reader, and it gives most sound ones.
TEST(Canonical, agrees_with_the_slow_reader) {
  const std::string sound = R"({"a":{"b":[1,-20,"x\n"],"c":"é\u001f"},"d":["\"",{}],"e-1":907,"f":"会议"})";
  const std::string letters = "\"\\{}[],:0123456789-abcdenrtu \xc3\xa9\xcc\x81";
  std::mt19937 dice(7);
  int sure = 0;
  int doubtful = 0;
  for (int i = 0; i < 60'000; ++i) {
    auto bytes = sound;
    for (auto changes = dice() % 3; changes > 0; --changes)
      bytes[dice() % bytes.size()] = letters[dice() % letters.size()];
    const bool found = canonical_members(bytes).has_value();
    const bool is = is_canonical_object(bytes);
    EXPECT_TRUE(is || !found) << bytes;
    ++(found ? sure : doubtful);
    EXPECT_TRUE(found || !is || bytes.find('\\') != std::string::npos) << bytes;
  }
  EXPECT_GT(sure, 20'000);
  EXPECT_GT(doubtful, 20'000);
}

}  // namespace
}  // namespace comity
