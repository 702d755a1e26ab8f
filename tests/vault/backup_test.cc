// The vault's own backup: without a key, for one epoch, and never part of the record's. E6: an old copy brings nobody
// back.
#include "vault/backup.h"

#include "record/backup.h"
#include "vault_under_test.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

class VaultBackup : public testing::Test {
 protected:
  VaultBackup() {
    for (int i = 0; i < 4; ++i) people_.push_back(vault_.add({"A Name", "name@example.org"}));
    EXPECT_EQ(*back_up_vault(*vault_, at("backup")), 1);
  }
  fs::path at(const char* name) const { return elsewhere_ / name; }
  void lose_the_vault() {
    vault_.close();
    fs::remove(vault_ / "vault.db");
  }
  Result<std::unique_ptr<Vault>> restored(const char* backup = "backup") const {
    return restore_vault(at(backup), vault_.path(), std::string(vault_origin), vault_outside());
  }

  VaultUnderTest vault_{};
  Folder elsewhere_{};
  std::vector<Person> people_{};
};

TEST_F(VaultBackup, holds_no_key_and_is_its_owners_alone) {
  const auto files = all_files(at("backup"));
  EXPECT_EQ(files.size(), 2U);
  EXPECT_EQ(files.at("epoch"), "1\n");
  const auto key = read_epoch_key(vault_ / "vault-key");
  for (const auto& [name, bytes] : files) {
    EXPECT_EQ(bytes.find(key->key.bytes()), bytes.npos) << name;
    EXPECT_EQ(bytes.find(to_hex(key->key.bytes())), bytes.npos) << name;
  }
  EXPECT_EQ(fs::status(at("backup")).permissions(), fs::perms::owner_all);
  EXPECT_FALSE(fs::exists(at("backup.new")));
}

TEST_F(VaultBackup, is_restored_while_its_epoch_lasts) {
  lose_the_vault();
  {
    const auto vault = restored();
    ASSERT_TRUE(vault);
    EXPECT_EQ((*vault)->subjects(), 4);
  }
  vault_.open();
  for (const auto& person : people_) EXPECT_EQ(vault_.state(person), "open");
}

TEST_F(VaultBackup, never_replaces_anything_and_says_what_is_missing) {
  EXPECT_EQ(back_up_vault(*vault_, at("backup")).refusal().code, "backup-exists");
  vault_.close();
  EXPECT_EQ(restored().refusal().code, "vault-exists");
  lose_the_vault();
  EXPECT_EQ(restored("none").refusal().code, "vault-backup-missing");
  write_durably(at("backup") / "epoch", "one\n");
  EXPECT_EQ(restored().refusal().code, "vault-backup-missing");
  fs::remove(vault_ / "vault-key");
  write_durably(at("backup") / "epoch", "1\n");
  EXPECT_EQ(fault_of([&] { static_cast<void>(restored()); }), "vault-key-missing");
  VaultUnderTest empty;
  EXPECT_EQ(back_up_vault(*empty, at("empty")).refusal().code, "vault-none");
  EXPECT_FALSE(fs::exists(at("empty")));
  EXPECT_FALSE(fs::exists(at("empty.new")));
}

TEST_F(VaultBackup, that_is_damaged_or_lies_about_its_epoch_leaves_nothing) {
  ASSERT_TRUE(vault_->next_epoch());
  lose_the_vault();
  EXPECT_EQ(fault_of([&] { static_cast<void>(restored()); }), "vault-epoch") << "older than the epoch";
  write_durably(at("backup") / "epoch", "2\n");
  EXPECT_EQ(fault_of([&] { static_cast<void>(restored()); }), "vault-epoch") << "says that it is not";
  EXPECT_EQ(all_files(vault_.path()).size(), 1U) << "the key";
  write_durably(at("backup") / "vault.db", "something else");
  EXPECT_EQ(fault_of([&] { static_cast<void>(restored()); }), "vault-damaged");
  EXPECT_EQ(all_files(vault_.path()).size(), 1U);
}

// E6: yesterday's copy comes back after an erasure; the start reads the record's erasure acts and erases again.
TEST_F(VaultBackup, brings_nobody_back_who_was_erased) {
  constexpr int count = 100;
  std::vector<Person> gone;
  std::vector<ValuePlace> acts;
  for (int i = 0; i < count; ++i) gone.push_back(vault_.add({"Gone"}));
  ASSERT_TRUE(back_up_vault(*vault_, at("yesterday")));
  for (const auto& person : gone) {
    const auto places = vault_->places(person.subject);
    acts.insert(acts.end(), places.begin(), places.end());
  }
  std::vector<std::string> subjects;
  for (const auto& person : gone) subjects.push_back(person.subject);
  EXPECT_EQ(vault_->shred(subjects, "case-1")->subjects, count);
  EXPECT_EQ(vault_->reconcile(acts).subjects, 0) << "nothing came back";
  lose_the_vault();
  ASSERT_TRUE(restored("yesterday"));
  vault_.open();
  EXPECT_EQ(vault_.state(gone[0]), "open") << "until the record is asked";
  const auto again = vault_->reconcile(acts);
  EXPECT_EQ(again.subjects, count);
  EXPECT_EQ(again.values, count);
  for (int start = 0; start < 2; ++start) {
    int erased = 0;
    for (const auto& person : gone) erased += vault_.state(person) == "erased" ? 1 : 0;
    EXPECT_EQ(erased, count);
    for (const auto& person : people_) EXPECT_EQ(vault_.state(person), "open");
    EXPECT_EQ(vault_->reconcile(acts).subjects, 0);
    vault_.open();
  }
}

TEST(RecordBackup, holds_nothing_of_the_vault) {
  const Folder folder;
  const auto data = folder / "var";
  ASSERT_TRUE(init_directory(data, vault_origin, test_key()));
  const auto directory = *open_directory(data);
  Vault vault(data, std::string(vault_origin), vault_outside());
  const auto subject = vault.add_subject();
  ASSERT_TRUE(vault.put(subject, test_place("x"), "A Name"));
  const Checkpoints now{directory.record->checkpoint(Log::open), directory.record->checkpoint(Log::closed)};
  ASSERT_TRUE(back_up(*directory.record, now, data / "blobs", folder / "backup"));
  const auto files = all_files(folder / "backup");
  EXPECT_EQ(files.size(), 8U) << "four of each log";
  for (const auto& [name, bytes] : files) {
    EXPECT_EQ(name.find("vault"), name.npos) << name;
    EXPECT_EQ(bytes.find(*from_hex(subject)), bytes.npos) << name;
    EXPECT_EQ(bytes.find(subject), bytes.npos) << name;
  }
}

}  // namespace
}  // namespace comity
