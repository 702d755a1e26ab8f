#include "web/server.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/check.h"
#include "web/compress.h"
#include "web/wire.h"

namespace comity {
namespace {

// A door that a test opens: an answer that waits behind it is in flight for as long as the test wants.
class Door {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
  }
  void wait_for(int many) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= many; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int waiting_ = 0;
};

Response said(std::string body) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

// "/long" is long, "/throw" throws, "/missing" is not there; everything else says who asked what.
Response answer_told(const Request& request) {
  const auto what = joined(request.address);
  if (what == "long") return said(std::string(200'000, 'x'));
  if (what == "throw") throw std::runtime_error("a mistake of ours");
  if (what == "fault") throw Fault("disk-full", "no room");
  if (what == "odd") throw 7;
  if (what == "split") return redirect("/x\r\nSet-Cookie: a=b");
  auto response = said((request.method == Method::post ? "post " : "get ") + what + request.body);
  if (what == "missing") response.status = 404;
  return response;
}

// With time enough for the busiest machine: time is server_limits_test's.
ServerOptions quiet() {
  ServerOptions options;
  auto& limits = options.limits;
  limits.idle_time = limits.header_time = limits.body_time = limits.write_time = std::chrono::minutes(10);
  limits.stop_time = std::chrono::minutes(1);
  options.complain = [](const std::string&, const std::string&) {};
  return options;
}

TEST(Server, answers_and_keeps_the_connection) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  for (int i = 0; i < 5; ++i) {
    const auto got = wire.get("/en/a" + std::to_string(i));
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "get a" + std::to_string(i));
    EXPECT_FALSE(got.says("Connection: close"));
  }
  EXPECT_EQ(server.connections(), 1U);
}

TEST(Server, says_where_it_is) {
  Server server(quiet(), answer_told);
  EXPECT_NE(server.port(), 0);
  EXPECT_EQ(server.origin(), "http://127.0.0.1:" + std::to_string(server.port()));
}

TEST(Server, passes_on_what_the_routes_say) {
  Server server(quiet(), answer_told);
  EXPECT_EQ(Wire(server.port()).get("/en/missing").status, 404);
}

TEST(Server, takes_forms) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  wire.send("POST /en/f HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=b");
  EXPECT_EQ(wire.receive().body, "post fa=b");
}

TEST(Server, pipelined_requests_are_answered_in_order) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  std::string all;
  for (int i = 0; i < 200; ++i) all += "GET /en/p" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  wire.send(all);
  for (int i = 0; i < 200; ++i) ASSERT_EQ(wire.receive().body, "get p" + std::to_string(i));
}

TEST(Server, pipelined_long_answers_arrive_whole) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  std::string all;
  for (int i = 0; i < 10; ++i) all += "GET /long HTTP/1.1\r\nHost: x\r\n\r\n";
  wire.send(all);
  for (int i = 0; i < 10; ++i) ASSERT_EQ(wire.receive().body.size(), 200'000U);
}

// "/later" is finished when the test says so, by a thread that is none of the server's.
class Unfinished {
 public:
  Response begin() {
    Response response;
    response.later = [this](std::function<void(Response::Finish)> give) {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(give));
      changed_.notify_all();
    };
    return response;
  }
  void finish(std::size_t many, const Response::Finish& how) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() >= many; });
    for (const auto& give : waiting_) give(how);
    waiting_.clear();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::function<void(Response::Finish)>> waiting_;
};

TEST(Server, serves_others_while_many_answers_are_being_made) {
  Unfinished unfinished;
  Server server(quiet(), [&](const Request& request) {
    return joined(request.address) == "later" ? unfinished.begin() : answer_told(request);
  });
  std::vector<std::unique_ptr<Wire>> waiting;
  for (int i = 0; i < 20; ++i) {
    waiting.push_back(std::make_unique<Wire>(server.port()));
    waiting.back()->send("GET /later HTTP/1.1\r\nHost: x\r\n\r\nGET /en/next HTTP/1.1\r\nHost: x\r\n\r\n");
  }
  EXPECT_EQ(Wire(server.port()).get("/en/meanwhile").body, "get meanwhile");
  unfinished.finish(20, [] { return said("finished"); });
  for (const auto& wire : waiting) {
    EXPECT_EQ(wire->receive().body, "finished");
    EXPECT_EQ(wire->receive().body, "get next") << "in order";
  }
}

TEST(Server, goes_on_when_what_came_later_throws) {
  Unfinished unfinished;
  std::mutex mutex;
  std::vector<int> statuses;
  auto options = quiet();
  options.served = [&](const Served& served) {
    const std::lock_guard lock(mutex);
    statuses.push_back(served.status);
  };
  Server server(options, [&](const Request&) { return unfinished.begin(); });
  Wire wire(server.port());
  wire.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
  unfinished.finish(1, []() -> Response { throw std::runtime_error("a mistake of ours"); });
  EXPECT_EQ(wire.receive().status, 500);
  wire.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
  unfinished.finish(1, [] { return said("well"); });
  EXPECT_EQ(wire.receive().body, "well");
  const std::lock_guard lock(mutex);
  EXPECT_EQ(statuses, (std::vector{500, 200})) << "each is counted once";
}

