// What the reader's browser prefers, by RFC 9110 section 12: weights of Accept, Accept-Language, Accept-Encoding.
#pragma once

#include <optional>
#include <string_view>

#include "base/language.h"

namespace comity {

// The weight (0 to 1000) that the header gives to a token, exactly or by "*"; nothing where it says neither.
std::optional<int> weight(std::string_view header, std::string_view token);

// The best of the six, "zh-TW" counting as zh; ties by the order of the header. Nothing where none is accepted.
std::optional<Language> preferred_language(std::string_view accept_language);

// Whether JSON is preferred to HTML: it is named, and weighs more ("*/*" alone, and browsers, get HTML).
bool prefers_json(std::string_view accept);

bool accepts_gzip(std::string_view accept_encoding);

}  // namespace comity
