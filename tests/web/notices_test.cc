// What is told to operators, and what never is.
#include "web/notices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/wire.h"

namespace comity {
namespace {

using testing::HasSubstr;
using testing::Not;

struct NoticesTold : testing::Test {
  Instant now{1'795'216'925'123'456};
  std::vector<std::string> lines{};

  Notices notices(Telling telling) {
    return Notices(
        telling, [this] { return now; }, [this](std::string_view line) { lines.emplace_back(line); });
  }
};

TEST_F(NoticesTold, AreJsonObjectsOnLinesOfTheirOwn) {
  auto told = notices(Telling::notices);
  told.say(Notices::Level::warning, "witness-failing", {{"witness", "w.example"}, {"size", 12}});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0],
            "{\"at\":\"2026-11-20T23:22:05.123456Z\",\"level\":\"warning\",\"size\":12,\"what\":\"witness-failing\","
            "\"witness\":\"w.example\"}\n");
}

TEST_F(NoticesTold, CannotBeForgedByWhatADiskOrLibrarySays) {
  auto told = notices(Telling::notices);
  told.say(Notices::Level::fault, "fault",
           {{"detail", "a\n{\"what\":\"stopped\"}\r\x1b[2J\xff\"" + std::string(9999, 'x')}});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), '\n'), 1);
  EXPECT_LT(lines[0].size(), 600U);
  const auto read = parse_json(lines[0].substr(0, lines[0].size() - 1));
  ASSERT_TRUE(read);
  EXPECT_EQ(*text(*member(*read, "what")), "fault");
  EXPECT_TRUE(text(*member(*read, "detail"))->starts_with("a?{\"what\":\"stopped\"}??[2J?\""));
}

TEST_F(NoticesTold, CountALimitAndTellItOnceAMinute) {
  auto told = notices(Telling::notices);
  for (int i = 0; i < 1000; ++i) told.limit("source-crowded");
  told.limit("server-full");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], HasSubstr("\"limit\":\"source-crowded\",\"times\":1,"));
  now.us += 60'000'000;
  told.limit("source-crowded");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_THAT(lines[2], HasSubstr("\"times\":1000,"));
  told.limit("source-crowded");
  told.settle();
  told.settle();
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_THAT(lines[3], HasSubstr("\"times\":1,"));
}

TEST_F(NoticesTold, TellRequestsOnlyWhenAsked) {
  Served served{"body"};
  served.status = 200;
  served.bytes = 4711;
  served.time = std::chrono::microseconds(12);
  notices(Telling::notices).request(served);
  notices(Telling::none).say(Notices::Level::notice, "started");
  notices(Telling::none).limit("server-full");
  EXPECT_TRUE(lines.empty());
  notices(Telling::requests).request(served);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], HasSubstr("\"bytes\":4711,\"level\":\"notice\",\"method\":\"GET\",\"microseconds\":12,"
                                  "\"route\":\"body\",\"status\":200,\"what\":\"request\"}"));
}

// Tokens in every place of a request, through answers, errors and exceptions of all sorts: none is told.
TEST_F(NoticesTold, NeverQuoteARequest) {
  auto told = notices(Telling::requests);
  std::mutex mutex;
  ServerOptions options;
  options.limits.target_bytes = 512;
  options.limits.header_bytes = 2048;
  options.limits.body_bytes = 100;
  options.complain = [&](const std::string& code, const std::string& detail) {
    told.say(Notices::Level::fault, "fault", {{"code", code}, {"detail", detail}});
  };
  options.served = [&](const Served& served) {
    const std::lock_guard lock(mutex);
    if (!served.refusal.empty()) told.limit(served.refusal);
    told.request(served);
  };
  Server server(options, [](const Request& request) -> Response {
    if (joined(request.address).starts_with("throw")) throw std::runtime_error(request.target + request.body);
    if (joined(request.address).starts_with("odd")) throw request.target;
    Response response;
    response.body = request.target + request.body;
    return response;
  });
  int sent = 0;
  const auto canary = [&sent] { return "canary" + std::to_string(++sent); };
  const std::vector<std::string> paths{"/en/", "/throw/", "/odd/", "/%zz", "/../", "/" + std::string(600, 'x')};
  for (int i = 0; i < 25; ++i)
    for (const std::string verb : {"GET", "POST", "FLY", "DELETE"})
      for (const auto& path : paths) {
        Wire wire(server.port());
        wire.send(verb + " " + path + canary() + "?q=" + canary() + " HTTP/1.1\r\nHost: " + canary() +
                  "\r\nUser-Agent: " + canary() + "\r\nCookie: a=" + canary() + "\r\nX-Forwarded-For: " + canary() +
                  "\r\nContent-Length: 12\r\n\r\n" + canary().substr(0, 12) + std::string(12, ' '));
        wire.receive();
      }
  Wire(server.port()).send("canary canary\r\n\r\n").receive();
  server.stop();
  EXPECT_GT(sent, 500);
  EXPECT_GT(lines.size(), 600U);
  for (const auto& line : lines) {
    EXPECT_THAT(line, Not(HasSubstr("canary")));
    EXPECT_TRUE(parse_json(line.substr(0, line.size() - 1))) << line;
  }
}

}  // namespace
}  // namespace comity
