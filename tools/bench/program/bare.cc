// What the same work costs where nothing is judged: a plain SQLite loop with the record's own settings. It opens a copy
// or a record that nobody holds, never one that is in use.
#include <sqlite3.h>

#include "base/check.h"
#include "bench.h"
#include "record/merkle.h"

namespace comity {
namespace {

class Database {
 public:
  explicit Database(const std::string& file) {
    demand(sqlite3_open(file.c_str(), &db_));
    run("PRAGMA locking_mode=EXCLUSIVE");
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("PRAGMA wal_autocheckpoint=0");
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { sqlite3_close(db_); }

  void run(const char* sql) { demand(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    demand(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr));
    return statement;
  }
  void demand(int result) const {
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
      throw Fault("bench", db_ == nullptr ? "SQLite" : sqlite3_errmsg(db_));
  }

 private:
  sqlite3* db_ = nullptr;
};

struct Row {
  std::int64_t number = 0;
  std::string bytes;
  std::string root;
  std::string signature;
};

std::string blob(sqlite3_stmt* row, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
  return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

// Entries one by one, each with a batch mark, as single acts leave them.
std::vector<Row> rows_of(const std::string& folder) {
  Database db(folder + "/record.db");
  std::vector<Row> rows;
  auto* mark = db.prepare("SELECT root, signature FROM public_batch LIMIT 1");
  sqlite3_step(mark);
  const auto root = blob(mark, 0);
  const auto signature = blob(mark, 1);
  sqlite3_finalize(mark);
  auto* entry = db.prepare("SELECT number, bytes FROM public_entry ORDER BY number");
  while (sqlite3_step(entry) == SQLITE_ROW)
    rows.push_back({sqlite3_column_int64(entry, 0), blob(entry, 1), root, signature});
  sqlite3_finalize(entry);
  return rows;
}

void bind(sqlite3_stmt* statement, int at, const std::string& bytes) {
  sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void step(Database& db, sqlite3_stmt* statement) {
  db.demand(sqlite3_step(statement));
  db.demand(sqlite3_reset(statement));
}

}  // namespace

// The rows that a commit of one act leaves: its entry and its batch mark, in one transaction of one sync.
int bare_acts(const Words& words) {
  const auto rows = rows_of(words.at(0));
  Database db(words.at(1));
  db.run("CREATE TABLE entry(number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
  db.run("CREATE TABLE batch(size INTEGER PRIMARY KEY, root BLOB NOT NULL, signature BLOB NOT NULL) STRICT");
  auto* entry = db.prepare("INSERT INTO entry(number, bytes) VALUES (?1, ?2)");
  auto* mark = db.prepare("INSERT INTO batch(size, root, signature) VALUES (?1, ?2, ?3)");
  const auto count = std::min(number_at(words, 2, 1000), static_cast<std::int64_t>(rows.size()));
  std::vector<double> took;
  const Stopwatch whole;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto& row = rows[static_cast<std::size_t>(i)];
    const Stopwatch watch;
    db.run("BEGIN IMMEDIATE");
    sqlite3_bind_int64(entry, 1, row.number);
    bind(entry, 2, row.bytes);
    step(db, entry);
    sqlite3_bind_int64(mark, 1, row.number + 1);
    bind(mark, 2, row.root);
    bind(mark, 3, row.signature);
    step(db, mark);
    db.run("COMMIT");
    took.push_back(watch.seconds());
  }
  const auto spent = whole.read();
  auto result = percentiles(took);
  result.emplace("acts", count);
  tell(result, spent);
  sqlite3_finalize(entry);
  sqlite3_finalize(mark);
  return 0;
}

int bare_read(const Words& words) {
  const Stopwatch watch;
  Database db(words.at(0) + "/record.db");
  auto* entry = db.prepare("SELECT bytes FROM public_entry ORDER BY number");
  Frontier tree;
  std::int64_t bytes = 0;
  while (sqlite3_step(entry) == SQLITE_ROW) {
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(entry, 0));
    tree.append(leaf_hash({static_cast<const char*>(sqlite3_column_blob(entry, 0)), size}));
    bytes += static_cast<std::int64_t>(size);
  }
  sqlite3_finalize(entry);
  const auto root = tree.root();
  tell({{"bytes", bytes}, {"entries", static_cast<std::int64_t>(tree.size())}, {"root", to_hex(root)}}, watch.read());
  return 0;
}

}  // namespace comity
