// Any bytes as a document symbol: no crash, and what is read has one printed form, which reads back as the same symbol.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "texts/file_name.h"

using namespace comity;

namespace {

void check_again(const DocumentSymbol& symbol) {
  const auto text = print(symbol);
  if (text.size() > symbol_limit) return;  // spaces were put in
  const auto again = parse_symbol(text);
  check(bool(again) && *again == symbol, "a symbol that does not read back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto symbol = parse_symbol(bytes);
  if (!symbol) {
    check(symbol.refusal().code == "symbol-malformed", "one code");
    return 0;
  }
  check_again(*symbol);
  check_again(first_of(*symbol));
  if (const auto before = suffixed(*symbol)) check_again(*before);
  if (const auto place = numbered(*symbol)) {
    check_again(with_number(*symbol, place->number));
    check(place->number > 0 && place->number < 1'000'000, "a running number");
  }
  const auto named = named_by_file(file_name(*symbol, Language::ar, "pdf"));
  check(!named || named->language == Language::ar, "the language of a file");
  return 0;
}
