#include "cli/press_room.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <exception>
#include <system_error>
#include <thread>

#include "base/check.h"
#include "cli/confine.h"
#include "cli/limited.h"
#include "cli/office.h"
#include "cli/press_wire.h"

namespace comity {
namespace {

constexpr int wire_of_child = 3;
constexpr int politeness = 5;  // pages come first
constexpr std::chrono::seconds patience{5};

Limits limits_of_press() {
  Limits limits;
  limits.file = 100'000'000;
  limits.given_up = [] {
    pollfd wire{wire_of_child, POLLIN | POLLRDHUP, 0};  // the server says nothing while it waits
    return ::poll(&wire, 1, 0) != 0;
  };
  return limits;
}

void put_in_file(const char* file, std::string_view text) {
  const int opened = ::open(file, O_WRONLY | O_CLOEXEC);
  if (opened < 0) return;
  [[maybe_unused]] const auto written = ::write(opened, text.data(), text.size());
  ::close(opened);
}

// Nothing of the server's but the wire.
void part_from_server(int wire) {
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, standard);
  if (wire != wire_of_child) ::dup2(wire, wire_of_child);
  ::fcntl(wire_of_child, F_SETFD, FD_CLOEXEC);
  ::close_range(wire_of_child + 1, ~0U, 0);
  for (const int one : {SIGHUP, SIGINT, SIGTERM}) ::signal(one, SIG_IGN);  // what ends the server ends it too
  ::prctl(PR_SET_NAME, "comity-press");
  ::setpriority(PRIO_PROCESS, 0, politeness);
  put_in_file("/proc/self/oom_score_adj", "500");  // where memory is short, it ends before the server does
}

Result<std::string> made_now(const WireMessage& order) {
  try {
    return made_by_office(order.second, order.first, limits_of_press());
  } catch (const std::exception& error) {
    return Refusal{"office-failed", {{"detail", error.what()}}};
  }
}

// Until the server is gone: no other signal is needed, and none would let it take its folder away.
[[noreturn]] void press(int wire, bool confined) {
  part_from_server(wire);
  if (confined) confine_press(std::filesystem::temp_directory_path(), office_program());
  while (const auto order = receive_on_wire(wire_of_child))
    if (!send_on_wire(wire_of_child, answer_on_wire(made_now(*order)))) break;
  ::_exit(0);
}

}  // namespace

PressRoom::PressRoom(bool confined) {
  int pair[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    throw Fault("process", std::error_code(errno, std::generic_category()).message());
  wire_ = pair[0];
  child_ = ::fork();
  if (child_ == 0) press(pair[1], confined);
  ::close(pair[1]);
  if (child_ > 0) return;
  ::close(wire_);
  throw Fault("process", std::error_code(errno, std::generic_category()).message());
}

PressRoom::~PressRoom() {
  ::close(wire_);
  const auto end = std::chrono::steady_clock::now() + patience;
  while (::waitpid(child_, nullptr, WNOHANG) == 0 && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

Result<std::string> PressRoom::make(const std::string& flat_odt, const std::string& format) {
  if (flat_odt.size() > most_on_wire) return Refusal{"press-failed"};
  auto answer = !gone_ && send_on_wire(wire_, {format, flat_odt}) ? receive_on_wire(wire_) : std::nullopt;
  if (answer) return answer_in(*std::move(answer));
  gone_ = true;  // and what it says later answers no question any more
  return Refusal{"press-gone"};
}

void PressRoom::leave_off() {
  gone_ = true;
  ::shutdown(wire_, SHUT_RDWR);
}

bool PressRoom::stands() const {
  pollfd wire{wire_, POLLRDHUP, 0};
  return !gone_ && ::poll(&wire, 1, 0) == 0;
}

}  // namespace comity
