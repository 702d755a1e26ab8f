// An erasure from request to act, with a real vault: what is agreed on is carried out once, wherever it was
// interrupted.
#include "registrar/erasing.h"

#include <gmock/gmock.h>

#include "record/export.h"
#include "registrar/rhythm.h"
#include "seal/random.h"
#include "support/registry.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view log_origin = "example.org/log";

class ErasingTest : public testing::Test {
 protected:
  void open_vault() {
    vault_.reset();
    vault_ = std::make_unique<Vault>(folder_.path(), std::string(log_origin),
                                     VaultOutside{[] { return Instant{1}; }, random_bytes});
  }
  void SetUp() override {
    registry_.enter({{a_document("A/1"), confirmed()}});
    // Acts that hold commitments come with those who enter them: here the record is given two by hand.
    nonces_ = {random_bytes(32), random_bytes(32)};
    append(Log::open, nonces_[0]);
    append(Log::closed, nonces_[1]);
    registry_.reopen();
    open_vault();
    subject_ = vault_->add_subject();
    ASSERT_TRUE(vault_->put(subject_, {Log::open, nonces_[0], "name"}, "a name"));
    ASSERT_TRUE(vault_->put(subject_, {Log::closed, nonces_[1], "mail"}, "an address"));
    ASSERT_TRUE(vault_->put(subject_, {Log::open, random_bytes(32), "name"}, "of an act that was never entered"));
  }
  void append(Log log, const std::string& nonce) {
    auto& record = registry_.record();
    Entry entry{record.size(log), {record.last_at().us + 1}, "told-later", "r-" + to_hex(nonce), ""};
    entry.author = JsonObject{{"role", "secretariat"}};
    entry.act = JsonObject{{"name", "committed"}};
    entry.nonce = nonce;
    if (log == Log::closed) entry.salt = random_bytes(32);
    Commit commit;
    commit[log] = seal_batch(record.origin(log), entry.number, {to_bytes(entry)}, registry_.key());
    record.append(commit);
  }
  void ask() {
    enter("ask", ErasureRequested{{"2027-01"}, subject_, ErasureGround::purpose_ended}, operator_of_secretariat);
  }
  void agree() {
    enter("one", ErasureApproved{{"2027-01"}, ErasureRole::records_officer, std::string(32, '1'), "r"},
          {"records-officer", {}});
    enter("two", ErasureApproved{{"2027-01"}, ErasureRole::data_protection_focal_point, std::string(32, '2'), "r"},
          {"data-protection-focal-point", {}});
  }
  void enter(const std::string& id, const ClosedAct& act, const Author& by) {
    const auto outcome = registry_->enter(ClosedRequest{id, act, by});
    ASSERT_THAT(outcome.refused, IsEmpty()) << outcome.refused[0].why.code;
  }
  std::vector<FieldsErased> told_in_public() {
    return registry_->read([](const World& world, const auto&) {
      std::vector<FieldsErased> out;
      for (const auto* fact : world.facts<FieldsErased>()) out.push_back(fact->act);
      return out;
    });
  }
  std::vector<std::string> told_closed() {
    return registry_->read_closed([](const ClosedWorld& world) {
      std::vector<std::string> out;
      for (const auto* fact : world.facts<ErasureCompleted>())
        out.insert(out.end(), fact->act.erased_fields.begin(), fact->act.erased_fields.end());
      return out;
    });
  }
  bool opens() {
    return bool(vault_->open(subject_, {Log::open, nonces_[0], "name"}, "test")) ||
           bool(vault_->open(subject_, {Log::closed, nonces_[1], "mail"}, "test"));
  }
  void expect_completed() {
    EXPECT_FALSE(opens());
    ASSERT_EQ(told_in_public().size(), 1U);
    EXPECT_THAT(told_in_public()[0].erased_fields, ElementsAre("1/name"));
    EXPECT_EQ(told_in_public()[0].ground, ErasureGround::purpose_ended);
    EXPECT_EQ(told_in_public()[0].epoch, 1);
    EXPECT_THAT(told_closed(), ElementsAre("0/mail"));
    EXPECT_EQ(registry_->read_closed(agreed_erasures), std::vector<std::string>());
  }

