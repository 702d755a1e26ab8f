// What erasure promises (E1, E2, E4): the record stays what it was, byte for byte, and the commitments in it open for
// nobody.  COMITY_LEAVES, COMITY_ERASURES, COMITY_CANDIDATES give other sizes.
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "record/directory.h"
#include "record/receipt.h"
#include "vault_under_test.h"

namespace comity {
namespace {

// A record in whose entries, one in five, a commitment stands for a name; the vault lies beside it.
class Erasure : public testing::Test {
 protected:
  const int leaves_ = size_from("COMITY_LEAVES", 400);
  const int erasures_ = size_from("COMITY_ERASURES", leaves_ / 10);

  Erasure() {
    EXPECT_TRUE(init_directory(data_, vault_origin, test_key()));
    open();
    for (int number = 0; number < leaves_;) {
      const int count = std::min(1 + number % 8, leaves_ - number);
      commit(number, count);
      number += count;
      if (number % 64 >= count && number < leaves_) continue;
      directory_->signer->sign(*directory_->record, Log::open);
      checkpoints_.push_back(directory_->record->checkpoint(Log::open));
    }
  }
  void open() {
    directory_.reset();
    directory_ = std::make_unique<OpenDirectory>(*open_directory(data_));
    vault_.reset();
    vault_ = std::make_unique<Vault>(data_, std::string(vault_origin), vault_outside());
  }
  void commit(int first, int count) {
    std::vector<std::string> entries;
    for (int number = first; number < first + count; ++number) {
      auto entry = test_entry(Log::open, number, 1'000 * (number + 1), "r-" + std::to_string(number));
      if (number % 5 == 0) {
        entry.nonce = random_bytes(32);
        entry.act = JsonObject{{"field", "name"}, {"commitment", committed(entry.nonce, number)}};
      }
      entries.push_back(to_bytes(entry));
    }
    Commit out;
    out[Log::open] = seal_batch(vault_origin, first, std::move(entries), test_key());
    directory_->record->append(out);
  }
  std::string committed(const std::string& nonce, int number) {
    if (people_.empty() || people_.back().places.size() == 2) people_.push_back({vault_->add_subject()});
    auto& person = people_.back();
    person.places.push_back({Log::open, nonce, "name"});
    person.values.push_back("Name " + std::to_string(number));
    person.commitments.push_back(*vault_->put(person.subject, person.places.back(), person.values.back()));
    return to_hex(person.commitments.back());
  }
  // Everything that a stranger may hold of the record, as one digest: roots, checkpoints, receipts, proofs, bytes.
  Digest held_by_strangers() const {
    const auto& record = *directory_->record;
    const auto size = record.size(Log::open);
    Hasher all;
    for (std::int64_t number = 0; number < size; ++number) {
      all.add(*record.read(Log::open, number)).add(print(receipt(record, Log::open, number)));
      all.add(record.root(Log::open, number + 1));
      if (number % 16 != 0) continue;
      for (const auto& hash : record.inclusion(Log::open, number, size)) all.add(hash);
      for (const auto& hash : record.consistency(Log::open, number + 1, size)) all.add(hash);
    }
    for (const auto& note : checkpoints_) {
      const auto checkpoint = open_checkpoint(note, record.key());
      EXPECT_TRUE(checkpoint && record.root(Log::open, checkpoint->size) == checkpoint->root);
    }
    return all.add(record.checkpoint(Log::open)).add(record.checkpoint(Log::closed)).finish();
  }
  bool opens(const Person& person) const {
    std::size_t opened = 0;
    for (std::size_t i = 0; i < person.places.size(); ++i) {
      const auto got = vault_->open(person.subject, person.places[i], "test");
      if (got && commitment("name", got->opening, canonical(got->value)) == person.commitments[i]) ++opened;
      EXPECT_TRUE(got || got.refusal().code == "vault-subject-erased");
    }
    EXPECT_TRUE(opened == 0 || opened == person.places.size());
    return opened > 0;
  }

  Folder folder_{};
  std::filesystem::path data_ = folder_ / "var";
  std::unique_ptr<OpenDirectory> directory_{};
  std::unique_ptr<Vault> vault_{};
  std::vector<Person> people_{};
  std::vector<std::string> checkpoints_{};
};

// E1 and E2.
TEST_F(Erasure, leaves_everything_that_a_stranger_holds_as_it_was) {
  std::mt19937 choose(7);
  std::shuffle(people_.begin(), people_.end(), choose);
  ASSERT_LT(static_cast<std::size_t>(erasures_), people_.size() + 1);
  const auto before = held_by_strangers();
  std::size_t erased = 0;
  int cases = 0;
  while (erased < static_cast<std::size_t>(erasures_)) {
    const auto count = std::min<std::size_t>(1 + choose() % 64, static_cast<std::size_t>(erasures_) - erased);
    std::vector<std::string> subjects;
    for (std::size_t i = erased; i < erased + count; ++i) subjects.push_back(people_[i].subject);
    ASSERT_EQ(vault_->shred(subjects, "case-" + std::to_string(++cases))->subjects, std::int64_t(count));
    erased += count;
    for (int i = 0; i < 10; ++i) {
      const auto one = choose() % people_.size();
      EXPECT_EQ(opens(people_[one]), one >= erased);
    }
  }
  EXPECT_EQ(held_by_strangers(), before);
  open();  // which verifies every entry of the record, and opens every box of the vault
  EXPECT_EQ(held_by_strangers(), before);
  for (std::size_t i = 0; i < people_.size(); ++i) ASSERT_EQ(opens(people_[i]), i >= erased);
  std::int64_t read = 0;
  directory_->record->each(Log::open, 0, directory_->record->size(Log::open),
                           [&](std::int64_t, std::string_view bytes) { read += parse_entry(bytes) ? 1 : 0; });
  EXPECT_EQ(read, leaves_);
  fmt::print("{} subjects erased in {} cases beside {} leaves\n", erased, cases, leaves_);
}

// E4: whoever has the leaf, the list of all names and all keys that are still held confirms nothing; whoever was shown
// the opening confirms one value and no other.
TEST(Dictionary, confirms_a_shredded_commitment_never_and_an_opened_one_always) {
  const int size = size_from("COMITY_CANDIDATES", 10'000);
  VaultUnderTest vault;
  const auto truth = size * 617 / 1000;
  const auto name = [](int i) { return canonical(Json("Name " + std::to_string(i))); };
  const auto gone = vault.add({"Name " + std::to_string(truth)});
  const auto stays = vault.add({"Name " + std::to_string(truth)});
  const auto shown = vault->open(stays.subject, stays.places[0], "test")->opening;
  ASSERT_TRUE(vault->shred({gone.subject}, "case-1"));
  const auto key = read_epoch_key(vault / "vault-key");
  const auto& place = gone.places[0];
  const std::vector<Digest> guesses{Digest{}, shown,
                                    opening(key->key.bytes(), {vault_origin, place.nonce, place.field}),
                                    opening(std::string(32, '\0'), {vault_origin, place.nonce, place.field})};
  int confirmed = 0;
  int verified = 0;
  for (int i = 0; i < size; ++i) {
    for (const auto& guess : guesses) confirmed += commitment("name", guess, name(i)) == gone.commitments[0] ? 1 : 0;
    if (commitment("name", shown, name(i)) == stays.commitments[0]) verified += i == truth ? 1 : 1'000;
  }
  EXPECT_EQ(confirmed, 0);
  EXPECT_EQ(verified, 1);
}

}  // namespace
}  // namespace comity
