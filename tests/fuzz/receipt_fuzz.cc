// Foreign receipts: never a crash, written as they were read, and none holds that the key has not signed.
#include <cstdint>

#include "record/receipt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The key of the worked example in docs/record-format.md, whose receipt is in the corpus.
  static const auto key = comity::SignKey::from_seed(std::string(32, '\x11'));
  const auto receipt = comity::parse_receipt(bytes);
  if (!receipt) return 0;
  comity::check(comity::print(*receipt) == bytes, "a receipt is written as it was read");
  if (!comity::verify(*receipt, key.public_key())) return 0;
  auto other = *receipt;
  other.leaf[0] ^= 1;
  comity::check(!comity::verify(other, key.public_key()), "a receipt that holds for two leaves");
  return 0;
}
