// Small records to test with: a fixed key, entries that differ, a folder that goes away.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "record/memory.h"
#include "record/receipt.h"
#include "record/sqlite.h"
#include "record/verify.h"

namespace comity {

inline const SignKey& test_key() {
  static const auto key = SignKey::from_seed(std::string(32, '\x07'));
  return key;
}

inline Entry test_entry(Log log, std::int64_t number, std::int64_t at, std::string request) {
  Entry entry{number, {at}, "note-made", std::move(request), "body"};
  entry.author = JsonObject{{"role", "secretariat"}};
  entry.act = JsonObject{{"text", "entry " + std::to_string(number)}};
  entry.happened = Json("2022-04-22");
  entry.certainty = "confirmed";
  entry.sources = {JsonObject{{"symbol", "A/77/275"}, {"paragraph", "b7"}}};
  if (log == Log::closed) entry.salt = std::string(32, static_cast<char>('a' + number % 26));
  return entry;
}

// Builds commits on a record: each request gets the next instant.
class Writer {
 public:
  explicit Writer(Record& record) : record_(record), at_(record.last_at().us) {}

  // One commit of `count` requests of one entry each in the log.
  Commit commit(Log log, int count, std::string name = "") {
    Commit commit;
    add(commit, log, count, std::move(name));
    return commit;
  }
  void add(Commit& commit, Log log, int count, const std::string& name = "") {
    std::vector<std::string> entries;
    const auto first = record_.size(log);
    for (auto number = first; number < first + count; ++number) {
      at_ += 1000;
      const auto request = name.empty() ? std::string(name_of(log)) + "-" + std::to_string(number) : name;
      entries.push_back(to_bytes(test_entry(log, number, at_, request)));
    }
    commit[log] = seal_batch(record_.origin(log), first, std::move(entries), test_key());
  }
  void append(Log log, int count) { record_.append(commit(log, count)); }

 private:
  Record& record_;
  std::int64_t at_;
};

inline void checkpoint(Record& record, Log log) {
  const auto size = record.size(log);
  record.put_checkpoint(log, sign_checkpoint({record.origin(log), size, record.root(log, size)}, test_key()));
}

// A record of `entries` public entries and a third as many closed ones, in commits of one to seven.
inline void fill(Record& record, int entries) {
  Writer writer(record);
  for (int i = 0, count = 1; i < entries; i += count, count = count % 7 + 1) {
    count = std::min(count, entries - i);
    Commit commit;
    writer.add(commit, Log::open, count);
    if (count % 2 == 0) writer.add(commit, Log::closed, count / 2);
    record.append(commit);
  }
  for (const auto log : logs) checkpoint(record, log);
}

class Folder {
 public:
  Folder() {
    // In memory where there is such a folder: thousands of syncs prove nothing more on a slow disk.
    const std::filesystem::path shared = "/dev/shm";
    const auto parent = std::filesystem::exists(shared) ? shared : std::filesystem::temp_directory_path();
    std::string name = (parent / "comity-record-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

template <class Step>
std::string fault_of(const Step& step) {
  try {
    step();
    return "";
  } catch (const Fault& fault) {
    return fault.code;
  }
}

inline std::unique_ptr<Record> sqlite_record(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) create_sqlite(file, genesis("log.example/test", test_key()));
  return std::make_unique<Record>(open_sqlite(file));
}

}  // namespace comity
