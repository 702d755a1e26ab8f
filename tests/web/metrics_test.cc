// Counting requests, and the text that Prometheus reads.
#include "web/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

Served served(std::string_view route, int status, std::int64_t microseconds = 100, std::string_view refusal = {}) {
  Served out{route};
  out.status = status;
  out.bytes = 10;
  out.time = std::chrono::microseconds(microseconds);
  out.refusal = refusal;
  return out;
}

std::string printed(const Traffic& traffic) {
  Exposition out;
  traffic.print(out);
  return out.text();
}

TEST(Exposition, has_a_head_for_each_family_and_escapes_what_labels_hold) {
  Exposition out;
  out.family("comity_x", "gauge", "What it is.").sample(1.5, {{"a", "q\"b\\c\nd"}, {"b", ""}}).sample(2);
  EXPECT_EQ(out.text(),
            "# HELP comity_x What it is.\n# TYPE comity_x gauge\n"
            "comity_x{a=\"q\\\"b\\\\c\\nd\",b=\"\"} 1.5\ncomity_x 2\n");
}

TEST(Traffic, counts_by_route_and_class_of_status) {
  Traffic traffic({"body", "record"});
  for (const int status : {200, 204, 304, 404, 500}) traffic.count(served("body", status));
  traffic.count(served("no-such-route", 200));
  traffic.count(served("refused", 431));
  const auto text = printed(traffic);
  EXPECT_THAT(text, HasSubstr("comity_requests_total{route=\"body\",status=\"2xx\"} 2\n"));
  for (const auto* line : {"{route=\"body\",status=\"3xx\"} 1\n", "{route=\"body\",status=\"4xx\"} 1\n",
                           "{route=\"body\",status=\"5xx\"} 1\n", "{route=\"other\",status=\"2xx\"} 1\n",
                           "{route=\"refused\",status=\"4xx\"} 1\n", "comity_answer_bytes_total 70\n"})
    EXPECT_THAT(text, HasSubstr(line));
  EXPECT_THAT(text, Not(HasSubstr("no-such-route")));
  EXPECT_THAT(text, Not(HasSubstr("\"record\"")));
}

TEST(Traffic, puts_each_time_under_every_bound_above_it) {
  Traffic traffic({"body"});
  for (const std::int64_t time : {400, 500, 501, 60'000, 9'000'000}) traffic.count(served("body", 200, time));
  const auto text = printed(traffic);
  for (const auto* line : {"_bucket{le=\"0.0005\"} 2\n", "_bucket{le=\"0.001\"} 3\n", "_bucket{le=\"0.05\"} 3\n",
                           "_bucket{le=\"0.1\"} 4\n", "_bucket{le=\"5\"} 4\n", "_bucket{le=\"+Inf\"} 5\n",
                           "comity_request_seconds_sum 9.061401\n", "comity_request_seconds_count 5\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(Traffic, counts_who_was_turned_away_even_without_a_word) {
  Traffic traffic({"body"});
  traffic.count(served("refused", 429, 1, "source-crowded"));
  traffic.count(served("refused", 0, 1, "source-crowded"));
  traffic.count(served("refused", 503, 1, "server-full"));
  const auto text = printed(traffic);
  EXPECT_THAT(text, HasSubstr("comity_turned_away_total{reason=\"server-full\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("comity_turned_away_total{reason=\"source-crowded\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("comity_request_seconds_count 2\n"));
}

TEST(Traffic, loses_nothing_between_threads) {
  Traffic traffic({"body"});
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&traffic] {
      for (int i = 0; i < 5'000; ++i) traffic.count(served("body", 200));
    });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(printed(traffic), HasSubstr("comity_requests_total{route=\"body\",status=\"2xx\"} 20000\n"));
}

}  // namespace
}  // namespace comity
