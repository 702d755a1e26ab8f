// A text before it is entered, as it comes through the local socket to be shown as a page.
#pragma once

#include "views/import_page.h"

namespace comity {

// {"document": act, "findings": [{"code", "values"}], "steps": [{"addressee", "in", "verb", "when"}], "structure": …,
// "text": act}
Json to_json(const ImportPreview& preview);
// Refuses preview-malformed, and what parse_json, read_act and read_structure refuse.
Result<ImportPreview> read_preview(std::string_view bytes);

}  // namespace comity
