// A record that is only read: how long until it stands in memory, what it weighs there, how long a proof takes.
#include <fstream>
#include <random>

#include "house.h"
#include "record/proof.h"

namespace comity {
namespace {

// In KiB, as the system counts them.
std::int64_t weight(const std::string& name) {
  std::ifstream file("/proc/self/smaps_rollup");
  for (std::string word; file >> word;)
    if (word == name + ":" && file >> word) return std::stoll(word);
  return 0;
}

}  // namespace

int start(const Words& words) {
  const Stopwatch watch;
  const auto record = open_record(words.at(0));
  const auto spent = watch.read();
  tell({{"entries", record->registrar.size()},
        {"pss-kib", weight("Pss")},
        {"root", to_hex(record->directory.record->root(Log::open, record->registrar.size()))},
        {"rss-kib", weight("Rss")}},
       spent);
  return 0;
}

int proofs(const Words& words) {
  auto found = open_directory(words.at(0));
  if (!found) throw Fault("bench", found.refusal().code);
  const auto& record = *found->record;
  const auto checkpoint = record.checkpoint(Log::open);
  const auto size = record.size(Log::open);
  std::mt19937_64 dice(1);
  std::vector<double> took;
  std::size_t bytes = 0;
  for (std::int64_t i = 0; i < number_at(words, 1, 10'000); ++i) {
    const auto number = static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(size));
    const Stopwatch watch;
    bytes += print(log_proof(record, Log::open, number, checkpoint)).size();
    took.push_back(watch.seconds());
  }
  auto result = percentiles(took);
  result.emplace("bytes", static_cast<std::int64_t>(bytes / took.size()));
  result.emplace("entries", size);
  tell(result);
  return 0;
}

}  // namespace comity
