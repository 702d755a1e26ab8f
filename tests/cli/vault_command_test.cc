// The vault's commands as a person types them: copies, epochs, and what is refused.
#include "record/directory.h"
#include "said.h"
#include "seal/random.h"
#include "support/registry.h"
#include "vault/vault.h"

namespace comity {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class VaultCommands : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(comity_says({"init", "--data", data_, "--origin", "log.example/vault"}).exit, 0); }
  void keep_somebody() const {
    Vault vault(data_, "log.example/vault", {[] { return Instant{1}; }, random_bytes});
    const auto subject = vault.add_subject();
    ASSERT_TRUE(vault.put(subject, {Log::closed, std::string(32, 'n'), "name"}, "A Name"));
  }
  std::string at(const std::string& name) const { return (folder_.path() / name).string(); }

  TestFolder folder_{};
  std::string data_ = at("var");
};

TEST_F(VaultCommands, SayThatNothingWasEverKept) {
  for (const auto* command : {"vault-epoch", "vault-backup"}) {
    std::vector<std::string> words{command, "--data", data_};
    if (std::string(command) == "vault-backup") words.push_back(at("copy"));
    const auto ran = comity_says(words);
    EXPECT_EQ(ran.exit, Exit::refused);
    EXPECT_THAT(ran.err, HasSubstr("There is no vault here yet"));
  }
  EXPECT_THAT(comity_says({"vault-restore", "--data", data_, at("copy")}).err,
              HasSubstr("There is no backup of a vault"));
  EXPECT_EQ(comity_says({"vault-epoch", "--data", at("none")}).exit, Exit::refused);
  EXPECT_FALSE(fs::exists(at("var/vault.db")));
}

TEST_F(VaultCommands, BackUpAndRestoreWithinAnEpochOnly) {
  keep_somebody();
  const auto copied = comity_says({"vault-backup", "--data", data_, at("copy")});
  EXPECT_EQ(copied.exit, 0) << copied.err;
  EXPECT_THAT(copied.out, HasSubstr("It is of epoch 1"));
  EXPECT_THAT(comity_says({"vault-restore", "--data", data_, at("copy")}).err, HasSubstr("a vault in"));
  fs::remove(at("var/vault.db"));
  const auto lost = comity_says({"vault-backup", "--data", data_, at("other")});
  EXPECT_EQ(lost.exit, Exit::broken);
  EXPECT_THAT(lost.err, HasSubstr("The file of the vault is missing"));
  const auto restored = comity_says({"vault-restore", "--data", data_, at("copy")});
  EXPECT_EQ(restored.exit, 0) << restored.err;
  EXPECT_THAT(restored.out, HasSubstr("keeps the data of 1 person."));

  const auto begun = comity_says({"vault-epoch", "--data", data_});
  EXPECT_EQ(begun.exit, 0) << begun.err;
  EXPECT_THAT(begun.out, HasSubstr("Epoch 2 of the vault has begun"));
  fs::remove(at("var/vault.db"));
  const auto old = comity_says({"vault-restore", "--data", data_, at("copy")});
  EXPECT_EQ(old.exit, Exit::broken);
  EXPECT_THAT(old.err, HasSubstr("vault-epoch: the backup is of epoch 1, vault-key of epoch 2"));
  EXPECT_FALSE(fs::exists(at("var/vault.db")));
}

TEST_F(VaultCommands, LeaveTheRecordsBackupWithoutAVault) {
  keep_somebody();
  ASSERT_EQ(comity_says({"backup", "--data", data_, at("record")}).exit, 0);
  int files = 0;
  for (const auto& file : fs::recursive_directory_iterator(at("record"))) {
    EXPECT_EQ(file.path().string().find("vault", at("record").size()), std::string::npos) << file.path();
    files += file.is_regular_file() ? 1 : 0;
  }
  EXPECT_EQ(files, 8);
}

TEST_F(VaultCommands, WaitForTheHolderOfTheDataDirectory) {
  keep_somebody();
  const auto held = open_directory(data_);
  ASSERT_TRUE(held);
  for (const auto& words : {std::vector<std::string>{"vault-epoch", "--data", data_},
                            {"vault-backup", "--data", data_, at("copy")},
                            {"vault-restore", "--data", data_, at("copy")}})
    EXPECT_EQ(comity_says(words).exit, Exit::refused) << words[0];
}

}  // namespace
}  // namespace comity
