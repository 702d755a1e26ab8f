// Questions about text that the record asks: valid UTF-8, NFC, lines, slugs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace comity {

bool valid_utf8(std::string_view bytes);  // no overlong forms, no surrogates
bool is_ascii(std::string_view bytes);
bool is_nfc(std::string_view utf8);  // the text must be valid UTF-8
std::string nfc(std::string_view utf8);

// Takes the text up to and with the next newline off its front; empty where there is none.
std::string_view take_line(std::string_view& text);

// Without the blanks, tabs and carriage returns at both ends.
std::string_view trimmed(std::string_view text);
// A to Z in lower case; everything else as it is.
std::string lower_ascii(std::string_view text);

// A slug: [a-z0-9-]+ not beginning or ending with '-'. A path of ids: slugs joined by '/'.
bool is_slug(std::string_view text);
bool is_slug_path(std::string_view text);

}  // namespace comity
