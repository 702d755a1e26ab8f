#include "faults/victim.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <sstream>
#include <thread>

#include "record/backup.h"
#include "record/record_under_test.h"
#include "support/registry.h"

namespace comity {
namespace {

void ask(Registrar& registrar, const std::vector<EntryRequest>& requests, Tape& tape) {
  for (const auto& request : requests) tape.tell("asked " + request.id);
  const auto outcome = registrar.enter(requests);
  if (!outcome.refused.empty()) throw std::runtime_error("refused: " + outcome.refused.front().why.code);
  const auto& record = registrar.record();
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto number = outcome.entered.at(i).number;
    tape.tell("entry " + std::to_string(number) + " " + to_hex(record.leaf(Log::open, number)) + " " + requests[i].id);
  }
  tape.tell("receipt " + print(receipt(record, Log::open, outcome.entered.back().number)));
}

void one_thread(OpenDirectory& directory, Registrar& registrar, const Load& load, int thread, Tape& tape) {
  for (int commit = 0; commit < load.commits; ++commit) {
    std::vector<EntryRequest> requests;
    for (int i = 0; i < load.batch; ++i)
      requests.push_back(
          request_of(load.name + ":" + std::to_string(thread) + ":" + std::to_string(commit * load.batch + i)));
    ask(registrar, requests, tape);
    if (load.settles && thread == 0) directory.record->settle();
  }
}

}  // namespace

int figure(const char* variable, int usual) {
  const char* set = std::getenv(variable);
  return set == nullptr ? usual : std::atoi(set);
}

Desk desk_of(const OpenDirectory& directory) {
  const auto now = [] {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
  };
  return {*directory.record, *directory.key, *directory.signer, now, [] { return random_bytes(32); }};
}

void make_record(const std::filesystem::path& folder) {
  check(bool(init_directory(folder, "log.example/test", test_key())), "a new record");
}

OpenDirectory open_or_throw(const std::filesystem::path& folder) {
  auto directory = open_directory(folder);
  if (!directory) throw Fault(directory.refusal().code, folder.string());
  return *std::move(directory);
}

EntryRequest request_of(const std::string& id) {
  auto note = id;
  std::replace(note.begin(), note.end(), ':', '.');
  return {id, "", {a_document("A/1 (" + note + ")"), confirmed()}, operator_of_secretariat};
}

std::string enter_load(const std::filesystem::path& folder, const Load& load, Tape& tape) {
  auto directory = open_or_throw(folder);
  Registrar registrar(desk_of(directory));
  tape.tell("open");
  for (const auto& id : load.unanswered) ask(registrar, {request_of(id)}, tape);
  std::vector<std::thread> threads;
  std::vector<std::exception_ptr> failed(static_cast<std::size_t>(load.threads));
  for (int i = 0; i < load.threads; ++i)
    threads.emplace_back([&, i] {
      try {
        one_thread(directory, registrar, load, i, tape);
      } catch (...) {
        failed[static_cast<std::size_t>(i)] = std::current_exception();
      }
    });
  if (!load.backup.empty())
    check(bool(back_up(registrar.record(), registrar.checkpoints(), folder / "blobs", load.backup)), "a new folder");
  for (auto& thread : threads) thread.join();
  for (const auto& why : failed)
    if (why) std::rethrow_exception(why);
  return "";
}

void Book::take(const std::string& line) {
  std::istringstream words(line);
  std::string what;
  std::string request;
  words >> what;
  if (what == "asked") {
    words >> request;
    floors_[request] = highest_;
    if (!promised_.contains(request)) unanswered_.insert(request);
  } else if (what == "entry") {
    Promise promise;
    words >> promise.number >> promise.leaf >> request;
    highest_ = std::max(highest_, promise.number);
    unanswered_.erase(request);
    const bool known = promised_.contains(request);
    promised_.emplace(request, promise);
    // Whoever asked after an answer was given comes after it; unless an earlier process had entered it already.
    if (!known && promise.number <= floors_[request] && !retried_.contains(request)) ++disordered_;
  } else if (what == "receipt") {
    const auto given = parse_receipt(std::string_view(line).substr(8));
    EXPECT_TRUE(given) << line;
    if (given) kept_.push_back(*given);
  }
}

void Book::read(const Tape& tape) {
  retried_ = unanswered_;
  for (const auto& line : tape.told()) take(line);
}

void Book::judge(const Record& record) {
  for (const auto& [request, promise] : promised_) {
    const auto places = record.find(request);
    const bool holds = places == std::vector<Place>{{Log::open, promise.number}} &&
                       to_hex(record.leaf(Log::open, promise.number)) == promise.leaf;
    if (!holds) ++lost_;
  }
  for (const auto& request : unanswered_)
    if (record.find(request).size() > 1) ++lost_;
  for (const auto& given : kept_) {
    const bool holds = verify(given, record.key().public_key) && given == receipt(record, Log::open, given.number);
    EXPECT_TRUE(holds) << "the receipt of entry " << given.number;
  }
  receipts_ += static_cast<std::int64_t>(kept_.size());
  kept_.clear();
}

}  // namespace comity