TEST(Server, finishes_what_is_being_made_before_it_stops) {
  Unfinished unfinished;
  Server server(quiet(), [&](const Request&) { return unfinished.begin(); });
  Wire wire(server.port());
  wire.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
  Wire gone(server.port());
  gone.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
  std::thread finishing([&] { unfinished.finish(2, [] { return said("finished"); }); });
  EXPECT_EQ(wire.receive().body, "finished");
  finishing.join();
  server.stop();
  EXPECT_EQ(server.connections(), 0U);
}

TEST(Server, tells_the_answering_function_for_whom_limits_count) {
  auto options = quiet();
  const auto told = [](const Request& request) { return said("<" + request.source + ">"); };
  {
    Server server(options, told);
    EXPECT_EQ(Wire(server.port()).get("/x").body, "<127.0.0.1>");
  }
  options.trusted_proxies = {"127.0.0.1"};
  Server behind(options, told);
  Wire wire(behind.port());
  wire.send("GET /x HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 2001:db8::7\r\n\r\n");
  EXPECT_EQ(wire.receive().body, "<2001:db8::/64>");
}

TEST(Server, head_has_no_body) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  wire.send("HEAD /en/a HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto head = wire.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(wire.get("/en/b").body, "get b");  // nothing of a body stood in between
}

