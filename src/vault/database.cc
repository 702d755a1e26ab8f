#include "vault/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <memory>

#include "base/check.h"
#include "record/files.h"

namespace comity {
namespace {

constexpr std::int64_t tables_version = 1;
constexpr std::int64_t mark_of_file = 0x436d7476;  // "Cmtv"

// `unfinished`: a deletion is committed, but the file is not written anew yet (Vault::rewrite).
constexpr std::array<std::string_view, 6> tables{
    "CREATE TABLE access(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, subject BLOB NOT NULL, "
    "log TEXT NOT NULL, nonce BLOB NOT NULL, field TEXT NOT NULL, purpose TEXT NOT NULL, mark BLOB NOT NULL) STRICT",
    "CREATE INDEX erased ON access(subject) WHERE action = 'shred'",
    "CREATE INDEX owned ON value(subject)",
    "CREATE TABLE subject(id BLOB PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE value(log TEXT NOT NULL, nonce BLOB NOT NULL, field TEXT NOT NULL, subject BLOB NOT NULL, "
    "box BLOB NOT NULL, PRIMARY KEY (log, nonce, field)) STRICT, WITHOUT ROWID",
    "CREATE TABLE vault(id INTEGER PRIMARY KEY CHECK (id = 0), epoch INTEGER NOT NULL, unfinished INTEGER NOT NULL) "
    "STRICT"};

std::string fault_code(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "vault-in-use";
    case SQLITE_FULL:
      return "disk-full";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR:
      return "vault-damaged";
    default:
      return "disk";
  }
}

int bind(sqlite3_stmt* statement, int at, const Bound& bound) {
  if (const auto* number = std::get_if<std::int64_t>(&bound)) return sqlite3_bind_int64(statement, at, *number);
  // An empty view may have no address, which SQLite would take for NULL.
  if (const auto* text = std::get_if<std::string_view>(&bound))
    return sqlite3_bind_text64(statement, at, text->empty() ? "" : text->data(), text->size(), SQLITE_STATIC,
                               SQLITE_UTF8);
  const auto bytes = std::get<Blob>(bound).bytes;
  if (bytes.empty()) return sqlite3_bind_zeroblob(statement, at, 0);
  return sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
}

}  // namespace

std::int64_t Row::integer(int column) const {
  if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) throw Fault("vault-damaged", "a column's type");
  return sqlite3_column_int64(statement_, column);
}
std::string Row::text(int column) const { return bytes(column, SQLITE_TEXT); }
std::string Row::blob(int column) const { return bytes(column, SQLITE_BLOB); }

std::string Row::bytes(int column, int type) const {
  if (sqlite3_column_type(statement_, column) != type) throw Fault("vault-damaged", "a column's type");
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string() : std::string(data, size);
}

Database::Database(const std::filesystem::path& file, int flags) {
  const int result = sqlite3_open_v2(file.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (result == SQLITE_OK) return;
  sqlite3_close(db_);
  throw Fault(fault_code(result), file.string() + ": " + sqlite3_errstr(result));
}

Database::Database(const std::filesystem::path& file) : Database(file, SQLITE_OPEN_READWRITE) {
  if (sqlite3_db_readonly(db_, "main") != 0) throw Fault("disk", file.string() + ": cannot be written");
  be_careful();
  require_ours();
}

Database::~Database() { sqlite3_close(db_); }

void Database::create(const std::filesystem::path& file, std::int64_t epoch) {
  write_durably(file, "");  // mode 0600 from its first byte
  {
    Database db(file, SQLITE_OPEN_READWRITE);
    db.be_careful();
    db.transact([&] {
      // An index comes after its table; the list is in the order of the names.
      for (const std::string_view beginning : {"CREATE TABLE", "CREATE INDEX"})
        for (const auto sql : tables)
          if (sql.starts_with(beginning)) db.run(sql);
      db.run("INSERT INTO vault(id, epoch, unfinished) VALUES (0, ?1, 0)", {epoch});
      db.run(fmt::format("PRAGMA application_id={}", mark_of_file));
      db.run(fmt::format("PRAGMA user_version={}", tables_version));
    });
  }
  sync_folder(file.parent_path());
}

// What keeps the promises: set, then asked, for a pragma that is not obeyed says nothing.
void Database::be_careful() {
  run("PRAGMA trusted_schema=OFF");
  run("PRAGMA cell_size_check=ON");
  run("PRAGMA temp_store=MEMORY");
  const bool obeyed = text("PRAGMA locking_mode=EXCLUSIVE") == "exclusive" && integer("PRAGMA secure_delete=ON") == 1 &&
                      text("PRAGMA journal_mode=WAL") == "wal";
  run("PRAGMA synchronous=FULL");
  if (!obeyed || integer("PRAGMA synchronous") != 2) throw Fault("disk", "vault.db: SQLite does not do as it is told");
}

void Database::require_ours() {
  if (integer("PRAGMA application_id") != mark_of_file) throw Fault("vault-damaged", "vault.db: not a vault of comity");
  const auto version = integer("PRAGMA user_version");
  if (version != tables_version)
    throw Fault("vault-version", fmt::format("vault.db: version {}, this program reads {}", version, tables_version));
  std::size_t same = 0;
  std::size_t all = 0;
  each("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", {}, [&](const Row& row) {
    same += all < tables.size() && row.text(0) == tables[all] ? 1 : 0;
    ++all;
  });
  if (same != tables.size() || all != same) throw Fault("vault-damaged", "vault.db: other tables than ours");
  const auto whole = text("PRAGMA integrity_check(1)");
  if (whole != "ok") throw Fault("vault-damaged", "vault.db: " + whole);
}

void Database::fail(int result) const {
  throw Fault(fault_code(result), std::string("vault.db: ") + sqlite3_errmsg(db_));
}

void Database::each(std::string_view sql, Bounds bounds, const std::function<void(const Row&)>& take) {
  sqlite3_stmt* prepared = nullptr;
  int result = sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  int at = 0;
  for (const auto& bound : bounds)
    if (result == SQLITE_OK) result = bind(prepared, ++at, bound);
  if (result != SQLITE_OK) fail(result);
  while ((result = sqlite3_step(prepared)) == SQLITE_ROW) take(Row(prepared));
  if (result != SQLITE_DONE) fail(result);
}

void Database::run(std::string_view sql, Bounds bounds) {
  each(sql, bounds, [](const Row&) {});
}

std::int64_t Database::integer(std::string_view sql, Bounds bounds) {
  std::int64_t found = 0;
  each(sql, bounds, [&](const Row& row) { found = row.integer(0); });
  return found;
}

std::string Database::text(std::string_view sql) {
  std::string found;
  each(sql, {}, [&](const Row& row) { found = row.text(0); });
  return found;
}

std::int64_t Database::changes() const { return sqlite3_changes64(db_); }

void Database::transact(const std::function<void()>& step) {
  run("BEGIN IMMEDIATE");
  try {
    step();
    run("COMMIT");
  } catch (...) {
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

void Database::fold() {
  const int result = sqlite3_wal_checkpoint_v2(db_, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result);
}

void Database::copy_to(const std::filesystem::path& file) {
  const std::string name = file.string();
  write_durably(file, "");  // mode 0600 from its first byte
  run("VACUUM INTO ?1", {std::string_view(name)});
  sync_file(file);
}

}  // namespace comity
