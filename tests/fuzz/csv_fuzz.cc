// Any bytes as a table: refused with the line, or rows of one width; what is read can be written and read again.
#include <cstdint>

#include "base/check.h"
#include "cli/csv.h"

namespace {

std::string quoted(std::string_view cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string written(const std::vector<comity::CsvRow>& rows) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) out += (i ? "," : "") + quoted(row.cells[i]);
    out += "\r\n";
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto rows = comity::read_csv({reinterpret_cast<const char*>(data), size});
  if (!rows) {
    comity::check(rows.refusal().values.contains("line"), "a refusal without a line: " + rows.refusal().code);
    return 0;
  }
  const auto again = comity::read_csv(written(*rows));
  comity::check(bool(again) && again->size() == rows->size(), "written and read again it has other rows");
  for (std::size_t i = 0; i < rows->size(); ++i)
    comity::check((*again)[i].cells == (*rows)[i].cells, "written and read again it has other cells");
  return 0;
}
