// The program as a process beside the test.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "cli/said.h"
#include "web/outgoing.h"

namespace comity {

// The program as a process of its own, which tells its address first and can be told to stop by a signal.
class Running {
 public:
  explicit Running(std::vector<std::string> words) {
    words.insert(words.begin(), {"comity", "--language", "en"});
    words.insert(words.end(), {"--port", "0"});
    std::vector<const char*> argv;
    for (const auto& word : words) argv.push_back(word.c_str());
    std::array<int, 2> ends{};
    check(::pipe(ends.data()) == 0, "a pipe");
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::_exit(run_command_line(static_cast<int>(argv.size()), argv.data()));
    }
    ::close(ends[1]);
    std::array<char, 512> line{};
    const auto size = ::read(ends[0], line.data(), line.size());
    ::close(ends[0]);
    const std::string said(line.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    const auto begin = said.find("http://127.0.0.1:");
    check(begin != said.npos, "the program tells its address: " + said);
    address_ = said.substr(begin, said.find_first_not_of("0123456789", begin + 17) - begin);
  }
  ~Running() {
    if (child_ > 0) stop();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  int stop() {
    int status = 0;
    ::kill(child_, SIGTERM);
    ::waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  const std::string& address() const { return address_; }
  Received post(const std::string& target, std::string body) const {
    return call({address_ + target, {}, std::move(body)});
  }
  Received get(const std::string& target) const { return call({address_ + target}); }

 private:
  pid_t child_ = -1;
  std::string address_;
};

}  // namespace comity
