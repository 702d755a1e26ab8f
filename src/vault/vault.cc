#include "vault/vault.h"

#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"
#include "record/files.h"
#include "record/record.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr std::size_t value_limit = 65'535;  // bytes of canonical JSON: no personal field is longer than an entry
constexpr std::size_t name_limit = 64;

bool is_short_slug(std::string_view text) { return is_slug(text) && text.size() <= name_limit; }

void require_place(const ValuePlace& place) {
  check(place.nonce.size() == 32 && is_short_slug(place.field), "a place has a nonce of 32 bytes and a slug");
}

std::string raw(std::string_view subject) { return *from_hex(subject); }

std::optional<Log> log_of(std::string_view name) {
  for (const auto log : logs)
    if (name_of(log) == name) return log;
  return std::nullopt;
}

// A row that was changed does not fit its mark any more, nor does any after it.
Digest access_mark(const Digest& before, const JsonObject& row) {
  return Hasher().add("comity/access/1\n").add(before).add(canonical(row)).finish();
}

template <class Step>
auto on_disk(const Step& step) {
  try {
    return step();
  } catch (const std::filesystem::filesystem_error& error) {
    throw Fault("disk", error.what());
  }
}

ValuePlace place_of(const Row& row, int first) {
  const auto log = log_of(row.text(first));
  ValuePlace place{log.value_or(Log::open), row.blob(first + 1), row.text(first + 2)};
  if (!log || place.nonce.size() != 32 || !is_short_slug(place.field))
    throw Fault("vault-damaged", "vault.db: a place that no entry has");
  return place;
}

}  // namespace

bool is_subject(std::string_view text) { return text.size() == 32 && from_hex(text).has_value(); }

Vault::Vault(std::filesystem::path folder, std::string origin, VaultOutside outside)
    : folder_(std::move(folder)),
      origins_{origin_of(origin, Log::open), origin_of(origin, Log::closed)},
      outside_(std::move(outside)) {
  on_disk([&] {
    clear_away();
    if (std::filesystem::exists(at("vault.db")))
      open_files();
    else if (std::filesystem::exists(at("vault-key")))
      throw Fault("vault-missing", at("vault.db").string());
    return Granted{};
  });
}

// Left by an interruption: keys and copies that nobody relies on, not yet named or half destroyed.
void Vault::clear_away() const {
  for (const char* left : {".new-vault-key", ".new-vault-key.next", "vault-key.gone", "vault-key.next.gone",
                           ".new-vault-key.gone", ".new-vault-key.next.gone"})
    destroy_file(at(left));
  for (const char* left : {"vault.db.new", "vault.db.new-wal", "vault.db.new-journal", ".new-vault.db.new"})
    std::filesystem::remove(at(left));
}

CommitPlace Vault::commit_place(const ValuePlace& place) const {
  return {origins_[static_cast<std::size_t>(place.log)], place.nonce, place.field};
}

// The tables first: stopped between the two, an empty vault without a key gets one when it is opened.
void Vault::make() {
  Database::create(at("vault.db.new"), 1);
  std::filesystem::rename(at("vault.db.new"), at("vault.db"));
  sync_folder(folder_);
  open_files();
}

void Vault::open_files() {
  db_ = std::make_unique<Database>(at("vault.db"));
  mark_ = {};
  finish_epoch();
  require_access_chain();
  if (db_->integer("SELECT unfinished FROM vault") != 0) rewrite();
}

// Which key is the vault's: of the two that may lie there while an epoch changes, the one of the epoch that the tables
// are of. The other is destroyed only after every box has opened under the first.
void Vault::finish_epoch() {
  const auto epoch = db_->integer("SELECT epoch FROM vault");
  const auto next_file = at("vault-key.next");
  auto next = read_epoch_key(next_file);
  if (next && next->epoch == epoch) {
    require_all_boxes_open(*next);
    destroy_file(at("vault-key"));
    std::filesystem::rename(next_file, at("vault-key"));
    sync_folder(folder_);
    key_ = std::move(next);
    return;
  }
  key_ = read_epoch_key(at("vault-key"));
  if (!key_ && epoch == 1 && db_->integer("SELECT count(*) FROM subject") == 0) {
    key_ = EpochKey{1, Secret(outside_.random(aead_key_size))};
    write_epoch_key(at("vault-key"), *key_);
  }
  if (!key_) throw Fault("vault-key-missing", at("vault-key").string());
  if (key_->epoch != epoch)
    throw Fault("vault-epoch", fmt::format("vault.db is of epoch {}, vault-key of epoch {}", epoch, key_->epoch));
  require_all_boxes_open(*key_);
  destroy_file(next_file);
}

