// Vaults to test with: a folder that goes away, a clock and randomness in the test's hand, people with values.
#pragma once

#include <map>
#include <set>

#include "record/files.h"
#include "record/record_under_test.h"
#include "seal/hash.h"
#include "seal/random.h"
#include "vault/vault.h"

namespace comity {

inline constexpr std::string_view vault_origin = "log.example/test";

inline VaultOutside vault_outside() {
  return {[now = std::int64_t{1'700'000'000'000'000}]() mutable { return Instant{now += 1000}; }, random_bytes};
}

inline ValuePlace test_place(std::string_view seed, std::string field = "name", Log log = Log::open) {
  return {log, to_bytes(sha256(seed)), std::move(field)};
}

// Somebody with values, and the commitments that the record would hold.
struct Person {
  std::string subject{};
  std::vector<ValuePlace> places{};
  std::vector<Json> values{};
  std::vector<Digest> commitments{};
};

class VaultUnderTest {
 public:
  VaultUnderTest() { open(); }
  void open() {
    vault_.reset();
    vault_ = std::make_unique<Vault>(path(), std::string(vault_origin), vault_outside());
  }
  void close() { vault_.reset(); }
  Vault& operator*() { return *vault_; }
  Vault* operator->() { return vault_.get(); }
  const std::filesystem::path& path() const { return folder_.path(); }
  std::filesystem::path operator/(const char* name) const { return folder_ / name; }

  Person add(const std::vector<std::string>& values) {
    Person person{vault_->add_subject()};
    for (const auto& value : values) keep(person, value);
    return person;
  }
  void keep(Person& person, const Json& value, Log log = Log::open) {
    const ValuePlace place{log, random_bytes(32), person.values.size() % 2 == 0 ? "name" : "mail"};
    person.commitments.push_back(*vault_->put(person.subject, place, value));
    person.places.push_back(place);
    person.values.push_back(value);
  }
  // "open", "erased", "unknown" where every value of the person says the same; "mixed" otherwise.
  std::string state(const Person& person) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < person.places.size(); ++i) seen.insert(state(person, i));
    return seen.size() == 1 ? *seen.begin() : "mixed";
  }

 private:
  std::string state(const Person& person, std::size_t i) {
    const auto opened = vault_->open(person.subject, person.places[i], "test");
    if (!opened) {
      const auto& code = opened.refusal().code;
      return code == "vault-subject-erased" ? "erased" : code == "vault-subject-unknown" ? "unknown" : code;
    }
    const auto& field = person.places[i].field;
    const bool holds = opened->value == person.values[i] &&
                       commitment(field, opened->opening, canonical(opened->value)) == person.commitments[i];
    return holds ? "open" : "other";
  }

  Folder folder_;
  std::unique_ptr<Vault> vault_;
};

// Every file of a folder, by its path in it.
inline std::map<std::string, std::string> all_files(const std::filesystem::path& folder) {
  std::map<std::string, std::string> out;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
    if (file.is_regular_file()) out[std::filesystem::relative(file.path(), folder).string()] = *read_file(file.path());
  return out;
}

// A size from the environment, for the big runs.
inline int size_from(const char* name, int otherwise) {
  const char* given = std::getenv(name);
  return given == nullptr ? otherwise : std::atoi(given);
}

}  // namespace comity
