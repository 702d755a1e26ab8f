// The end of a log and its successor (R25): nothing good is lost, old receipts hold in the old log, and what they speak
// of stands in the new one.
#include <gtest/gtest.h>

#include "record/directory.h"
#include "record/files.h"
#include "record/sqlite.h"
#include "record/verify.h"
#include "registrar/succeeding.h"
#include "support/registry.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

Texts erratum() { return in_six("One leaf was damaged; what came after it is missing."); }

EntryRequest fact(const std::string& id) {
  return {id, "", {a_document("A/1 (" + id + ")"), confirmed()}, operator_of_secretariat};
}

// A data directory with its registrar.
struct Open {
  explicit Open(const fs::path& folder) : directory(*open_directory(folder)) {}
  OpenDirectory directory;
  Instant now = instant("2026-11-20T12:00:00Z");
  Registrar registrar{
      {*directory.record, *directory.key, *directory.signer, [this] { return now; }, [] { return random_bytes(32); }}};
  const Record& record() const { return *directory.record; }
};

class Succession : public testing::Test {
 protected:
  // Three facts, a closed request and two anchors between them.
  void SetUp() override {
    ASSERT_TRUE(init_directory(old_, "old.example/log", SignKey::from_seed(std::string(32, '\x07'))));
    Open open(old_);
    open.registrar.enter({fact("1"), fact("2")});
    open.registrar.anchor();
    open.registrar.enter(
        ClosedRequest{"erasure:1", ErasureRequested{{"2027-01"}, std::string(32, 'a'), {}}, operator_of_secretariat});
    open.registrar.anchor();
    open.registrar.enter({fact("3")});
    receipt_ = print(receipt(open.record(), Log::open, 1));
    ASSERT_TRUE(back_up(open.record(), open.registrar.checkpoints(), old_ / "blobs", backup_));
  }
  Verdict succeed_it(const fs::path& backup, const fs::path& folder, const std::string& origin) {
    const auto earlier = read_predecessor(backup);
    const auto first = first_entries(*earlier, erratum(), std::string(32, 's'), Date{2026, 11, 21});
    return succeed(backup, folder, origin, SignKey::generate(), first, instant("2026-11-21T00:00:00Z"));
  }

  TestFolder folder_{};
  fs::path old_ = folder_.path() / "old";
  fs::path backup_ = folder_.path() / "backup";
  fs::path new_ = folder_.path() / "new";
  std::string receipt_{};
};

TEST_F(Succession, CarriesEveryEntryOneNumberLaterAndCommitsToTheLastCheckpoint) {
  ASSERT_TRUE(succeed_it(backup_, new_, "new.example/log"));
  Open open(new_);
  const Open before(old_);
  ASSERT_EQ(open.record().size(Log::open), before.record().size(Log::open) + 1);
  ASSERT_EQ(open.record().size(Log::closed), before.record().size(Log::closed) + 1);
  for (std::int64_t n = 0; n < before.record().size(Log::open); ++n) {
    const auto was = parse_head(*before.record().read(Log::open, n));
    const auto is = parse_head(*open.record().read(Log::open, n + 1));
    EXPECT_EQ(was->act_digest, is->act_digest);
    EXPECT_EQ(was->at, is->at);
    EXPECT_EQ(was->request, is->request);
  }
  EXPECT_TRUE(verify(open.record().store()).sound());
  EXPECT_NE(open.record().key().public_key, before.record().key().public_key);
  const auto size = [](Registrar& registrar) {
    return registrar.read([](const World& world, const auto&) { return world.facts<DocumentRegistered>().size(); });
  };
  EXPECT_EQ(size(open.registrar), 3U);
}

TEST_F(Succession, GoesOnAndIsSucceededAgain) {
  ASSERT_TRUE(succeed_it(backup_, new_, "new.example/log"));
  const auto second_backup = folder_.path() / "backup2";
  {
    Open open(new_);
    EXPECT_FALSE(open.registrar.enter({fact("1")}).entered.at(0).fresh) << "a retry is still known";
    EXPECT_TRUE(open.registrar.enter({fact("4")}).entered.at(0).fresh);
    open.registrar.anchor();
    ASSERT_TRUE(back_up(open.record(), open.registrar.checkpoints(), new_ / "blobs", second_backup));
  }
  const auto third = folder_.path() / "third";
  ASSERT_TRUE(succeed_it(second_backup, third, "third.example/log"));
  Open open(third);
  EXPECT_EQ(open.record().size(Log::open), 1 + (1 + 5 + 2));
  EXPECT_EQ(open.registrar.read([](const World& world, const auto&) { return world.facts<LogSucceeded>().size(); }),
            2U);
}

TEST_F(Succession, AReceiptIsVerifiedAcrossBoth) {
  ASSERT_TRUE(succeed_it(backup_, new_, "new.example/log"));
  const Open open(new_);
  const auto old_receipt = parse_receipt(receipt_);
  const auto said = succeeded(Log::open, *open.record().read(Log::open, 0));
  ASSERT_TRUE(old_receipt && said);
  EXPECT_TRUE(verify(*old_receipt, said->first.public_key)) << "by the old key, which the new log names";
  const auto past = generations(open.record(), Log::open, [](std::string_view b) { return succeeded(Log::open, b); });
  ASSERT_EQ(past.size(), 2U);
  const auto& tree = past[1].tree;
  EXPECT_EQ(tree.leaf(1), old_receipt->leaf) << "the old leaf, made again from the new log";
  const auto checkpoint = open_checkpoint(said->second, said->first);
  EXPECT_TRUE(verify_inclusion(1, 5, old_receipt->leaf, tree.inclusion(1, 5), checkpoint->root));
  EXPECT_EQ(parse_head(*open.record().read(Log::open, 2))->act_digest, old_receipt->act_digest);
}

TEST_F(Succession, NeedsANameOfItsOwn) {
  EXPECT_EQ(succeed_it(backup_, new_, "old.example/log").refusal().code, "succession-same-origin");
  EXPECT_FALSE(holds_record(new_));
}

// Whoever leaves out or changes what the first entry commits to is found out at the next start, key or no key.
TEST_F(Succession, IsRefusedWhenItDoesNotHoldWhatItSaysItSucceeds) {
  const auto earlier = *read_predecessor(backup_);
  const auto key = SignKey::generate();
  const auto shortened = folder_.path() / "short";
  {
    Open open(old_);
    auto first = open.registrar.checkpoints();
    first[0] = sign_checkpoint({"old.example/log", 2, open.record().root(Log::open, 2)}, *open.directory.key);
    ASSERT_TRUE(back_up(open.record(), first, old_ / "blobs", shortened));
  }
  const auto first = first_entries(earlier, erratum(), std::string(32, 's'), Date{2026, 11, 21});
  const auto made = [&] { return succeed(shortened, new_, "new.example/log", key, first, Instant{}); };
  try {
    ASSERT_TRUE(made());
    const Open open(new_);
    ADD_FAILURE() << "a successor without the end of its predecessor";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "record-damaged") << fault.what();
  }
}

TEST_F(Succession, AFrozenLogIsReadAndTakesNothingMore) {
  EXPECT_TRUE(freeze_directory(old_, "one leaf is damaged"));
  EXPECT_EQ(freeze_directory(old_, "again").refusal().code, "log-frozen");
  Open open(old_);
  EXPECT_EQ(open.registrar.size(), 5);
  try {
    open.registrar.enter({fact("9")});
    ADD_FAILURE() << "entered in a log that has ended";
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "log-frozen");
  }
}

}  // namespace
}  // namespace comity
