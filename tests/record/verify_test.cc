// The verifier names what is wrong and where: in a store that nobody judged, and in an export.
#include "record/verify.h"

#include "record/export.h"
#include "record/files.h"
#include "record_under_test.h"

namespace comity {
namespace {

// A good public log in batches of four, two and four, to be spoiled before it is stored without judgement.
struct Raw {
  std::vector<Batch> batches;
  std::array<std::string, 2> checkpoints;
};
Raw good() {
  const auto record = memory_record("log.example/test", test_key());
  Writer writer(*record);
  Raw raw;
  for (const int count : {4, 2, 4}) {
    auto commit = writer.commit(Log::open, count);
    raw.batches.push_back(commit[Log::open]);
    record->append(commit);
  }
  for (const auto log : logs) checkpoint(*record, log);
  raw.checkpoints = {record->checkpoint(Log::open), record->checkpoint(Log::closed)};
  return raw;
}
std::unique_ptr<Store> stored(const Raw& raw) {
  auto store = memory_store({genesis("log.example/test", test_key()).key, raw.checkpoints});
  for (const auto& batch : raw.batches) {
    Commit commit;
    commit[Log::open] = batch;
    store->append(commit);
  }
  return store;
}
std::string told(const Report& report) {
  std::string all;
  for (const auto& problem : report.problems) all += print(problem) + "\n";
  return all;
}
// What is told of the log once `spoil` has spoiled it.
template <class Spoil>
std::string told_of(const Spoil& spoil) {
  auto raw = good();
  spoil(raw);
  return told(verify(*stored(raw)));
}

TEST(Verify, a_good_record_is_sound) {
  const auto report = verify(*stored(good()), VerifierKey{"log.example/test", test_key().public_key()});
  EXPECT_TRUE(report.sound()) << told(report);
  EXPECT_EQ(report.logs[0].entries, 10);
  EXPECT_EQ(report.logs[0].checkpointed, 10);
  EXPECT_EQ(report.logs[0].root,
            open_checkpoint(good().checkpoints[0], {"log.example/test", test_key().public_key()})->root);
  EXPECT_EQ(report.logs[1].entries, 0);
}

TEST(Verify, another_key_than_the_trusted_one_is_told) {
  const auto report = verify(*stored(good()), VerifierKey{"log.example/test", SignKey::generate().public_key()});
  EXPECT_THAT(told(report), testing::HasSubstr("key-other"));
}

TEST(Verify, names_the_entry_that_is_wrong) {
  using testing::HasSubstr;
  EXPECT_THAT(told_of([](Raw& r) { r.batches[1].entries[0][30] ^= 1; }), HasSubstr("entry 4: "));
  EXPECT_THAT(told_of([](Raw& r) { std::swap(r.batches[1].entries[0], r.batches[1].entries[1]); }),
              HasSubstr("public log, entry 4: number-gap (5)"));
  EXPECT_THAT(told_of([](Raw& r) { r.batches.pop_back(); }), HasSubstr("entry 6: entries-missing (10)"));
  EXPECT_THAT(told_of([](Raw& r) { r.batches.erase(r.batches.begin()); }), HasSubstr("entry 0: number-gap (4)"));
  EXPECT_THAT(told_of([](Raw& r) { r.batches[2].mark.root[0] ^= 1; }), HasSubstr("batch-root"));
  EXPECT_THAT(told_of([](Raw& r) { r.batches[2].mark.signature[0] ^= 1; }), HasSubstr("batch-signature"));
  EXPECT_THAT(told_of([](Raw& r) { r.batches[2].mark.size = 9; }), HasSubstr("batch-missing"));
  EXPECT_THAT(told_of([](Raw& r) { r.checkpoints[0] = r.checkpoints[1]; }), HasSubstr("note-unsigned"));
  EXPECT_THAT(told_of([](Raw& r) {
                r.checkpoints[0] = sign_checkpoint({"log.example/test", 10, empty_root()}, test_key());
              }),
              HasSubstr("checkpoint-root (10)"));
}

// Whoever has the key can sign anything; the order of things is still judged.
TEST(Verify, a_signed_disorder_is_told) {
  const auto resealed = [](std::vector<Entry> entries) {
    Raw raw = good();
    std::vector<std::string> bytes;
    for (const auto& entry : entries) bytes.push_back(to_bytes(entry));
    raw.batches = {seal_batch("log.example/test", 0, bytes, test_key())};
    return told(verify(*stored(raw)));
  };
  const auto entry = [](std::int64_t number, std::int64_t at, const char* request) {
    return test_entry(Log::open, number, at, request);
  };
  using testing::HasSubstr;
  EXPECT_THAT(resealed({entry(0, 5, "a"), entry(1, 5, "b")}), HasSubstr("entry 1: at-order"));
  EXPECT_THAT(resealed({entry(0, 5, "a"), entry(1, 6, "a")}), HasSubstr("entry 1: request-instants"));
  EXPECT_THAT(resealed({entry(0, 5, "a"), entry(1, 6, "b"), entry(2, 7, "a")}),
              HasSubstr("entry 2: request-repeated (a)"));
}

TEST(Verify, what_is_between_the_logs_is_judged) {
  auto store = memory_store(genesis("log.example/test", test_key()));
  Commit commit;
  const auto put = [&](Log log, std::int64_t at, const char* request) {
    commit[log] =
        seal_batch(origin_of("log.example/test", log), 0, {to_bytes(test_entry(log, 0, at, request))}, test_key());
  };
  put(Log::open, 5, "a");
  put(Log::closed, 5, "b");
  store->append(commit);
  EXPECT_THAT(told(verify(*store)), testing::HasSubstr("closed log, entry 0: at-order (b)"));
  store = memory_store(genesis("log.example/test", test_key()));
  put(Log::closed, 6, "a");
  store->append(commit);
  EXPECT_THAT(told(verify(*store)), testing::HasSubstr("closed log, entry 0: request-instants (a)"));
}

// An older program verifies what a later one has written.
TEST(Verify, entries_of_a_later_format_are_kept_and_counted) {
  auto json = *parse_json(to_bytes(test_entry(Log::open, 0, 5, "a")));
  std::get<JsonObject>(json.value)["format"] = 2;
  std::get<JsonObject>(json.value)["colour"] = "red";
  auto store = memory_store(genesis("log.example/test", test_key()));
  Commit commit;
  commit[Log::open] = seal_batch("log.example/test", 0, {canonical(json)}, test_key());
  store->append(commit);
  const auto report = verify(*store);
  EXPECT_TRUE(report.sound()) << told(report);
  EXPECT_EQ(report.logs[0].later_formats, 1);
}

class Export : public testing::Test {
 protected:
  void SetUp() override {
    record_ = memory_record("log.example/test", test_key());
    fill(*record_, 20);
    export_log(*record_, Log::open, record_->checkpoint(Log::open), into_);
  }
  void change(const char* file, const std::function<void(std::string&)>& spoil) {
    auto bytes = *read_file(into_ / file);
    spoil(bytes);
    write_durably(into_ / file, bytes);
  }
  Folder folder_;
  std::filesystem::path into_ = folder_ / "export";
  std::unique_ptr<Record> record_;
};

TEST_F(Export, holds_the_canonical_bytes_line_by_line) {
  std::string lines;
  record_->each(Log::open, 0, 20, [&](std::int64_t, std::string_view bytes) { lines += std::string(bytes) + "\n"; });
  EXPECT_EQ(*read_file(into_ / "entries.jsonl"), lines);
  EXPECT_EQ(*read_file(into_ / "checkpoint"), record_->checkpoint(Log::open));
  const auto report = verify_export(into_, record_->key());
  EXPECT_TRUE(report.sound()) << told(report);
  EXPECT_EQ(report.logs[0].entries, 20);
  EXPECT_EQ(report.logs[0].root, record_->root(Log::open, 20));
}

TEST_F(Export, ends_at_the_last_checkpoint) {
  Writer(*record_).append(Log::open, 3);
  export_log(*record_, Log::open, record_->checkpoint(Log::open), into_);
  EXPECT_EQ(verify_export(into_).logs[0].entries, 20);
  EXPECT_TRUE(verify_export(into_).sound());
}

TEST_F(Export, of_the_closed_log_verifies_by_itself) {
  export_log(*record_, Log::closed, record_->checkpoint(Log::closed), into_);
  const auto report = verify_export(into_, record_->key());
  EXPECT_TRUE(report.sound()) << told(report);
  EXPECT_EQ(report.logs[1].entries, record_->size(Log::closed));
}

TEST_F(Export, an_empty_log_is_exported_too) {
  const auto empty = memory_record("", test_key());
  export_log(*empty, Log::open, empty->checkpoint(Log::open), into_);
  EXPECT_TRUE(verify_export(into_).sound());
  EXPECT_EQ(*read_file(into_ / "entries.jsonl"), "");
}

TEST_F(Export, anything_missing_or_more_is_told) {
  using testing::HasSubstr;
  change("entries.jsonl", [](std::string& bytes) { bytes.pop_back(); });
  EXPECT_THAT(told(verify_export(into_)), HasSubstr("file-malformed (entries.jsonl)"));
  export_log(*record_, Log::open, record_->checkpoint(Log::open), into_);
  change("entries.jsonl", [](std::string& bytes) { bytes += "\n"; });
  EXPECT_FALSE(verify_export(into_).sound());
  export_log(*record_, Log::open, record_->checkpoint(Log::open), into_);
  change("batches.jsonl", [](std::string& bytes) { bytes.resize(bytes.rfind('\n', bytes.size() - 2) + 1); });
  EXPECT_THAT(told(verify_export(into_)), HasSubstr("batch-missing"));
  export_log(*record_, Log::open, record_->checkpoint(Log::open), into_);
  change("key", [](std::string& bytes) { bytes += "\n"; });
  EXPECT_THAT(told(verify_export(into_)), HasSubstr("file-malformed (key)"));
  for (const auto* file : {"entries.jsonl", "batches.jsonl", "checkpoint", "key"}) {
    export_log(*record_, Log::open, record_->checkpoint(Log::open), into_);
    std::filesystem::remove(into_ / file);
    EXPECT_FALSE(verify_export(into_).sound()) << file;
  }
  EXPECT_THAT(told(verify_export(folder_ / "nowhere")), HasSubstr("file-missing (key)"));
}

}  // namespace
}  // namespace comity
