// Receipts (decisions.md 13): one Ed25519 signature per commit and log over the root of the commit's batch;
// a receipt is a path in that small tree. It also names the leaf hash, so that its holder can demand inclusion.
#pragma once

#include "record/record.h"

namespace comity {

// Signs the batch of canonical entries whose first number is `first`. `origin` is the log's own (origin_of).
Batch seal_batch(std::string_view origin, std::int64_t first, std::vector<std::string> entries, const SignKey& key);

struct Receipt {
  std::string origin{};
  Digest act_digest{};
  Digest leaf{};
  std::int64_t number = 0;
  Instant at{};
  std::int64_t first = 0;  // the batch holds the entries [first, size)
  std::int64_t size = 0;
  Path path{};
  Digest root{};
  std::string signature{};

  bool operator==(const Receipt&) const = default;
};

// The receipt of an entry that the record holds. Throws as Record::each.
Receipt receipt(const Record& record, Log log, std::int64_t number);

std::string print(const Receipt& receipt);              // canonical JSON
Result<Receipt> parse_receipt(std::string_view bytes);  // refuses as parse_json, and receipt-malformed
// Refuses receipt-path, receipt-signature.
Verdict verify(const Receipt& receipt, std::string_view public_key);
// The same, of these bytes and no others: refuses as parse_head, and receipt-entry.
Verdict verify(const Receipt& receipt, std::string_view entry, std::string_view public_key);

}  // namespace comity
