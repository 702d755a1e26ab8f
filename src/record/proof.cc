#include "record/proof.h"

#include "base/check.h"
#include "base/text.h"

namespace comity {
namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view extra_word = "extra ";
constexpr std::string_view index_word = "index ";
constexpr std::size_t longest_path = 63;

// The line without its newline, taken off the text.
std::optional<std::string_view> next_line(std::string_view& text) {
  auto line = take_line(text);
  if (line.empty()) return std::nullopt;
  line.remove_suffix(1);
  return line;
}

// What follows the word on the next line; nothing, and nothing is taken, where the line begins otherwise.
std::optional<std::string_view> next_after(std::string_view word, std::string_view& text) {
  if (!text.starts_with(word)) return std::nullopt;
  const auto line = next_line(text);
  return line ? std::optional(line->substr(word.size())) : std::nullopt;
}

// The hashes up to and with the empty line.
std::optional<Path> next_path(std::string_view& text) {
  Path path;
  for (auto line = next_line(text); line && path.size() <= longest_path; line = next_line(text)) {
    if (line->empty()) return path;
    const auto bytes = from_base64(*line);
    const auto hash = bytes ? digest_from_bytes(*bytes) : std::nullopt;
    if (!hash) return std::nullopt;
    path.push_back(*hash);
  }
  return std::nullopt;
}

}  // namespace

std::string print(const LogProof& proof) {
  std::string out(first_line);
  if (!proof.extra.empty()) out += std::string(extra_word) + to_base64(proof.extra) + "\n";
  out += std::string(index_word) + std::to_string(proof.number) + "\n";
  for (const auto& hash : proof.path) out += to_base64(to_bytes(hash)) + "\n";
  return out + "\n" + proof.note;
}

Result<LogProof> parse_log_proof(std::string_view text) {
  const Refusal refusal{"proof-malformed"};
  if (!text.starts_with(first_line)) return refusal;
  text.remove_prefix(first_line.size());
  LogProof proof;
  if (text.starts_with(extra_word)) {
    const auto bytes = from_base64(next_after(extra_word, text).value_or(""));
    if (!bytes || bytes->empty()) return refusal;
    proof.extra = *bytes;
  }
  const auto number = parse_tree_size(next_after(index_word, text).value_or(""));
  const auto path = next_path(text);
  if (!number || !path || !parse_note(text)) return refusal;
  proof.number = *number;
  proof.path = *path;
  proof.note = std::string(text);
  return proof;
}

LogProof log_proof(const Record& record, Log log, std::int64_t number, std::string_view note) {
  const auto checkpoint = open_checkpoint(note, {record.origin(log), record.key().public_key});
  check(bool(checkpoint) && number < checkpoint->size, "an entry that the checkpoint covers");
  return {{}, number, record.inclusion(log, number, checkpoint->size), std::string(note)};
}

Verdict verify(const LogProof& proof, std::string_view entry, const Policy& policy) {
  const auto note = parse_note(proof.note);
  const auto said = note ? parse_checkpoint(note->text) : Result<Checkpoint>(Refusal{"proof-malformed"});
  if (!said) return said.refusal();
  const auto* log = log_named(policy, said->origin);
  if (log == nullptr) return Refusal{"proof-log", {{"origin", said->origin}}};
  const auto checkpoint = open_checkpoint(proof.note, log->key);
  if (!checkpoint) return checkpoint.refusal();
  const auto number = static_cast<std::uint64_t>(proof.number);
  const auto size = static_cast<std::uint64_t>(checkpoint->size);
  if (!verify_inclusion(number, size, leaf_hash(entry), proof.path, checkpoint->root)) return Refusal{"proof-path"};
  if (!quorum_met(policy, *note)) return Refusal{"proof-quorum"};
  return Granted{};
}

}  // namespace comity