  Registry registry_{};
  TestFolder folder_{};
  std::vector<std::string> nonces_{};
  std::string subject_{};
  std::unique_ptr<Vault> vault_{};
};

TEST_F(ErasingTest, NothingIsErasedBeforeTwoHaveAgreed) {
  ask();
  EXPECT_EQ(carry_out_erasures(*registry_, *vault_), 0);
  EXPECT_TRUE(opens());
  EXPECT_THAT(told_in_public(), IsEmpty());
}

TEST_F(ErasingTest, IsCarriedOutOnceAndToldInBothLogs) {
  ask();
  agree();
  EXPECT_EQ(carry_out_erasures(*registry_, *vault_), 1);
  expect_completed();
  EXPECT_EQ(carry_out_erasures(*registry_, *vault_), 0);
  registry_.reopen();
  open_vault();
  EXPECT_EQ(keep_erased(*registry_, *vault_).subjects, 0);
  expect_completed();
}

TEST_F(ErasingTest, PublicEntriesNameNeitherCaseNorSubject) {
  ask();
  agree();
  carry_out_erasures(*registry_, *vault_);
  registry_.record().each(Log::open, 0, registry_.record().size(Log::open), [&](std::int64_t, std::string_view bytes) {
    EXPECT_EQ(bytes.find("2027-01"), bytes.npos) << bytes;
    EXPECT_EQ(bytes.find(subject_), bytes.npos) << bytes;
  });
}

TEST_F(ErasingTest, GoesOnWhereItStoppedBetweenVaultAndRecord) {
  ask();
  agree();
  ASSERT_TRUE(vault_->shred({subject_}, "erasure/2027-01"));
  registry_.reopen();
  open_vault();
  EXPECT_THAT(told_in_public(), IsEmpty());
  EXPECT_EQ(carry_out_erasures(*registry_, *vault_), 1);
  expect_completed();
}

TEST_F(ErasingTest, AnOldCopyOfTheVaultBringsNobodyBack) {
  ASSERT_TRUE(vault_->copy_to(folder_.path() / "copy"));
  ask();
  agree();
  carry_out_erasures(*registry_, *vault_);
  vault_.reset();
  std::filesystem::rename(folder_.path() / "copy", folder_.path() / "vault.db");
  open_vault();
  EXPECT_TRUE(opens()) << "the copy is from before";
  EXPECT_EQ(keep_erased(*registry_, *vault_).subjects, 1);
  EXPECT_FALSE(opens());
}

TEST_F(ErasingTest, WhoeverNothingIsKeptOfIsErasedWithoutAField) {
  subject_ = std::string(32, 'e');
  ask();
  agree();
  EXPECT_EQ(carry_out_erasures(*registry_, *vault_), 1);
  EXPECT_THAT(told_in_public(), IsEmpty());
  EXPECT_EQ(registry_->read_closed(agreed_erasures), std::vector<std::string>());
}

TEST_F(ErasingTest, TheRhythmCarriesItOut) {
  ask();
  agree();
  Blobs blobs(folder_.path() / "blobs");
  Room room(folder_.path(), 0, [] { return Space{1 << 30, 1 << 30}; });
  Rhythm rhythm(
      *registry_, registry_.record(), blobs, room, {}, [](const Refusal&, bool) {},
      [this] { carry_out_erasures(*registry_, *vault_); });
  rhythm.turn(instant("2027-01-20T12:00:00Z"));
  EXPECT_FALSE(opens());
  EXPECT_EQ(told_in_public().size(), 1U);
}

}  // namespace
}  // namespace comity
