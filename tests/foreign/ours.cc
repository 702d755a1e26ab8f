// What this program says of logs and proofs, for verifiers of other hands to compare with what they say:
//   ours sizes MOST SPREAD   the keys of log and witness, then a line of JSON for each size of a log from 0 to MOST,
//                            with proofs of about SPREAD entries and from as many smaller sizes
//   ours judge               good or bad for each proof on standard input (asked.go: judge)
#include <fmt/format.h>

#include <charconv>
#include <iostream>
#include <set>
#include <sstream>

#include "record/cosign.h"
#include "record/memory.h"
#include "record/receipt.h"
#include "record/tiles.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr const char* origin = "log.example/sizes";
constexpr const char* witness = "witness.example/sizes";
constexpr std::int64_t seen_at = 1'679'315'147;

const SignKey& log_key() {
  static const auto key = SignKey::from_seed(std::string(32, '\x0b'));
  return key;
}
const SignKey& witness_key() {
  static const auto key = SignKey::from_seed(std::string(32, '\x0c'));
  return key;
}

// Entries of many lengths, in several scripts.
std::string entry_of(std::int64_t number) {
  Entry entry{number, {1'000 * (number + 1)}, "note-made", "r-" + std::to_string(number), "body"};
  entry.author = JsonObject{{"role", "secretariat"}};
  entry.act = JsonObject{{"text", "нота \"" + std::string(static_cast<std::size_t>(number % 300), 'x') + "\" 照会"}};
  return to_bytes(entry);
}

std::set<std::int64_t> spread(std::int64_t from, std::int64_t to, std::int64_t count) {
  std::set<std::int64_t> numbers;
  const auto step = std::max<std::int64_t>(1, (to - from) / count);
  for (auto number = from; number < to; number += step) numbers.insert(number);
  for (std::int64_t power = 1; power < to; power *= 2)
    for (const auto near : {power - 1, power, to - power})
      if (from <= near && near < to && numbers.size() < static_cast<std::size_t>(3 * count)) numbers.insert(near);
  return numbers;
}

std::string joined(const Path& path) {
  std::string hex;
  for (const auto& hash : path) hex += to_hex(hash);
  return hex;
}

std::string checkpoint_of(const Record& record, std::int64_t size) {
  auto note = *parse_note(sign_checkpoint({origin, size, record.root(Log::open, size)}, log_key()));
  note.signatures.push_back(cosign(note.text, witness, witness_key(), seen_at + size));
  return print(note);
}

std::string told(const Record& record, std::int64_t size, std::int64_t count) {
  JsonObject inclusion;
  JsonObject consistency;
  JsonObject tiles;
  for (const auto number : spread(0, size, count))
    inclusion.emplace(std::to_string(number), joined(record.inclusion(Log::open, number, size)));
  for (const auto from : spread(1, size + 1, count))
    consistency.emplace(std::to_string(from), joined(record.consistency(Log::open, from, size)));
  for (const auto& tile : tiles_of(size))
    tiles.emplace(print(tile), to_hex(sha256(*tile_bytes(record, Log::open, size, tile))));
  return canonical(JsonObject{{"size", size},
                              {"entry", size == 0 ? "" : *record.read(Log::open, size - 1)},
                              {"checkpoint", checkpoint_of(record, size)},
                              {"seen", seen_at + size},
                              {"inclusion", std::move(inclusion)},
                              {"consistency", std::move(consistency)},
                              {"tiles", std::move(tiles)}});
}

void tell_sizes(std::int64_t most, std::int64_t count) {
  const auto record = memory_record(origin, log_key());
  fmt::print("{} {}\n", print(record->key()),
             print(VerifierKey{witness, witness_key().public_key(), KeyUse::cosigner}));
  for (std::int64_t size = 0; size <= most; ++size) {
    if (size > 0) {
      Commit commit;
      commit[Log::open] = seal_batch(origin, size - 1, {entry_of(size - 1)}, log_key());
      record->append(commit);
    }
    fmt::print("{}\n", told(*record, size, count));
  }
}

std::optional<std::uint64_t> natural(const std::string& word) {
  std::uint64_t value = 0;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || stop != word.data() + word.size()) return std::nullopt;
  return value;
}

bool good(const std::string& question) {
  std::istringstream words(question);
  std::string kind;
  std::string first;
  std::string second;
  words >> kind >> first >> second;
  Path hashes;
  for (std::string word; words >> word;) {
    const auto hash = digest_from_hex(word);
    if (!hash) return false;
    hashes.push_back(*hash);
  }
  const auto number = natural(first);
  const auto size = natural(second);
  if (!number || !size || hashes.size() < 2) return false;
  const Path path(hashes.begin() + 2, hashes.end());
  return kind == "inclusion" ? verify_inclusion(*number, *size, hashes[0], path, hashes[1])
                             : verify_consistency(*number, *size, hashes[0], hashes[1], path);
}

}  // namespace
}  // namespace comity

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 3 && words[0] == "sizes") {
    comity::tell_sizes(std::stoll(words[1]), std::stoll(words[2]));
    return 0;
  }
  if (words.size() != 1 || words[0] != "judge") return 2;
  for (std::string line; std::getline(std::cin, line);) std::cout << (comity::good(line) ? "good\n" : "bad\n");
}
