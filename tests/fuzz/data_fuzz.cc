// Any bytes as a file of facts: refused with the line, or read; what is read can be written and read again the same.
#include <cstdint>

#include "cli/fact.h"

namespace {

void names_its_line(const comity::Refusal& refusal) {
  comity::check(refusal.values.contains("line"), "a refusal without a line: " + refusal.code);
}

std::string written(const std::vector<comity::DataBlock>& blocks) {
  std::string out = "#\n";  // a byte order mark may begin what was no first line
  for (const auto& block : blocks) {
    for (const auto& line : block) out += line.key + ": " + line.value + "\n";
    out += "\n";
  }
  return out;
}

bool same(const comity::DataBlock& one, const comity::DataBlock& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const auto& a, const auto& b) { return a.key == b.key && a.value == b.value; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto blocks = comity::read_data(bytes);
  if (!blocks) {
    names_its_line(blocks.refusal());
    return 0;
  }
  for (const auto& block : *blocks) {
    comity::check(!block.empty(), "a block of nothing");
    if (const auto fact = comity::read_fact(block); !fact) names_its_line(fact.refusal());
  }
  const auto again = comity::read_data(written(*blocks));
  comity::check(bool(again) && std::equal(blocks->begin(), blocks->end(), again->begin(), again->end(), same),
                "written and read again it is another file");
  return 0;
}
