// Any bytes as a configuration file: no crash, and what is taken is within its range and prints as it was read.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "cli/settings.h"

using namespace comity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ServeSettings read;
  const auto verdict = read_settings({reinterpret_cast<const char*>(data), size}, read);
  if (!verdict) {
    check(verdict.refusal().values.contains("line"), "a refusal without its line");
    return 0;
  }
  ServeSettings again;
  for (const auto& setting : settings())
    check(bool(put_setting(again, setting.name, printed(read, setting))), "a setting that cannot be put again");
  check(again == read, "what was read prints as something else");
  return 0;
}
