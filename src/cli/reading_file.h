// A file of any kind as a document's structure: what kind it is, and by which program it is read.
#pragma once

#include "convert/file_kind.h"
#include "texts/plain.h"

namespace comity {

struct ReadFile {
  FileKind kind{};
  Imported imported{};
};

// Lines that a file of ours bears and that are no part of the text: that it is not official, and where the official
// text is.
using OwnLines = std::vector<std::string>;

// DOCX, ODT and HTML are read by LibreOffice and PDF by poppler, each as a limited process; the rest by us. Refuses
// what kind_of_file, import_plain and convert/read_file.h refuse; reader-missing {program, package}, reader-late
// {program, seconds}, reader-failed {program, detail}; file-encrypted.
Result<ReadFile> read_as_text(std::string_view bytes, Language language, const OwnLines& own);

}  // namespace comity
