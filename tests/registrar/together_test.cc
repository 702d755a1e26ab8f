// Many who enter at once share commits: everyone is answered after the disk, once, in one order.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "record/memory.h"
#include "record/verify.h"
#include "support/registry.h"

namespace comity {
namespace {

// A store whose commits wait until they are let through, and may fail.
class SlowStore : public Store {
 public:
  SlowStore(const Genesis& genesis, std::atomic<int>& commits, std::atomic<bool>& fails)
      : kept_(memory_store(genesis)), commits_(commits), fails_(fails) {}

  std::string key() const override { return kept_->key(); }
  std::int64_t size(Log log) const override { return kept_->size(log); }
  void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const override {
    kept_->each(log, from, to, take);
  }
  std::vector<BatchMark> marks(Log log) const override { return kept_->marks(log); }
  std::string checkpoint(Log log) const override { return kept_->checkpoint(log); }
  void append(const Commit& commit) override {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    if (fails_) throw Fault("disk", "the disk fails");
    ++commits_;
    kept_->append(commit);
  }
  void put_checkpoint(Log log, std::string_view note) override { kept_->put_checkpoint(log, note); }
  void forget() override {}
  void settle() override {}

 private:
  std::unique_ptr<Store> kept_;
  std::atomic<int>& commits_;
  std::atomic<bool>& fails_;
};

class Together : public testing::Test {
 protected:
  Together() {
    Signer::begin(folder_.path(), genesis("example.org/log", key_));
    signer_.remember(record_);
  }
  // `count` threads enter `each` documents; the same request ids where `same`.
  template <class Step>
  void threads(int count, const Step& step) {
    std::vector<std::thread> all;
    for (int i = 0; i < count; ++i) all.emplace_back([&step, i] { step(i); });
    for (auto& one : all) one.join();
  }
  static EntryRequest request(const std::string& id, const std::string& symbol) {
    return {id, "", {a_document(symbol), confirmed()}, operator_of_secretariat};
  }

  std::atomic<int> commits_{0};
  std::atomic<bool> fails_{false};
  TestFolder folder_{};
  SignKey key_ = SignKey::from_seed(std::string(32, '\x07'));
  Record record_{std::make_unique<SlowStore>(genesis("example.org/log", key_), commits_, fails_)};
  Signer signer_{folder_.path(), key_};
  Registrar registrar_{{record_, key_, signer_, [] { return instant("2026-11-20T12:00:00Z"); },
                        [] { return std::string(32, 's'); }, Signing::later}};
};

TEST_F(Together, ShareCommitsAndGetANumberEach) {
  std::mutex mutex;
  std::set<std::int64_t> numbers;
  threads(16, [&](int who) {
    for (int i = 0; i < 10; ++i) {
      const auto id = std::to_string(who) + "-" + std::to_string(i);
      const auto outcome =
          registrar_.enter({request(id, "A/" + std::to_string(who + 1) + "/" + std::to_string(i + 1))});
      ASSERT_EQ(outcome.entered.size(), 1U);
      EXPECT_LT(outcome.entered[0].number, record_.size(Log::open)) << "durable before it is acknowledged";
      EXPECT_LT(outcome.entered[0].number, registrar_.size()) << "and seen by readers";
      const std::lock_guard lock(mutex);
      EXPECT_TRUE(numbers.insert(outcome.entered[0].number).second);
    }
  });
  EXPECT_EQ(numbers.size(), 160U);
  EXPECT_EQ(registrar_.size(), 160);
  EXPECT_LT(commits_, 80) << "callers waited for a commit each";
  registrar_.sign();
  EXPECT_TRUE(verify(record_.store()).sound());
}

TEST_F(Together, ARequestThatIsAskedByManyAtOnceIsEnteredOnce) {
  std::atomic<int> fresh{0};
  threads(12, [&](int) {
    const auto outcome = registrar_.enter({request("once", "A/1")});
    ASSERT_EQ(outcome.entered.size(), 1U);
    EXPECT_EQ(outcome.entered[0].number, 0);
    EXPECT_EQ(record_.size(Log::open), 1) << "a retry is answered when the first is durable";
    fresh += outcome.entered[0].fresh ? 1 : 0;
  });
  EXPECT_EQ(fresh, 1);
}

TEST_F(Together, ARefusalLeavesWhatOthersHaveDecidedInTheWritersWorld) {
  threads(8, [&](int who) {
    for (int i = 0; i < 10; ++i) {
      const auto symbol = "A/" + std::to_string(who + 1) + "/" + std::to_string(i + 1);
      const auto good = "good-" + symbol.substr(2);
      const auto bad = registrar_.enter({request("bad-" + symbol.substr(2), symbol), request("worse-" + good, symbol)});
      ASSERT_EQ(bad.refused.size(), 1U);
      EXPECT_EQ(bad.refused[0].why.code, "symbol-taken");
      EXPECT_EQ(registrar_.enter({request(good, symbol)}).entered.size(), 1U) << "nothing of the refused one stayed";
      EXPECT_EQ(registrar_.enter({request("again-" + good, symbol)}).refused.size(), 1U) << "and nothing was lost";
    }
  });
  EXPECT_EQ(registrar_.size(), 80);
}

TEST_F(Together, AFailedCommitAnswersNobodyAndStopsTheRecord) {
  registrar_.enter({request("before", "A/9")});
  fails_ = true;
  std::atomic<int> faults{0};
  threads(8, [&](int who) {
    try {
      registrar_.enter({request(std::to_string(who), "A/1/" + std::to_string(who + 1))});
    } catch (const Fault& fault) {
      EXPECT_TRUE(fault.code == "disk" || fault.code == "record-stopped") << fault.code;
      ++faults;
    }
  });
  fails_ = false;
  EXPECT_EQ(faults, 8) << "nobody was told that it was entered";
  EXPECT_EQ(registrar_.size(), 1);
  EXPECT_EQ(record_.size(Log::open), 1);
  EXPECT_THROW(registrar_.enter({request("after", "A/2")}), Fault) << "nothing more before start-up has verified it";
}

}  // namespace
}  // namespace comity
