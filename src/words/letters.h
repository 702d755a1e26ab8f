// Letters at the head of a heading.
#pragma once

#include <string>
#include <string_view>

namespace comity {

// "fourth session" → "Fourth session", "вторая сессия" → "Вторая сессия". What begins with a figure, and scripts that
// have no capitals, stay as they are. Catalogues write names as they stand within a sentence; a heading begins one.
std::string capitalised(std::string_view text);

}  // namespace comity
