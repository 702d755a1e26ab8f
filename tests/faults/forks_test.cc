// R09: attempts to make the record take two ways. What one host can see, the lock and the signer's memory refuse; where
// record and memory go back together, only a witness can know, and it does. COMITY_FORKS sets the number of trials of
// each kind (7 in each run of ./test, 50 and more in all; 143 and 1,000 for the figures).
#include <gtest/gtest.h>

#include <random>

#include "disk/child.h"
#include "faults/victim.h"
#include "record/cosign.h"
#include "record/files.h"
#include "record/record_under_test.h"
#include "record/witness.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

int trials() { return figure("COMITY_FORKS", 7); }
SignKey witness_key() { return SignKey::from_seed(std::string(32, 'w')); }

// A data directory with a past, and everything that was ever signed over it.
class Forks : public testing::Test {
 protected:
  void begin(int trial) {
    random_.seed(static_cast<std::uint64_t>(trial) + 1);
    fs::remove_all(here());
    fs::remove_all(there());
    make_record(here());
    go_on(here(), "past");
  }
  int some() { return 1 + static_cast<int>(random_() % 5); }
  fs::path here() const { return folder_ / "here"; }
  fs::path there() const { return folder_ / "there"; }
  static void copy(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
  }

  // Commits and signs; the way makes one history differ from another. Gives the public checkpoint.
  std::string go_on(const fs::path& folder, const std::string& way) {
    auto directory = open_or_throw(folder);
    auto& record = *directory.record;
    for (int i = some(); i > 0; --i) {
      Commit commit;
      Writer(record).add(commit, Log::open, 1, way + "-" + std::to_string(record.size(Log::open)));
      record.append(commit);
      directory.signer->sign(record, Log::open);
    }
    return record.checkpoint(Log::open);
  }
  // "", or why the directory was refused; what it signs where it is not refused must extend `before`.
  std::string refusal(const fs::path& folder, const std::string& before) {
    try {
      const auto signed_last = *open_checkpoint(before, {"log.example/test", test_key().public_key()});
      const auto next = *open_checkpoint(go_on(folder, "next"), {"log.example/test", test_key().public_key()});
      const auto directory = open_or_throw(folder);
      const bool extends =
          next.size >= signed_last.size && directory.record->root(Log::open, signed_last.size) == signed_last.root;
      if (!extends) ++inconsistent_;
      return "";
    } catch (const Fault& fault) {
      return fault.code;
    }
  }
  void tell(const char* what, int refused) const {
    std::printf("%s: %d trials, %d refused, inconsistent checkpoints %d\n", what, trials(), refused, inconsistent_);
    EXPECT_EQ(inconsistent_, 0);
    EXPECT_GT(trials(), 0) << "the test was idle";
  }

  Folder folder_;
  std::mt19937_64 random_;
  int inconsistent_ = 0;
};

TEST_F(Forks, by_a_second_process_on_the_same_directory_are_refused) {
  Tape tape(std::size_t(1) << 20U);
  int refused = 0;
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    auto held = open_or_throw(here());
    const bool without_lock = trial % 2 == 1;
    if (without_lock) fs::remove(here() / "lock");  // somebody tidied up: SQLite's own lock remains
    tape.clear();
    const auto child = in_child(tape, [&] {
      go_on(here(), "second");
      return "";
    });
    EXPECT_EQ(child.code, "record-in-use") << without_lock;
    refused += child.code == "record-in-use" ? 1 : 0;
    Writer(*held.record).append(Log::open, 1);
    held.signer->sign(*held.record, Log::open);
  }
  EXPECT_EQ(refused, trials());
  tell("a second process", refused);
}

TEST_F(Forks, by_a_record_of_yesterday_are_refused) {
  int refused = 0;
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    copy(here(), there());
    const auto last = go_on(here(), "today");
    fs::copy_file(there() / "record.db", here() / "record.db", fs::copy_options::overwrite_existing);
    refused += refusal(here(), last) == "signer-refuses" ? 1 : 0;
  }
  EXPECT_EQ(refused, trials());
  tell("yesterday's record.db", refused);
}

