// Programs of others within limits: real ones, that try what a hostile file could make them do.
#include "cli/limited.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cli/office.h"

namespace comity {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

Ended in_shell(const Scratch& scratch, const std::string& words, const Limits& limits = {}) {
  return run_limited("/bin/sh", {"-c", words}, scratch.path(), limits);
}

TEST(Limited, TellsWhatWasSaidAndHowItEnded) {
  const Scratch scratch;
  const auto ended = in_shell(scratch, "echo said; echo told >&2; exit 3");
  EXPECT_EQ(ended.exit, 3);
  EXPECT_EQ(ended.said, "said\ntold\n");
  EXPECT_FALSE(ended.late);
  EXPECT_EQ(run_limited("/nowhere/at-all", {}, scratch.path()).exit, 127);
}

TEST(Limited, SeesNothingOfOurEnvironment) {
  const Scratch scratch;
  ::setenv("COMITY_SECRET", "hidden", 1);
  const auto ended = in_shell(scratch, "env; pwd");
  EXPECT_THAT(ended.said, Not(HasSubstr("hidden")));
  EXPECT_THAT(ended.said, HasSubstr("HOME=" + scratch.path().string() + "\n"));
}

TEST(Limited, HasNoneOfOurFiles) {
  const Scratch scratch;
  const int ours = ::open("/etc/hostname", O_RDONLY);  // as a library would, without a thought of other programs
  ASSERT_GE(ours, 3);
  const auto ended = in_shell(scratch, "readlink /proc/self/fd/" + std::to_string(ours) + " || echo none");
  ::close(ours);
  EXPECT_EQ(ended.said, "none\n");
}

TEST(Limited, IsEndedWithWhateverItBegan) {
  const Scratch scratch;
  const auto ended = in_shell(scratch, "sleep 300 & echo $!; sleep 300", {1, 6ULL << 30, 1'000'000});
  EXPECT_TRUE(ended.late);
  EXPECT_EQ(ended.exit, -1);
  const auto begun = std::stoi(ended.said);
  for (int i = 0; i < 500 && fs::exists("/proc/" + std::to_string(begun) + "/exe"); ++i) ::usleep(10'000);
  EXPECT_FALSE(fs::exists("/proc/" + std::to_string(begun) + "/exe"));
}

TEST(Limited, IsEndedWhenNobodyWaitsForIt) {
  const Scratch scratch;
  Limits limits;
  int asked = 0;
  limits.given_up = [&asked] { return ++asked > 3; };
  EXPECT_TRUE(in_shell(scratch, "sleep 300", limits).late);
  EXPECT_EQ(asked, 4);
}

TEST(Limited, WritesNoMoreThanItMay) {
  const Scratch scratch;
  EXPECT_NE(in_shell(scratch, "head -c 5000000 /dev/zero > big", {20, 6ULL << 30, 1'000'000}).exit, 0);
  EXPECT_EQ(fs::file_size(scratch.path() / "big"), 1'000'000U);
  EXPECT_NE(in_shell(scratch, "head -c 900000000 /dev/zero | tail -n 1", {20, 300'000'000, 1'000'000}).exit, 0);
}

TEST(Limited, HasNoNetwork) {
  const Scratch scratch;
  const auto tried = in_shell(scratch, "/usr/bin/python3 -c 'import socket; socket.socket(socket.AF_INET)' 2>&1");
  EXPECT_NE(tried.exit, 0);
  EXPECT_THAT(tried.said, HasSubstr("PermissionError"));
  EXPECT_EQ(in_shell(scratch, "/usr/bin/python3 -c 'import socket; socket.socket(socket.AF_UNIX)'").exit, 0);
}

TEST(Limited, WritesInItsFolderAlone) {
  const Scratch scratch, other;
  EXPECT_EQ(in_shell(scratch, "echo x > here && cat here").exit, 0);
  const auto outside = (other.path() / "there").string();
  const auto tried = in_shell(scratch, "echo x > " + outside);
  const bool kernel_can = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0;
  EXPECT_EQ(tried.exit != 0, kernel_can);
  EXPECT_EQ(fs::exists(outside), !kernel_can);
}

TEST(Limited, ReadsNothingThatOthersKeep) {
  const Scratch scratch, other;
  std::ofstream(other.path() / "key") << "secret";
  const auto tried = in_shell(scratch, "cat " + (other.path() / "key").string());
  const bool kernel_can = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) > 0;
  EXPECT_EQ(tried.exit != 0, kernel_can);
  EXPECT_EQ(tried.said == "secret", !kernel_can);
}

TEST(Office, SaysWhatToInstallWhereItIsNot) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto made = made_by_office("<x/>", "pdf");
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.refusal().code, "office-missing");
}

TEST(Office, SaysSoWhereItMakesNothing) {
  const auto made = made_by_office("this is no document", "no-such-form");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.refusal().code, "office-failed");
}

}  // namespace
}  // namespace comity
