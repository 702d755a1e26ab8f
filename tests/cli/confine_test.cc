// A process that has confined itself tries what an intruder would: each attempt in a child of its own. Those attempts
// that work without confinement are counted, so that the test knows that it tests something.
#include "cli/confine.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <functional>
#include <thread>

#include "support/registry.h"

namespace comity {
namespace {

using Attempt = std::function<long()>;  // as a system call answers: below zero, with errno, where it was refused

// 0 where it worked, else the reason.
int outcome_after(const std::function<void()>& confining, const Attempt& attempt) {
  const auto child = ::fork();
  if (child == 0) {
    confining();
    errno = 0;
    ::_exit(attempt() < 0 ? errno : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

int outcome(const Attempt& attempt, const Confinement* wanted) {
  return outcome_after([wanted] { return wanted ? void(confine(*wanted)) : void(); }, attempt);
}

bool is_refusal(int reason) { return reason == EPERM || reason == EACCES; }

long bound_to(std::uint16_t port) {
  const int opened = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return ::bind(opened, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

// Nobody listens there: without confinement ECONNREFUSED.
long connected_to(std::uint16_t port) {
  const int opened = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return ::connect(opened, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

struct Confining : testing::Test {
  TestFolder inside{};
  TestFolder outside{};
  std::string in(const std::string& name) const { return (inside.path() / name).string(); }
  std::string out(const std::string& name) const { return (outside.path() / name).string(); }
  Confinement wanted{inside.path(), {0}, false};

  int version() const { return outcome_of_confining(&Confined::landlock); }
  bool calls() const { return outcome_of_confining(&Confined::calls) != 0; }

  void SetUp() override {
    ::close(::open(out("there").c_str(), O_CREAT | O_WRONLY, 0600));
    ::close(::open(in("there").c_str(), O_CREAT | O_WRONLY, 0600));
  }

 private:
  template <class Member>
  int outcome_of_confining(Member member) const {
    const auto child = ::fork();
    if (child == 0) ::_exit(static_cast<int>(confine(wanted).*member));
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  }
};

struct Named {
  const char* name;
  Attempt attempt;
};

// Of each set: all refused when confined; at least `least` of them not refused otherwise.
void expect_refused(const std::vector<Named>& all, const Confinement& wanted, int least) {
  int would = 0;
  for (const auto& [name, attempt] : all) {
    EXPECT_TRUE(is_refusal(outcome(attempt, &wanted))) << name << ": " << std::strerror(outcome(attempt, &wanted));
    if (!is_refusal(outcome(attempt, nullptr))) ++would;
  }
  EXPECT_GE(would, least) << "too few of these attempts would do anything without confinement";
}

TEST_F(Confining, HoldsAsFarAsTheKernelGoes) {
  EXPECT_TRUE(calls());
  const auto kernel = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1);
  if (kernel < 1) GTEST_SKIP() << "this kernel has no Landlock";
  EXPECT_EQ(version(), kernel);
  EXPECT_GE(version(), 2);
}

TEST_F(Confining, WritesAndReadsItsOwnDirectory) {
  const std::vector<Named> all{{"read", [&] { return ::open(in("there").c_str(), O_RDONLY); }},
                               {"write", [&] { return ::open(in("there").c_str(), O_RDWR | O_TRUNC); }},
                               {"make", [&] { return ::open(in("new").c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600); }},
                               {"make a folder", [&] { return ::mkdir(in("folder").c_str(), 0700); }},
                               {"rename", [&] { return ::rename(in("there").c_str(), in("folder/moved").c_str()); }},
                               {"remove", [&] { return ::unlink(in("folder/moved").c_str()); }},
                               {"listen", [] { return bound_to(0); }},
                               {"throw away", [] { return ::open("/dev/null", O_WRONLY); }},
                               {"begin a thread", [] { return std::thread([] {}).join(), 0L; }}};
  for (const auto& [name, attempt] : all) EXPECT_EQ(outcome(attempt, &wanted), 0) << name;
}

TEST_F(Confining, TouchesNothingElse) {
  if (version() < 2) GTEST_SKIP() << "this kernel has no Landlock";
  expect_refused({{"read", [&] { return ::open(out("there").c_str(), O_RDONLY); }},
                  {"write", [&] { return ::open(out("there").c_str(), O_WRONLY); }},
                  {"make", [&] { return ::open(out("new").c_str(), O_CREAT | O_WRONLY, 0600); }},
                  {"make a folder", [&] { return ::mkdir(out("folder").c_str(), 0700); }},
                  {"make a link", [&] { return ::symlink("/", out("link").c_str()); }},
                  {"list", [&] { return ::open(outside.path().c_str(), O_RDONLY | O_DIRECTORY); }},
                  {"read a password file", [] { return ::open("/etc/passwd", O_RDONLY); }},
                  {"read a program", [] { return ::open("/bin/sh", O_RDONLY); }},
                  {"read of another process", [] { return ::open("/proc/1/status", O_RDONLY); }},
                  {"by a way through its own",
                   [&] { return ::open((in("..") + "/" + outside.path().filename().string() + "/there").c_str(), 0); }},
                  {"remove", [&] { return ::unlink(out("there").c_str()); }}},
                 wanted, 10);
}

TEST_F(Confining, ConnectsNowhereAndListensOnNoOtherPort) {
  if (version() < 4) GTEST_SKIP() << "this kernel's Landlock knows no ports";
  const Attempt connect = [] { return connected_to(1); };
  expect_refused({{"connect", connect}, {"listen", [] { return bound_to(34567); }}}, wanted, 1);
  auto asking = wanted;
  asking.asks = true;
  EXPECT_EQ(outcome(connect, &asking), ECONNREFUSED);
}

// Each with arguments that do no harm where it is not refused.
TEST_F(Confining, MakesNoCallThatAServerHasNoUseFor) {
  static char program[] = "/bin/true";
  static char* arguments[] = {program, nullptr};
  expect_refused({{"execve", [] { return ::execve(program, arguments, nullptr); }},
                  {"execveat", [] { return ::syscall(SYS_execveat, AT_FDCWD, program, arguments, nullptr, 0); }},
                  {"user namespace", [] { return ::unshare(CLONE_NEWUSER); }},
                  {"clone into a namespace", [] { return ::syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0); }},
                  {"setns", [] { return ::setns(-1, 0); }},
                  {"mount", [] { return ::mount(nullptr, "/nowhere", nullptr, 0, nullptr); }},
                  {"bpf", [] { return ::syscall(SYS_bpf, -1, nullptr, 0); }},
                  {"io_uring", [] { return ::syscall(SYS_io_uring_setup, 0, nullptr); }},
                  {"keyctl", [] { return ::syscall(SYS_keyctl, -1, 0, 0, 0, 0); }},
                  {"userfaultfd", [] { return ::syscall(SYS_userfaultfd, -1); }},
                  {"kexec", [] { return ::syscall(SYS_kexec_load, 0, -1, nullptr, -1); }},
                  {"load a module", [] { return ::syscall(SYS_finit_module, -1, nullptr, -1); }},
                  {"look into a process", [] { return ::syscall(SYS_process_vm_readv, 0, 0, 0, 0, 0, -1); }},
                  {"raw socket", [] { return ::socket(AF_INET, SOCK_RAW, IPPROTO_ICMP); }},
                  {"packet socket", [] { return ::socket(AF_PACKET, SOCK_DGRAM, 0); }},
                  {"change user", [] { return ::setuid(::getuid()); }},
                  {"memory to write and run",
                   [] {
                     auto* page = ::mmap(nullptr, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                     return page == MAP_FAILED ? -1L : 0L;
                   }},
                  {"set the clock", [] { return ::syscall(SYS_clock_settime, -1, nullptr); }}},
                 wanted, 10);
}

// The press of a server: it may begin programs, and little else.
TEST_F(Confining, LeavesThePressItsFolderAndItsProgram) {
  const auto in_press = [&](const Attempt& attempt) {
    return outcome_after([&] { confine_press(inside.path(), {}); }, attempt);
  };
  static char program[] = "/bin/true";
  static char* arguments[] = {program, nullptr};
  EXPECT_EQ(in_press([] { return ::execve(program, arguments, nullptr); }), 0);
  EXPECT_EQ(in_press([&] { return ::open(in("made").c_str(), O_CREAT | O_WRONLY, 0600); }), 0);
  EXPECT_EQ(in_press([] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }), 0);
  for (const auto family : {AF_INET, AF_INET6, AF_NETLINK})
    EXPECT_TRUE(is_refusal(in_press([family] { return ::socket(family, SOCK_DGRAM, 0); }))) << family;
  EXPECT_TRUE(is_refusal(in_press([] { return ::mount(nullptr, "/nowhere", nullptr, 0, nullptr); })));
  EXPECT_TRUE(is_refusal(in_press([] { return ::unshare(CLONE_NEWUSER); })));
  if (version() < 2) GTEST_SKIP() << "this kernel has no Landlock";
  EXPECT_TRUE(is_refusal(in_press([&] { return ::open(out("there").c_str(), O_RDONLY); })));
  EXPECT_TRUE(is_refusal(in_press([&] { return ::open(out("new").c_str(), O_CREAT | O_WRONLY, 0600); })));
  const auto copied = in("program");
  std::filesystem::copy_file(program, copied);
  static std::string brought;
  brought = copied;
  EXPECT_TRUE(is_refusal(in_press([] { return ::execve(brought.c_str(), arguments, nullptr); })));
}

#ifndef COMITY_ADDRESS_SANITIZER
TEST_F(Confining, TracesNobody) {
  expect_refused({{"ptrace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }}}, wanted, 1);
}
#endif

}  // namespace
}  // namespace comity
