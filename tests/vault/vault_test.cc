// The vault from without: what is kept opens for who has purpose and place, and what is erased opens for nobody.
#include "vault/vault.h"

#include <sys/stat.h>

#include "seal/hash.h"
#include "vault_under_test.h"

namespace comity {
namespace {

TEST(Vault, is_made_only_when_there_is_somebody_to_keep) {
  VaultUnderTest vault;
  EXPECT_EQ(vault->epoch(), 0);
  EXPECT_EQ(vault->subjects(), 0);
  EXPECT_EQ(vault->open(std::string(32, 'a'), test_place("x"), "test").refusal().code, "vault-subject-unknown");
  EXPECT_EQ(vault->shred({std::string(32, 'a')}, "case-1").refusal().code, "vault-subject-unknown");
  EXPECT_EQ(vault->reconcile({test_place("x")}).subjects, 0);
  EXPECT_EQ(vault->next_epoch().refusal().code, "vault-none");
  EXPECT_TRUE(std::filesystem::is_empty(vault.path()));
  const auto subject = vault->add_subject();
  EXPECT_TRUE(is_subject(subject)) << subject;
  EXPECT_EQ(vault->epoch(), 1);
}

TEST(Vault, opens_what_it_keeps_also_after_a_new_start) {
  VaultUnderTest vault;
  auto person = vault.add({"A Name", "name@example.org", ""});
  vault.keep(person, JsonObject{{"given", "A"}, {"family", "Name"}}, Log::closed);
  EXPECT_EQ(vault.state(person), "open");
  vault.open();
  EXPECT_EQ(vault.state(person), "open");
  EXPECT_EQ(vault->places(person.subject).size(), 4U);
  for (const auto& place : person.places) EXPECT_THAT(vault->places(person.subject), testing::Contains(place));
}

TEST(Vault, files_are_for_their_owner_alone) {
  VaultUnderTest vault;
  vault.add({"A Name"});
  ASSERT_TRUE(vault->shred({vault.add({"B"}).subject}, "case-1"));
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(vault.path())) {
    struct stat about {};
    ASSERT_EQ(::stat(file.path().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U) << file.path();
    ++files;
  }
  EXPECT_GE(files, 2);
}

TEST(Vault, refuses_what_it_does_not_keep) {
  VaultUnderTest vault;
  const auto one = vault.add({"One"});
  const auto two = vault.add({"Two"});
  const auto code = [&](const std::string& subject, const ValuePlace& place) {
    return vault->open(subject, place, "test").refusal().code;
  };
  EXPECT_EQ(code(one.subject, two.places[0]), "vault-value-unknown") << "another's value";
  auto closed = one.places[0];
  closed.log = Log::closed;
  EXPECT_EQ(code(one.subject, closed), "vault-value-unknown");
  for (const auto& nobody : {std::string(32, '0'), std::string(32, 'X'), std::string(), std::string(100'000, 'a')})
    EXPECT_EQ(code(nobody, one.places[0]), "vault-subject-unknown");
  EXPECT_EQ(vault->put(one.subject, one.places[0], "Again").refusal().code, "vault-value-exists");
  EXPECT_EQ(vault->put(std::string(32, '0'), test_place("x"), "A").refusal().code, "vault-subject-unknown");
  EXPECT_EQ(vault->put(one.subject, test_place("x"), std::string(65'534, 'a')).refusal().code, "vault-value-too-long");
  EXPECT_TRUE(vault->put(one.subject, test_place("x"), std::string(65'533, 'a'))) << "with its two quotes";
  EXPECT_EQ(vault.state(one), "open");
}

TEST(Vault, shreds_one_and_leaves_the_others) {
  VaultUnderTest vault;
  const auto gone = vault.add({"Gone", "gone@example.org"});
  const auto stays = vault.add({"Stays"});
  const auto done = vault->shred({gone.subject}, "erasure/case-1");
  ASSERT_TRUE(done);
  EXPECT_EQ(done->subjects, 1);
  EXPECT_EQ(done->values, 2);
  for (int start = 0; start < 2; ++start) {
    EXPECT_EQ(vault.state(gone), "erased");
    EXPECT_EQ(vault.state(stays), "open");
    EXPECT_TRUE(vault->places(gone.subject).empty());
    EXPECT_EQ(vault->put(gone.subject, test_place("new"), "Back").refusal().code, "vault-subject-erased");
    EXPECT_EQ(vault->shred({stays.subject, gone.subject}, "case-2").refusal().code, "vault-subject-erased");
    EXPECT_EQ(vault->subjects(), 1);
    vault.open();
  }
}

TEST(Vault, says_who_opened_what_for_which_purpose_but_no_value) {
  VaultUnderTest vault;
  const auto person = vault.add({"A Very Particular Name"});
  ASSERT_TRUE(vault->open(person.subject, person.places[0], "ping-test"));
  EXPECT_FALSE(vault->open(person.subject, test_place("x"), "curiosity"));
  ASSERT_TRUE(vault->shred({person.subject}, "erasure/case-9"));
  vault.close();
  Database db(vault / "vault.db");
  std::vector<std::string> rows;
  db.each("SELECT at, action, subject, log, nonce, field, purpose FROM access ORDER BY number", {},
          [&](const Row& row) {
            EXPECT_GT(row.integer(0), 1'700'000'000'000'000);
            EXPECT_EQ(to_hex(row.blob(2)), person.subject);
            rows.push_back(row.text(1) + " " + row.text(3) + " " + row.text(5) + " " + row.text(6));
          });
  EXPECT_EQ(rows, (std::vector<std::string>{"open public name ping-test", "refused public name curiosity",
                                            "shred public name erasure/case-9"}));
}

TEST(Vault, goes_through_epochs_and_keeps_everybody_who_lives) {
  VaultUnderTest vault;
  const auto gone = vault.add({"Gone"});
  const auto stays = vault.add({"Stays", "stays@example.org"});
  ASSERT_TRUE(vault->shred({gone.subject}, "case-1"));
  std::set<std::string> keys;
  for (std::int64_t epoch = 2; epoch < 6; ++epoch) {
    keys.insert(*read_file(vault / "vault-key"));
    EXPECT_EQ(*vault->next_epoch(), epoch);
    EXPECT_EQ(vault.state(stays), "open");
    if (epoch % 2 == 0) vault.open();
    EXPECT_EQ(vault->epoch(), epoch);
    EXPECT_EQ(vault.state(stays), "open");
    EXPECT_EQ(vault.state(gone), "erased");
    EXPECT_FALSE(std::filesystem::exists(vault / "vault-key.next"));
  }
  EXPECT_EQ(keys.size(), 4U);
}

TEST(Vault, of_another_epoch_or_without_its_key_or_of_another_record_fails_closed) {
  VaultUnderTest vault;
  const auto person = vault.add({"A Name"});
  vault.close();
  const auto old = *read_file(vault / "vault.db");
  vault.open();
  ASSERT_TRUE(vault->next_epoch());
  vault.close();
  const auto current = *read_file(vault / "vault.db");
  const auto key = *read_file(vault / "vault-key");
  write_durably(vault / "vault.db", old);
  try {
    vault.open();
    FAIL();
  } catch (const Fault& fault) {
    EXPECT_EQ(fault.code, "vault-epoch");
    EXPECT_STREQ(fault.what(), "vault.db is of epoch 1, vault-key of epoch 2");
  }
  const auto outcome = [&](std::string origin) {
    return fault_of([&] { Vault(vault.path(), std::move(origin), vault_outside()); });
  };
  write_durably(vault / "vault.db", current);
  EXPECT_EQ(outcome("log.example/other"), "vault-damaged");
  destroy_file(vault / "vault-key");
  EXPECT_EQ(outcome(std::string(vault_origin)), "vault-key-missing");
  write_durably(vault / "vault-key", key + " ");
  EXPECT_EQ(outcome(std::string(vault_origin)), "vault-key-malformed");
  write_durably(vault / "vault-key", key);
  std::filesystem::remove(vault / "vault.db");
  EXPECT_EQ(outcome(std::string(vault_origin)), "vault-missing");
  write_durably(vault / "vault.db", current);
  vault.open();
  EXPECT_EQ(vault.state(person), "open");
}

TEST(Vault, that_failed_to_write_stops_until_a_new_start) {
  VaultUnderTest vault;
  const auto person = vault.add({"A Name"});
  // No file of that name can be written: a folder is in its place.
  std::filesystem::create_directories(vault / "vault.db.new/full");
  EXPECT_NE(fault_of([&] { static_cast<void>(vault->shred({person.subject}, "case-1")); }) +
                fault_of([&] { static_cast<void>(vault->epoch()); }),
            "");
  EXPECT_EQ(fault_of([&] { static_cast<void>(vault.state(person)); }), "vault-stopped");
  std::filesystem::remove_all(vault / "vault.db.new");
  vault.open();
  EXPECT_EQ(vault.state(person), "erased") << "the deletion was committed; the start wrote the file anew";
}

// E5: equal values cannot be linked, neither by their commitments nor in the vault.
TEST(Vault, one_value_in_a_thousand_leaves_looks_different_each_time) {
  VaultUnderTest vault;
  auto person = vault.add({});
  for (int i = 0; i < 1000; ++i) vault.keep(person, "The Same Name");
  EXPECT_EQ((std::set<Digest>(person.commitments.begin(), person.commitments.end())).size(), 1000U);
  vault.close();
  Database db(vault / "vault.db");
  std::set<std::string> boxes;
  db.each("SELECT box FROM value", {}, [&](const Row& row) { boxes.insert(row.blob(0).substr(aead_nonce_size)); });
  EXPECT_EQ(boxes.size(), 1000U);
}

}  // namespace
}  // namespace comity
