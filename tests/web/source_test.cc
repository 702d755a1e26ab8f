// Who counts as one source, directly and behind proxies.
#include "web/source.h"

#include <gtest/gtest.h>

#include "web/gate.h"

namespace comity {
namespace {

TEST(Source, is_one_ipv4_address_or_one_ipv6_network) {
  EXPECT_EQ(source_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(source_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(source_of("2001:db8:1:2:aaaa::1"), source_of("2001:db8:1:2:bbbb::9"));
  EXPECT_NE(source_of("2001:db8:1:2::1"), source_of("2001:db8:1:3::1"));
  for (const auto* none : {"", "unknown", "192.0.2.7:80", "[::1]", "example.org", "192.0.2", "1.2.3.4 5.6.7.8"})
    EXPECT_FALSE(source_of(none)) << none;
}

TEST(Source, behind_a_proxy_is_what_the_last_hop_says) {
  const std::vector<std::string> trusted{"127.0.0.1", "10.0.0.2"};
  EXPECT_EQ(forwarded_source("203.0.113.5", trusted), "203.0.113.5");
  EXPECT_EQ(forwarded_source("1.1.1.1, 2.2.2.2 ,203.0.113.5", trusted), "203.0.113.5")
      << "what a client claims is first";
  EXPECT_EQ(forwarded_source("1.1.1.1, 203.0.113.5, 10.0.0.2", trusted), "203.0.113.5") << "proxies in a row";
  EXPECT_FALSE(forwarded_source("10.0.0.2, 127.0.0.1", trusted));
  EXPECT_FALSE(forwarded_source("", trusted));
  EXPECT_FALSE(forwarded_source("203.0.113.5, nonsense", trusted)) << "never the hop before a malformed one";
  EXPECT_FALSE(forwarded_source("203.0.113.5,", trusted));
}

TEST(Gate, is_crowded_beyond_three_quarters_and_does_not_bound_who_speaks_for_many) {
  Gate gate(8, 2);
  EXPECT_EQ(gate.enter("proxy", false), Gate::Answer::welcome);
  EXPECT_EQ(gate.enter("one"), Gate::Answer::welcome);
  EXPECT_EQ(gate.enter("one"), Gate::Answer::welcome);
  EXPECT_EQ(gate.enter("one"), Gate::Answer::crowded_source);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(gate.enter("proxy", false), Gate::Answer::welcome);
  EXPECT_FALSE(gate.crowded());
  EXPECT_EQ(gate.enter("two"), Gate::Answer::welcome);
  EXPECT_TRUE(gate.crowded());
  EXPECT_EQ(gate.enter("proxy", false), Gate::Answer::welcome);
  EXPECT_EQ(gate.enter("three"), Gate::Answer::full);
  gate.leave("proxy");
  EXPECT_EQ(gate.enter("three"), Gate::Answer::welcome);
}

}  // namespace
}  // namespace comity
