// E7: kill -9 at every system call of an erasure, of a new epoch and of the start that ends what was interrupted.
// Afterwards somebody is erased or is not, never half; all others still open; nothing lies about.
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "vault_under_test.h"

namespace comity {
namespace {

using Work = std::function<void(const std::filesystem::path&)>;

void open_vault(const std::filesystem::path& folder) { Vault(folder, std::string(vault_origin), vault_outside()); }

// A process that lets itself be stopped at each system call, does the work and ends.
pid_t start(const Work& work, const std::filesystem::path& folder) {
  const auto child = ::fork();
  if (child != 0) return child;
  ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  ::raise(SIGSTOP);
  try {
    work(folder);
  } catch (const Fault&) {
    ::_exit(1);
  }
  ::_exit(0);
}

// Kills the process at the n-th stop, at the beginning or end of a system call. Answers how many stops there were
// until then; fewer than n: it ended before.
int kill_at(int n, const Work& work, const std::filesystem::path& folder) {
  const auto child = start(work, folder);
  int status = 0;
  ::waitpid(child, &status, 0);
  for (int stops = 0; WIFSTOPPED(status); ++stops) {
    if (stops == n) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return stops;
    }
    ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status)) {
      EXPECT_EQ(WEXITSTATUS(status), 0);
      return stops;
    }
  }
  return 0;
}

class Killed : public testing::Test {
 protected:
  Killed() {
    victim_ = vault_.add({"The Victim", "victim@example.org"});
    for (int i = 0; i < 3; ++i) others_.push_back(vault_.add({"Other", "other@example.org"}));
    vault_.close();
    before_ = all_files(vault_.path());
    {
      Database db(vault_ / "vault.db");
      db.each("SELECT box FROM value JOIN subject ON id = subject WHERE id = ?1", {Blob{*from_hex(victim_.subject)}},
              [&](const Row& row) { traces_.push_back(row.blob(0)); });
      db.each("SELECT wrapped FROM subject WHERE id = ?1", {Blob{*from_hex(victim_.subject)}},
              [&](const Row& row) { traces_.push_back(row.blob(0)); });
    }
    EXPECT_EQ(traces_.size(), 3U);
  }
  void put_back() {
    vault_.close();
    for (const auto& file : std::filesystem::directory_iterator(vault_.path())) std::filesystem::remove(file.path());
    for (const auto& [name, bytes] : before_) write_durably(vault_ / name.c_str(), bytes);
  }
  // The work is killed at about `points` of its stops, then each time perhaps the start after it, then judged.
  void each_point(const Work& work, int points, bool twice, const std::function<void()>& judge) {
    const int all = kill_at(1'000'000, work, vault_.path());
    ASSERT_GT(all, 50) << "the process can be followed";
    for (int i = 0; i < points; ++i) {
      const int n = 1 + static_cast<int>(std::int64_t{all} * i / points);
      put_back();
      kill_at(n, work, vault_.path());
      if (twice) kill_at(i * 37 % 200, open_vault, vault_.path());
      vault_.open();
      judge();
      for (const auto& other : others_) EXPECT_EQ(vault_.state(other), "open") << n;
      vault_.close();
      EXPECT_THAT(names(), testing::UnorderedElementsAre("vault.db", "vault-key")) << n;
      killed_ += 1;
    }
  }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& [name, bytes] : all_files(vault_.path())) out.push_back(name);
    return out;
  }
  bool found(std::string_view trace) const {
    for (const auto& [name, bytes] : all_files(vault_.path()))
      if (bytes.find(trace) != bytes.npos) return true;
    return false;
  }
  void erasures(int points, bool twice) {
    const auto shred = [&](const std::filesystem::path& folder) {
      Vault vault(folder, std::string(vault_origin), vault_outside());
      check(bool(vault.shred({victim_.subject}, "case-1")), "the subject lives");
    };
    std::map<std::string, int> seen;
    each_point(shred, points, twice, [&] {
      const auto state = vault_.state(victim_);
      ++seen[state];
      for (const auto& trace : traces_) EXPECT_EQ(found(trace), state == "open");
      EXPECT_EQ(bool(vault_->shred({victim_.subject}, "case-1")), state == "open") << "the case can be closed";
      EXPECT_EQ(vault_.state(victim_), "erased");
    });
    EXPECT_EQ(seen["open"] + seen["erased"], killed_);
    EXPECT_GT(seen["open"], 0);
    EXPECT_GT(seen["erased"], 0);
  }
  void epochs(int points, bool twice) {
    const auto old_key = to_hex(read_epoch_key(vault_ / "vault-key")->key.bytes());
    const auto change = [](const std::filesystem::path& folder) {
      Vault vault(folder, std::string(vault_origin), vault_outside());
      check(bool(vault.next_epoch()), "there is a vault");
    };
    std::map<std::int64_t, int> seen;
    each_point(change, points, twice, [&] {
      const auto epoch = vault_->epoch();
      ++seen[epoch];
      EXPECT_EQ(vault_.state(victim_), "open");
      EXPECT_EQ(found(old_key), epoch == 1);
      EXPECT_EQ(found(traces_[2]), epoch == 1) << "the key as it was wrapped";
    });
    EXPECT_EQ(seen[1] + seen[2], killed_);
    EXPECT_GT(seen[1], 0);
    EXPECT_GT(seen[2], 0);
  }

  VaultUnderTest vault_{};
  Person victim_{};
  std::vector<Person> others_{};
  std::vector<std::string> traces_{};  // bytes that must be gone when the victim is: two values, then the key
  std::map<std::string, std::string> before_{};
  int killed_ = 0;
};

TEST_F(Killed, in_an_erasure_somebody_is_erased_or_is_not) { erasures(size_from("COMITY_KILLS", 30), false); }
TEST_F(Killed, in_a_new_epoch_nobody_is_lost) { epochs(size_from("COMITY_KILLS", 30), false); }
TEST_F(Killed, in_an_erasure_and_in_the_start_after_it) { erasures(size_from("COMITY_KILLS", 20), true); }
TEST_F(Killed, in_a_new_epoch_and_in_the_start_after_it) { epochs(size_from("COMITY_KILLS", 20), true); }

// The first subject makes the vault: a vault is there, or there is none, and a next start goes on.
TEST_F(Killed, when_the_vault_is_made) {
  before_.clear();
  put_back();
  const auto make = [](const std::filesystem::path& folder) {
    Vault(folder, std::string(vault_origin), vault_outside()).add_subject();
  };
  const int all = kill_at(1'000'000, make, vault_.path());
  const int points = size_from("COMITY_KILLS", 20);
  std::set<std::int64_t> epochs;
  for (int i = 0; i < points; ++i) {
    put_back();
    kill_at(1 + static_cast<int>(std::int64_t{all} * i / points), make, vault_.path());
    vault_.open();
    epochs.insert(vault_->epoch());
    EXPECT_EQ(vault_.state(vault_.add({"A Name"})), "open");
  }
  EXPECT_EQ(epochs, (std::set<std::int64_t>{0, 1}));
}

}  // namespace
}  // namespace comity
