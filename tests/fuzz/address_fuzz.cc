// Any bytes as a target and as a form: no crash, refusals that point into the bytes, and one printed form that reads
// back as the same address.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "web/address.h"

using namespace comity;

namespace {

void check_refusal(const Refusal& refusal, std::string_view bytes) {
  const auto position = refusal.values.find("position");
  if (position != refusal.values.end()) check(std::stoul(position->second) <= bytes.size(), "a position out of bounds");
}

void check_address(const Address& address) {
  for (const auto& segment : address.path) {
    check(!segment.empty() && segment != "." && segment != "..", "a segment that climbs");
    check(segment.find('/') == segment.npos && segment.find('\0') == segment.npos, "a segment with a slash or NUL");
    check(valid_utf8(segment), "a segment that is no UTF-8");
  }
  const auto again = parse_address(print(address));
  check(bool(again) && *again == address, "an address that does not read back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto address = parse_address(bytes)) {
    check_address(*address);
  } else {
    check_refusal(address.refusal(), bytes);
  }
  if (const auto form = parse_query(bytes); !form) check_refusal(form.refusal(), bytes);
  return 0;
}
