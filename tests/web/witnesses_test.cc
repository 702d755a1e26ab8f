// Asking witnesses while the log grows: on real sockets and threads, so that the thread sanitizer sees it.
#include "web/witnesses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "record/cosign.h"
#include "record/memory.h"
#include "record/receipt.h"
#include "record/witness.h"
#include "support/registry.h"
#include "web/server.h"

namespace comity {
namespace {

const SignKey& log_key() {
  static const auto key = SignKey::from_seed(std::string(32, 'l'));
  return key;
}
const SignKey& witness_key() {
  static const auto key = SignKey::from_seed(std::string(32, 'w'));
  return key;
}

void grow(Record& record) {
  const auto number = record.size(Log::open);
  Entry entry{number, {record.last_at().us + 1}, "note-made", "r-" + std::to_string(number), "body"};
  entry.author = JsonObject{{"role", "secretariat"}};
  entry.act = JsonObject{{"text", "t"}};
  Commit commit;
  commit[Log::open] = seal_batch(record.origin(), number, {to_bytes(entry)}, log_key());
  record.append(commit);
  const Checkpoint next{record.origin(), number + 1, record.root(Log::open, number + 1)};
  record.put_checkpoint(Log::open, sign_checkpoint(next, log_key()));
}

class AskingWitnesses : public testing::Test {
 protected:
  AskingWitnesses() {
    EXPECT_TRUE(Witness::init(folder_.path() / "w", "w.example", witness_key()));
    witness_ = *Witness::open(folder_.path() / "w");
    EXPECT_TRUE(witness_->trust(record_->key()));
  }
  Policy policy(const std::string& url) const {
    return {{}, {{"w", {"w.example", witness_key().public_key(), KeyUse::cosigner}, url}}, {}, "w"};
  }
  bool comes_true(const std::function<bool()>& holds) const {
    for (int tries = 0; tries < 600 && !holds(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return holds();
  }
  static constexpr Witnesses::Pace quick{std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

  TestFolder folder_{};
  std::unique_ptr<Record> record_ = memory_record("log.example/asking", log_key());
  std::unique_ptr<Witness> witness_;
};

TEST_F(AskingWitnesses, BringsALineForEachCheckpointWhileTheLogGrows) {
  Server server({}, [this](const Request& request) {
    auto said = witness_->add_checkpoint(request.body, 1'700'000'000);
    return Response{said.status, said.content_type, said.body};
  });
  Cosigned cosigned(folder_.path() / "cosigned");
  const auto trusted = policy(server.origin());
  std::atomic<int> complaints = 0;
  {
    const Witnesses asking(
        *record_, trusted, cosigned, [&](const Refusal&) { ++complaints; }, quick);
    for (int i = 0; i < 20; ++i) {
      grow(*record_);
      const auto checkpoint = record_->checkpoint(Log::open);
      EXPECT_TRUE(comes_true([&] { return quorum_met(trusted, *parse_note(cosigned.note(checkpoint))); })) << i;
    }
    EXPECT_TRUE(comes_true([&] { return asking.seen().front().size == 20; }));
    EXPECT_EQ(asking.seen().front().witness, "w.example");
    EXPECT_EQ(asking.seen().front().seconds, 1'700'000'000);
  }
  EXPECT_EQ(complaints, 0);
  EXPECT_EQ(witness_->seen().front().size, 20);
  EXPECT_EQ(Cosigned(folder_.path() / "cosigned").note(record_->checkpoint(Log::open)),
            cosigned.note(record_->checkpoint(Log::open)));
}

TEST_F(AskingWitnesses, ComplainsOnceOfTheSameTrouble) {
  Cosigned cosigned(folder_.path() / "cosigned");
  std::atomic<int> asked = 0;
  std::atomic<int> complaints = 0;
  Server server({}, [&](const Request&) {
    ++asked;
    return Response{500, "text/plain", "no"};
  });
  grow(*record_);
  {
    const Witnesses asking(
        *record_, policy(server.origin()), cosigned,
        [&](const Refusal& why) {
          EXPECT_EQ(why.code, "witness-refused");
          ++complaints;
        },
        quick);
    EXPECT_TRUE(comes_true([&] { return asked > 5; }));
  }
  EXPECT_EQ(complaints, 1);
  EXPECT_EQ(cosigned.note(record_->checkpoint(Log::open)), record_->checkpoint(Log::open));
}

TEST_F(AskingWitnesses, AreBehindWhereTheQuorumStaysAwayForTooLong) {
  std::atomic<bool> up = false;
  Server server({}, [&](const Request& request) {
    if (!up) return Response{500, "text/plain", "no"};
    auto said = witness_->add_checkpoint(request.body, 1'700'000'000);
    return Response{said.status, said.content_type, said.body};
  });
  Cosigned cosigned(folder_.path() / "cosigned");
  grow(*record_);
  auto pace = quick;
  pace.patience = std::chrono::milliseconds(300);
  const Witnesses asking(
      *record_, policy(server.origin()), cosigned, [](const Refusal&) {}, pace);
  EXPECT_FALSE(asking.behind());
  EXPECT_TRUE(comes_true([&] { return asking.behind(); }));
  up = true;
  EXPECT_TRUE(comes_true([&] { return !asking.behind(); }));
  const Witnesses nobody(
      *record_, {}, cosigned, [](const Refusal&) {}, pace);
  EXPECT_FALSE(nobody.behind());
}

TEST_F(AskingWitnesses, TakesNoLineThatTheWitnessDidNotSign) {
  Server server({}, [](const Request& request) {
    const auto note = parse_note(parse_submission(request.body)->note);
    auto line = cosign(note->text, "w.example", witness_key(), 1'700'000'000);
    line.signature.back() ^= 1;
    return Response{200, "text/plain", print(line)};
  });
  grow(*record_);
  const auto asked = ask_witness(*record_, record_->checkpoint(Log::open), policy(server.origin()).witnesses.front());
  EXPECT_EQ(asked.refusal().code, "cosignature-bad");
}

TEST(CosignedNote, GivesUpLinesUnderAnEarlierCheckpoint) {
  const TestFolder folder;
  const auto record = memory_record("log.example/asking", log_key());
  Cosigned cosigned(folder.path() / "cosigned");
  grow(*record);
  const auto first = record->checkpoint(Log::open);
  const auto line = cosign(parse_note(first)->text, "w.example", witness_key(), 1'700'000'000);
  cosigned.add(first, line);
  cosigned.add(first, line);
  EXPECT_EQ(parse_note(cosigned.note(first))->signatures.size(), 2U) << "one line of each, however often it is put";
  grow(*record);
  EXPECT_EQ(cosigned.note(record->checkpoint(Log::open)), record->checkpoint(Log::open));
}

}  // namespace
}  // namespace comity
