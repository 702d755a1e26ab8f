// The witness: answers as C2SP tlog-witness says, never goes back, never signs two histories, whatever happens to it.
#include "record/witness.h"

#include <atomic>
#include <fstream>
#include <random>
#include <thread>

#include "record/cosign.h"
#include "record_under_test.h"

namespace comity {
namespace {

constexpr std::int64_t now = 1'700'000'000;

SignKey witness_key() { return SignKey::from_seed(std::string(32, 'w')); }

// Two histories of one log that part after ten entries.
class Witnessed : public testing::Test {
 protected:
  Witnessed() {
    fill(*log_, 10);
    fill(*fork_, 10);
    Writer(*log_).append(Log::open, 30);
    Writer(*fork_).append(Log::closed, 1);  // so that the next instants differ
    Writer(*fork_).append(Log::open, 30);
    EXPECT_TRUE(Witness::init(folder_ / "w", "w.example/1", witness_key()));
    EXPECT_TRUE(opened()->trust(log_->key()));
  }

  std::unique_ptr<Witness> opened() const { return *Witness::open(folder_ / "w"); }
  static std::string note(const Record& record, std::int64_t size) {
    return sign_checkpoint({record.origin(), size, record.root(Log::open, size)}, test_key());
  }
  static std::string submission(const Record& record, std::int64_t from, std::int64_t to) {
    Submission out{from, {}, note(record, to)};
    if (from > 0) out.proof = record.consistency(Log::open, from, to);
    return print(out);
  }
  static int status(Witness& witness, const std::string& body) { return witness.add_checkpoint(body, now).status; }

