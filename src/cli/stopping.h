// The signals that stop a server are taken by one thread alone: blocked before any other thread begins.
#pragma once

#include <csignal>

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

 private:
  sigset_t signals_{};
};

}  // namespace comity
