// The JSON of the record: what it refuses, and that what it writes is what it reads.
#include "base/json.h"

#include <gtest/gtest.h>

#include <random>

namespace comity {
namespace {

std::string refused(std::string_view bytes, JsonLimits limits = {}) {
  const auto json = parse_json(bytes, limits);
  return json ? "granted " + canonical(*json) : json.refusal().code;
}

std::string value_of(std::string_view bytes, const char* key) {
  const auto json = parse_json(bytes);
  return json ? "granted" : json.refusal().values.at(key);
}

TEST(Json, reads_what_the_record_holds) {
  const auto json = parse_json(R"( {"b":[1,-2,"x"], "a":{"c-1":"é"}} )");
  ASSERT_TRUE(bool(json));
  EXPECT_EQ(canonical(*json), R"({"a":{"c-1":"é"},"b":[1,-2,"x"]})");
  EXPECT_EQ(*number(list(*member(*json, "b"))->at(1)), -2);
  EXPECT_EQ(*text(*member(*member(*json, "a"), "c-1")), "é");
  EXPECT_EQ(member(*json, "z"), nullptr);
  EXPECT_EQ(member(Json(1), "z"), nullptr);
}

TEST(Json, refuses_a_duplicate_and_names_it) {
  EXPECT_EQ(refused(R"({"a":1,"b":{"a":2,"a":3}})"), "json-duplicate");
  EXPECT_EQ(value_of(R"({"a":1,"b":{"a":2,"a":3}})", "key"), "a");
  EXPECT_EQ(refused(R"({"a":1,"\u0061":2})"), "json-duplicate");
}

TEST(Json, refuses_numbers_that_not_every_reader_has) {
  for (const auto* bytes : {"1.0", "1e2", "1E2", "-0.5", "9007199254740992", "-9007199254740992",
                            "18446744073709551615", "123456789012345678901234567890", "[1.5]"})
    EXPECT_EQ(refused(bytes), "json-number") << bytes;
  EXPECT_EQ(refused("9007199254740991"), "granted 9007199254740991");
  EXPECT_EQ(refused("-9007199254740991"), "granted -9007199254740991");
  EXPECT_EQ(value_of(R"({"a":[1,2.5]})", "position"), "11");
}

TEST(Json, refuses_true_false_and_null) {
  for (const auto* bytes : {"true", "false", "null", R"({"a":true})", "[null]"})
    EXPECT_EQ(refused(bytes), "json-literal") << bytes;
}

TEST(Json, refuses_keys_of_other_letters_unless_asked) {
  for (const auto* bytes : {R"({"A":1})", R"({"a_b":1})", R"({"":1})", R"({"é":1})"}) {
    EXPECT_EQ(refused(bytes), "json-key") << bytes;
    EXPECT_TRUE(bool(parse_json(bytes, {true, true, 32}))) << bytes;
  }
}

TEST(Json, refuses_bytes_that_are_not_utf8) {
  for (const auto* bytes : {"\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe2\x82\""})
    EXPECT_EQ(refused(bytes), "json-utf8") << bytes;
  EXPECT_EQ(value_of("[\"ab\xff\"]", "position"), "4");
  EXPECT_EQ(refused(R"("\ud800")"), "json-malformed");
}

TEST(Json, refuses_texts_that_are_not_nfc) {
  const std::string decomposed = "\"e\xcc\x81\"";
  EXPECT_EQ(refused(decomposed), "json-nfc");
  EXPECT_EQ(refused(R"("e\u0301")"), "json-nfc");
  EXPECT_TRUE(bool(parse_json(decomposed, {false, false, 32})));
}

TEST(Json, refuses_to_go_deeper_than_it_was_told) {
  const auto nested = [](int depth) {
    return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
  };
  EXPECT_TRUE(bool(parse_json(nested(32))));
  EXPECT_EQ(refused(nested(33)), "json-deep");
  EXPECT_EQ(refused(nested(100'000)), "json-deep");
}

TEST(Json, refuses_what_is_no_json) {
  for (const auto* bytes : {"", " ", "{", "}", "[1,]", "{\"a\"}", "{\"a\":1,}", "1 2", "[1] x", "'a'", "01", "+1",
                            "\"a\nb\"", "// c\n1", "nul", "NaN", "\xef\xbb\xbf{}"})
    EXPECT_EQ(refused(bytes), "json-malformed") << bytes;
}

TEST(Json, writes_the_escapes_of_rfc_8785) {
  EXPECT_EQ(canonical(Json(std::string("\"\\\b\t\n\f\r\x01\x1f\x7f/é"))),
            "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001\\u001f\x7f/é\"");
  EXPECT_EQ(canonical(*parse_json(R"("\u0041\/")")), "\"A/\"");
}

Json random_json(std::mt19937_64& random, int depth) {
  static const std::vector<std::string> texts{"", "a", "é", "\n", "\x01", "中文", "العربية", "\"", "\\", "😀"};
  const auto pick = random() % (depth > 0 ? 4 : 2);
  if (pick == 0) return Json(static_cast<std::int64_t>(random() >> 11U) - (std::int64_t{1} << 52U));
  if (pick == 1) return Json(texts[random() % texts.size()] + texts[random() % texts.size()]);
  JsonList items;
  JsonObject members;
  for (auto left = random() % 4; left > 0; --left) {
    items.push_back(random_json(random, depth - 1));
    members["k-" + std::to_string(random() % 9)] = random_json(random, depth - 1);
  }
  return pick == 2 ? Json(items) : Json(members);
}

TEST(Json, reading_what_was_written_gives_the_same_value_and_bytes) {
  std::mt19937_64 random(20221);
  std::size_t bytes = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto json = random_json(random, 4);
    const auto written = canonical(json);
    const auto read = parse_json(written);
    ASSERT_TRUE(bool(read)) << written << " " << read.refusal().code;
    EXPECT_EQ(*read, json);
    EXPECT_EQ(canonical(*read), written);
    bytes += written.size();
  }
  EXPECT_GT(bytes, 20'000U) << "the property was idle";
}

}  // namespace
}  // namespace comity
