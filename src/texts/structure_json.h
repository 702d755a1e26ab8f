// A document's structure as JSON: the form in which it is frozen as a blob, and given to programs.
#pragma once

#include "base/json.h"
#include "texts/structure.h"

namespace comity {

std::string_view name_of(Paragraph::Kind kind);

// {"format": 1, "notes": [{number, text}], "paragraphs": [{id, kind, marks?, number?, text}]}
Json to_json(const TextStructure& text);
// Refuses what parse_json refuses, and structure-malformed {place}: "format", "paragraphs/16" (the seventeenth).
Result<TextStructure> read_structure(std::string_view bytes);

}  // namespace comity
