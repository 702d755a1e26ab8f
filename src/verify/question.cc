#include "verify/question.h"

#include <algorithm>

#include "record/directory.h"
#include "record/export.h"
#include "record/files.h"
#include "record/mirror.h"
#include "record/proof.h"
#include "record/receipt.h"
#include "record/sqlite.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest_file = 2'000'000;  // a proof holds a checkpoint of at most half of that

Result<std::string> content(const std::string& file) {
  std::error_code missing;
  if (const auto size = fs::file_size(file, missing); !missing && size > longest_file)
    return Refusal{"file-too-long", {{"file", file}, {"limit", std::to_string(longest_file)}}};
  auto bytes = read_file(file);
  if (!bytes) return Refusal{"file-missing", {{"file", file}}};
  return *std::move(bytes);
}

// What a person saved of a line: an editor or a shell may have ended it.
Result<std::string> line_in(const std::string& file) {
  auto bytes = content(file);
  if (!bytes || !bytes->ends_with('\n')) return bytes;
  return bytes->substr(0, bytes->size() - 1);
}

Verdict require_folder(const std::string& folder) {
  std::error_code missing;
  if (!fs::is_directory(folder, missing)) return Refusal{"folder-missing", {{"folder", folder}}};
  return Granted{};
}

Result<std::optional<VerifierKey>> trusted_key(const Question& question) {
  if (question.key.empty()) return std::optional<VerifierKey>();
  const auto key = parse_verifier_key(question.key);
  return key ? Result<std::optional<VerifierKey>>(*key) : key.refusal();
}

Result<Policy> policy_of(const Question& question) {
  if (!question.policy.empty()) {
    const auto text = content(question.policy);
    return text ? parse_policy(*text) : Result<Policy>(text.refusal());
  }
  const auto key = parse_verifier_key(question.key);
  if (!key) return key.refusal();
  return Policy{{{key->name, *key, {}}}, {}, {}, "none"};
}

Result<Outcome> judge_data(const Question& question) {
  const auto key = trusted_key(question);
  if (!key) return key.refusal();
  if (!holds_record(question.data)) return Refusal{"record-missing", {{"folder", question.data}}};
  const auto lock = Lock::take(fs::path(question.data) / "lock");
  if (!lock) return lock.refusal();
  return outcome_of(verify(*open_sqlite(fs::path(question.data) / "record.db"), *key));
}

Result<Outcome> judge_export(const Question& question) {
  const auto key = trusted_key(question);
  if (!key) return key.refusal();
  if (const auto there = require_folder(question.exported); !there) return there.refusal();
  return outcome_of(verify_export(question.exported, *key));
}

Result<Outcome> judge_mirror(const Question& question) {
  const auto key = parse_verifier_key(question.key);
  if (!key) return key.refusal();
  if (const auto there = require_folder(question.mirrored); !there) return there.refusal();
  const auto now = verify_mirror(question.mirrored, *key);
  if (!now) return now.refusal();
  return Outcome{
      "cli.verify.mirror-sound", {{"entries", now->size}, {"origin", now->origin}, {"root", to_hex(now->root)}}, {}};
}

Result<Outcome> judge_proof(const Question& question, const std::string& entry, const Policy& policy) {
  const auto text = content(question.proof);
  const auto proof = text ? parse_log_proof(*text) : Result<LogProof>(text.refusal());
  if (!proof) return proof.refusal();
  if (const auto good = verify(*proof, entry, policy); !good) return good.refusal();
  const auto checkpoint = *parse_checkpoint(parse_note(proof->note)->text);
  return Outcome{"cli.prove.good",
                 {{"number", std::to_string(proof->number)}, {"origin", checkpoint.origin}, {"size", checkpoint.size}},
                 {}};
}

Result<Outcome> judge_receipt(const Question& question, const std::string& entry, const Policy& policy) {
  const auto text = line_in(question.receipt);
  const auto receipt = text ? parse_receipt(*text) : Result<Receipt>(text.refusal());
  if (!receipt) return receipt.refusal();
  const auto* log = log_named(policy, receipt->origin);
  if (log == nullptr) return Refusal{"proof-log", {{"origin", receipt->origin}}};
  if (const auto good = verify(*receipt, entry, log->key.public_key); !good) return good.refusal();
  return Outcome{
      "cli.verify.receipt-good", {{"number", std::to_string(receipt->number)}, {"origin", receipt->origin}}, {}};
}

// What both a proof and a receipt are judged with: the entry, and whom one trusts.
Result<Outcome> judge_entry(const Question& question) {
  if (question.entry.empty()) return Refusal{"entry-missing"};
  const auto entry = line_in(question.entry);
  if (!entry) return entry.refusal();
  const auto policy = policy_of(question);
  if (!policy) return policy.refusal();
  return question.proof.empty() ? judge_receipt(question, *entry, *policy) : judge_proof(question, *entry, *policy);
}

}  // namespace

Outcome outcome_of(const Report& report) {
  const auto& open = report.logs[static_cast<std::size_t>(Log::open)];
  const auto& closed = report.logs[static_cast<std::size_t>(Log::closed)];
  if (!report.sound())
    return {"cli.verify.damaged", {{"problems", static_cast<std::int64_t>(report.problems.size())}}, report.problems};
  // An export is of one log; the closed one's stands in its own place.
  const auto& log = open.entries == 0 && closed.entries > 0 ? closed : open;
  return {"cli.verify.sound", {{"entries", log.entries}, {"root", to_hex(log.root)}}, {}};
}

Result<Outcome> answer(const Question& question) {
  const std::array given{&question.data, &question.exported, &question.mirrored, &question.proof, &question.receipt};
  if (std::count_if(given.begin(), given.end(), [](const auto* one) { return !one->empty(); }) != 1)
    return Refusal{"verify-one"};
  if (!question.data.empty()) return judge_data(question);
  if (!question.exported.empty()) return judge_export(question);
  if (!question.mirrored.empty()) return judge_mirror(question);
  return judge_entry(question);
}

}  // namespace comity
