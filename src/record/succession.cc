#include "record/succession.h"

#include "record/export.h"
#include "record/files.h"
#include "record/receipt.h"
#include "record/sqlite.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t at(Log log) { return static_cast<std::size_t>(log); }

std::string must_renumber(std::string_view bytes, std::int64_t by) {
  auto out = renumbered(bytes, by);
  check(out.has_value(), "a verified entry has a number");
  return *std::move(out);
}

// The instant before the first carried entry: what a request made later cannot have, so that the order holds.
Instant before_all(const Commit& commit, Instant earliest) {
  for (const auto log : logs)
    if (!commit[log].entries.empty())
      earliest = std::min(earliest, Instant{parse_head(commit[log].entries.front())->at.us - 1});
  return earliest;
}

class Carrying {
 public:
  Carrying(Record& record, const SignKey& key) : record_(record), key_(key) {}

  void begin(const FirstEntry& first, Instant when) {
    Commit commit;
    for (const auto log : logs) commit[log] = sealed(log, {first(log, when)});
    record_.append(commit);
  }
  void carry(const Commit& earlier) {
    Commit commit;
    for (const auto log : logs) {
      std::vector<std::string> entries;
      for (const auto& bytes : earlier[log].entries) entries.push_back(must_renumber(bytes, 1));
      if (!entries.empty()) commit[log] = sealed(log, std::move(entries));
    }
    record_.append(commit);
  }

 private:
  Batch sealed(Log log, std::vector<std::string> entries) const {
    return seal_batch(record_.origin(log), record_.size(log), std::move(entries), key_);
  }
  Record& record_;
  const SignKey& key_;
};

void fill(const fs::path& backup, const fs::path& folder, const SignKey& key, const FirstEntry& first, Instant now) {
  Record record(open_sqlite(folder / "record.db"));
  Carrying carrying(record, key);
  bool begun = false;
  each_commit(backup, [&](const Commit& commit) {
    if (!begun) carrying.begin(first, before_all(commit, now));
    begun = true;
    carrying.carry(commit);
  });
  if (!begun) carrying.begin(first, now);
  Signer signer(folder, key);
  signer.remember(record);
  for (const auto log : logs) signer.sign(record, log);
  copy_blobs(backup / "blobs", folder / "blobs");
}

}  // namespace

std::optional<std::string> renumbered(std::string_view bytes, std::int64_t by) {
  const auto json = parse_json(bytes);
  const auto* members = json ? object(*json) : nullptr;
  const auto* old = members ? member(*json, "number") : nullptr;
  if (!old || !number(*old)) return std::nullopt;
  auto changed = *members;
  changed["number"] = *number(*old) + by;
  return canonical(Json(std::move(changed)));
}

Result<Predecessor> read_predecessor(const fs::path& backup) {
  Predecessor out;
  for (const auto log : logs) {
    const auto key = read_file(of_log(backup, log) / "key");
    const auto note = read_file(of_log(backup, log) / "checkpoint");
    const auto verifier = key ? parse_verifier_key(std::string_view(*key).substr(0, key->find('\n')))
                              : Result<VerifierKey>(Refusal{"backup-missing", {{"folder", backup.string()}}});
    if (!verifier) return verifier.refusal();
    out.keys[at(log)] = *verifier;
    out.notes[at(log)] = note.value_or("");
  }
  return out;
}

Verdict succeed(const fs::path& backup, const fs::path& folder, std::string_view origin, const SignKey& key,
                const FirstEntry& first, Instant now) {
  const auto earlier = read_predecessor(backup);
  if (!earlier) return earlier.refusal();
  for (const auto& known : earlier->keys)
    if (known.name == origin) return Refusal{"succession-same-origin", {{"origin", std::string(origin)}}};
  return init_directory(folder, origin, key, [&] { fill(backup, folder, key, first, now); });
}

std::vector<Generation> generations(const Record& record, Log log, const Succeeded& succeeded) {
  std::vector<Generation> out{{record.origin(log), {}, -1}};
  for (std::int64_t level = 0; level < record.size(log); ++level) {
    const auto said = succeeded(must_renumber(*record.read(log, level), -level));
    if (!said) break;
    const auto checkpoint = open_checkpoint(said->second, said->first);
    const auto wrong =
        Fault("record-damaged", std::string(name_of(log)) + " entry " + std::to_string(level) + ": succession-wrong");
    if (!checkpoint || checkpoint->size > record.size(log) - level - 1) throw wrong;
    Generation earlier{checkpoint->origin, {}, -1};
    record.each(log, level + 1, level + 1 + checkpoint->size, [&](std::int64_t, std::string_view bytes) {
      earlier.tree.append(leaf_hash(must_renumber(bytes, -level - 1)));
    });
    if (earlier.tree.root() != checkpoint->root) throw wrong;
    out.back().carried = checkpoint->size;
    out.push_back(std::move(earlier));
  }
  return out;
}

}  // namespace comity
