// What the server does with requests that are too large, too slow, too many or not HTTP.
#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "web/server.h"
#include "web/wire.h"

namespace comity {
namespace {

using std::chrono::milliseconds;

Response ok(const Request&) {
  Response response;
  response.body = "ok";
  return response;
}

ServerOptions options() {
  ServerOptions out;
  out.limits.header_bytes = 2048;
  out.limits.target_bytes = 512;
  out.limits.body_bytes = 4096;
  out.complain = [](const std::string&, const std::string&) {};
  return out;
}

// Limits of time so short that a test need not wait, and never asks how long it took.
ServerOptions hasty() {
  auto out = options();
  out.limits.sweep = milliseconds(5);
  return out;
}

Answer answer_to(Server& server, std::string_view bytes) { return Wire(server.port()).send(bytes).receive(); }

TEST(ServerLimits, each_size_has_its_status) {
  Server server(options(), ok);
  EXPECT_EQ(answer_to(server, "GET /" + std::string(600, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n").status, 414);
  EXPECT_EQ(answer_to(server, "GET /" + std::string(60'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n").status, 414);
  EXPECT_EQ(answer_to(server, "GET / HTTP/1.1\r\nA: " + std::string(60'000, 'a') + "\r\n\r\n").status, 431);
  EXPECT_EQ(answer_to(server, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n").status, 413);
  EXPECT_EQ(answer_to(server, "nonsense\r\n\r\n").status, 400);
  EXPECT_EQ(answer_to(server, "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n").status, 400);
  EXPECT_EQ(answer_to(server, "GET / HTTP/3.0\r\nHost: x\r\n\r\n").status, 505);
  EXPECT_EQ(answer_to(server, "FLY / HTTP/1.1\r\nHost: x\r\n\r\n").status, 501);
  EXPECT_EQ(Wire(server.port()).get("/").status, 200);
}

TEST(ServerLimits, the_answer_arrives_although_the_body_still_comes) {
  auto given = options();
  given.limits.part_time = milliseconds(20'000);
  Server server(given, ok);
  Wire wire(server.port());
  wire.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n" + std::string(4'000'000, 'x'));
  EXPECT_EQ(wire.receive().status, 413);
  EXPECT_TRUE(wire.closes());
}

TEST(ServerLimits, a_method_that_is_not_allowed_names_those_that_are) {
  Server server(options(), ok);
  const auto refused = answer_to(server, "DELETE / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(refused.header("Connection"), "close");
}

TEST(ServerLimits, the_error_page_is_ours_to_write) {
  auto given = options();
  given.error_page = [](const Rejected& rejected) {
    Response page;
    const bool spanish = rejected.request && rejected.request->address.language == Language::es;
    page.body = (spanish ? "no: " : "?: ") + rejected.why.code;
    page.headers.push_back({"Content-Language", "es"});
    return page;
  };
  Server server(given, ok);
  const auto refused = answer_to(server, "DELETE /es/x HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.body, "no: method-not-allowed");
  EXPECT_EQ(refused.header("Content-Language"), "es");
  EXPECT_EQ(refused.header("Cache-Control"), "no-store");
  EXPECT_EQ(answer_to(server, "nonsense\r\n\r\n").body, "?: http-malformed");
}

TEST(ServerLimits, an_error_page_that_fails_is_replaced) {
  auto given = options();
  given.error_page = [](const Rejected&) -> Response { throw std::runtime_error("no words"); };
  Server server(given, ok);
  const auto refused = answer_to(server, "nonsense\r\n\r\n");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.body, "400 Bad Request: http-malformed\n");
}

TEST(ServerLimits, a_header_that_does_not_end_is_cut_off) {
  auto given = hasty();
  given.limits.header_time = milliseconds(30);
  Server server(given, ok);
  Wire wire(server.port());
  wire.send("GET / HTTP/1.1\r\nHost:");
  EXPECT_EQ(wire.receive().status, 408);
  EXPECT_TRUE(wire.closes());
}

TEST(ServerLimits, a_header_that_drips_is_cut_off) {
  auto given = hasty();
  given.limits.header_time = milliseconds(50);
  given.limits.header_bytes = 1 << 24;
  Server server(given, ok);
  Wire wire(server.port());
  wire.send("GET / HTTP/1.1\r\n");
  while (!wire.readable()) wire.send("A: b\r\n");
  EXPECT_EQ(wire.receive().status, 408);
}

TEST(ServerLimits, a_body_that_does_not_end_is_cut_off) {
  auto given = hasty();
  given.limits.body_time = milliseconds(30);
  Server server(given, ok);
  Wire wire(server.port());
  wire.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(wire.receive().status, 408);
}

TEST(ServerLimits, an_idle_connection_is_closed_in_silence) {
  auto given = hasty();
  given.limits.idle_time = milliseconds(30);
  Server server(given, ok);
  Wire fresh(server.port());
  EXPECT_TRUE(fresh.closes());
  for (bool served = false; !served;) {  // a busy machine may let the connection grow idle before it is used
    Wire used(server.port());
    served = used.get("/").status == 200;
    EXPECT_TRUE(used.closes());
  }
}

TEST(ServerLimits, a_slow_answer_is_not_the_readers_fault) {
  auto given = hasty();
  given.limits.idle_time = given.limits.header_time = given.limits.body_time = given.limits.write_time =
      milliseconds(20);
  Server server(given, [](const Request& request) {
    ::usleep(150'000);
    return ok(request);
  });
  int status = 0;  // a busy machine may be too slow to ask; of many tries one is in time
  for (int i = 0; i < 100 && status != 200; ++i) status = Wire(server.port()).get("/").status;
  EXPECT_EQ(status, 200);
}

TEST(ServerLimits, a_reader_who_does_not_read_is_dropped) {
  auto given = hasty();
  given.limits.write_time = milliseconds(50);
  given.limits.stop_time = milliseconds(50);
  std::atomic<bool> asked = false;
  Server server(given, [&](const Request&) {
    asked = true;
    Response response;
    response.content_type = "application/octet-stream";
    response.keep = Keep::nowhere;
    response.body = std::string(24 << 20, 'x');
    return response;
  });
  Wire wire(server.port());
  wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  while (!asked) ::usleep(1'000);
  while (server.connections() == 1) ::usleep(1'000);
  EXPECT_LT(wire.receive().body.size(), std::size_t{24} << 20);
}

// An answer larger than what the system holds for a connection, read a little at a time.
ServerOptions with_much_to_read() {
  auto given = hasty();
  given.limits.write_time = milliseconds(200);
  return given;
}

Response much(const Request&) {
  Response response;
  response.content_type = "application/octet-stream";
  response.keep = Keep::nowhere;
  response.body = std::string(24 << 20, 'x');
  return response;
}

TEST(ServerLimits, a_reader_who_drips_is_dropped) {
  auto given = with_much_to_read();
  given.limits.write_least = std::size_t{1} << 30;
  Server server(given, much);
  Wire wire(server.port());
  wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  std::size_t taken = 0;
  while (const auto size = wire.take(4096)) {
    taken += size;
    ::usleep(1'000);
  }
  EXPECT_LT(taken, std::size_t{24} << 20) << "some bytes now and then hold no answer for ever";
}

TEST(ServerLimits, a_slow_reader_who_reads_on_gets_all) {
  auto given = with_much_to_read();
  given.limits.write_least = 1;
  Server server(given, much);
  std::size_t most = 0;  // a busy machine may itself be too slow a reader; of many tries one is not
  for (int i = 0; i < 50 && most < std::size_t{24} << 20; ++i) {
    Wire wire(server.port());
    wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    for (int pause = 0; pause < 12 && wire.take(100'000) > 0; ++pause) ::usleep(50'000);
    most = std::max(most, wire.receive().body.size());
  }
  EXPECT_EQ(most, std::size_t{24} << 20);
}

TEST(ServerLimits, when_it_is_crowded_those_who_say_nothing_leave_sooner) {
  auto given = hasty();
  given.limits.connections = 8;
  given.limits.crowded_time = milliseconds(20);
  given.limits.idle_time = given.limits.header_time = std::chrono::minutes(10);
  Server server(given, ok);
  std::vector<std::unique_ptr<Wire>> slow;
  for (int i = 0; i < 6; ++i) slow.push_back(std::make_unique<Wire>(server.port()));
  for (auto& wire : slow) wire->send("GET / HT");
  while (server.connections() < 6) ::usleep(1'000);
  EXPECT_FALSE(slow.front()->readable()) << "three quarters are not a crowd";
  Wire one_more(server.port());
  one_more.send("GET / HT");
  EXPECT_EQ(slow.front()->receive().status, 408);
  while (server.connections() > 6) ::usleep(1'000);
  EXPECT_EQ(Wire(server.port()).get("/").status, 200);
}

// Requests that wait in the answering function until the test lets them go.
struct Waiting {
  std::atomic<int> inside = 0;
  std::atomic<bool> open = false;
  Response answer(const Request& request) {
    ++inside;
    while (joined(request.address) == "wait" && !open) ::usleep(1'000);
    return ok(request);
  }
};

TEST(ServerLimits, behind_a_trusted_proxy_requests_count_for_whom_they_are_forwarded) {
  auto given = options();
  given.limits.connections_per_source = 2;
  given.trusted_proxies = {"127.0.0.1"};
  given.workers = 4;
  Waiting waiting;
  Server server(given, [&](const Request& request) { return waiting.answer(request); });
  Wire first(server.port()), second(server.port()), third(server.port()), fourth(server.port());
  for (auto* wire : {&first, &second})
    wire->send("GET /wait HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 9.9.9.9, 203.0.113.5\r\n\r\n");
  while (waiting.inside < 2) ::usleep(1'000);
  const auto crowded = third.get("/", "X-Forwarded-For: 203.0.113.5\r\n");
  EXPECT_EQ(crowded.status, 429);
  EXPECT_EQ(crowded.header("Retry-After"), "10");
  EXPECT_FALSE(crowded.says("Connection: close")) << "the proxy's connection serves others too";
  EXPECT_EQ(third.get("/", "X-Forwarded-For: 203.0.113.6\r\n").status, 200);
  EXPECT_EQ(fourth.get("/", "X-Forwarded-For: 203.0.113.5, nonsense\r\n").status, 200);
  waiting.open = true;
  EXPECT_EQ(first.receive().status, 200);
  EXPECT_EQ(second.receive().status, 200);
  EXPECT_EQ(third.get("/", "X-Forwarded-For: 203.0.113.5\r\n").status, 200);
}

TEST(ServerLimits, nobody_else_is_believed_about_whom_they_speak_for) {
  auto given = options();
  given.limits.connections_per_source = 2;
  given.trusted_proxies = {"192.0.2.1"};
  Server server(given, ok);
  Wire first(server.port()), second(server.port());
  EXPECT_EQ(first.get("/", "X-Forwarded-For: 203.0.113.5\r\n").status, 200);
  EXPECT_EQ(second.get("/", "X-Forwarded-For: 203.0.113.6\r\n").status, 200);
  EXPECT_EQ(Wire(server.port()).receive().status, 429);
}

TEST(ServerLimits, connections_of_one_source_are_bounded) {
  auto given = options();
  given.limits.connections_per_source = 2;
  Server server(given, ok);
  Wire first(server.port());
  {
    Wire second(server.port());
    EXPECT_EQ(first.get("/").status, 200);
    EXPECT_EQ(second.get("/").status, 200);
    Wire third(server.port());
    EXPECT_EQ(third.receive().status, 429);
    EXPECT_TRUE(third.closes());
  }
  while (server.connections() > 1) ::usleep(1'000);
  EXPECT_EQ(Wire(server.port()).get("/").status, 200);
}

TEST(ServerLimits, connections_in_all_are_bounded) {
  auto given = options();
  given.limits.connections = 1;
  Server server(given, ok);
  Wire first(server.port());
  EXPECT_EQ(first.get("/").status, 200);
  EXPECT_EQ(Wire(server.port()).receive().status, 503);
  EXPECT_EQ(first.get("/").status, 200);
}

TEST(ServerLimits, a_stop_does_not_wait_for_requests_that_do_not_come) {
  Server server(options(), ok);
  Wire header(server.port());
  Wire body(server.port());
  header.send("GET / HT");
  body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(Wire(server.port()).get("/").status, 200);
  server.stop();
  EXPECT_TRUE(header.closes());
  EXPECT_TRUE(body.closes());
}

}  // namespace
}  // namespace comity
