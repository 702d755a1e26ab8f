// A row of pieces of work, done by other threads a bounded way ahead and handed on in the row's order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <thread>
#include <utility>

namespace comity {

template <class In, class Out>
class Ahead {
 public:
  // `work` runs on other threads, several at once; `take` on the caller's, in order.
  Ahead(std::function<Out(const In&)> work, std::function<void(Out)> take)
      : work_(std::move(work)), take_(std::move(take)) {}

  // What `work` or `take` throws comes out here or at finish(), in its turn; then nothing more may be put.
  void put(In in) {
    if (begun_.size() >= most_) take_first();
    begun_.push_back(std::async(std::launch::async, [this, in = std::move(in)] { return work_(in); }));
  }
  void finish() {
    while (!begun_.empty()) take_first();
  }

 private:
  void take_first() {
    auto first = std::move(begun_.front());
    begun_.pop_front();
    take_(first.get());
  }

  const std::function<Out(const In&)> work_;
  const std::function<void(Out)> take_;
  const std::size_t most_ = 2 * std::max(std::thread::hardware_concurrency(), 1U);
  std::deque<std::future<Out>> begun_{};  // last: it waits for the work, which uses the others
};

}  // namespace comity
