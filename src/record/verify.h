// Verifies a whole record from what is kept of it, trusting nothing but the key. One judgement for the live store
// and for an export.
#pragma once

#include "record/chain.h"

namespace comity {

// What is kept of one log, raw.
struct Kept {
  Log log = Log::open;
  VerifierKey key{};  // named by the log's own origin
  std::int64_t size = 0;
  std::function<void(const Take& take)> each{};
  std::vector<BatchMark> marks{};
  std::string checkpoint{};
};

struct LogReport {
  std::int64_t entries = 0;
  Digest root{};
  std::int64_t checkpointed = 0;   // entries that the last checkpoint covers
  std::int64_t later_formats = 0;  // entries of a format that this program does not know: kept, not understood
};

struct Report {
  std::array<LogReport, 2> logs{};
  std::vector<Problem> problems{};
  bool sound() const { return problems.empty(); }
};

// The chain that the kept bytes make; what is wrong is added to `problems`.
Chain judge(const Kept& kept, std::vector<Problem>& problems);

Kept kept_of(const Store& store, const VerifierKey& key, Log log);
LogReport report_of(const Chain& chain, std::string_view checkpoint);

// Both logs, and what must hold between them. `trusted`, where given, is the key that the caller already knows.
Report verify(const Store& store, const std::optional<VerifierKey>& trusted = std::nullopt);

}  // namespace comity
