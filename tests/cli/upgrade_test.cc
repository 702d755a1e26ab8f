// The upgrade rehearsal: a data directory that a release has written is read for ever, byte for byte, and goes on.
// tests/golden/directories/ has one for each version of the directory; `./test --accept` makes the one of a version
// that has none, and never touches another.
#include <gmock/gmock.h>

#include <fstream>

#include "cli/house.h"
#include "cli/loaded.h"
#include "record/files.h"
#include "registrar/erasing.h"
#include "said.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

const fs::path goldens = fs::path(COMITY_ROOT) / "tests/golden/directories";
const std::string nonce(32, 'n');
const ValuePlace place_in_open{Log::open, nonce, "name"};
const Json kept_value = "somebody who was not erased";

std::string digest_of(const Record& record, Log log) {
  std::string all;
  record.each(log, 0, record.size(log), [&all](std::int64_t, std::string_view bytes) { (all += bytes) += "\n"; });
  return to_hex(sha256(all));
}

// What must be found in the directory again.
Json told_of(House& house, const std::string& lives, const std::string& erased) {
  JsonObject out;
  for (const auto log : logs) {
    const auto& record = house.record();
    const auto size = record.size(log);
    out.emplace(std::string(name_of(log)), JsonObject{{"size", size},
                                                      {"root", to_hex(record.root(log, size))},
                                                      {"entries", digest_of(record, log)},
                                                      {"checkpoint", record.checkpoint(log)}});
  }
  out.emplace("not-understood", house.registrar().not_understood());
  out.emplace("lives", lives);
  out.emplace("erased", erased);
  out.emplace("epoch", house.vault().epoch());
  return out;
}

std::unique_ptr<House> open_house(const fs::path& data) {
  auto house = House::open(data, shipped());
  check(bool(house), "a data directory that opens");
  return *std::move(house);
}

// An act that holds a commitment, of a kind that no release knows: it is kept and shown as it is.
void append_commitment(const fs::path& data) {
  const auto found = open_directory(data);
  auto& record = *found->record;
  Entry entry{record.size(Log::open), {record.last_at().us + 1}, "of-another-time", "golden/commitment", ""};
  entry.author = JsonObject{{"role", "secretariat"}};
  entry.act = JsonObject{{"name", "committed"}};
  entry.nonce = nonce;
  Commit commit;
  commit[Log::open] = seal_batch(record.origin(), entry.number, {to_bytes(entry)}, *found->key);
  record.append(commit);
}

void erase(House& house, const std::string& subject) {
  const auto enter = [&](const std::string& id, const ClosedAct& act, const Author& by) {
    check(house.registrar().enter(ClosedRequest{id, act, by}).refused.empty(), "granted");
  };
  const ErasureId id{"2026-01"};
  enter("golden/ask", ErasureRequested{id, subject, ErasureGround::asked_by_person}, operator_of_secretariat);
  enter("golden/one", ErasureApproved{id, ErasureRole::records_officer, std::string(32, '1'), "r"},
        {"records-officer", {}});
  enter("golden/two", ErasureApproved{id, ErasureRole::data_protection_focal_point, std::string(32, '2'), "r"},
        {"data-protection-focal-point", {}});
  check(carry_out_erasures(house.registrar(), house.vault()) == 1, "an erasure that was agreed on");
}

void make(const fs::path& golden) {
  const TestFolder folder;
  const auto data = folder.path() / "var";
  const auto set = fs::path(COMITY_ROOT) / "tests/golden/record";
  check(comity_says({"init", "--data", data, "--origin", "golden.example/log"}).exit == 0, "init");
  check(comity_says({"load", "--data", data, set}).exit == 0, "load");
  append_commitment(data);
  Json told;
  {
    const auto house = open_house(data);
    const auto lives = house->vault().add_subject();
    const auto erased = house->vault().add_subject();
    check(bool(house->vault().put(lives, {Log::open, nonce, "mail"}, kept_value)), "kept");
    check(bool(house->vault().put(erased, place_in_open, "somebody who was erased")), "kept");
    house->registrar().anchor();
    erase(*house, erased);
    house->registrar().anchor();
    house->settle();
    told = told_of(*house, lives, erased);
  }
  fs::create_directories(golden);
  for (const auto& entry : fs::directory_iterator(data))
    if (entry.is_regular_file() && entry.path().filename() != "lock" && entry.file_size() > 0)
      fs::copy_file(entry.path(), golden / entry.path().filename());
  std::ofstream(golden / "told.json") << canonical(told) << "\n";
}

class Upgrade : public testing::TestWithParam<std::string> {};

TEST_P(Upgrade, ReadsWhatAReleaseHasWrittenAndGoesOn) {
  const TestFolder folder;
  const auto data = folder.path() / "var";
  fs::copy(goldens / GetParam(), data);
  fs::permissions(data, fs::perms::owner_all);
  for (const char* secret : {"key", "vault-key"})
    fs::permissions(data / secret, fs::perms::owner_read | fs::perms::owner_write);
  auto told_line = *read_file(data / "told.json");
  told_line.pop_back();  // the end of the line
  const auto told = *parse_json(told_line);
  const auto subject = [&told](const char* name) { return *text(*member(told, name)); };
  {
    const auto house = open_house(data);
    EXPECT_EQ(canonical(told_of(*house, subject("lives"), subject("erased"))), canonical(told));
    EXPECT_EQ(house->vault().open(subject("lives"), {Log::open, nonce, "mail"}, "rehearsal")->value, kept_value);
    EXPECT_EQ(house->vault().open(subject("erased"), place_in_open, "rehearsal").refusal().code,
              "vault-subject-erased");
    house->registrar().anchor();
    house->settle();
  }
  const auto judged = comity_says({"verify", "--data", data});
  EXPECT_EQ(judged.exit, 0) << judged.err;
}

std::vector<std::string> versions() {
  if (const auto present = goldens / std::to_string(directory_version);
      std::getenv("COMITY_ACCEPT") && !fs::exists(present))
    make(present);
  std::vector<std::string> out;
  for (int version = 1; version <= directory_version; ++version) out.push_back(std::to_string(version));
  return out;
}

INSTANTIATE_TEST_SUITE_P(Directories, Upgrade, testing::ValuesIn(versions()));

}  // namespace
}  // namespace comity
