// A registrar over a record in memory, with a clock in the test's hand; and a folder that goes away.
#pragma once

#include <unistd.h>

#include <filesystem>

#include "record/blobs.h"
#include "record/files.h"
#include "record/memory.h"
#include "registrar/registrar.h"
#include "seal/random.h"
#include "support/given.h"

namespace comity {

class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "comity-test-XXXXXX").string();
    check(::mkdtemp(name.data()) != nullptr, "no temporary folder");
    path_ = name;
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class Registry {
 public:
  explicit Registry(std::string_view now = "2026-11-20T12:00:00Z") : now_(instant(now)) {
    signer_.remember(*record_);
    reopen();
  }

  // The clock says another instant from here on; it may run backwards.
  void clock(std::string_view text) { now_ = instant(text); }
  // As after a restart: everything is replayed from the record.
  void reopen() {
    Desk desk{*record_, key_, signer_, [this] { return now_; }, [] { return random_bytes(32); }};
    desk.blobs = &blobs_;
    registrar_ = std::make_unique<Registrar>(std::move(desk));
  }
  Registrar& operator*() { return *registrar_; }
  Registrar* operator->() { return registrar_.get(); }
  Record& record() { return *record_; }
  const SignKey& key() const { return key_; }
  Blobs& blobs() { return blobs_; }
  const std::filesystem::path& folder() const { return folder_.path(); }

  // Enters acts, one request each; the request ids are r-0, r-1…
  Registrar::Outcome enter(const std::vector<std::pair<Act, Said>>& acts) {
    std::vector<EntryRequest> requests;
    for (const auto& [act, said] : acts)
      requests.push_back({"r-" + std::to_string(next_++), "", {act, said}, operator_of_secretariat});
    return registrar_->enter(requests);
  }

  static std::filesystem::path made(const std::filesystem::path& folder) {
    make_folder(folder);
    return folder;
  }
  static Signer begun(const std::filesystem::path& folder, const SignKey& key) {
    Signer::begin(folder, genesis("example.org/log", key));
    return Signer(folder, key);
  }

 private:
  Instant now_;
  TestFolder folder_{};
  Blobs blobs_{made(folder_.path() / "blobs")};
  SignKey key_ = SignKey::from_seed(std::string(32, '\x07'));
  std::unique_ptr<Record> record_ = memory_record("example.org/log", key_);
  Signer signer_ = begun(folder_.path(), key_);
  std::unique_ptr<Registrar> registrar_;
  int next_ = 0;
};

inline DocumentRegistered a_document(const std::string& symbol) {
  DocumentRegistered act;
  act.id = {symbol};
  act.type = DocumentKind::report;
  act.titles = in_english("Document " + symbol);
  return act;
}

}  // namespace comity