TEST_F(Forks, by_a_signer_without_its_memory_are_refused) {
  int refused = 0;
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    const auto last = go_on(here(), "today");
    const auto memory = here() / (trial % 2 == 0 ? "signed-public" : "signed-closed");
    if (trial % 3 == 0)
      write_durably(memory, "");
    else
      fs::remove(memory);
    refused += refusal(here(), last) == "signer-refuses" ? 1 : 0;
  }
  EXPECT_EQ(refused, trials());
  tell("the signer's memory gone", refused);
}

// The record still holds what the signer has forgotten: what it signs extends both.
TEST_F(Forks, by_an_older_memory_sign_nothing_that_contradicts_the_record) {
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    copy(here(), there());
    const auto last = go_on(here(), "today");
    fs::copy_file(there() / "signed-public", here() / "signed-public", fs::copy_options::overwrite_existing);
    EXPECT_EQ(refusal(here(), last), "");
  }
  tell("yesterday's memory with today's record", 0);
}

TEST_F(Forks, by_another_history_under_this_memory_are_refused) {
  int refused = 0;
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    copy(here(), there());
    const auto last = go_on(here(), "one-way");
    while (open_checkpoint(go_on(there(), "other-way"), {"log.example/test", test_key().public_key()})->size <
           open_checkpoint(last, {"log.example/test", test_key().public_key()})->size + trial % 3) {
    }
    fs::copy_file(there() / "record.db", here() / "record.db", fs::copy_options::overwrite_existing);
    refused += refusal(here(), last) == "signer-refuses" ? 1 : 0;
  }
  EXPECT_EQ(refused, trials());
  tell("another history", refused);
}

// A copy of the whole directory, its memory too, goes on by itself: each copy signs in good faith.
TEST_F(Forks, by_copies_that_both_go_on_are_seen_by_a_witness) {
  int refused = 0;
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    fs::remove_all(folder_ / "witness");
    ASSERT_TRUE(Witness::init(folder_ / "witness", "witness.example", witness_key()));
    const auto witness = *Witness::open(folder_ / "witness");
    ASSERT_TRUE(witness->trust({"log.example/test", test_key().public_key()}));
    std::int64_t seen = 0;
    const auto status = [&](const fs::path& folder) {
      const auto directory = open_or_throw(folder);
      const auto& record = *directory.record;
      const auto size = record.size(Log::open);
      Submission submission{std::min(seen, size), {}, record.checkpoint(Log::open)};
      if (submission.old_size > 0) submission.proof = record.consistency(Log::open, submission.old_size, size);
      const auto answer = witness->add_checkpoint(print(submission), 1'700'000'000);
      if (answer.status == 200) seen = size;
      return answer.status;
    };
    EXPECT_EQ(status(here()), 200);
    copy(here(), there());
    go_on(here(), "one-way");
    EXPECT_EQ(status(here()), 200);
    if (trial % 2 == 0) go_on(there(), "other-way");  // else: it only went back
    for (int i = 0; i < 3; ++i) {
      const auto said = status(there());
      EXPECT_TRUE(said == 409 || said == 422) << said;
      if (said == 200) ++inconsistent_;
      go_on(there(), "other-way");
    }
    EXPECT_EQ(status(here()), 200) << "the log that it follows is not stopped by the other";
    ++refused;
  }
  tell("two copies under one witness", refused);
}

TEST_F(Forks, by_a_witness_s_old_answer_are_seen) {
  int refused = 0;
  for (int trial = 0; trial < trials(); ++trial) {
    begin(trial);
    const auto old = open_or_throw(here()).record->checkpoint(Log::open);
    const auto line = cosign(parse_note(old)->text, "witness.example", witness_key(), 1'700'000'000);
    const auto next = go_on(here(), "today");
    auto replayed = *parse_note(next);
    replayed.signatures.push_back(line);
    const VerifierKey witness{"witness.example", witness_key().public_key(), KeyUse::cosigner};
    auto given = *parse_note(old);
    given.signatures.push_back(line);
    EXPECT_TRUE(cosigned_at(given, witness));
    refused += cosigned_at(replayed, witness) ? 0 : 1;
  }
  EXPECT_EQ(refused, trials());
  tell("a witness's answer replayed", refused);
}

}  // namespace
}  // namespace comity
