// Any bytes as a file of another kind; the first byte says which. No crash, and whatever is read is a sound structure.
#include <cstdint>
#include <set>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "convert/file_kind.h"
#include "convert/read_file.h"
#include "texts/plain.h"
#include "texts/structure_json.h"

using namespace comity;

namespace {

Result<PlainText> lines_of_bytes(char kind, std::string_view bytes) {
  if (kind == 'o') return lines_of_flat_odt(bytes);
  if (kind == 'a') return lines_of_akoma_ntoso(bytes);
  return lines_of_pdf_words(bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  if (all.empty()) return 0;
  const auto bytes = all.substr(1);
  if (all.front() == 'k') {
    if (const auto kind = kind_of_file(bytes)) check(!media_type_of(*kind).empty(), "a kind has a name");
    return 0;
  }
  if (!valid_utf8(bytes)) return 0;  // neither poppler nor LibreOffice writes anything else
  const auto lines = lines_of_bytes(all.front(), bytes);
  if (!lines) return 0;
  const auto imported = import_lines(*lines, Language::en);
  if (!imported) return 0;
  std::set<std::string> numbers;
  for (const auto& note : imported->text.notes) check(numbers.insert(note.number).second, "a note of its own number");
  const auto again = read_structure(canonical(to_json(imported->text)));
  check(again && *again == imported->text, "a structure that reads back");
  return 0;
}
