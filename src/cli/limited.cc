#include "cli/limited.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <thread>

#include "base/check.h"
#include "cli/confine.h"
#include "record/files.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr const char* said_file = "said.log";
constexpr int could_not_begin = 127;

std::string reason() { return std::error_code(errno, std::generic_category()).message(); }

void limit(__rlimit_resource_t what, std::uint64_t most) {
  const rlimit both{most, most};
  ::setrlimit(what, &both);
}

// In the child, up to the other program.
[[noreturn]] void begin(const fs::path& program, std::vector<char*>& arguments, std::vector<char*>& environment,
                        const fs::path& folder, const Limits& limits) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int out = ::open((folder / said_file).c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  const int in = ::open("/dev/null", O_RDONLY);
  if (in < 0 || out < 0 || ::chdir(folder.c_str()) != 0) ::_exit(could_not_begin);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  ::close_range(3, ~0U, 0);  // nothing that we have open is the other program's
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(limits.seconds));
  limit(RLIMIT_FSIZE, limits.file);
  limit(RLIMIT_CORE, 0);
  confine_to(folder, program);
  confine_sockets();
  limit(RLIMIT_AS, limits.memory);  // last: a sanitizer has taken more than any limit
  ::execve(program.c_str(), arguments.data(), environment.data());
  ::_exit(could_not_begin);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (auto& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

// Nothing of our own environment but what a program needs to find its parts.
std::vector<std::string> environment_in(const fs::path& folder) {
  return {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder.string(), "TMPDIR=" + folder.string()};
}

}  // namespace

Scratch::Scratch() {
  auto name = (fs::temp_directory_path() / "comity-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw Fault("disk", name + ": " + reason());
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code error;
  fs::remove_all(path_, error);
}

fs::path program_named(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const auto colon = rest.find(':');
    const auto file = fs::path(rest.substr(0, colon)) / name;
    if (file.is_absolute() && ::access(file.c_str(), X_OK) == 0) return file;
    rest.remove_prefix(colon == rest.npos ? rest.size() : colon + 1);
  }
  return {};
}

Ended run_limited(const fs::path& program, const std::vector<std::string>& arguments, const fs::path& folder,
                  const Limits& limits) {
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  auto environment = environment_in(folder);
  auto word_pointers = pointers(words), environment_pointers = pointers(environment);
  const auto child = ::fork();
  if (child < 0) throw Fault("process", reason());
  if (child == 0) begin(program, word_pointers, environment_pointers, folder, limits);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
  int status = 0;
  pid_t ended = 0;
  while ((ended = ::waitpid(child, &status, WNOHANG)) == 0 && std::chrono::steady_clock::now() < end &&
         !(limits.given_up && limits.given_up()))
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ::kill(-child, SIGKILL);  // and whatever it began
  if (ended == 0) ::waitpid(child, &status, 0);
  return {ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1, ended == 0,
          read_file(folder / said_file).value_or("")};
}

}  // namespace comity
