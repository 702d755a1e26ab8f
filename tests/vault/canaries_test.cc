// E3: a thousand planted texts, searched for byte by byte in all files of the data directory in eight encodings; then
// what the vault kept of them, and their keys; then all of it in a backup, with every key that is still held.
#include <algorithm>
#include <cstring>

#include "record/directory.h"
#include "vault/backup.h"
#include "vault_under_test.h"

namespace comity {
namespace {

// All bytes that lie somewhere, prepared for many searches: where each window of eight bytes stands.
class Haystack {
 public:
  explicit Haystack(const std::filesystem::path& folder) {
    for (const auto& [name, bytes] : all_files(folder)) bytes_ += bytes + '\n';
    for (std::size_t at = 0; at + 8 <= bytes_.size(); ++at) windows_.push_back({window(bytes_.data() + at), at});
    std::sort(windows_.begin(), windows_.end());
  }
  bool holds(std::string_view needle) const {
    check(needle.size() >= 8, "a needle of eight bytes");
    const auto first = window(needle.data());
    auto found = std::lower_bound(windows_.begin(), windows_.end(), std::pair{first, std::size_t{0}});
    for (; found != windows_.end() && found->first == first; ++found)
      if (bytes_.compare(found->second, needle.size(), needle) == 0) return true;
    return false;
  }
  std::size_t size() const { return bytes_.size(); }

 private:
  static std::uint64_t window(const char* at) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, 8);
    return value;
  }
  std::string bytes_{};
  std::vector<std::pair<std::uint64_t, std::size_t>> windows_{};
};

std::string utf16(std::string_view ascii, bool big) {
  std::string out;
  for (const char sign : ascii) out += big ? std::string{'\0', sign} : std::string{sign, '\0'};
  return out;
}

// What base64 shows of the text where `before` bytes stand in front of its group of three.
std::string base64_within(const std::string& text, std::size_t before) {
  const auto whole = to_base64(std::string(before, 'x') + text + "x");
  const auto from = before == 0 ? 0U : 4U;
  return whole.substr(from, (before + text.size()) / 3 * 4 - from);
}

std::string upper(std::string text) {
  for (auto& sign : text) sign = static_cast<char>(sign >= 'a' && sign <= 'f' ? sign - 32 : sign);
  return text;
}

std::vector<std::string> encodings(const std::string& text) {
  return {text,
          utf16(text, false),
          utf16(text, true),
          base64_within(text, 0),
          base64_within(text, 1),
          base64_within(text, 2),
          to_hex(text),
          upper(to_hex(text))};
}

int hits(const Haystack& haystack, const std::vector<std::string>& texts) {
  int count = 0;
  for (const auto& text : texts)
    for (const auto& form : encodings(text)) count += haystack.holds(form) ? 1 : 0;
  return count;
}

class Canaries : public testing::Test {
 protected:
  Canaries() {
    EXPECT_TRUE(init_directory(vault_.path(), vault_origin, test_key()));
    for (int i = 0; i < 250; ++i) {
      std::vector<std::string> texts;
      for (int n = 0; n < 4; ++n) texts.push_back("canary " + to_hex(random_bytes(12)));
      canaries_.insert(canaries_.end(), texts.begin(), texts.end());
      subjects_.push_back(vault_.add(texts).subject);
    }
    others_.push_back(vault_.add({"Somebody else"}));
  }
  // Ciphertexts, wrapped keys, keys in clear and openings: all that could serve to get a value back.
  std::vector<std::string> traces() {
    vault_.close();
    std::vector<std::string> out;
    {
      const auto key = read_epoch_key(vault_ / "vault-key");
      Database db(vault_ / "vault.db");
      db.each("SELECT id, wrapped FROM subject", {}, [&](const Row& row) {
        if (to_hex(row.blob(0)) == others_[0].subject) return;
        out.push_back(row.blob(1));
        out.push_back(*open_box(key->key, wrap_context(row.blob(0), 1), row.blob(1)));
      });
      db.each("SELECT box, subject FROM value", {}, [&](const Row& row) {
        if (to_hex(row.blob(1)) != others_[0].subject) out.push_back(row.blob(0));
      });
    }
    vault_.open();
    return out;
  }
  // How many of the subjects in that vault.db the keys open, as keys of any epoch there was.
  static int opened(const std::filesystem::path& file, const std::vector<std::string>& keys) {
    int count = 0;
    Database db(file);
    db.each("SELECT id, wrapped FROM subject", {}, [&](const Row& row) {
      for (const auto& key : keys)
        for (const std::int64_t epoch : {1, 2})
          count += open_box(Secret(key), wrap_context(row.blob(0), epoch), row.blob(1)) ? 1 : 0;
    });
    return count;
  }
  std::string epoch_key() const { return std::string(read_epoch_key(vault_ / "vault-key")->key.bytes()); }

  VaultUnderTest vault_{};
  std::vector<std::string> canaries_{};
  std::vector<std::string> subjects_{};
  std::vector<Person> others_{};
};

TEST_F(Canaries, are_found_nowhere_after_the_erasure_and_in_no_backup_after_the_epoch) {
  const Folder elsewhere;
  const auto forms = static_cast<int>(encodings("canary").size());
  std::string control;
  for (const auto& text : canaries_)
    for (const auto& form : encodings(text)) control += form + '\n';
  write_durably(elsewhere / "control", control);
  EXPECT_EQ(hits(Haystack(elsewhere.path()), canaries_), static_cast<int>(canaries_.size()) * forms) << "can be found";

  const auto traced = traces();
  ASSERT_EQ(traced.size(), 1500U);
  const auto count = [&](const Haystack& haystack) {
    return std::count_if(traced.begin(), traced.end(), [&](const auto& trace) { return haystack.holds(trace); });
  };
  EXPECT_EQ(count(Haystack(vault_.path())), 1250) << "ciphertexts and wrapped keys, but no key in clear";
  ASSERT_TRUE(back_up_vault(*vault_, elsewhere / "backup"));
  const auto first_key = epoch_key();

  ASSERT_EQ(vault_->shred(subjects_, "case-1")->values, 1000);
  const Haystack live(vault_.path());
  EXPECT_GT(live.size(), 10'000U);
  EXPECT_EQ(hits(live, canaries_), 0);
  EXPECT_EQ(count(live), 0);
  EXPECT_EQ(vault_.state(others_[0]), "open");

  EXPECT_EQ(opened(elsewhere / "backup/vault.db", {first_key}), 251) << "until the epoch ends";
  ASSERT_TRUE(vault_->next_epoch());
  const Haystack after(vault_.path());
  EXPECT_FALSE(after.holds(first_key) || after.holds(to_hex(first_key)));
  const std::vector<std::string> held{epoch_key(), std::string(test_key().seed()), std::string(32, '\0')};
  EXPECT_EQ(opened(elsewhere / "backup/vault.db", held), 0);
  EXPECT_EQ(vault_.state(others_[0]), "open");
}

}  // namespace
}  // namespace comity
