// The program writes exactly the bytes that docs/record-format.md shows in its worked example.
// (tests/record_format/worked_example.py recomputes the same values in another language.)
#include <fmt/format.h>

#include <sstream>

#include "record/blobs.h"
#include "record/export.h"
#include "record/files.h"
#include "record_under_test.h"
#include "seal/commit.h"
#include "seal/hash.h"

namespace comity {
namespace {

using Values = std::map<std::string, std::string>;

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool newline = text.compare(i, 2, "\\n") == 0;
    out += newline ? '\n' : text[i];
    i += newline ? 1 : 0;
  }
  return out;
}

Values document() {
  Values values;
  std::istringstream in(*read_file(std::filesystem::path(COMITY_ROOT) / "docs/record-format.md"));
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = line == "```values";
    } else if (inside) {
      const auto equals = line.find(" = ");
      EXPECT_TRUE(values.emplace(line.substr(0, equals), unescaped(line.substr(equals + 3))).second) << line;
    }
  }
  return values;
}

class Document : public testing::Test {
 protected:
  void SetUp() override {
    key_ = std::make_unique<SignKey>(SignKey::from_seed(*from_hex(take("seed"))));
    origin_ = take("origin");
    for (const auto* name : {"entry-0", "entry-1", "entry-2"}) entries_.push_back(take(name));
    record_ = memory_record(origin_, *key_);
    Commit first;
    first[Log::open] = seal_batch(origin_, 0, {entries_[0], entries_[1]}, *key_);
    record_->append(first);
    Commit second;
    second[Log::open] = seal_batch(origin_, 2, {entries_[2]}, *key_);
    second[Log::closed] = seal_batch(origin_ + "/closed", 0, {take("closed-entry-0")}, *key_);
    record_->append(second);
    for (const auto log : logs) {
      const auto size = record_->size(log);
      record_->put_checkpoint(log, sign_checkpoint({record_->origin(log), size, record_->root(log, size)}, *key_));
    }
  }
  std::string take(const std::string& name) { return values_.at(name); }
  void expect(const std::string& name, const std::string& ours) {
    EXPECT_EQ(ours, values_.at(name)) << name;
    ++compared_;
  }
  void expect(const std::string& name, const Digest& ours) { expect(name, to_hex(ours)); }

  Values values_ = document();
  std::unique_ptr<SignKey> key_;
  std::string origin_;
  std::vector<std::string> entries_;
  std::unique_ptr<Record> record_;
  int compared_ = 0;
};

TEST_F(Document, keys_and_names) {
  expect("public-key", to_hex(key_->public_key()));
  expect("default-origin", default_origin(key_->public_key()));
  expect("key-id", to_hex(key_id(record_->key())));
  expect("verifier-key", print(record_->key()));
}

TEST_F(Document, entries_are_written_as_shown) {
  for (std::size_t i = 0; i < 3; ++i) {
    const auto name = std::to_string(i);
    const auto entry = parse_entry(entries_[i]);
    ASSERT_TRUE(bool(entry)) << entry.refusal().code;
    expect("entry-" + name, to_bytes(*entry));
    expect("act-digest-" + name, act_digest(*entry));
    expect("act-digest-" + name, sha256("comity/act/1\n" + take("act-input-" + name)));
    expect("leaf-" + name, record_->leaf(Log::open, static_cast<std::int64_t>(i)));
    expect("batch-item-" + name, batch_item(*parse_head(entries_[i]), leaf_hash(entries_[i])));
    expect("batch-item-" + name, leaf_hash("comity/batch-item/1\n" + take("batch-item-input-" + name)));
  }
}

TEST_F(Document, tree_and_batches) {
  for (int size = 0; size <= 3; ++size) expect("root-" + std::to_string(size), record_->root(Log::open, size));
  for (const auto& mark : record_->marks(Log::open)) {
    const auto size = std::to_string(mark.size);
    expect("batch-root-" + size, mark.root);
    expect("batch-signature-" + size, to_hex(mark.signature));
    expect("batch-text-" + size, batch_text(origin_, mark.size == 2 ? 0 : 2, mark.size, mark.root));
  }
  expect("receipt-1", print(receipt(*record_, Log::open, 1)));
  const auto path = record_->inclusion(Log::open, 1, 3);
  ASSERT_EQ(path.size(), 2U);
  expect("inclusion-1-of-3", fmt::format("{} {}", to_hex(path[0]), to_hex(path[1])));
  ASSERT_EQ(record_->consistency(Log::open, 2, 3).size(), 1U);
  expect("consistency-2-to-3", record_->consistency(Log::open, 2, 3)[0]);
}

TEST_F(Document, checkpoints_and_the_export) {
  expect("checkpoint", record_->checkpoint(Log::open));
  expect("closed-checkpoint", record_->checkpoint(Log::closed));
  expect("closed-leaf-0", record_->leaf(Log::closed, 0));
  expect("closed-act-digest-0", act_digest(*parse_entry(take("closed-entry-0"))));
  const Folder folder;
  export_log(*record_, Log::open, record_->checkpoint(Log::open), folder.path());
  EXPECT_EQ(*read_file(folder / "entries.jsonl"), entries_[0] + "\n" + entries_[1] + "\n" + entries_[2] + "\n");
  EXPECT_EQ(*read_file(folder / "batches.jsonl"), take("batch-line-2") + "\n" + take("batch-line-3") + "\n");
  EXPECT_EQ(*read_file(folder / "checkpoint"), take("checkpoint"));
  EXPECT_EQ(*read_file(folder / "key"), take("verifier-key") + "\n");
  EXPECT_TRUE(verify_export(folder.path()).sound());
}

TEST_F(Document, the_commitment_and_the_blob) {
  const auto nonce = parse_entry(entries_[2])->nonce;
  const auto field = take("commit-field");
  const auto opened = opening(*from_hex(take("subject-key")), {origin_, nonce, field});
  expect("commit-opening", opened);
  expect("commitment", commitment(field, opened, take("commit-value")));
  const Folder folder;
  Blobs(folder / "blobs").put(take("blob"));
  EXPECT_EQ(*read_file(folder.path() / take("blob-file")), take("blob"));
}

}  // namespace
}  // namespace comity
