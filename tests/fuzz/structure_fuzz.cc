// Any bytes as the structure of a text: no crash, and what is read is written so that it reads back.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "texts/citations.h"
#include "texts/structure_json.h"

using namespace comity;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = read_structure({reinterpret_cast<const char*>(data), size});
  if (!read) return 0;
  const auto again = read_structure(canonical(to_json(*read)));
  check(again && *again == *read, "a structure that reads back");
  for (const auto& one : citations(*read, Language::es).citations)
    check(one.citation.begin < one.citation.end, "a citation that stands somewhere");
  return 0;
}
