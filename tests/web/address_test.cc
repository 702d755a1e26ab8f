#include "web/address.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

Address read(std::string_view target) {
  auto address = parse_address(target);
  EXPECT_TRUE(address) << target;
  return address ? *std::move(address) : Address{};
}

std::string refusal(std::string_view target) {
  const auto address = parse_address(target);
  return address ? "granted" : address.refusal().code;
}

TEST(Address, a_page_has_language_segments_suffix_and_query) {
  const Address expected{Language::es, {"oewg-ict", "sessions"}, Suffix::json, {{"as-of", "12"}, {"on", "2021-06-01"}}};
  EXPECT_EQ(read("/es/oewg-ict/sessions.json?as-of=12&on=2021-06-01"), expected);
}

TEST(Address, the_first_page_of_a_language) {
  EXPECT_EQ(read("/ar"), (Address{Language::ar, {}, Suffix::none, {}}));
  EXPECT_EQ(read("/ar/"), read("/ar"));
  EXPECT_EQ(read("/ar.json"), (Address{Language::ar, {}, Suffix::json, {}}));
  EXPECT_EQ(read("/"), Address{});
}

TEST(Address, without_a_language_the_first_segment_stays) {
  EXPECT_EQ(read("/api/openapi.json"), (Address{{}, {"api", "openapi"}, Suffix::json, {}}));
  EXPECT_EQ(read("/de/x").path, (std::vector<std::string>{"de", "x"}));
}

TEST(Address, upper_case_is_a_symbol_and_lower_case_a_page) {
  EXPECT_TRUE(is_symbol(read("/en/A/77/275")));
  EXPECT_EQ(joined(read("/en/A/77/275")), "A/77/275");
  EXPECT_EQ(joined(read("/en/A/AC.292/2021/CRP.1.json")), "A/AC.292/2021/CRP.1");
  EXPECT_FALSE(is_symbol(read("/en/documents")));
  EXPECT_FALSE(is_symbol(read("/en")));
}

TEST(Address, every_suffix_is_known_and_others_belong_to_the_segment) {
  EXPECT_EQ(read("/en/a.json").suffix, Suffix::json);
  EXPECT_EQ(read("/en/a.csv").suffix, Suffix::csv);
  EXPECT_EQ(read("/en/a.atom").suffix, Suffix::atom);
  EXPECT_EQ(read("/en/a.ics").suffix, Suffix::ics);
  EXPECT_EQ(read("/en/A/77/275.akn"), (Address{Language::en, {"A", "77", "275"}, Suffix::akn, {}}));
  EXPECT_EQ(read("/looks/main.css").path.back(), "main.css");
  EXPECT_EQ(read("/en/a.JSON").path.back(), "a.JSON");
  EXPECT_EQ(read("/en/.json").path.back(), ".json");
  EXPECT_EQ(read("/en/..json").path.back(), "..json");
  EXPECT_EQ(read("/en/a.json.json").path.back(), "a.json");
}

TEST(Address, escapes_are_decoded_once) {
  EXPECT_EQ(read("/en/%C3%A9t%C3%A9").path.front(), "été");
  EXPECT_EQ(read("/en/100%25").path.front(), "100%");
  EXPECT_EQ(read("/en/%252F").path.front(), "%2F");
  EXPECT_EQ(read("/en/a+b").path.front(), "a+b");
  EXPECT_EQ(read("/en?q=a+b%2Bc%2Fd").query.at("q"), "a b+c/d");
}

TEST(Address, what_two_readers_could_read_in_two_ways_is_refused) {
  for (const auto* target : {"",
                             "en",
                             "//",
                             "/en//a",
                             "/a//",
                             "/en/../a",
                             "/..",
                             "/.",
                             "/en/%2e%2E/a",
                             "/a%2Fb",
                             "/a%5Cb",
                             "/a\\b",
                             "/a b",
                             "/a%",
                             "/a%1",
                             "/a%zz",
                             "/a%00",
                             "/a%0A",
                             "/a%7F",
                             "/a\x01",
                             "/a\x80",
                             "/\xc3\xa9",
                             "/%C0%AF",
                             "/%ED%A0%80",
                             "/%FF",
                             "/%F5%80%80%80",
                             "/a#b",
                             "*",
                             "example.com:80",
                             "http://x\\y/"}) {
    EXPECT_EQ(refusal(target), "address-malformed") << target;
  }
}

TEST(Address, a_refusal_names_the_byte) {
  EXPECT_EQ(parse_address("/en/a%zz").refusal().values.at("position"), "5");
  EXPECT_EQ(parse_address("/en//b").refusal().values.at("position"), "4");
  EXPECT_EQ(parse_address("/en?a=1&b=%zz").refusal().values.at("position"), "10");
}

TEST(Address, the_query_says_each_key_once) {
  EXPECT_EQ(read("/en?").query.size(), 0U);
  EXPECT_EQ(read("/en?a").query.at("a"), "");
  EXPECT_EQ(read("/en?a=").query.at("a"), "");
  EXPECT_EQ(read("/en?a=b=c").query.at("a"), "b=c");
  EXPECT_EQ(refusal("/en?a=1&a=2"), "query-repeated");
  EXPECT_EQ(refusal("/en?a=1&%61=2"), "query-repeated");
  EXPECT_EQ(parse_address("/en?kind=1&kind=2").refusal().values.at("key"), "kind");
  for (const auto* target :
       {"/en?&", "/en?a=1&", "/en?&a=1", "/en?a=1&&b=2", "/en?=1", "/en?a=%", "/en?a=%00", "/en?a=%0A", "/en?a=%FF"}) {
    EXPECT_EQ(refusal(target), "query-malformed") << target;
  }
}

TEST(Address, the_query_has_a_bound) {
  std::string target = "/en?k0=1";
  for (int i = 1; i < 64; ++i) target += "&k" + std::to_string(i) + "=1";
  EXPECT_EQ(read(target).query.size(), 64U);
  EXPECT_EQ(refusal(target + "&more=1"), "query-too-long");
}

TEST(Address, a_form_may_have_lines) {
  const auto form = parse_query("reason=one%0D%0Atwo&by=x");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->at("reason"), "one\r\ntwo");
  EXPECT_FALSE(parse_query("a=b c"));
  EXPECT_FALSE(parse_query("a=\n"));
}

TEST(Address, absolute_form_says_the_same_as_origin_form) {
  EXPECT_EQ(read("http://example.org/en/a?b=c"), read("/en/a?b=c"));
  EXPECT_EQ(read("https://example.org:8443/en"), read("/en"));
  EXPECT_EQ(read("http://example.org"), read("/"));
  EXPECT_EQ(read("http://example.org?a=b"), read("/?a=b"));
}

TEST(Address, printing_gives_one_form_that_reads_back) {
  for (const auto* target : {"/", "/es", "/es.json", "/en/A/77/275", "/en/a.json.json", "/en/..json", "/x/%25%20%C3%A9",
                             "/en/a?b=%26%3D%2B&a=", "/en/fr"}) {
    const auto address = read(target);
    EXPECT_EQ(read(print(address)), address) << target;
  }
  EXPECT_EQ(print(read("/en/a%2Db/?b=x+y&a")), "/en/a-b?a=&b=x%20y");
}

}  // namespace
}  // namespace comity
