// Entering: bulk, to have something to measure, and one act a call from many clients, to measure that.
#include <atomic>
#include <thread>

#include "base/check.h"
#include "house.h"
#include "web/client.h"
#include "web/local.h"

namespace comity {
namespace {

using EnterOne = std::function<void(const EntryRequest&)>;

// Every client enters its own share, one act after the other, and notes how long each took.
JsonObject by_clients(std::int64_t clients, std::int64_t count, const EnterOne& enter) {
  const auto share = std::max<std::int64_t>(count / clients / 2, 1) * 2;
  std::vector<std::vector<double>> took(static_cast<std::size_t>(clients));
  std::atomic<bool> failed = false;
  const auto work = [&](std::int64_t client) {
    auto& mine = took[static_cast<std::size_t>(client)];
    try {
      for (std::int64_t i = 0; i < share && !failed; ++i) {
        const auto request = act_number(2 + client * share + i);
        const Stopwatch watch;
        enter(request);
        mine.push_back(watch.seconds());
      }
    } catch (const std::exception& thrown) {
      failed = true;
      std::fprintf(stderr, "comity-bench: %s\n", thrown.what());
    }
  };
  const Stopwatch watch;
  std::vector<std::thread> threads;
  for (std::int64_t client = 0; client < clients; ++client) threads.emplace_back(work, client);
  for (auto& thread : threads) thread.join();
  const auto spent = watch.read();
  if (failed) throw Fault("bench", "an act was not entered");
  std::vector<double> all;
  for (const auto& mine : took) all.insert(all.end(), mine.begin(), mine.end());
  auto result = percentiles(all);
  result.emplace("acts", static_cast<std::int64_t>(all.size()));
  result.insert(spent.begin(), spent.end());
  return result;
}

void enter_over_socket(const std::string& socket, const EntryRequest& asked) {
  const auto answer = request(socket, "POST", "/local/acts", canonical(JsonList{to_json(asked)}));
  const auto json = parse_json(answer.body, {true, false, 64});
  if (answer.status != 200 || !json) throw Fault("bench", answer.body);
  demand_entered(*read_outcome(*json));
}

}  // namespace

void demand_entered(const Registrar::Outcome& outcome) {
  if (!outcome.refused.empty()) throw Fault("bench", "refused: " + outcome.refused.front().why.code);
}

std::unique_ptr<Opened> open_record(const std::filesystem::path& folder) {
  if (!holds_record(folder))
    check(bool(init_directory(folder, "bench.invalid/record", SignKey::generate())), "a new folder for a record");
  auto found = open_directory(folder);
  if (!found) throw Fault("bench", found.refusal().code);
  return std::make_unique<Opened>(*std::move(found));
}

int fill(const Words& words) {
  const auto record = open_record(words.at(0));
  const auto count = number_at(words, 1, 1000);
  const auto batch = number_at(words, 2, 100);
  const Stopwatch watch;
  for (auto next = std::int64_t{0}; record->registrar.size() < count;) {
    std::vector<EntryRequest> requests;
    const auto missing = std::min(batch, count - record->registrar.size());
    for (std::int64_t i = 0; i < missing; ++i) requests.push_back(act_number(next++));
    demand_entered(record->registrar.enter(requests));
  }
  record->registrar.sign();
  record->directory.record->settle();
  tell({{"entries", record->registrar.size()}}, watch.read());
  return 0;
}

int acts(const Words& words) {
  const auto record = open_record(words.at(0));
  const Upkeep upkeep(*record, words.at(0));
  auto& registrar = record->registrar;
  demand_entered(registrar.enter({act_number(0), act_number(1)}));
  tell(by_clients(number_at(words, 1, 1), number_at(words, 2, 1000),
                  [&](const EntryRequest& one) { demand_entered(registrar.enter({one})); }));
  return 0;
}

int socket_acts(const Words& words) {
  const auto socket = socket_path(std::filesystem::absolute(words.at(0)).string());
  const auto enter = [&](const EntryRequest& one) { enter_over_socket(socket, one); };
  enter(act_number(0));
  enter(act_number(1));
  tell(by_clients(number_at(words, 1, 1), number_at(words, 2, 1000), enter));
  return 0;
}

}  // namespace comity
