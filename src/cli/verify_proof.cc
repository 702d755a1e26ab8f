#include "cli/verify_proof.h"

#include "record/files.h"
#include "record/proof.h"

namespace comity {
namespace {

Result<std::string> content(const std::string& file) {
  auto bytes = read_file(file);
  if (!bytes) return Refusal{"file-missing", {{"file", file}}};
  return *std::move(bytes);
}

Result<Policy> policy_of(const ProofQuestion& question) {
  if (!question.policy.empty()) {
    const auto text = content(question.policy);
    return text ? parse_policy(*text) : Result<Policy>(text.refusal());
  }
  const auto key = parse_verifier_key(question.key);
  if (!key) return key.refusal();
  return Policy{{{key->name, *key, {}}}, {}, {}, "none"};
}

}  // namespace

int verify_proof(const ProofQuestion& question, const Terminal& terminal) {
  if (question.entry.empty()) return terminal.refuse({"entry-missing", {}});
  const auto text = content(question.proof);
  if (!text) return terminal.refuse(text.refusal());
  auto entry = content(question.entry);
  if (!entry) return terminal.refuse(entry.refusal());
  const auto policy = policy_of(question);
  if (!policy) return terminal.refuse(policy.refusal());
  const auto proof = parse_log_proof(*text);
  if (!proof) return terminal.refuse(proof.refusal());
  std::string_view bytes = *entry;
  if (bytes.ends_with('\n')) bytes.remove_suffix(1);
  if (const auto good = verify(*proof, bytes, *policy); !good) return terminal.refuse(good.refusal());
  const auto checkpoint = *parse_checkpoint(parse_note(proof->note)->text);
  terminal.say("cli.prove.good",
               {{"number", std::to_string(proof->number)}, {"origin", checkpoint.origin}, {"size", checkpoint.size}});
  return Exit::done;
}

}  // namespace comity