std::optional<Secret> Vault::key_of(std::string_view subject, std::string_view wrapped, const EpochKey& key) const {
  auto bytes = open_box(key.key, wrap_context(subject, key.epoch), wrapped);
  if (!bytes || bytes->size() != aead_key_size) return std::nullopt;
  return Secret(*std::move(bytes));
}

void Vault::require_all_boxes_open(const EpochKey& key) {
  const auto damaged = [](const char* what, std::string_view subject) {
    throw Fault("vault-damaged", fmt::format("vault.db: {} of subject {}", what, to_hex(subject)));
  };
  db_->each("SELECT id, wrapped FROM subject", {}, [&](const Row& row) {
    if (row.blob(0).size() != 16 || !key_of(row.blob(0), row.blob(1), key)) damaged("the key", row.blob(0));
  });
  db_->each(
      "SELECT value.log, value.nonce, value.field, value.box, subject, wrapped FROM value LEFT JOIN subject "
      "ON subject.id = value.subject",
      {}, [&](const Row& row) {
        const auto place = place_of(row, 0);
        const auto owner = row.blob(4);
        const auto opener = key_of(owner, row.blob(5), key);
        if (!opener || !open_box(*opener, value_context(commit_place(place)), row.blob(3))) damaged("a value", owner);
      });
}

void Vault::require_access_chain() {
  std::int64_t next = 0;
  db_->each("SELECT number, at, action, subject, log, nonce, field, purpose, mark FROM access ORDER BY number", {},
            [&](const Row& row) {
              const JsonObject said{{"at", row.integer(1)},           {"action", row.text(2)},
                                    {"subject", to_hex(row.blob(3))}, {"log", row.text(4)},
                                    {"nonce", to_hex(row.blob(5))},   {"field", row.text(6)},
                                    {"purpose", row.text(7)}};
              mark_ = access_mark(mark_, said);
              if (row.integer(0) != next++ || row.blob(8) != to_bytes(mark_))
                throw Fault("vault-damaged", fmt::format("vault.db: row {} of the access log", row.integer(0)));
            });
}

template <class Step>
auto Vault::guarded(const Step& step) {
  const std::lock_guard lock(mutex_);
  if (stopped_) throw Fault("vault-stopped", at("vault.db").string());
  stopped_ = true;  // until it is done
  auto answer = on_disk(step);
  stopped_ = false;
  return answer;
}

void Vault::note(std::string_view action, std::string_view subject, const ValuePlace& place, std::string_view purpose) {
  const auto at = outside_.clock().us;
  const auto log = place.nonce.empty() ? std::string_view() : name_of(place.log);
  mark_ = access_mark(mark_, {{"at", at},
                              {"action", action},
                              {"subject", subject},
                              {"log", log},
                              {"nonce", to_hex(place.nonce)},
                              {"field", place.field},
                              {"purpose", purpose}});
  const auto mark = to_bytes(mark_);
  db_->run(
      "INSERT INTO access SELECT coalesce(max(number) + 1, 0), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM access",
      {at, action, Blob{raw(subject)}, log, Blob{place.nonce}, std::string_view(place.field), purpose, Blob{mark}});
}

Refusal Vault::no_such(std::string_view subject) {
  const bool erased =
      is_subject(subject) && db_ &&
      db_->integer("SELECT count(*) FROM access WHERE action = 'shred' AND subject = ?1", {Blob{raw(subject)}}) > 0;
  return Refusal{erased ? "vault-subject-erased" : "vault-subject-unknown",
                 {{"subject", std::string(subject.substr(0, name_limit))}}};
}

Result<Secret> Vault::living(std::string_view subject) {
  if (!is_subject(subject) || !db_) return no_such(subject);
  std::string wrapped;
  const auto id = raw(subject);
  db_->each("SELECT wrapped FROM subject WHERE id = ?1", {Blob{id}}, [&](const Row& row) { wrapped = row.blob(0); });
  if (wrapped.empty()) return no_such(subject);
  auto key = key_of(id, wrapped, *key_);
  if (!key) throw Fault("vault-damaged", fmt::format("vault.db: the key of subject {}", subject));
  return *std::move(key);
}

