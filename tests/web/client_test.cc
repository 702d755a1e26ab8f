#include "web/client.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "base/check.h"
#include "web/local_socket.h"
#include "web/server.h"
#include "web/wire.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

// A directory of its own for each test, removed at the end.
class Client : public testing::Test {
 protected:
  Client() {
    std::string name = fs::temp_directory_path() / "comity-XXXXXX";
    check(::mkdtemp(name.data()) != nullptr, "no temporary directory");
    directory = name;
  }
  ~Client() override { fs::remove_all(directory); }

  ServerOptions local(const std::string& path) const {
    ServerOptions options;
    options.tcp = false;
    options.socket = path;
    options.complain = [](const std::string&, const std::string&) {};
    return options;
  }

  std::string socket() const { return socket_path(directory); }

  std::string directory;
};

Response answer(const Request& request) {
  Response response;
  if (request.target == "/big")
    response.body = std::string(10'000'000, 'x');
  else
    response.body = request.target + " " + std::to_string(request.body.size()) + (request.peer.local() ? " local" : "");
  if (request.target == "/missing") response.status = 404;
  return response;
}

template <class Work>
std::string fault_of(Work&& work) {
  try {
    work();
  } catch (const Fault& fault) {
    return fault.code;
  }
  return "none";
}

TEST_F(Client, asks_and_hears) {
  Server server(local(socket()), answer);
  const auto got = request(socket(), "GET", "/en");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.body, "/en 0 local");
  EXPECT_EQ(got.headers.at("content-length"), "11");
  EXPECT_EQ(request(socket(), "GET", "/missing").status, 404);
  EXPECT_EQ(request(socket(), "HEAD", "/en").body, "");
  EXPECT_EQ(server.port(), 0);
}

TEST_F(Client, long_bodies_pass_both_ways) {
  Server server(local(socket()), answer);
  EXPECT_EQ(request(socket(), "GET", "/big").body, std::string(10'000'000, 'x'));
  EXPECT_EQ(request(socket(), "POST", "/acts", std::string(20'000'000, 'x')).body, "/acts 20000000 local");
  auto small = local(directory + "/other/http");
  small.limits.local_body_bytes = 1000;
  Server second(small, answer);
  EXPECT_EQ(request(small.socket, "POST", "/acts", std::string(20'000'000, 'x')).status, 413);
}

TEST_F(Client, a_path_of_any_length_works) {
  std::string deep = directory;
  while (deep.size() < 300) deep += "/a-directory-with-a-long-name";
  fs::create_directories(deep);
  Server server(local(socket_path(deep)), answer);
  EXPECT_GT(socket_path(deep).size(), sizeof(sockaddr_un::sun_path));
  EXPECT_EQ(request(socket_path(deep), "GET", "/en").body, "/en 0 local");
  EXPECT_EQ(fault_of([&] { request(deep + "/absent/http", "GET", "/en"); }), "server-absent");
}

TEST_F(Client, nobody_there_is_said) {
  EXPECT_EQ(fault_of([&] { request(socket(), "GET", "/"); }), "server-absent");
  { Server server(local(socket()), answer); }
  EXPECT_EQ(fault_of([&] { request(socket(), "GET", "/"); }), "server-absent");
  EXPECT_FALSE(fs::exists(socket())) << "a server that stops takes its socket with it";
}

TEST_F(Client, the_directory_is_the_owners_alone) {
  Server server(local(socket()), answer);
  EXPECT_EQ(fs::status(directory + "/socket").permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(socket()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_directory(directory + "/open");
  fs::permissions(directory + "/open", fs::perms(0755));
  EXPECT_EQ(fault_of([&] { Server(local(directory + "/open/http"), answer); }), "socket-directory-open");
}

TEST_F(Client, another_user_is_refused) {
  auto options = local(socket());
  options.owner = ::geteuid() + 1;
  Server server(options, answer);
  const auto got = request(socket(), "GET", "/en");
  EXPECT_EQ(got.status, 403);
  EXPECT_EQ(got.body, "403 Forbidden: not-the-owner\n");
}

TEST_F(Client, what_a_dead_server_left_behind_is_replaced) {
  fs::create_directory(directory + "/socket");
  fs::permissions(directory + "/socket", fs::perms::owner_all);
  { const auto left = listen_locally(socket()); }
  ASSERT_TRUE(fs::exists(socket()));
  Server server(local(socket()), answer);
  EXPECT_EQ(request(socket(), "GET", "/en").status, 200);
}

TEST_F(Client, a_living_server_is_not_replaced) {
  Server server(local(socket()), answer);
  EXPECT_EQ(fault_of([&] { Server(local(socket()), answer); }), "socket-in-use");
  EXPECT_EQ(request(socket(), "GET", "/en").status, 200);
}

TEST_F(Client, a_file_in_the_way_is_left_alone) {
  fs::create_directory(directory + "/socket");
  fs::permissions(directory + "/socket", fs::perms::owner_all);
  std::ofstream(socket()) << "mine";
  EXPECT_EQ(fault_of([&] { Server(local(socket()), answer); }), "socket-path-taken");
  EXPECT_EQ(fault_of([&] { request(socket(), "GET", "/"); }), "server-absent");
  EXPECT_EQ(fs::file_size(socket()), 4U);
}

TEST_F(Client, both_doors_lead_to_the_same_routes) {
  auto options = local(socket());
  options.tcp = true;
  Server server(options, answer);
  EXPECT_EQ(request(socket(), "GET", "/en").body, "/en 0 local");
  EXPECT_EQ(Wire(server.port()).get("/en").body, "/en 0");
}

// What a peer that is no server of ours says.
std::string fault_for(const std::string& path, const std::string& bytes) {
  const auto listening = listen_locally(path);
  std::thread peer([&] {
    const Descriptor one(::accept(listening.number(), nullptr, nullptr));
    std::array<char, 4096> asked;
    EXPECT_GT(::recv(one.number(), asked.data(), asked.size(), 0), 0);
    EXPECT_EQ(::send(one.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
  });
  const auto code = fault_of([&] { request(path, "GET", "/"); });
  peer.join();
  return code;
}

TEST_F(Client, answers_that_are_none_are_told_apart) {
  EXPECT_EQ(fault_for(socket(), ""), "server-silent");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"), "server-silent");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc"), "answer-malformed");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"), "answer-malformed");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK\r\nno name\r\n\r\n"), "answer-malformed");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK\r\nx\ny: 1\r\n\r\n"), "answer-malformed");
  EXPECT_EQ(fault_for(socket(), "SSH-2.0-x\r\n\r\n"), "answer-malformed");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK"), "answer-malformed");
  EXPECT_EQ(fault_for(socket(), "HTTP/1.1 200 OK\r\n\r\nto the end"), "none");
}

}  // namespace
}  // namespace comity
