// The epoch's key in a file of its own (docs/vault.md 3), and how such a file is destroyed.
//   vault-key       the key of the epoch that vault.db is of
//   vault-key.next  while the epoch changes: the key of the next one
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/result.h"
#include "seal/secret.h"

namespace comity {

struct EpochKey {
  std::int64_t epoch = 1;
  Secret key;  // 32 bytes
};

// "comity-vault-key-1\n" ‖ epoch, from 1, in decimal ‖ "\n" ‖ hex of the key ‖ "\n".
std::string print(const EpochKey& key);
std::optional<EpochKey> parse_epoch_key(std::string_view bytes);  // the printed form and no other
std::optional<std::int64_t> parse_epoch(std::string_view text);   // 1 to 2^53-1, without leading zeros

// Nothing where there is no such file. Throws Fault vault-key-malformed, disk.
std::optional<EpochKey> read_epoch_key(const std::filesystem::path& file);
void write_epoch_key(const std::filesystem::path& file, const EpochKey& key);  // durable, mode 0600

// Renamed to `file`.gone, overwritten, synced, unlinked, the folder synced. Who was stopped between does it again with
// that name. Nothing happens where there is no such file. Throws Fault disk.
void destroy_file(const std::filesystem::path& file);

}  // namespace comity
