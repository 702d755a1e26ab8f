// The signals that stop a server are taken by one thread alone: blocked before any other thread begins.
#pragma once

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <thread>

namespace comity {

class Stopping {
 public:
  Stopping() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  // Returns when one of them has come.
  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }
  const sigset_t& signals() const { return signals_; }

 private:
  sigset_t signals_{};
};

// While it lives, a further signal ends the process at once, and so does the end of `patience`: what was acknowledged
// is on the disk, and start-up verifies the rest.
class Hurrying {
 public:
  Hurrying(const Stopping& stopping, std::chrono::seconds patience)
      : thread_([signals = stopping.signals(), patience](const std::stop_token& done) {
          constexpr timespec look{0, 100'000'000};
          const auto end = std::chrono::steady_clock::now() + patience;
          while (!done.stop_requested()) {
            const int signal = sigtimedwait(&signals, nullptr, &look);
            if (signal > 0) ::_exit(128 + signal);
            if (std::chrono::steady_clock::now() > end) ::_exit(128 + SIGALRM);
          }
        }) {}

 private:
  std::jthread thread_;
};

}  // namespace comity