  Folder folder_;
  std::unique_ptr<Record> log_ = memory_record("log.example/test", test_key());
  std::unique_ptr<Record> fork_ = memory_record("log.example/test", test_key());
};

TEST_F(Witnessed, ForksAreForks) {
  EXPECT_EQ(log_->root(Log::open, 10), fork_->root(Log::open, 10));
  EXPECT_NE(log_->root(Log::open, 40), fork_->root(Log::open, 40));
}

TEST_F(Witnessed, CosignsWhatExtendsWhatItSaw) {
  const auto opening = opened();
  auto& witness = *opening;
  for (const auto& [from, to] : {std::pair{0, 0}, {0, 1}, {1, 8}, {8, 8}, {8, 13}, {13, 40}}) {
    const auto answer = witness.add_checkpoint(submission(*log_, from, to), now + to);
    ASSERT_EQ(answer.status, 200) << from << " to " << to << ": " << answer.body;
    const auto seen = parse_note(note(*log_, to) + answer.body);
    ASSERT_TRUE(seen);
    EXPECT_EQ(*cosigned_at(*seen, witness.key()), now + to);
  }
  EXPECT_EQ(witness.seen().front().size, 40);
}

TEST_F(Witnessed, SaysWhatItRemembersWhereTheOldSizeIsAnother) {
  const auto opening = opened();
  auto& witness = *opening;
  ASSERT_EQ(status(witness, submission(*log_, 0, 20)), 200);
  for (const auto from : {0, 10, 19, 21}) {
    const auto answer = witness.add_checkpoint(submission(*log_, from, 30), now);
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.content_type, "text/x.tlog.size");
    EXPECT_EQ(answer.body, "20\n");
  }
}

TEST_F(Witnessed, RefusesAnotherHistory) {
  const auto opening = opened();
  auto& witness = *opening;
  ASSERT_EQ(status(witness, submission(*log_, 0, 20)), 200);
  EXPECT_EQ(status(witness, submission(*fork_, 20, 20)), 409);
  EXPECT_EQ(status(witness, submission(*fork_, 20, 30)), 422);
  EXPECT_EQ(status(witness, submission(*fork_, 20, 40)), 422);
  EXPECT_EQ(witness.seen().front().root, log_->root(Log::open, 20));
}

TEST_F(Witnessed, RefusesProofsThatProveNothing) {
  const auto opening = opened();
  auto& witness = *opening;
  ASSERT_EQ(status(witness, submission(*log_, 0, 20)), 200);
  const auto proof = log_->consistency(Log::open, 20, 30);
  EXPECT_EQ(status(witness, print(Submission{20, {}, note(*log_, 30)})), 422);
  EXPECT_EQ(status(witness, print(Submission{20, {proof.rbegin(), proof.rend()}, note(*log_, 30)})), 422);
  EXPECT_EQ(status(witness, print(Submission{20, proof, note(*log_, 31)})), 422);
  EXPECT_EQ(status(witness, print(Submission{20, {proof.front()}, note(*log_, 20)})), 422);
  EXPECT_EQ(status(witness, submission(*log_, 20, 30)), 200);
}

TEST_F(Witnessed, RefusesAProofFromNothing) {
  const auto opening = opened();
  auto& witness = *opening;
  EXPECT_EQ(status(witness, print(Submission{0, {leaf_hash("x")}, note(*log_, 30)})), 422);
}

TEST_F(Witnessed, RefusesSmallerAndUnknownAndUnsigned) {
  const auto opening = opened();
  auto& witness = *opening;
  ASSERT_EQ(status(witness, submission(*log_, 0, 20)), 200);
  EXPECT_EQ(status(witness, print(Submission{20, {}, note(*log_, 19)})), 400);
  const auto stranger = SignKey::from_seed(std::string(32, 's'));
  const Checkpoint next{log_->origin(), 30, log_->root(Log::open, 30)};
  EXPECT_EQ(status(witness, print(Submission{20, {}, sign_checkpoint(next, stranger)})), 403);
  const Checkpoint other{"log.example/other", 30, log_->root(Log::open, 30)};
  EXPECT_EQ(status(witness, print(Submission{20, {}, sign_checkpoint(other, test_key())})), 404);
}

TEST_F(Witnessed, RefusesWhatIsNoSubmission) {
  const auto opening = opened();
  auto& witness = *opening;
  const auto good = note(*log_, 1);
  std::string many = "old 0\n";
  for (int i = 0; i < 64; ++i) many += to_base64(std::string(32, 'h')) + "\n";
  for (const auto& body :
       {std::string(), std::string("old"), std::string("old 0\n\n"), good, "old 00\n\n" + good, "old -1\n\n" + good,
        "old 0 \n\n" + good, "old 0\nx\n\n" + good, "old 0\n" + good, many + "\n" + good, "old 0\n\n" + good + "x",
        std::string("old 0\n\na\nb\nc\n\n\u2014 a AAAAAAA=\n")})
    EXPECT_EQ(status(witness, body), 400) << body;
}

TEST_F(Witnessed, RemembersAcrossRestarts) {
  for (const auto& [from, to] : {std::pair{0, 5}, {5, 9}, {9, 40}}) {
    const auto opening = opened();
    auto& witness = *opening;
    EXPECT_EQ(status(witness, submission(*log_, from, to)), 200);
  }
  const auto opening = opened();
  auto& witness = *opening;
  EXPECT_EQ(status(witness, submission(*fork_, 0, 40)), 409);
}

// Deleting the memory does not make a new witness: the log is then unknown until somebody decides to trust it again.
TEST_F(Witnessed, WhoseMemoryIsGoneKnowsTheLogNoMore) {
  {
    const auto opening = opened();
    auto& witness = *opening;
    ASSERT_EQ(status(witness, submission(*log_, 0, 20)), 200);
  }
  EXPECT_EQ(opened()->trust(log_->key()).refusal().code, "witness-knows");
  std::filesystem::remove_all(folder_ / "w/logs");
  std::filesystem::create_directory(folder_ / "w/logs");
  const auto opening = opened();
  auto& witness = *opening;
  EXPECT_EQ(status(witness, submission(*fork_, 0, 40)), 404);
}

TEST_F(Witnessed, WhoseMemoryIsDamagedDoesNotStart) {
  for (const auto& file : std::filesystem::directory_iterator(folder_ / "w/logs")) {
    std::ofstream(file.path(), std::ios::trunc) << "nothing";
    EXPECT_EQ(fault_of([&] { opened(); }), "witness-damaged");
    std::filesystem::remove(file.path());
  }
  std::ofstream(folder_ / "w/logs/.new-x") << "what an interrupted write leaves behind";
  EXPECT_EQ(fault_of([&] { opened(); }), "");
  std::filesystem::remove(folder_ / "w/name");
  EXPECT_EQ(fault_of([&] { opened(); }), "witness-missing");
}

TEST_F(Witnessed, IsMadeOnce) {
  EXPECT_EQ(Witness::init(folder_ / "w", "w.example/2", witness_key()).refusal().code, "witness-exists");
  EXPECT_EQ(Witness::init(folder_ / "v", "two words", witness_key()).refusal().code, "key-name");
}

// R22, the race of the specification: many submit at once, each believing what it heard last; the memory only grows,
// and what was cosigned is one history.
TEST_F(Witnessed, NeverRollsBackUnderSubmissionsAtOnce) {
  constexpr int rounds = 2'500;
  const auto opening = opened();
  auto& witness = *opening;
  std::atomic<int> backwards = 0;
  std::atomic<int> cosigned = 0;
  const auto submit = [&](unsigned seed) {
    std::minstd_rand random(seed);
    std::int64_t known = 0;
    for (int i = 0; i < rounds; ++i) {
      const auto to = std::min<std::int64_t>(40, known + static_cast<std::int64_t>(random() % 3));
      const auto answer = witness.add_checkpoint(submission(*log_, known, to), now);
      if (answer.status == 200) ++cosigned;
      const auto heard = answer.status == 200 ? to : std::stoll(answer.body);
      if (heard < known) ++backwards;
      known = heard;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned seed = 1; seed <= 4; ++seed) threads.emplace_back(submit, seed);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(backwards, 0);
  EXPECT_GT(cosigned, rounds);
  const auto seen = witness.seen();
  EXPECT_EQ(seen.front().size, 40);
  EXPECT_EQ(Witness::open(folder_ / "w").refusal().code, "witness-in-use");
}

}  // namespace
}  // namespace comity
