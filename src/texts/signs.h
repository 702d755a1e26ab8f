// What kinds of letters and signs a text is made of. A byte outside ASCII counts as part of a letter: enough for what
// is asked here, in all six languages.
#pragma once

#include <string>
#include <string_view>

namespace comity {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_capital(c) || is_small(c) || static_cast<unsigned char>(c) >= 0x80; }

constexpr bool begins_small(std::string_view text) { return !text.empty() && is_small(text.front()); }

// A full stop, semicolon, colon, question or exclamation mark of one of the six languages, or what closes a quotation
// or bracket.
bool ends_a_sentence(std::string_view text);
bool ends_in_a_colon(std::string_view text);

// At most so many bytes of UTF-8 from the beginning, and no half of a character.
std::string_view first_bytes(std::string_view text, std::size_t most);

// Of A to Z alone.
std::string in_small_letters(std::string_view text);

}  // namespace comity
