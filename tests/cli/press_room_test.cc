// The press: what goes over the wire, and a real process at its other end. LibreOffice itself is tests/office's.
#include "cli/press_room.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/press_wire.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct OverWire : testing::Test {
  std::array<int, 2> ends{-1, -1};
  OverWire() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0); }
  ~OverWire() override {
    for (const int end : ends) ::close(end);
  }
};

TEST_F(OverWire, MessagesArriveWhole) {
  const WireMessage large{"pdf", std::string(5'000'000, '\0')};
  std::jthread sender([&] {
    send_on_wire(ends[0], large);
    send_on_wire(ends[0], {"", ""});
  });
  EXPECT_EQ(receive_on_wire(ends[1]), large);
  EXPECT_EQ(receive_on_wire(ends[1]), (WireMessage{"", ""}));
}

TEST_F(OverWire, WhatIsCutShortOrTooLongIsNone) {
  std::string too_long(8, '\xff');
  ASSERT_EQ(::send(ends[0], too_long.data(), too_long.size(), 0), 8);
  EXPECT_FALSE(receive_on_wire(ends[1]));
  std::string cut("\0\0\0\0\0\0\0\x05made", 12);
  ASSERT_EQ(::send(ends[0], cut.data(), cut.size(), 0), 12);
  ::shutdown(ends[0], SHUT_WR);
  EXPECT_FALSE(receive_on_wire(ends[1]));
  ::shutdown(ends[1], SHUT_RDWR);
  EXPECT_FALSE(send_on_wire(ends[0], {"pdf", "words"})) << "and no signal ends us";
}

TEST_F(OverWire, AnswersComeBackAsTheyWere) {
  const auto there_and_back = [](const Result<std::string>& made) { return answer_in(answer_on_wire(made)); };
  EXPECT_EQ(*there_and_back(std::string("%PDF\0\xff", 6)), std::string("%PDF\0\xff", 6));
  const Refusal late{"office-late", {{"seconds", "60"}}};
  EXPECT_EQ(there_and_back(late).refusal(), late);
  EXPECT_EQ(answer_in({"maybe", "x"}).refusal().code, "press-failed");
  EXPECT_EQ(answer_in({"refused", "no JSON"}).refusal().code, "press-failed");
  EXPECT_EQ(answer_in({"refused", "{}"}).refusal().code, "press-failed");
}

// With a search path of its own while it lives.
class SearchPath {
 public:
  explicit SearchPath(const std::string& path) : before_(std::getenv("PATH")) { ::setenv("PATH", path.c_str(), 1); }
  ~SearchPath() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

// The one child of this process; 0 where there is none.
pid_t only_child() {
  std::ifstream file("/proc/self/task/" + std::to_string(::gettid()) + "/children");
  pid_t child = 0;
  file >> child;
  return child;
}

TEST(PressRoom, SaysThatLibreOfficeIsMissing) {
  const SearchPath none("/nowhere");
  for (const bool confined : {false, true}) {
    PressRoom room(confined);
    EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "office-missing");
    EXPECT_EQ(room.make("<x/>", "odt").refusal().code, "office-missing") << "and is still there";
    EXPECT_TRUE(room.stands());
  }
  EXPECT_EQ(only_child(), 0) << "it ends with us";
}

TEST(PressRoom, HoldsNothingOfOurs) {
  const SearchPath none("/nowhere");
  const int ours = ::open("/etc/hostname", O_RDONLY);
  PressRoom room(true);
  EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "office-missing");  // it is at work
  const auto child = only_child();
  ASSERT_NE(child, 0);
  std::vector<std::string> open;
  for (const auto& file : fs::directory_iterator("/proc/" + std::to_string(child) + "/fd"))
    open.push_back(fs::read_symlink(file).string());
  ::close(ours);
  const auto nothing = testing::Eq(std::string("/dev/null"));
  EXPECT_THAT(open, testing::UnorderedElementsAre(nothing, nothing, nothing, testing::StartsWith("socket:")));
}

TEST(PressRoom, IsNotEndedByWhatIsMeantForTheServer) {
  const SearchPath none("/nowhere");
  PressRoom room(true);
  EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "office-missing");  // it is at work
  for (const int one : {SIGHUP, SIGINT, SIGTERM}) ::kill(only_child(), one);
  EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "office-missing");
}

TEST(PressRoom, IsNotBegunAgain) {
  PressRoom room(false);
  ::kill(only_child(), SIGKILL);
  EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "press-gone");
  EXPECT_FALSE(room.stands());
  EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "press-gone");
}

TEST(PressRoom, LeavesOffWhenTold) {
  const SearchPath none("/nowhere");
  PressRoom room(false);
  room.leave_off();
  EXPECT_FALSE(room.stands());
  EXPECT_EQ(room.make("<x/>", "pdf").refusal().code, "press-gone");
}

}  // namespace
}  // namespace comity
