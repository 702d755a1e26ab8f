// Where the record lies: two logs, kept dumbly. A store knows no entry, no hash and no key: Record judges, Store keeps.
// Implementations: SQLite (sqlite.h), memory (memory.h). Both pass one contract test.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace comity {

// Public: the process. Closed: what is restricted (decisions.md 9).
enum class Log { open, closed };
using Sizes = std::array<std::int64_t, 2>;  // by Log
inline constexpr std::array<Log, 2> logs{Log::open, Log::closed};
constexpr std::string_view name_of(Log log) { return log == Log::open ? "public" : "closed"; }

// The mark that one commit leaves on one log: the log's size after it, and the signed root of the commit's batch.
struct BatchMark {
  std::int64_t size = 0;
  Digest root{};
  std::string signature{};  // 64 bytes

  bool operator==(const BatchMark&) const = default;
};

// The entries that one commit adds to one log, in order, as canonical bytes. No entries, no mark.
struct Batch {
  std::vector<std::string> entries{};
  BatchMark mark{};
};

struct Commit {
  std::array<Batch, 2> batches{};  // by Log
  Batch& operator[](Log log) { return batches[static_cast<std::size_t>(log)]; }
  const Batch& operator[](Log log) const { return batches[static_cast<std::size_t>(log)]; }
};

using Take = std::function<void(std::int64_t number, std::string_view bytes)>;

// Every call may throw Fault. After a failed append or put_checkpoint nothing may be written through the object again.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  virtual std::string key() const = 0;  // the log's verifier key, as text; its name is the origin
  virtual std::int64_t size(Log log) const = 0;
  virtual void each(Log log, std::int64_t from, std::int64_t to, const Take& take) const = 0;  // [from, to), in order
  virtual std::vector<BatchMark> marks(Log log) const = 0;
  virtual std::string checkpoint(Log log) const = 0;

  // All of it or nothing, and durable when it returns.
  virtual void append(const Commit& commit) = 0;
  virtual void put_checkpoint(Log log, std::string_view note) = 0;
  virtual void forget() = 0;  // what is cached: the next reading comes from the disk
  virtual void settle() = 0;  // when idle: fold what is durable into its final place
};

}  // namespace comity
