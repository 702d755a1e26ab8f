// Bad bytes: a vault in which one bit is another either says everything as before or does not open.
#include "vault_under_test.h"

namespace comity {
namespace {

class Flipped : public testing::Test {
 protected:
  Flipped() {
    for (int i = 0; i < 3; ++i) people_.push_back(vault_.add({"A Name", "name@example.org"}));
    EXPECT_TRUE(vault_->shred({people_[0].subject}, "case-1"));
    EXPECT_EQ(states(), "erased open open ");
    vault_.close();
  }
  std::string states() {
    std::string out;
    for (const auto& person : people_) out += vault_.state(person) + " ";
    return out;
  }
  // "same", "other", or the code of the fault.
  std::string outcome(const char* file, const std::string& bytes) {
    write_durably(vault_ / file, bytes);
    std::string said;
    const auto fault = fault_of([&] {
      vault_.open();
      said = states();
    });
    vault_.close();
    for (const char* left : {"vault.db-wal", "vault.db-shm"}) std::filesystem::remove(vault_ / left);
    return !fault.empty() ? fault : said == "erased open open " ? "same" : "other";
  }

  VaultUnderTest vault_{};
  std::vector<Person> people_{};
};

TEST_F(Flipped, a_bit_of_the_database_is_found_or_changes_nothing) {
  const auto whole = *read_file(vault_ / "vault.db");
  const auto step = whole.size() / static_cast<std::size_t>(size_from("COMITY_FLIPS", 200));
  std::map<std::string, int> seen;
  for (std::size_t at = 0; at < whole.size(); at += std::max<std::size_t>(step, 1)) {
    auto flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
    const auto said = outcome("vault.db", flipped);
    EXPECT_NE(said, "other") << at;
    ++seen[said];
  }
  EXPECT_GT(seen["vault-damaged"], 10);
  EXPECT_GT(seen["same"], 10) << "free room";
  EXPECT_EQ(outcome("vault.db", whole), "same");
}

TEST_F(Flipped, a_byte_of_a_box_is_always_found) {
  const auto whole = *read_file(vault_ / "vault.db");
  std::vector<std::string> boxes;
  {
    Database db(vault_ / "vault.db");
    for (const auto* sql : {"SELECT box FROM value", "SELECT wrapped FROM subject", "SELECT mark FROM access",
                            "SELECT id FROM subject", "SELECT nonce FROM value"})
      db.each(sql, {}, [&](const Row& row) { boxes.push_back(row.blob(0)); });
  }
  int found = 0;
  for (const auto& box : boxes) {
    const auto at = whole.find(box);
    ASSERT_NE(at, whole.npos);
    auto flipped = whole;
    flipped[at + box.size() / 2] = static_cast<char>(flipped[at + box.size() / 2] ^ 1);
    EXPECT_EQ(outcome("vault.db", flipped), "vault-damaged");
    ++found;
  }
  EXPECT_GT(found, 15);
}

TEST_F(Flipped, a_bit_of_the_key_file_is_always_found) {
  const auto whole = *read_file(vault_ / "vault-key");
  std::map<std::string, int> seen;
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += 3) {
    auto flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    ++seen[parse_epoch_key(flipped) ? outcome("vault-key", flipped) : "malformed"];
  }
  EXPECT_EQ(seen["same"] + seen["other"], 0);
  auto another_epoch = whole;
  another_epoch[whole.find('\n') + 1] = '2';
  EXPECT_GT(seen["malformed"], 10);
  EXPECT_GT(seen["vault-damaged"], 10);
  EXPECT_EQ(outcome("vault-key", another_epoch), "vault-epoch");
  EXPECT_EQ(outcome("vault-key", ""), "vault-key-malformed");
}

TEST_F(Flipped, a_vault_that_was_cut_or_is_something_else_does_not_open) {
  const auto whole = *read_file(vault_ / "vault.db");
  int refused = 0;
  for (std::size_t size = 0; size < whole.size(); size += 1024)
    refused += outcome("vault.db", whole.substr(0, size)) == "vault-damaged" ? 1 : 0;
  EXPECT_GT(refused, 10);
  EXPECT_EQ(outcome("vault.db", std::string(whole.size(), 'x')), "vault-damaged");
  auto later = whole;
  later[63] = 2;  // the last byte of SQLite's user_version
  EXPECT_EQ(outcome("vault.db", later), "vault-version");
}

TEST(EpochKey, is_read_as_it_was_written_and_not_otherwise) {
  const EpochKey key{17, Secret(std::string(32, 'k'))};
  const auto text = print(key);
  const auto read = parse_epoch_key(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(print(*read), text);
  for (const auto& bad :
       {std::string(), text + "\n", text.substr(1), text.substr(0, text.size() - 1),
        "comity-vault-key-1\n017\n" + text.substr(22), "comity-vault-key-1\n0\n" + text.substr(22),
        "comity-vault-key-1\n-1\n" + text.substr(22), "comity-vault-key-1\n99999999999999999\n" + text.substr(22)})
    EXPECT_FALSE(parse_epoch_key(bad)) << bad;
  EXPECT_TRUE(parse_epoch_key("comity-vault-key-1\n1\n" + text.substr(22)));
}

}  // namespace
}  // namespace comity
