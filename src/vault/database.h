// The vault's SQLite file: one connection, EXCLUSIVE, WAL, synchronous=FULL, secure_delete. Knows tables and bytes, no
// keys. Only its .cc knows SQLite.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace comity {

struct Blob {
  std::string_view bytes;
};
using Bound = std::variant<std::int64_t, std::string_view, Blob>;
using Bounds = std::initializer_list<Bound>;

// One row of an answer. A column of another type than asked for throws Fault vault-damaged.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string blob(int column) const;

 private:
  std::string bytes(int column, int type) const;
  sqlite3_stmt* statement_;
};

// Every call throws Fault disk, disk-full, vault-damaged, vault-in-use.
class Database {
 public:
  // Opens the file and compares its tables with ours; throws Fault vault-missing, vault-version too.
  explicit Database(const std::filesystem::path& file);
  // Makes a file with our empty tables, of that epoch; durable when it returns. The file must not exist.
  static void create(const std::filesystem::path& file, std::int64_t epoch);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  void run(std::string_view sql, Bounds bounds = {});
  void each(std::string_view sql, Bounds bounds, const std::function<void(const Row&)>& take);
  std::int64_t integer(std::string_view sql, Bounds bounds = {});  // of the first row; 0 where there is none
  void transact(const std::function<void()>& step);                // all of it or nothing, durable when it returns
  void fold();  // what is durable goes to its final place, and nothing is left of the write-ahead log
  // Only what lives, into a new file of mode 0600, durable when it returns. The file must not exist.
  void copy_to(const std::filesystem::path& file);
  std::int64_t changes() const;  // rows that the last statement changed

 private:
  explicit Database(const std::filesystem::path& file, int flags);
  void be_careful();
  void require_ours();
  std::string text(std::string_view sql);
  [[noreturn]] void fail(int result) const;

  sqlite3* db_ = nullptr;
};

}  // namespace comity
