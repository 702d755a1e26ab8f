#include "record/witness.h"

#include "base/check.h"
#include "base/text.h"
#include "record/cosign.h"
#include "record/files.h"
#include "record/merkle.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view old_word = "old ";
constexpr std::size_t most_hashes = 63;  // of a proof, by the protocol

fs::path name_file(const fs::path& folder) { return folder / "name"; }
fs::path key_file(const fs::path& folder) { return folder / "key"; }
fs::path logs_folder(const fs::path& folder) { return folder / "logs"; }

// One file per log, named by its origin's digest: origins hold slashes.
fs::path memory_of(const fs::path& folder, std::string_view origin) {
  return logs_folder(folder) / to_hex(sha256(origin)).substr(0, 32);
}

// The log's key on the first line, then what was seen of it.
std::string memory_text(const VerifierKey& log, const Checkpoint& last) { return print(log) + "\n" + print(last); }

std::string whole(const fs::path& file) {
  auto bytes = read_file(file);
  if (!bytes) throw Fault("witness-missing", file.string());
  return *std::move(bytes);
}

Witness::Answer plain(int status, std::string body) { return {status, "text/plain; charset=utf-8", std::move(body)}; }

Witness::Answer remembers(std::int64_t size) { return {409, "text/x.tlog.size", std::to_string(size) + "\n"}; }

bool extends(const Checkpoint& last, const Checkpoint& next, const std::vector<Digest>& proof) {
  if (last.size == 0) return proof.empty();
  return verify_consistency(static_cast<std::uint64_t>(last.size), static_cast<std::uint64_t>(next.size), last.root,
                            next.root, proof);
}

}  // namespace

std::string print(const Submission& submission) {
  auto out = std::string(old_word) + std::to_string(submission.old_size) + "\n";
  for (const auto& hash : submission.proof) out += to_base64(to_bytes(hash)) + "\n";
  return out + "\n" + submission.note;
}

std::optional<Submission> parse_submission(std::string_view body) {
  auto line = take_line(body);
  if (!line.starts_with(old_word)) return std::nullopt;
  const auto size = parse_tree_size(line.substr(old_word.size(), line.size() - old_word.size() - 1));
  if (!size) return std::nullopt;
  Submission submission{*size, {}, {}};
  for (line = take_line(body); line.size() > 1; line = take_line(body)) {
    const auto bytes = from_base64(line.substr(0, line.size() - 1));
    const auto hash = bytes ? digest_from_bytes(*bytes) : std::nullopt;
    if (!hash || submission.proof.size() == most_hashes) return std::nullopt;
    submission.proof.push_back(*hash);
  }
  if (line.empty() || !parse_note(body)) return std::nullopt;
  submission.note = std::string(body);
  return submission;
}

Verdict Witness::init(const fs::path& folder, std::string_view name, const SignKey& key) {
  if (!is_key_name(name)) return Refusal{"key-name", {{"name", std::string(name)}}};
  if (fs::exists(name_file(folder))) return Refusal{"witness-exists", {{"folder", folder.string()}}};
  make_folder(logs_folder(folder));
  fs::permissions(folder, fs::perms::owner_all);
  write_key(key_file(folder), key);
  write_durably(name_file(folder), std::string(name) + "\n");
  return Granted{};
}

Result<std::unique_ptr<Witness>> Witness::open(const fs::path& folder) {
  whole(name_file(folder));  // nothing is made where there is no witness
  auto lock = Lock::take(folder / "lock");
  if (!lock) return Refusal{"witness-in-use", lock.refusal().values};
  return std::unique_ptr<Witness>(new Witness(folder, *std::move(lock)));
}

Verdict Witness::trust(const VerifierKey& log) {
  const std::lock_guard hold(mutex_);
  if (logs_.contains(log.name)) return Refusal{"witness-knows", {{"origin", log.name}}};
  const Checkpoint nothing{log.name, 0, empty_root()};
  write_durably(memory_of(folder_, log.name), memory_text(log, nothing));
  logs_.emplace(log.name, Watched{log, nothing});
  return Granted{};
}

Witness::Witness(fs::path folder, Lock lock)
    : folder_(std::move(folder)), lock_(std::move(lock)), secret_(read_key(key_file(folder_))) {
  auto name = whole(name_file(folder_));
  name.pop_back();
  me_ = {std::move(name), secret_.public_key(), KeyUse::cosigner};
  for (const auto& file : fs::directory_iterator(logs_folder(folder_))) {
    if (file.path().filename().string().starts_with('.')) continue;  // a write that a crash interrupted
    const auto bytes = whole(file.path());
    std::string_view rest = bytes;
    auto line = take_line(rest);
    const auto log = parse_verifier_key(line.substr(0, line.empty() ? 0 : line.size() - 1));
    const auto last = parse_checkpoint(rest);
    if (!log || !last || last->origin != log->name || file.path() != memory_of(folder_, log->name))
      throw Fault("witness-damaged", file.path().string());
    logs_.emplace(log->name, Watched{*log, *last});
  }
}

std::vector<Checkpoint> Witness::seen() const {
  const std::lock_guard hold(mutex_);
  std::vector<Checkpoint> out;
  for (const auto& [origin, watched] : logs_) out.push_back(watched.last);
  return out;
}

Witness::Answer Witness::add_checkpoint(std::string_view body, std::int64_t seconds) {
  const auto submission = parse_submission(body);
  const auto note = submission ? parse_note(submission->note) : std::nullopt;
  const auto said = note ? parse_checkpoint(note->text) : Result<Checkpoint>(Refusal{"note-malformed"});
  if (!said) return plain(400, "not a submission of a checkpoint\n");
  const std::lock_guard hold(mutex_);
  const auto found = logs_.find(said->origin);
  if (found == logs_.end()) return plain(404, "this log is not watched here\n");
  if (!open_checkpoint(submission->note, found->second.log)) return plain(403, "not signed by the log's key\n");
  return judge(found->second, *submission, seconds);
}

// The order of the checks is the specification's.
Witness::Answer Witness::judge(Watched& watched, const Submission& submission, std::int64_t seconds) {
  const auto text = parse_note(submission.note)->text;
  const auto next = *parse_checkpoint(text);
  if (submission.old_size > next.size) return plain(400, "the old size is larger than the new one\n");
  if (submission.old_size != watched.last.size) return remembers(watched.last.size);
  if (next.size == watched.last.size && next.root != watched.last.root) return remembers(watched.last.size);
  if (!extends(watched.last, next, submission.proof))
    return plain(422, "the checkpoint does not extend the one that was seen\n");
  if (next != watched.last) {
    write_durably(memory_of(folder_, next.origin), memory_text(watched.log, next));
    watched.last = next;
  }
  return plain(200, print(cosign(text, me_.name, secret_, seconds)));
}

}  // namespace comity
