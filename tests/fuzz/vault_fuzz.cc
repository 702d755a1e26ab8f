// The vault's readers of foreign bytes: the file of an epoch's key, and boxes. Never a crash; a key file is written as
// it was read; no box opens that was not closed under the key.
#include <cstdint>

#include "vault/box.h"
#include "vault/key_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto key = comity::parse_epoch_key(bytes))
    comity::check(comity::print(*key) == bytes, "a key file is written as it was read");
  if (const auto epoch = comity::parse_epoch(bytes))
    comity::check(std::to_string(*epoch) == bytes, "an epoch is written as it was read");
  static const comity::Secret key(std::string(32, 'k'));
  comity::check(!comity::open_box(key, "context", bytes), "nobody closed this box");
  const std::string text(bytes);
  const auto no_zero = text.find('\0') == text.npos;
  comity::check(!no_zero || comity::unpadded(comity::padded(text)) == text, "padding comes off again");
  return 0;
}
