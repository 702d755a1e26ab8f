#include "record/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdlib>

#include "record/files.h"

namespace comity {
namespace {

constexpr std::int64_t file_version = 1;          // of these tables
constexpr std::int64_t application = 0x436d7479;  // "Cmty"

// Every column is inside the leaf bytes, recomputed from them, or under a signature (docs/record-format.md 12).
std::vector<std::pair<std::string, std::string>> schema() {
  std::vector<std::pair<std::string, std::string>> tables;
  for (const auto log : {Log::closed, Log::open}) {
    const auto add = [&](std::string_view name, std::string_view columns) {
      const auto table = fmt::format("{}_{}", name_of(log), name);
      tables.emplace_back(table, fmt::format("CREATE TABLE {}({})", table, columns) + " STRICT");
    };
    add("batch", "size INTEGER PRIMARY KEY, root BLOB NOT NULL, signature BLOB NOT NULL");
    add("checkpoint", "id INTEGER PRIMARY KEY CHECK (id = 0), note TEXT NOT NULL");
    add("entry", "number INTEGER PRIMARY KEY, bytes BLOB NOT NULL");
    if (log == Log::closed)
      tables.emplace_back("key",
                          "CREATE TABLE key(id INTEGER PRIMARY KEY CHECK (id = 0), verifier TEXT NOT NULL) STRICT");
  }
  return tables;
}

std::string code_of(int result, sqlite3* db = nullptr) {
  // A file that cannot be opened says no more than that; what the machine said is asked for.
  const int why = (result & 0xff) == SQLITE_CANTOPEN && db != nullptr ? sqlite3_system_errno(db) : 0;
  if (why == ENOSPC || why == EDQUOT) return "disk-full";
  if (why == EIO) return "disk";
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "record-in-use";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:
      return "record-damaged";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return "record-read-only";
    case SQLITE_FULL:
      return "disk-full";
    default:
      return "disk";
  }
}

// The check of a file tells of a page that the disk did not give as of any other fault.
bool is_of_the_disk(const std::string& told) {
  constexpr std::string_view mark = "error code=";
  const auto at = told.find(mark);
  return at != told.npos && (std::atoi(told.c_str() + at + mark.size()) & 0xff) == SQLITE_IOERR;
}

class Statement {
 public:
  Statement(sqlite3* db, std::string_view sql) : db_(db) {
    demand(sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  void bind(int at, std::int64_t value) { demand(sqlite3_bind_int64(statement_, at, value)); }
  void bind_blob(int at, std::string_view value) {
    demand(sqlite3_bind_blob64(statement_, at, value.data(), value.size(), SQLITE_STATIC));
  }
  void bind_text(int at, std::string_view value) {
    demand(sqlite3_bind_text64(statement_, at, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
  bool step() {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) demand(result);
    return result == SQLITE_ROW;
  }
  // To its end, and ready for the next time: also where it failed.
  void run() {
    try {
      while (step()) {
      }
    } catch (...) {
      sqlite3_reset(statement_);
      throw;
    }
    demand(sqlite3_reset(statement_));
  }
  std::int64_t integer(int column) {
    demand_type(column, SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
  }
  std::string_view blob(int column) {
    demand_type(column, SQLITE_BLOB);
    return bytes(sqlite3_column_blob(statement_, column), column);
  }
  std::string_view text(int column) {
    demand_type(column, SQLITE_TEXT);
    return bytes(sqlite3_column_text(statement_, column), column);
  }

 private:
  void demand(int result) {
    if (result != SQLITE_OK) throw Fault(code_of(result, db_), std::string("record.db: ") + sqlite3_errmsg(db_));
  }
  void demand_type(int column, int type) {
    if (sqlite3_column_type(statement_, column) != type) throw Fault("record-damaged", "record.db: a column's type");
  }
  std::string_view bytes(const void* data, int column) {
    const auto size = sqlite3_column_bytes(statement_, column);
    return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), std::size_t(size));
  }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

// The one connection.
class Connection {
 public:
  Connection(const std::filesystem::path& file, int flags) {
    const int result = sqlite3_open_v2(file.c_str(), &db_, flags, nullptr);
    if (result == SQLITE_OK) return;
    const std::string why = db_ == nullptr ? "no memory" : sqlite3_errmsg(db_);
    const auto code = code_of(result, db_);
    sqlite3_close(db_);
    throw Fault(code, file.string() + ": " + why);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close(db_); }

  sqlite3* get() const { return db_; }
  void run(std::string_view sql) const { Statement(db_, sql).run(); }
  // A statement is run to its end: what it changes is kept only there, and may fail there.
  std::string ask_text(std::string_view sql) const {
    Statement statement(db_, sql);
    if (!statement.step()) return "";
    std::string text(statement.text(0));
    statement.run();
    return text;
  }
  std::int64_t ask_integer(std::string_view sql) const {
    Statement statement(db_, sql);
    if (!statement.step()) return 0;
    const auto integer = statement.integer(0);
    statement.run();
    return integer;
  }
  void demand(bool holds, const char* code, const char* what) const {
    if (!holds) throw Fault(code, std::string("record.db: ") + what);
  }

  // What keeps the promise that a commit is on the disk. Set, then asked: a pragma that is not obeyed says nothing.
  void be_careful() const {
    demand(ask_text("PRAGMA locking_mode=EXCLUSIVE") == "exclusive", "disk", "no exclusive lock");
    run("PRAGMA synchronous=FULL");
    demand(ask_integer("PRAGMA synchronous") == 2, "disk", "synchronous is not FULL");
    demand(ask_integer("PRAGMA wal_autocheckpoint=0") == 0, "disk", "the WAL folds itself");
    run("PRAGMA trusted_schema=OFF");
    run("PRAGMA cell_size_check=ON");
    run("PRAGMA temp_store=MEMORY");
  }

 private:
  sqlite3* db_ = nullptr;
};

// What each commit runs.
struct Writing {
  explicit Writing(sqlite3* db)
      : begin(db, "BEGIN IMMEDIATE"),
        commit(db, "COMMIT"),
        entry{entry_of(db, Log::open), entry_of(db, Log::closed)},
        mark{mark_of(db, Log::open), mark_of(db, Log::closed)} {}

  static Statement entry_of(sqlite3* db, Log log) {
    return {db, fmt::format("INSERT INTO {}_entry(number, bytes) VALUES (?1, ?2)", name_of(log))};
  }
  static Statement mark_of(sqlite3* db, Log log) {
    return {db, fmt::format("INSERT INTO {}_batch(size, root, signature) VALUES (?1, ?2, ?3)", name_of(log))};
  }

  Statement begin;
  Statement commit;
  std::array<Statement, 2> entry;  // by Log
  std::array<Statement, 2> mark;   // by Log
};

class SqliteStore : public Store {
 public:
  explicit SqliteStore(const std::filesystem::path& file) : db_(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX) {
    db_.demand(sqlite3_db_readonly(db_.get(), "main") == 0, "record-read-only", "cannot be written");
    db_.be_careful();
    require_version();
    require_schema();
    for (const auto log : logs)
      sizes_[index(log)] =
          db_.ask_integer(fmt::format("SELECT coalesce(max(number) + 1, 0) FROM {}_entry", name_of(log)));
    writing_.emplace(db_.get());
  }
  // After a failed write the WAL stays as it is: what the failed sync left of it is for start-up to judge.
  ~SqliteStore() override {
    if (failed_) sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }

  std::string key() const override { return db_.ask_text("SELECT verifier FROM key"); }
  std::int64_t size(Log log) const override { return sizes_[index(log)]; }

  void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const override {
    Statement rows(db_.get(), fmt::format("SELECT number, bytes FROM {}_entry WHERE number >= ?1 AND number < ?2 "
                                          "ORDER BY number",
                                          name_of(log)));
    rows.bind(1, from);
    rows.bind(2, to);
    while (rows.step()) take(rows.integer(0), rows.blob(1));
  }

  std::vector<BatchMark> marks(Log log) const override {
    std::vector<BatchMark> marks;
    Statement rows(db_.get(), fmt::format("SELECT size, root, signature FROM {}_batch ORDER BY size", name_of(log)));
    while (rows.step()) {
      const auto root = digest_from_bytes(rows.blob(1));
      db_.demand(root.has_value(), "record-damaged", "a batch root is not 32 bytes");
      marks.push_back({rows.integer(0), *root, std::string(rows.blob(2))});
    }
    return marks;
  }

  std::string checkpoint(Log log) const override {
    return db_.ask_text(fmt::format("SELECT note FROM {}_checkpoint", name_of(log)));
  }

  void append(const Commit& commit) override {
    transact([&] {
      for (const auto log : logs) insert(log, commit[log]);
    });
    for (const auto log : logs) sizes_[index(log)] += static_cast<std::int64_t>(commit[log].entries.size());
  }

  void put_checkpoint(Log log, std::string_view note) override {
    transact([&] {
      Statement update(db_.get(), fmt::format("UPDATE {}_checkpoint SET note = ?1 WHERE id = 0", name_of(log)));
      update.bind_text(1, note);
      update.run();
      db_.demand(sqlite3_changes(db_.get()) == 1, "record-damaged", "no checkpoint to replace");
    });
  }

  // On the one connection only.
  void forget() override { sqlite3_db_release_memory(db_.get()); }

  void settle() override {
    const int result = sqlite3_wal_checkpoint_v2(db_.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (result == SQLITE_OK) return;
    failed_ = true;
    throw Fault(code_of(result), std::string("record.db: ") + sqlite3_errmsg(db_.get()));
  }

 private:
  static std::size_t index(Log log) { return static_cast<std::size_t>(log); }

  void require_version() const {
    db_.demand(db_.ask_integer("PRAGMA application_id") == application, "record-damaged", "not a record of comity");
    const auto version = db_.ask_integer("PRAGMA user_version");
    if (version != file_version)
      throw Fault("record-version", fmt::format("record.db: version {}, this program reads {}", version, file_version));
    db_.demand(db_.ask_text("PRAGMA journal_mode") == "wal", "record-damaged", "not in WAL mode");
  }
  void require_schema() const {
    std::vector<std::pair<std::string, std::string>> found;
    Statement rows(db_.get(), "SELECT name, sql FROM sqlite_schema ORDER BY name");
    while (rows.step()) found.emplace_back(rows.text(0), rows.text(1));
    db_.demand(found == schema(), "record-damaged", "other tables than ours");
    const auto whole = db_.ask_text("PRAGMA quick_check(1)");
    if (whole != "ok") throw Fault(is_of_the_disk(whole) ? "disk" : "record-damaged", "record.db: " + whole);
  }

  template <class Step>
  void transact(const Step& step) {
    check(!failed_, "a store that failed to write is written no more");
    failed_ = true;  // until it is done
    try {
      writing_->begin.run();
      step();
      writing_->commit.run();
    } catch (...) {
      // So that reading goes on without what was not committed; the error that counts is the first.
      if (sqlite3_get_autocommit(db_.get()) == 0) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
    failed_ = false;
  }
  void insert(Log log, const Batch& batch) {
    if (batch.entries.empty()) return;
    auto& entry = writing_->entry[index(log)];
    auto number = sizes_[index(log)];
    for (const auto& bytes : batch.entries) {
      entry.bind(1, number++);
      entry.bind_blob(2, bytes);
      entry.run();
    }
    auto& mark = writing_->mark[index(log)];
    const auto root = to_bytes(batch.mark.root);
    mark.bind(1, batch.mark.size);
    mark.bind_blob(2, root);
    mark.bind_blob(3, batch.mark.signature);
    mark.run();
  }

  Connection db_;
  std::optional<Writing> writing_{};  // from when the tables are known to be ours
  std::array<std::int64_t, 2> sizes_{};
  bool failed_ = false;
};

void insert_genesis(const Connection& db, const Genesis& genesis) {
  for (const auto log : logs) {
    Statement note(db.get(), fmt::format("INSERT INTO {}_checkpoint(id, note) VALUES (0, ?1)", name_of(log)));
    note.bind_text(1, genesis.checkpoints[static_cast<std::size_t>(log)]);
    note.run();
  }
  Statement key(db.get(), "INSERT INTO key(id, verifier) VALUES (0, ?1)");
  key.bind_text(1, genesis.key);
  key.run();
}

}  // namespace

void create_sqlite(const std::filesystem::path& file, const Genesis& genesis) {
  if (std::filesystem::exists(file)) throw Fault("record-exists", file.string());
  {
    const Connection db(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
    db.be_careful();
    db.demand(db.ask_text("PRAGMA journal_mode=WAL") == "wal", "disk", "no WAL mode");
    db.run("BEGIN IMMEDIATE");
    for (const auto& [table, sql] : schema()) db.run(sql);
    insert_genesis(db, genesis);
    db.run(fmt::format("PRAGMA application_id={}", application));
    db.run(fmt::format("PRAGMA user_version={}", file_version));
    db.run("COMMIT");
  }
  sync_folder(file.has_parent_path() ? file.parent_path() : ".");
}

std::unique_ptr<Store> open_sqlite(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) throw Fault("record-missing", file.string());
  auto store = std::make_unique<SqliteStore>(file);
  // The write-ahead log has its name by now. SQLite syncs the folder too, but passes over a failure of that.
  sync_folder(file.has_parent_path() ? file.parent_path() : ".");
  return store;
}

}  // namespace comity
