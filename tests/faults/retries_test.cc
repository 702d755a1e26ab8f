// R13: answers are dropped at random, and whoever got none asks again under the same request, also at the same time
// from another place and after a restart: each request is entered exactly once, and every answer names the same entry.
// COMITY_RETRIES sets the number of submissions (10,000 in each run of ./test; 100,000 for the figures).
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

#include "faults/victim.h"
#include "record/record_under_test.h"

namespace comity {
namespace {

// The clients of one record, what they still wait for, and what they were told.
class Clients {
 public:
  explicit Clients(std::string name) : name_(std::move(name)) {}

  // Submits until the number of submissions is reached; four at a time.
  void submit(Registrar& registrar, int submissions) {
    std::atomic<int> left = submissions;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 4; ++i)
      threads.emplace_back([&, i] {
        std::mt19937_64 random(round_ * 4 + i);
        while (left > 0) left -= one(registrar, random);
      });
    for (auto& thread : threads) thread.join();
    ++round_;
  }
  void judge(const Record& record) {
    for (int i = 0; i < next_; ++i) {
      const auto id = id_of(i);
      const auto places = record.find(id);
      const auto told = told_.find(id);
      if (places.size() > 1) ++doubled;
      if (told != told_.end() && (places.size() != 1 || places[0].number != told->second)) ++lost;
    }
    if (record.size(Log::open) > next_) ++doubled;
    entered += record.size(Log::open);
  }

  int dropped = 0, repeated = 0, refused = 0, differing = 0, doubled = 0, lost = 0;
  std::int64_t entered = 0;

 private:
  std::string id_of(int i) const { return name_ + ":" + std::to_string(i); }

  // One submission of a few requests: new ones, and some that were asked before, answered or not.
  int one(Registrar& registrar, std::mt19937_64& random) {
    std::vector<EntryRequest> requests;
    const auto count = 1 + random() % 12;
    {
      const std::lock_guard hold(mutex_);
      for (std::size_t i = 0; i < count; ++i) {
        const bool again = next_ > 0 && random() % 3 == 0;
        const auto recent = static_cast<std::uint64_t>(std::min(next_, 200));
        requests.push_back(request_of(id_of(again ? next_ - 1 - static_cast<int>(random() % recent) : next_++)));
        repeated += again ? 1 : 0;
      }
    }
    const auto outcome = registrar.enter(requests);
    const std::lock_guard hold(mutex_);
    if (!outcome.refused.empty()) {
      ++refused;
    } else if (random() % 3 == 0) {
      ++dropped;  // nobody hears the answer
    } else {
      for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto [it, fresh] = told_.emplace(requests[i].id, outcome.entered.at(i).number);
        if (!fresh && it->second != outcome.entered[i].number) ++differing;
      }
    }
    return static_cast<int>(count);
  }

  std::string name_;
  std::mutex mutex_;
  std::map<std::string, std::int64_t> told_;
  int next_ = 0;
  unsigned round_ = 0;
};

TEST(Retries, enter_each_request_exactly_once) {
  const int wanted = figure("COMITY_RETRIES", 10'000);
  int submissions = 0, restarts = 0, dropped = 0, repeated = 0, wrong = 0;
  std::int64_t entered = 0;
  for (int life = 0; submissions < wanted; ++life) {
    const Folder folder;
    make_record(folder / "data");
    Clients clients("r" + std::to_string(life));
    for (int part = 0; part < 10 && submissions < wanted; ++part, ++restarts, submissions += 500) {
      const auto directory = open_or_throw(folder / "data");
      Registrar registrar(desk_of(directory));
      clients.submit(registrar, 500);
    }
    clients.judge(*open_or_throw(folder / "data").record);
    EXPECT_EQ(clients.refused, 0);
    EXPECT_EQ(clients.differing, 0) << "two answers name different entries";
    EXPECT_EQ(clients.doubled, 0);
    EXPECT_EQ(clients.lost, 0);
    wrong += clients.refused + clients.differing + clients.doubled + clients.lost;
    dropped += clients.dropped;
    repeated += clients.repeated;
    entered += clients.entered;
  }
  std::printf(
      "retries: %d submissions (%d asked again, %d answers of several dropped), %d restarts, %ld entered, lost or "
      "doubled %d\n",
      submissions, repeated, dropped, restarts, entered, wrong);
  EXPECT_GT(repeated, wanted / 10) << "the test was idle";
  EXPECT_GT(dropped, 0) << "the test was idle";
}

}  // namespace
}  // namespace comity