std::string Vault::add_subject() {
  return guarded([&] {
    if (!db_) make();
    const auto id = outside_.random(16);
    const Secret key(outside_.random(aead_key_size));
    const auto wrapped = close_box(key_->key, wrap_context(id, key_->epoch), key.bytes(), outside_.random);
    db_->run("INSERT INTO subject(id, wrapped) VALUES (?1, ?2)", {Blob{id}, Blob{wrapped}});
    return to_hex(id);
  });
}

Result<Digest> Vault::put(std::string_view subject, const ValuePlace& place, const Json& value) {
  require_place(place);
  return guarded([&]() -> Result<Digest> {
    const auto key = living(subject);
    if (!key) return key.refusal();
    const auto text = canonical(value);
    if (text.size() > value_limit)
      return Refusal{"vault-value-too-long", {{"field", place.field}, {"limit", std::to_string(value_limit)}}};
    const auto where = commit_place(place);
    const auto box = close_box(*key, value_context(where), padded(text), outside_.random);
    db_->run("INSERT INTO value(log, nonce, field, subject, box) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
             {name_of(place.log), Blob{place.nonce}, std::string_view(place.field), Blob{raw(subject)}, Blob{box}});
    if (db_->changes() == 0) return Refusal{"vault-value-exists", {{"field", place.field}}};
    return commitment(place.field, opening(key->bytes(), where), text);
  });
}

std::string Vault::value_box(std::string_view subject, const ValuePlace& place) {
  std::string box;
  db_->each("SELECT box FROM value WHERE log = ?1 AND nonce = ?2 AND field = ?3 AND subject = ?4",
            {name_of(place.log), Blob{place.nonce}, std::string_view(place.field), Blob{raw(subject)}},
            [&](const Row& row) { box = row.blob(0); });
  return box;
}

Result<OpenedValue> Vault::open(std::string_view subject, const ValuePlace& place, std::string_view purpose) {
  require_place(place);
  check(is_short_slug(purpose), "a purpose is a slug, never a text about somebody");
  return guarded([&]() -> Result<OpenedValue> {
    const auto key = living(subject);
    if (!key && (!db_ || !is_subject(subject))) return key.refusal();
    const auto box = key ? value_box(subject, place) : std::string();
    note(box.empty() ? "refused" : "open", subject, place, purpose);
    if (!key) return key.refusal();
    if (box.empty()) return Refusal{"vault-value-unknown", {{"field", place.field}}};
    const auto where = commit_place(place);
    const auto text = open_box(*key, value_context(where), box);
    auto value = text ? parse_json(unpadded(*text)) : Result<Json>(Refusal{"vault-value-unknown"});
    if (!value) throw Fault("vault-damaged", fmt::format("vault.db: a value of subject {}", subject));
    return OpenedValue{*std::move(value), opening(key->bytes(), where)};
  });
}

std::vector<ValuePlace> Vault::places_of(std::string_view subject) {
  std::vector<ValuePlace> out;
  db_->each("SELECT log, nonce, field FROM value WHERE subject = ?1", {Blob{raw(subject)}},
            [&](const Row& row) { out.push_back(place_of(row, 0)); });
  return out;
}

std::vector<ValuePlace> Vault::places(std::string_view subject) {
  return guarded([&] { return db_ && is_subject(subject) ? places_of(subject) : std::vector<ValuePlace>(); });
}

std::vector<ValuePlace> Vault::shredded_places(std::string_view subject) {
  return guarded([&] {
    std::vector<ValuePlace> out;
    if (db_ && is_subject(subject))
      db_->each("SELECT DISTINCT log, nonce, field FROM access WHERE action = 'shred' AND subject = ?1 AND log <> ''",
                {Blob{raw(subject)}}, [&](const Row& row) { out.push_back(place_of(row, 0)); });
    return out;
  });
}

// Every place that the subject had, or one row without any: what the act of erasure will say must outlive the values.
void Vault::note_shred(const std::string& subject, std::string_view cause) {
  const auto had = places_of(subject);
  for (const auto& place : had) note("shred", subject, place, cause);
  if (had.empty()) note("shred", subject, {}, cause);
}

