// Symbols in the names of files, as the library of the United Nations has them: "A_77_275-ES.pdf".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"
#include "texts/symbol.h"

namespace comity {

// '/' and ' ' become '_', and '*' becomes '!'.
std::string file_name(const DocumentSymbol& symbol, Language language, std::string_view extension);

struct FileNamed {
  DocumentSymbol symbol{};
  Language language{};
  bool operator==(const FileNamed&) const = default;
};

// Of a name without folder: "A_77_275-ES.pdf", "A_77_275.es.txt", "A_RES_77_36-fr". Nothing where it names no symbol or
// no language. A '_' is a stroke; where no symbol is read so, the last one is a space ("A_RES_43_78_H").
std::optional<FileNamed> named_by_file(std::string_view name);

}  // namespace comity
