// What a file is, by what stands in it and whatever its name says.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace comity {

enum class FileKind { text, pdf, docx, odt, flat_odt, html, akoma_ntoso };

// Refuses file-kind-unknown; file-kind-other {found}: a known kind that is not read ("DOC", "RTF", "PNG"…);
// file-encrypted; file-macros: a file that brings programs along; package-damaged {detail}; package-too-large {limit}:
// more bytes than that once it is unpacked; text-empty.
Result<FileKind> kind_of_file(std::string_view bytes);

// "application/pdf".
std::string_view media_type_of(FileKind kind);
// "pdf", "docx", "odt", "fodt", "html", "akn", "txt".
std::string_view suffix_of(FileKind kind);
// The kind that such a name promises; nothing where it promises none of these.
std::optional<FileKind> kind_named(std::string_view suffix);

}  // namespace comity
