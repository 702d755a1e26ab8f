// The contract that every store keeps (SQLite, memory): one list of tests for all.
#include "record/record.h"

#include <functional>
#include <thread>

#include "record_under_test.h"

namespace comity {
namespace {

enum class Kind { sqlite, memory };

class Contract : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override { reopen(); }
  // A memory store cannot be reopened: its like is made of the same bytes, and judged again from the start.
  void reopen() {
    if (GetParam() == Kind::sqlite) {
      record_.reset();
      record_ = sqlite_record(folder_ / "record.db");
      return;
    }
    auto fresh = memory_store(genesis("log.example/test", test_key()));
    if (record_) copy(record_->store(), *fresh);
    record_ = std::make_unique<Record>(std::move(fresh));
  }
  static void copy(const Store& from, Store& to) {
    for (const auto log : logs) {
      std::int64_t first = 0;
      for (const auto& mark : from.marks(log)) {
        Commit commit;
        commit[log].mark = mark;
        from.each(log, first, mark.size,
                  [&](std::int64_t, std::string_view bytes) { commit[log].entries.emplace_back(bytes); });
        to.append(commit);
        first = mark.size;
      }
      to.put_checkpoint(log, from.checkpoint(log));
    }
  }
  Record& record() { return *record_; }
  std::string fault_of_append(const Commit& commit) {
    return fault_of([&] { record().append(commit); });
  }