TEST(Server, compresses_and_knows_what_is_held) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  const auto packed = wire.get("/long", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
  EXPECT_EQ(gunzip(packed.body, 1 << 20), std::string(200'000, 'x'));
  const auto again = wire.get("/long", "If-None-Match: " + packed.header("ETag") + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.header("ETag"), packed.header("ETag"));
  EXPECT_EQ(wire.get("/en/a").body, "get a");
}

TEST(Server, an_exception_is_a_500_and_the_server_goes_on) {
  std::mutex mutex;
  std::vector<std::string> complaints;
  auto options = quiet();
  options.complain = [&](const std::string& code, const std::string& detail) {
    const std::lock_guard lock(mutex);
    complaints.push_back(code + ": " + detail);
  };
  Server server(options, answer_told);
  Wire wire(server.port());
  for (const auto* target : {"/throw", "/fault", "/odd", "/split"}) {
    const auto got = wire.get(target);
    EXPECT_EQ(got.status, 500);
    EXPECT_FALSE(got.says("Set-Cookie"));
  }
  EXPECT_EQ(wire.get("/en/a").status, 200);
  const std::lock_guard lock(mutex);
  ASSERT_EQ(complaints.size(), 4U);
  EXPECT_EQ(complaints[0], "exception: std::runtime_error") << "its text may quote what somebody sent";
  EXPECT_EQ(complaints[1], "disk-full: no room");
  EXPECT_EQ(complaints[2], "exception: int");
  EXPECT_TRUE(complaints[3].starts_with("response-malformed"));
}

// What lies ready and what must be made, in one row of requests: in order, with the same headers, and counted alike.
TEST(Server, what_lies_ready_is_answered_in_its_turn) {
  std::atomic<int> made = 0;
  std::atomic<int> counted = 0;
  auto options = quiet();
  options.at_hand = [](const Request& request) -> std::shared_ptr<const Response> {
    const auto what = joined(request.address);
    if (what == "throw") throw std::runtime_error("asked too early");
    if (!what.starts_with("ready")) return nullptr;
    return std::make_shared<const Response>(said("at hand " + what));
  };
  options.served = [&](const Served& served) { counted += served.status == 200 ? 1 : 0; };
  Server server(options, [&](const Request& request) {
    ++made;
    return said("made " + joined(request.address));
  });
  Wire wire(server.port());
  std::string all;
  for (int i = 0; i < 100; ++i)
    all +=
        std::string("GET /en/") + (i % 3 == 0 ? "slow" : "ready") + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  wire.send(all);
  for (int i = 0; i < 100; ++i)
    ASSERT_EQ(wire.receive().body, (i % 3 == 0 ? "made slow" : "at hand ready") + std::to_string(i));
  EXPECT_EQ(made, 34);
  EXPECT_EQ(wire.get("/en/throw").body, "made throw") << "who fails to find it asks for it to be made";
  const auto held = wire.get("/en/ready", "If-None-Match: *\r\n");
  EXPECT_EQ(held.status, 304);
  EXPECT_TRUE(held.says("Content-Security-Policy: default-src 'none'"));
  wire.send("HEAD /en/ready HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(wire.receive(true).header("Content-Length"), "13");
  EXPECT_EQ(wire.get("/en/last").body, "made last");
  EXPECT_EQ(counted, 103) << "whatever thread answered, all but the 304";
}

TEST(Server, closes_when_asked_and_after_http_1_0) {
  Server server(quiet(), answer_told);
  Wire asked(server.port());
  EXPECT_TRUE(asked.get("/en/a", "Connection: close\r\n").says("Connection: close"));
  EXPECT_TRUE(asked.closes());
  Wire old(server.port());
  old.send("GET /en/a HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.receive().body, "get a");
  EXPECT_TRUE(old.closes());
  Wire kept(server.port());
  kept.send("GET /en/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_EQ(kept.receive().header("Connection"), "keep-alive");
  EXPECT_EQ(kept.get("/en/b").status, 200);
}

TEST(Server, says_continue_to_those_who_wait_for_it) {
  Server server(quiet(), answer_told);
  Wire wire(server.port());
  wire.send("POST /en/f HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(wire.receive().status, 100);
  wire.send("a=b");
  EXPECT_EQ(wire.receive().body, "post fa=b");
}

TEST(Server, serves_many_at_once) {
  Server server(quiet(), answer_told);
  std::vector<std::thread> clients;
  std::atomic<int> right = 0;
  for (int c = 0; c < 100; ++c) {
    clients.emplace_back([&, c] {
      Wire wire(server.port());
      for (int i = 0; i < 20; ++i) {
        const auto what = std::to_string(c) + "/" + std::to_string(i);
        if (wire.get("/en/" + what).body == "get " + what) ++right;
      }
    });
  }
  for (auto& client : clients) client.join();
  EXPECT_EQ(right, 2000);
}

TEST(Server, tells_the_peer) {
  Server server(quiet(), [](const Request& request) { return said(request.peer.address); });
  EXPECT_EQ(Wire(server.port()).get("/").body, "127.0.0.1");
}

TEST(Server, a_port_in_use_is_named) {
  Server first(quiet(), answer_told);
  auto options = quiet();
  options.port = first.port();
  try {
    Server second(options, answer_told);
    FAIL() << "two servers share a port";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "port-in-use");
    EXPECT_NE(std::string(fault.what()).find("127.0.0.1:" + std::to_string(first.port())), std::string::npos);
  }
  EXPECT_EQ(Wire(first.port()).get("/en/a").status, 200);
}

TEST(Server, the_port_is_free_after_a_stop) {
  auto options = quiet();
  {
    Server first(options, answer_told);
    options.port = first.port();
    Wire wire(first.port());
    wire.get("/en/a");  // the server closes first: its side lingers in TIME-WAIT
  }
  Server second(options, answer_told);
  EXPECT_EQ(Wire(second.port()).get("/en/a").status, 200);
}

TEST(Server, an_address_that_is_not_of_this_machine_is_named) {
  for (const auto* host : {"not an address", "192.0.2.1", "example.org"}) {
    auto options = quiet();
    options.host = host;
    try {
      Server server(options, answer_told);
      FAIL() << host;
    } catch (const Fault& fault) {
      EXPECT_EQ(fault.code, "host-unusable");
      EXPECT_NE(std::string(fault.what()).find(host), std::string::npos);
    }
  }
}

TEST(Server, a_stop_finishes_what_is_in_flight) {
  Door door;
  Server server(quiet(), [&](const Request& request) {
    door.pass();
    return said(joined(request.address));
  });
  Wire busy(server.port());
  Wire idle(server.port());
  busy.send("GET /en/slow HTTP/1.1\r\nHost: x\r\n\r\n");
  door.wait_for(1);
  std::thread stopping([&] { server.stop(); });
  EXPECT_TRUE(idle.closes());
  door.open();
  EXPECT_EQ(busy.receive().body, "slow");
  EXPECT_TRUE(busy.closes());
  stopping.join();
  EXPECT_THROW(Wire(server.port()), std::runtime_error);
}

TEST(Server, whoever_comes_while_it_stops_is_closed) {
  for (int i = 0; i < 300; ++i) {
    Door door;
    Server server(quiet(), [&](const Request&) {
      door.pass();
      return said("last");
    });
    Wire busy(server.port());  // keeps the server from ending before
    busy.send("GET /en/slow HTTP/1.1\r\nHost: x\r\n\r\n");
    door.wait_for(1);
    Wire late(server.port());
    std::thread stopping([&] { server.stop(); });
    EXPECT_TRUE(late.closes()) << i;
    door.open();
    EXPECT_EQ(busy.receive().body, "last");
    stopping.join();
  }
}

TEST(Server, a_stop_under_load_gives_whole_answers_or_none) {
  Server server(quiet(), answer_told);
  std::vector<std::thread> clients;
  std::atomic<int> whole = 0;
  for (int c = 0; c < 8; ++c) {
    clients.emplace_back([&] {
      try {
        Wire wire(server.port());
        for (;;) {
          const auto got = wire.get("/long");
          if (got.status == 0) return;
          EXPECT_EQ(got.body.size(), 200'000U);
          ++whole;
        }
      } catch (const std::runtime_error&) {
        return;  // came after the end
      }
    });
  }
  while (whole < 50) std::this_thread::yield();
  server.stop();
  for (auto& client : clients) client.join();
  EXPECT_GE(whole, 50);
}

TEST(Server, may_be_stopped_twice_and_started_often) {
  for (int i = 0; i < 20; ++i) {
    Server server(quiet(), answer_told);
    EXPECT_EQ(Wire(server.port()).get("/en/a").status, 200);
    server.stop();
    server.stop();
  }
}

}  // namespace
}  // namespace comity