// Stopped before the commit, nobody is erased; after it, all are, and who opens the vault next writes the file anew.
Shredded Vault::erase(const std::set<std::string>& subjects, std::string_view cause) {
  Shredded done;
  db_->transact([&] {
    for (const auto& subject : subjects) {
      const auto id = raw(subject);
      note_shred(subject, cause);
      db_->run("DELETE FROM value WHERE subject = ?1", {Blob{id}});
      done.values += db_->changes();
      db_->run("DELETE FROM subject WHERE id = ?1", {Blob{id}});
      done.subjects += db_->changes();
    }
    db_->run("UPDATE vault SET unfinished = 1");
  });
  rewrite();
  return done;
}

// Stopped before the renaming, the old file is in place and still marked as unfinished; after it, the new one is, as
// marked. The old file's write-ahead log is empty by then, or it would be played into the new file.
void Vault::rewrite() {
  db_->fold();
  std::filesystem::remove(at("vault.db.new"));
  db_->copy_to(at("vault.db.new"));
  db_.reset();
  std::filesystem::rename(at("vault.db.new"), at("vault.db"));
  sync_folder(folder_);
  db_ = std::make_unique<Database>(at("vault.db"));
  db_->run("UPDATE vault SET unfinished = 0");
  db_->fold();
}

Result<Shredded> Vault::shred(const std::vector<std::string>& subjects, std::string_view cause) {
  check(is_slug_path(cause) && cause.size() <= 2 * name_limit, "the id of a case is slugs");
  return guarded([&]() -> Result<Shredded> {
    for (const auto& subject : subjects)
      if (const auto key = living(subject); !key) return key.refusal();
    if (subjects.empty()) return Shredded{};
    return erase({subjects.begin(), subjects.end()}, cause);
  });
}

Shredded Vault::reconcile(const std::vector<ValuePlace>& erased) {
  return guarded([&] {
    std::set<std::string> back;
    for (const auto& place : erased) {
      require_place(place);
      if (db_)
        db_->each("SELECT subject FROM value WHERE log = ?1 AND nonce = ?2 AND field = ?3",
                  {name_of(place.log), Blob{place.nonce}, std::string_view(place.field)},
                  [&](const Row& row) { back.insert(to_hex(row.blob(0))); });
    }
    return back.empty() ? Shredded{} : erase(back, "reconcile");
  });
}

void Vault::rewrap(const EpochKey& next) {
  std::vector<std::pair<std::string, std::string>> wrapped;
  db_->each("SELECT id, wrapped FROM subject", {}, [&](const Row& row) {
    const auto id = row.blob(0);
    const auto key = key_of(id, row.blob(1), *key_);
    if (!key) throw Fault("vault-damaged", fmt::format("vault.db: the key of subject {}", to_hex(id)));
    wrapped.emplace_back(id, close_box(next.key, wrap_context(id, next.epoch), key->bytes(), outside_.random));
  });
  for (const auto& [id, box] : wrapped)
    db_->run("UPDATE subject SET wrapped = ?2 WHERE id = ?1", {Blob{id}, Blob{box}});
}

Result<std::int64_t> Vault::next_epoch() {
  return guarded([&]() -> Result<std::int64_t> {
    if (!db_) return Refusal{"vault-none"};
    const EpochKey next{key_->epoch + 1, Secret(outside_.random(aead_key_size))};
    // Stopped here: the old epoch, and a key that nothing is under, which the next start destroys.
    write_epoch_key(at("vault-key.next"), next);
    db_->transact([&] {
      rewrap(next);
      db_->run("UPDATE vault SET epoch = ?1, unfinished = 1", {next.epoch});
    });
    // Stopped here: the new epoch, and the old key that nothing is under, which the next start destroys.
    finish_epoch();
    rewrite();
    return key_->epoch;
  });
}

std::int64_t Vault::epoch() {
  return guarded([&] { return key_ ? key_->epoch : 0; });
}

std::int64_t Vault::subjects() {
  return guarded([&] { return db_ ? db_->integer("SELECT count(*) FROM subject") : 0; });
}

Verdict Vault::copy_to(const std::filesystem::path& file) {
  return guarded([&]() -> Verdict {
    if (!db_) return Refusal{"vault-none"};
    db_->copy_to(file);
    return Granted{};
  });
}

}  // namespace comity
