// What LibreOffice makes of documents, as a limited process. It need not be installed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/limited.h"
#include "cli/terminal.h"

namespace comity {

// LibreOffice itself, without the script and the picture before it; empty where it is not installed.
std::filesystem::path office_program();

// `format` is "odt", "docx" or "pdf" (tagged, with bookmarks, PDF/UA as far as LibreOffice knows). Refuses
// office-missing, office-late {seconds}, office-failed {detail}.
Result<std::string> made_by_office(std::string_view flat_odt, std::string_view format, const Limits& limits = {});
// The other way, from a file of that suffix: "docx", "odt" or "html". Refuses the same.
Result<std::string> flat_odt_by_office(std::string_view bytes, std::string_view suffix);

// Whether a file or folder can be made at the path: refuses output-folder-missing {folder, path}.
Verdict may_be_output(const std::filesystem::path& path);

// Writes what was asked for to the file, or to standard output where none is named; "odt", "docx" and "pdf" are made of
// a flat ODT first. Refuses what made_by_office and may_be_output refuse, output-is-folder {path}, and output-terminal
// where a person would read bytes.
int hand_out(const Terminal& terminal, const std::string& made, std::string_view format, const std::string& file);

}  // namespace comity
