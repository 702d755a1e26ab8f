// Foreign JSON: never a crash; what is accepted has one canonical form that reads back as the same value.
#include <cstdint>

#include "base/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const bool any_keys : {false, true}) {
    const comity::JsonLimits limits{any_keys, !any_keys, 32};
    const auto json = comity::parse_json(bytes, limits);
    if (!json) continue;
    const auto written = comity::canonical(*json);
    const auto again = comity::parse_json(written, limits);
    comity::check(again && *again == *json, "what was written is read again");
    comity::check(comity::canonical(*again) == written, "there is one canonical form");
  }
  return 0;
}
