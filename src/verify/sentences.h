// The few sentences that a verdict needs, in six languages, without the words layer: the catalogues' own, chosen and
// embedded at build (tools/embed_sentences.py). Knows {name} and nothing else of their patterns.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/language.h"
#include "record/verify.h"

namespace comity {

using Shown = std::map<std::string, std::variant<std::string, std::int64_t>>;

// By key of the catalogues, then by language in the order of `languages`.
const std::map<std::string_view, std::array<std::string_view, 6>>& sentences();

// The sentence with its values in their places; nothing where there is no such sentence. In Arabic, a value in Latin
// letters is isolated.
std::optional<std::string> say(Language language, std::string_view key, const Shown& values);

// A sentence of whoever asks, as `say`.
using InWords = std::function<std::optional<std::string>(const std::string& key, const Shown& values)>;

// Where a problem is and what it is; the code at the end is the same in every language.
std::string line_of(const Problem& problem, const InWords& say);

// From what was asked for, else from LC_ALL, LC_MESSAGES, LANG; English where none of them names one of the six.
Language terminal_language(std::string_view asked);

}  // namespace comity
