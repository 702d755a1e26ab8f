// Foreign entries and receipts: never a crash; what is accepted is written again as the same bytes.
#include <cstdint>

#include "record/entry.h"
#include "record/in_place.h"
#include "record/receipt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto entry = comity::parse_entry(bytes);
  const auto head = comity::parse_head(bytes);
  comity::check(entry || !comity::head_in_place(bytes), "what is judged in place is what the strict reader accepts");
  if (entry) {
    comity::check(comity::to_bytes(*entry) == bytes, "an accepted entry is written as it was read");
    comity::check(head && head->act_digest == comity::act_digest(*entry), "both readers see one act");
  }
  if (const auto receipt = comity::parse_receipt(bytes)) {
    comity::check(comity::print(*receipt) == bytes, "an accepted receipt is written as it was read");
    static_cast<void>(comity::verify(*receipt, std::string(32, '\x01')));
  }
  return 0;
}