  Folder folder_;
  std::unique_ptr<Record> record_;
};

INSTANTIATE_TEST_SUITE_P(Stores, Contract, testing::Values(Kind::sqlite, Kind::memory),
                         [](const auto& tested) { return tested.param == Kind::sqlite ? "sqlite" : "memory"; });

TEST_P(Contract, is_born_empty_named_and_signed) {
  EXPECT_EQ(record().origin(), "log.example/test");
  EXPECT_EQ(record().origin(Log::closed), "log.example/test/closed");
  for (const auto log : logs) {
    EXPECT_EQ(record().size(log), 0);
    EXPECT_TRUE(record().marks(log).empty());
    const auto checkpoint = open_checkpoint(record().checkpoint(log), {record().origin(log), test_key().public_key()});
    ASSERT_TRUE(bool(checkpoint));
    EXPECT_EQ(*checkpoint, (Checkpoint{record().origin(log), 0, empty_root()}));
  }
  EXPECT_EQ(record().read(Log::open, 0), std::nullopt);
}

TEST_P(Contract, keeps_what_was_appended) {
  fill(record(), 20);
  reopen();
  EXPECT_EQ(record().size(Log::open), 20);
  EXPECT_GT(record().size(Log::closed), 0);
  std::int64_t next = 0;
  record().each(Log::open, 0, 20, [&](std::int64_t number, std::string_view bytes) {
    EXPECT_EQ(number, next++);
    EXPECT_EQ(parse_entry(bytes)->number, number);
  });
  EXPECT_EQ(next, 20);
  EXPECT_EQ(parse_entry(*record().read(Log::open, 19))->request, "public-19");
  EXPECT_EQ(record().read(Log::open, 20), std::nullopt);
  EXPECT_EQ(record().read(Log::open, -1), std::nullopt);
  EXPECT_TRUE(verify(record().store()).sound());
}

TEST_P(Contract, finds_a_request_in_both_logs) {
  Writer writer(record());
  Commit commit;
  writer.add(commit, Log::open, 1, "both");
  commit[Log::closed] =
      seal_batch(record().origin(Log::closed), 0, {to_bytes(test_entry(Log::closed, 0, 1000, "both"))}, test_key());
  record().append(commit);
  reopen();
  EXPECT_EQ(record().find("both"), (std::vector<Place>{{Log::open, 0}, {Log::closed, 0}}));
  EXPECT_TRUE(record().find("other").empty());
}

TEST_P(Contract, one_request_may_make_several_entries_at_one_instant) {
  std::vector<std::string> entries;
  for (int i = 0; i < 3; ++i) entries.push_back(to_bytes(test_entry(Log::open, i, 5, "many")));
  Commit commit;
  commit[Log::open] = seal_batch(record().origin(), 0, entries, test_key());
  record().append(commit);
  EXPECT_EQ(record().find("many").size(), 3U);
  EXPECT_EQ(record().last_at(), Instant{5});
}

TEST_P(Contract, gives_a_receipt_for_each_entry) {
  fill(record(), 20);
  reopen();
  for (std::int64_t number = 0; number < 20; ++number) {
    const auto given = receipt(record(), Log::open, number);
    EXPECT_TRUE(bool(verify(given, test_key().public_key())));
    EXPECT_EQ(given.act_digest, act_digest(*parse_entry(*record().read(Log::open, number))));
    EXPECT_EQ(given.leaf, record().leaf(Log::open, number));
    EXPECT_EQ(*parse_receipt(print(given)), given);
  }
}

TEST_P(Contract, proves_inclusion_and_consistency_at_every_size) {
  fill(record(), 15);
  for (std::int64_t size = 1; size <= 15; ++size) {
    for (std::int64_t number = 0; number < size; ++number)
      EXPECT_TRUE(verify_inclusion(std::uint64_t(number), std::uint64_t(size), record().leaf(Log::open, number),
                                   record().inclusion(Log::open, number, size), record().root(Log::open, size)));
    EXPECT_TRUE(verify_consistency(std::uint64_t(size), 15, record().root(Log::open, size),
                                   record().root(Log::open, 15), record().consistency(Log::open, size, 15)));
  }
}

TEST_P(Contract, says_which_batch_holds_an_entry) {
  Writer writer(record());
  writer.append(Log::open, 2);
  writer.append(Log::open, 3);
  EXPECT_EQ(record().batch_of(Log::open, 1).first, 0);
  EXPECT_EQ(record().batch_of(Log::open, 2).first, 2);
  EXPECT_EQ(record().batch_of(Log::open, 4).second.size, 5);
  record().settle();
  EXPECT_EQ(record().size(Log::open), 5);
}

// Each wrong commit, and the code that names what is wrong.
struct Wrong {
  const char* code;
  std::function<void(Commit&, Entry&)> spoil;
};

Commit sealed(const Record& record, Log log, const Entry& entry) {
  Commit commit;
  commit[log] = seal_batch(record.origin(log), record.size(log), {to_bytes(entry)}, test_key());
  return commit;
}

TEST_P(Contract, refuses_a_commit_that_does_not_follow) {
  const std::vector<std::pair<const char*, std::function<Commit(Record&)>>> wrongs{
      {"number-gap", [](Record& r) { return sealed(r, Log::open, test_entry(Log::open, 5, 9000, "new")); }},
      {"at-order", [](Record& r) { return sealed(r, Log::open, test_entry(Log::open, 3, 3000, "new")); }},
      {"at-order of the other log",
       [](Record& r) { return sealed(r, Log::closed, test_entry(Log::closed, 0, 3000, "new")); }},
      {"request-repeated", [](Record& r) { return sealed(r, Log::open, test_entry(Log::open, 3, 9000, "public-1")); }},
      {"request-repeated in the other log",
       [](Record& r) { return sealed(r, Log::closed, test_entry(Log::closed, 0, 9000, "public-1")); }},
      {"salt-missing", [](Record& r) { return sealed(r, Log::closed, test_entry(Log::open, 0, 9000, "new")); }},
      {"batch-signature",
       [](Record& r) {
         auto commit = sealed(r, Log::open, test_entry(Log::open, 3, 9000, "new"));
         commit[Log::open].mark.signature[5] = static_cast<char>(commit[Log::open].mark.signature[5] ^ 1);
         return commit;
       }},
      {"batch-root",
       [](Record& r) {
         auto commit = sealed(r, Log::open, test_entry(Log::open, 3, 9000, "new"));
         commit[Log::open].entries[0] = to_bytes(test_entry(Log::open, 3, 9001, "new"));
         return commit;
       }},
      {"batch-size",
       [](Record& r) {
         auto commit = sealed(r, Log::open, test_entry(Log::open, 3, 9000, "new"));
         commit[Log::open].mark.size = 5;
         return commit;
       }},
      {"entry-not-canonical",
       [](Record& r) {
         auto commit = sealed(r, Log::open, test_entry(Log::open, 3, 9000, "new"));
         commit[Log::open].entries[0] += " ";
         return commit;
       }},
  };
  for (const auto& [name, make] : wrongs) {
    record_.reset();
    std::filesystem::remove(folder_ / "record.db");
    reopen();
    Writer(record()).append(Log::open, 3);
    EXPECT_EQ(fault_of_append(make(record())), "record-refused") << name;
    EXPECT_TRUE(record().stopped()) << name;
    EXPECT_EQ(fault_of_append(Writer(record()).commit(Log::open, 1)), "record-stopped") << name;
    EXPECT_EQ(record().size(Log::open), 3) << name;
    EXPECT_TRUE(record().read(Log::open, 2).has_value()) << "reading goes on after " << name;
    reopen();
    EXPECT_EQ(record().size(Log::open) + record().size(Log::closed), 3) << name;
  }
}

TEST_P(Contract, takes_only_a_checkpoint_of_its_own_history) {
  const auto code = [&](const Checkpoint& checkpoint, const SignKey& key) {
    return fault_of([&] { record().put_checkpoint(Log::open, sign_checkpoint(checkpoint, key)); });
  };
  const auto born = [&] {
    record_.reset();
    std::filesystem::remove(folder_ / "record.db");
    reopen();
    Writer(record()).append(Log::open, 4);
    checkpoint(record(), Log::open);
  };
  born();
  const auto root = record().root(Log::open, 4);
  EXPECT_EQ(code({"log.example/test", 4, root}, test_key()), "");
  EXPECT_EQ(code({"log.example/other", 4, root}, test_key()), "record-refused");
  born();
  EXPECT_EQ(code({"log.example/test", 5, root}, test_key()), "record-refused");
  born();
  EXPECT_EQ(code({"log.example/test", 3, root}, test_key()), "record-refused");
  born();
  EXPECT_EQ(code({"log.example/test", 3, record().root(Log::open, 3)}, test_key()), "record-refused") << "smaller";
  born();
  EXPECT_EQ(code({"log.example/test", 4, root}, SignKey::generate()), "record-refused");
}

TEST_P(Contract, is_read_while_it_is_written) {
  Writer writer(record());
  writer.append(Log::open, 1);
  std::thread reader([&] {
    for (int i = 0; i < 200; ++i) {
      const auto size = record().size(Log::open);
      EXPECT_TRUE(record().read(Log::open, size - 1).has_value());
      EXPECT_FALSE(record().find("public-0").empty());
    }
  });
  for (int i = 0; i < 50; ++i) writer.append(Log::open, 2);
  reader.join();
  EXPECT_EQ(record().size(Log::open), 101);
}

}  // namespace
}  // namespace comity
