#include "web/negotiate.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

TEST(Negotiate, weights_are_thousandths) {
  EXPECT_EQ(weight("gzip", "gzip"), 1000);
  EXPECT_EQ(weight("br, GZIP;q=0.5", "gzip"), 500);
  EXPECT_EQ(weight("gzip ; q=0.125 ,br", "gzip"), 125);
  EXPECT_EQ(weight("gzip;q=0", "gzip"), 0);
  EXPECT_EQ(weight("*;q=0.3", "gzip"), 300);
  EXPECT_EQ(weight("br", "gzip"), std::nullopt);
  EXPECT_EQ(weight("", "gzip"), std::nullopt);
}

TEST(Negotiate, a_broken_weight_weighs_nothing) {
  for (const auto* header : {"gzip;q=", "gzip;q=2", "gzip;q=-1", "gzip;q=0.1234", "gzip;q=a", "gzip;q=0x1"}) {
    EXPECT_EQ(weight(header, "gzip"), 0) << header;
  }
  EXPECT_EQ(weight("gzip;q=1.9", "gzip"), 1000);
  EXPECT_EQ(weight(",,;;,gzip;;q=0.2", "gzip"), 200);
}

TEST(Negotiate, gzip_is_taken_only_where_it_is_said) {
  EXPECT_TRUE(accepts_gzip("gzip, deflate, br"));
  EXPECT_TRUE(accepts_gzip("*"));
  EXPECT_FALSE(accepts_gzip("identity"));
  EXPECT_FALSE(accepts_gzip("gzip;q=0, *"));
  EXPECT_FALSE(accepts_gzip(""));
}

TEST(Negotiate, the_heaviest_of_our_languages_wins) {
  EXPECT_EQ(preferred_language("es-AR,es;q=0.9,en;q=0.8"), Language::es);
  EXPECT_EQ(preferred_language("de, fr;q=0.5, ru;q=0.7"), Language::ru);
  EXPECT_EQ(preferred_language("zh-Hant-TW"), Language::zh);
  EXPECT_EQ(preferred_language("fr;q=0.8, ar;q=0.8"), Language::fr);
  EXPECT_EQ(preferred_language("de, it"), std::nullopt);
  EXPECT_EQ(preferred_language("en;q=0"), std::nullopt);
  EXPECT_EQ(preferred_language("*"), std::nullopt);
}

TEST(Negotiate, json_is_for_those_who_name_it) {
  EXPECT_TRUE(prefers_json("application/json"));
  EXPECT_TRUE(prefers_json("text/html;q=0.5, application/json"));
  EXPECT_FALSE(prefers_json("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
  EXPECT_FALSE(prefers_json("*/*"));
  EXPECT_FALSE(prefers_json("application/json;q=0.5, text/html"));
  EXPECT_FALSE(prefers_json(""));
}

}  // namespace
}  // namespace comity
