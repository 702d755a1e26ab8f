#include "disk/child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>

#include "base/check.h"

namespace comity {
namespace {

enum Exit { done, refused = 11, fault = 13, broken = 99 };

int run(Tape& tape, const std::function<std::string()>& step) {
  try {
    const auto code = step();
    if (!code.empty()) tape.tell("code " + code);
    return code.empty() ? Exit::done : Exit::refused;
  } catch (const Fault& caught) {
    tape.tell("code " + caught.code);
    tape.tell(std::string("why ") + caught.what());
    return Exit::fault;
  } catch (const std::filesystem::filesystem_error& error) {
    tape.tell("code disk");  // as the command line takes it
    return Exit::fault;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "child: %s\n", error.what());
    return Exit::broken;
  }
}

Ending ending_of(int status) {
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGKILL ? Ending::killed : Ending::broken;
  switch (WEXITSTATUS(status)) {
    case Exit::done:
      return Ending::done;
    case Exit::refused:
      return Ending::refused;
    case Exit::fault:
      return Ending::fault;
    default:
      return Ending::broken;
  }
}

}  // namespace

Child in_child(Tape& tape, const std::function<std::string()>& step, std::optional<int> kill_after) {
  std::fflush(nullptr);
  const auto pid = ::fork();
  check(pid >= 0, "a process can be made");
  if (pid == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::_exit(run(tape, step));
  }
  if (kill_after) {
    ::usleep(static_cast<useconds_t>(*kill_after));
    ::kill(pid, SIGKILL);
  }
  int status = 0;
  check(::waitpid(pid, &status, 0) == pid, "the child ends");
  Child child{ending_of(status)};
  for (const auto& line : tape.told())
    if (line.starts_with("code ")) child.code = line.substr(5);
  return child;
}

}  // namespace comity
